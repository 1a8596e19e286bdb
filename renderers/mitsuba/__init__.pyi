from .loading import load_mitsuba, mitsuba_problem
from .renderer import MitsubaRenderer as MitsubaRenderer

__all__ = [
    "MitsubaRenderer",
    "load_mitsuba",
    "mitsuba_problem",
]
