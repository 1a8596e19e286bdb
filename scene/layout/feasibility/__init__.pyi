from .conflicts import Conflict, find_conflicts
from .easing import eased, with_constraints
from .narrowing import hopeless, narrow, untold

__all__ = [
    "Conflict",
    "eased",
    "find_conflicts",
    "hopeless",
    "narrow",
    "untold",
    "with_constraints",
]
