from .distances import DISTANCE, FARTHER, FARTHEST, NEARER, NEAREST, distance_meaning, is_farther
from .manner import NEARNESS, POSTURES, STATED_POSTURES
from .noun_words import Selector
from .numbers import CARDINALS, ORDINAL_WORDS, ORDINALS, QUANTITIES, cardinal
from .relations import BARE, IMPLIED, KINDS, PHRASES, Meaning, PhraseTable, phrase_pattern
from .sizes import COMPARATIVES, LENGTHS, SIZED, SUPERLATIVES, Order
from .small_words import COLOR_SYNONYMS, COLORS, DEFINITE, DETERMINERS, SIDES
from .units import LENGTH_UNITS, UNIT, metres

__all__ = [
    "BARE",
    "CARDINALS",
    "COLORS",
    "COLOR_SYNONYMS",
    "COMPARATIVES",
    "DEFINITE",
    "DETERMINERS",
    "DISTANCE",
    "FARTHER",
    "FARTHEST",
    "IMPLIED",
    "KINDS",
    "LENGTHS",
    "LENGTH_UNITS",
    "NEARER",
    "NEAREST",
    "NEARNESS",
    "ORDINALS",
    "ORDINAL_WORDS",
    "PHRASES",
    "POSTURES",
    "QUANTITIES",
    "SIDES",
    "SIZED",
    "STATED_POSTURES",
    "SUPERLATIVES",
    "UNIT",
    "Meaning",
    "Order",
    "PhraseTable",
    "Selector",
    "cardinal",
    "distance_meaning",
    "is_farther",
    "metres",
    "phrase_pattern",
]
