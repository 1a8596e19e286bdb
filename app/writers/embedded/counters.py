"""What a counter is: one at which people are served, or one for work in a kitchen."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import ObjectRequest

__all__ = ["case_meant", "counter_meant", "sells_food"]

_WORKED_AT = word_set("kitchen kitchenette work bathroom lab laundry breakfast prep")
_SERVED = word_set(
    """cafe bar pub shop store pharmacy bakery deli diner restaurant canteen reception lobby bank salon market supermarket cinema
    station parlor parlour theater theatre"""
)
"""Words of places that serve people at counters, and of those where a counter is for work."""

_SOLD = word_set(
    "cafe shop store bakery deli delicatessen patisserie market supermarket jeweller jewellery boutique butcher fishmonger"
)
"""Words of places that sell what their cases show."""
_FOOD = word_set(
    """cafe bakery deli delicatessen patisserie restaurant diner bar pub canteen bistro pastry cake cheese bread coffee tea food sandwich
    chocolate candy sweet sweets confectionery fishmonger butcher market supermarket grocery ice gelato kitchen baker confectioner"""
)
"""Words of places where one eats, or buys food."""
_CASES = ("display case", "glass case", "display cabinet", "vitrine", "glass display", "display")


def counter_meant(room: str, request: ObjectRequest) -> str:
    """The counter that is meant where people are served, *a counter* of a café or *a ticket counter*; '' for that of a kitchen."""
    own = set(request.words.split())
    if request.head != "counter" or own & _WORKED_AT or _WORKED_AT & set(room.split()):
        return ""
    if len(own) > 1 and request.known == request.words:
        return ""  # a glass counter has an object of its own
    named = len(own) > 1
    return "shop counter" if named or _SERVED & set(room.replace("é", "e").split()) else ""


def sells_food(room: str) -> bool:
    """Whether what the cases of a place show is food."""
    return bool(_FOOD & set(room.lower().replace("é", "e").replace("'s", "").split()))


def case_meant(room: str, request: ObjectRequest) -> str:
    """The glass counter that *a display case* is where things are sold; '' for the cabinet of a home."""
    sold = bool(_SOLD & set(room.replace("é", "e").split()))
    return "display counter" if sold and request.words in _CASES else ""
