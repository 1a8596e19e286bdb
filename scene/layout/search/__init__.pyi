from .arrangement import occupancy_of
from .carrying import lies_as_before, was_on
from .effort import Effort, Stop, never
from .keepouts import keep_out_zones
from .proposals import sample
from .solver import Hopeless, Solution, says_something, solve
from .walls import WALLS, opening_span, walls_of

__all__ = [
    "WALLS",
    "Effort",
    "Hopeless",
    "Solution",
    "Stop",
    "keep_out_zones",
    "lies_as_before",
    "never",
    "occupancy_of",
    "opening_span",
    "sample",
    "says_something",
    "solve",
    "walls_of",
    "was_on",
]
