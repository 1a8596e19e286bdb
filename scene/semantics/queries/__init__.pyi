from .answers import LONGEST, Answer, Found, checked_query
from .claims import Claim, asked_meaning, read_claims
from .places import HOLDS, Places
from .query import SceneQuery
from .reading import Reading, Where, read_query
from .selecting import nth_of, selected_numbers, side_selector

__all__ = [
    "HOLDS",
    "LONGEST",
    "Answer",
    "Claim",
    "Found",
    "Places",
    "Reading",
    "SceneQuery",
    "Where",
    "asked_meaning",
    "checked_query",
    "nth_of",
    "read_claims",
    "read_query",
    "selected_numbers",
    "side_selector",
]
