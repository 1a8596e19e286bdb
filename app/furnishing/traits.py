"""Customary properties of furniture: which stands with its back to a wall, which people sit on, which people sit at."""

from __future__ import annotations

from scenewright.app.furnishing.furniture import Furniture
from scenewright.app.word_sets import word_set

__all__ = [
    "is_bed",
    "is_counter",
    "is_desk",
    "is_dining_seat",
    "is_drunk_at",
    "is_footrest",
    "is_played",
    "is_read_from",
    "is_round",
    "is_sat_at",
    "is_seat",
    "is_sofa",
    "is_table",
    "wall_backed",
    "wall_height",
    "weight",
]

_FREE_HEADS = word_set(
    """table chair stool ottoman pouf armchair recliner rug plant lamp basket cart bench tree bush shrub flower
    ball horse car bike bicycle tent teepee mat bag cushion pillow trolley hamper bin can bucket fan umbrella
    planter toy easel mannequin globe telescope island cat dog figure statue sculpture fountain swing slide
    seesaw sandbox barrel crate box robot chaise lounger hammock pot speaker dumbbell seat ladder stand rack
    pouffe footstool suitcase backpack guitar drum cone bollard barbecue grill firepit gazebo car boat bench
    post lamppost person pool goal rink canopy pergola pump lift turntable pole engine truck motorcycle motorbike tractor ring
    van bus minibus lorry caravan trailer wagon tram jeep scooter rowboat sailboat canoe kayak helicopter aeroplane rocket
    cow sheep goat pig deer elephant lion dinosaur donkey camel"""
)
_TABLE_AT_WALL = word_set("console vanity dressing changing sideboard buffet potting work side bedside entry hall")
_SOFAS = frozenset(["sofa", "couch", "loveseat", "settee", "sectional", "daybed", "futon", "chesterfield"])
_DESKS = frozenset(["desk", "workbench", "bench-desk", "workstation", "vanity", "secretary"])
_TABLES = frozenset(["table", "island", "desk", "counter", "bar", "workbench"])
_TURNED_TO = word_set(
    "tv television screen monitor fireplace hearth piano whiteboard blackboard chalkboard stage easel"
)
_PLAYED = word_set("piano organ harpsichord synthesizer harmonium marimba xylophone")
_READ_FROM = frozenset(["music stand", "easel", "lectern"])
_SERVES_SEATED = word_set(
    "bar breakfast sushi diner lunch lunchroom snack saloon tiki juice pub tavern island cocktail"
)
_FOOTRESTS = word_set("ottoman pouf footstool footrest")
_CUSHIONS = word_set("cushion zabuton zafu")
_SEAT_CATEGORIES = frozenset(("seating",))
_SEATS = word_set("chair stool armchair recliner bench ottoman pouf seat rocker glider")


def _head(item: Furniture) -> str:
    return item.words[-1] if item.words else ""


def is_bed(item: Furniture) -> bool:
    """Whether it is a bed."""
    return _head(item) in ("bed", "crib", "cot", "daybed", "bunk") or "bed" in item.words[-1:]


def is_counter(item: Furniture) -> bool:
    """Whether customers stand before it and somebody serves them from behind: the counter of a shop, a bar or a reception."""
    return item.category == "shop" and _head(item) == "counter"


def is_drunk_at(counter: Furniture, seat: Furniture | None = None) -> bool:
    """Whether guests sit before a counter: at that of a bar, or on a bar stool. At a reception and in a shop they stand."""
    high = seat is not None and _head(seat) == "stool" and bool({"bar", "counter"} & {*seat.words, *seat.said})
    return high or bool(_SERVES_SEATED & {*counter.words, *counter.said})


def is_played(item: Furniture) -> bool:
    """Whether a person sits before its front and plays: a piano."""
    return _head(item) in _PLAYED


