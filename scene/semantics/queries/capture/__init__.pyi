from .query import CapturedAnswer, CapturedQuery
from .things import CapturedThing
from .views import best_view, views_about, views_within

__all__ = [
    "CapturedAnswer",
    "CapturedQuery",
    "CapturedThing",
    "best_view",
    "views_about",
    "views_within",
]
