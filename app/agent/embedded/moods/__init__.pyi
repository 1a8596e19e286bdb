from .doing_moods import do_mood as do_mood
from .mood_words import read_mood as read_mood
from .table import moods as moods

__all__ = ["do_mood", "moods", "read_mood"]