def is_read_from(item: Furniture) -> bool:
    """Whether it shows its front to the one person who stands or sits before it: a music stand."""
    return " ".join(item.words[-2:]) in _READ_FROM or _head(item) in _READ_FROM


def is_sofa(item: Furniture) -> bool:
    """Whether it is a seat for several people."""
    return _head(item) in _SOFAS


def is_seat(item: Furniture) -> bool:
    """Whether it is a seat for one person, which faces a table, a desk or other seats: cushions only where they lie on the floor."""
    head = _head(item)
    if head in _CUSHIONS:
        return item.support == "floor"
    return head in _SEATS or (item.category in _SEAT_CATEGORIES and head not in _SOFAS)


def is_footrest(item: Furniture) -> bool:
    """Whether people put their feet on it, from the seat that it stands before."""
    return _head(item) in _FOOTRESTS


def is_dining_seat(item: Furniture) -> bool:
    """Whether it is a chair or stool for a table or desk, not a lounge chair."""
    head = _head(item)
    return (
        head in ("chair", "stool")
        and not {"rocking", "lounge", "arm", "bag", "beanbag", "high", "club", "accent", "wing", "deck", "gaming"}
        & set(item.words)
        and item.support == "floor"
    )


def is_desk(item: Furniture) -> bool:
    """Whether it is a desk."""
    return _head(item) in _DESKS


def is_table(item: Furniture) -> bool:
    """Whether it is a table."""
    return _head(item) in _TABLES


def is_sat_at(item: Furniture) -> bool:
    """Whether a person who sits in front of it faces it: a table, a desk, a screen, a fire."""
    return is_table(item) or is_desk(item) or _head(item) in _TURNED_TO


def is_round(item: Furniture) -> bool:
    """Whether the text says that its top is round."""
    return bool({"round", "circular", "oval"} & item.said)


def wall_backed(item: Furniture) -> bool:
    """Whether it usually stands with its back to a wall."""
    words, head = item.words, _head(item)
    if item.support == "wall":
        return True
    if head in _SOFAS or head in ("desk", "bed", "crib"):
        return True
    if head == "table":
        return bool(_TABLE_AT_WALL & set(words))
    if head in ("stand", "rack"):
        return item.width > 0.45
    return head not in _FREE_HEADS and item.category not in _SEAT_CATEGORIES


def weight(item: Furniture) -> float:
    """How important an item is for the room's order: items with more weight are placed first."""
    area = item.width * item.depth
    bonus = 3.0 if is_bed(item) or is_sofa(item) else 1.5 if is_table(item) or is_desk(item) else 0.0
    return area + bonus + 0.2 * item.height


def wall_height(item: Furniture, room_height: float) -> float:
    """Usual height in metres of the underside of an item on a wall."""
    words = set(item.words)
    head = _head(item)
    middle = 1.5
    if words & {"tv", "television", "screen", "monitor"}:
        middle = 1.25
    elif "luggage" in words or "overhead" in words:
        return max(1.5, room_height - item.height - 0.1)
    elif head in ("clock", "sign", "camera", "vent"):
        middle = 1.9
    elif head in ("shelf", "shelves", "cabinet", "rack", "cupboard", "hood"):
        middle = 1.55
    elif head in ("sconce", "lantern", "light", "lamp"):
        middle = 1.75
    elif head in ("mirror", "tapestry", "whiteboard", "blackboard", "chalkboard", "board", "map"):
        middle = 1.45
    elif head in ("radiator", "fireplace", "outlet", "socket", "heater"):
        return 0.1 if head != "fireplace" else 0.0
    elif head in ("curtain", "curtains", "drapes", "blind", "blinds"):
        return max(0.05, room_height - 0.2 - item.height)
    elif head in ("holder", "ring", "hook", "dispenser", "bar", "rail"):
        middle = 1.2
    bottom = middle - item.height / 2.0
    return max(0.05, min(bottom, room_height - item.height - 0.1))
