from .doing_moods import do_mood as do_mood
from .mood_words import read_mood as read_mood

__all__ = ["do_mood", "read_mood"]
