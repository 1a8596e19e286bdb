from .doing_moods import do_mood as do_mood
from .mood_words import read_mood as read_mood
from .table import mood_of_word as mood_of_word
from .table import named_mood as named_mood

__all__ = ["do_mood", "mood_of_word", "named_mood", "read_mood"]
