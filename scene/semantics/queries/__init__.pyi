from .answers import LONGEST as LONGEST
from .answers import Answer as Answer
from .answers import Found as Found
from .answers import checked_query as checked_query
from .claims import Claim as Claim
from .claims import asked_meaning as asked_meaning
from .claims import read_claims as read_claims
from .directions import Sight as Sight
from .places import HOLDS as HOLDS
from .places import Places as Places
from .purposes import named_purpose as named_purpose
from .query import SceneQuery as SceneQuery
from .reading import read_query as read_query
from .readings import Reading as Reading
from .readings import Where as Where
from .selecting import nth_of as nth_of
from .selecting import selected_numbers as selected_numbers
from .selecting import side_selector as side_selector

__all__ = [
    "HOLDS",
    "LONGEST",
    "Answer",
    "Claim",
    "Found",
    "Places",
    "Reading",
    "SceneQuery",
    "Sight",
    "Where",
    "asked_meaning",
    "checked_query",
    "named_purpose",
    "nth_of",
    "read_claims",
    "read_query",
    "selected_numbers",
    "side_selector",
]
