"""Chooses a host for every item that stands on, in or under another: that is, not on the floor, a wall or the ceiling."""

from __future__ import annotations

from dataclasses import replace

from scenewright.app.furnishing.traits import is_bed, is_desk, is_seat, is_sofa, is_table, wall_backed
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.filling import fits_on_boards
from scenewright.app.writers.embedded.lexicon import SHELVES
from scenewright.app.writers.embedded.selection import Item

__all__ = ["assign_hosts", "assign_proxies", "carries", "is_flat"]

_SOFT = word_set("pillow cushion blanket throw duvet bedspread quilt bolster plush teddy doll coverlet")
_FLOOR_SEATS = word_set("cushion zabuton pillow zafu")
"""Soft things that people sit on, on the floor, at a low table or in a circle."""
_BY_THE_BED = word_set("lamp clock vase telephone glass candle")
"""What nobody puts on a bed or sofa: with *a bed with a nightstand and a lamp on it*, the lamp is on the nightstand."""
_PLAYED_WITH = ("toys", "pets")
"""Categories of small things that have their place on the rug of a room, where nobody says another."""
_SAT_ON_FLOOR = 0.5
"""Metres up to which people sit on the floor at a table."""
_ROUND = ("circle", "half circle", "u", "rows", "row", "facing")
_ON_FLOOR = word_set(
    """basket bin hamper toy ball backpack bag suitcase shoe shoes boots crate bucket box speaker planter guitar
    tent dumbbell dumbbells kettlebell mat scale bear car train truck block blocks robot toolbox umbrella fan
    heater helmet skateboard scooter soccer basketball football watering tower"""
)
_EATEN = ("food", "tableware")
"""Categories of what is put on no floor, a basket of bread neither."""
_SCREENS = frozenset(["tv", "television", "screen", "monitor", "whiteboard"])
_SIDES = ("left_of", "right_of")
_NIGHTSTAND = 0.9
"""Metres: the greatest height of what stands beside a bed for things to be put on."""
_LEANS = 0.9
"""Metres: a picture or mirror up to this height stands on the furniture that it is *on*; a higher one hangs above it."""
_HEADROOM = 0.6
"""Metres by which the top of a bed on posts is above what has its place under it."""
_TOP = 2.2
"""Greatest height in metres above the floor of the top of an item on a host."""
_ONE_SIZE = word_set("bicycle bike motorcycle motorbike scooter kayak canoe surfboard car treadmill")
"""Things of a kind that comes in all sizes which are never small: a bike on a stand is no toy on a table."""
_ALL_SIZES = frozenset(["outdoor", "decor", "plants", "toys", "sport", "tools", "music", "textiles"])
_DEVICES = word_set(
    "monitor screen tv television laptop keyboard mouse lamp clock phone smartphone tablet printer camera"
)
_BESIDE = word_set(
    """next_to near left_of right_of in_front_of behind flank between with around facing at centered far away across
    along foot"""
)


def assign_hosts(items: list[Item], bonds: list[Bond]) -> None:
    """Set ``host`` of each item, and ``stands`` where its support is not the usual one of its kind."""
    for seat in _floor_seats(bonds):
        seat.stands = "floor"
    for number, bond in enumerate(list(bonds)):
        if not bond.anchors:
            continue
        if bond.kind == "above" and _stands_over(bond.item, bond.anchors[0]):
            bonds[number] = replace(bond, kind="under", item=bond.anchors[0], anchors=(bond.item,))
            _below(bond.anchors[0], bond.item)
            continue
        if bond.item.host is not None:
            bonds += _lifted(bond)
            continue
        if bond.kind in ("on", "inside") or (
            # 'a desk with a lamp': on it; 'a monitor with a keyboard': beside it
            bond.kind == "with"
            and (bond.item.support == "surface" or _is_on_boards(bond))
            and not _DEVICES & _heads(bond.anchors[0])
        ):
            at_bed = bond.kind == "with" or (bond.kind == "on" and _BY_THE_BED & _heads(bond.item))
            beside = _nightstand(bond, bonds) if at_bed else None
            if beside is not None and bond.kind == "on":
                bonds[number] = replace(bond, anchors=(beside,))
            _host(bond.item, beside or bond.anchors[0])
        elif bond.kind == "under" and bond.item.support != "rug":
            _below(bond.item, bond.anchors[0])
    for bond in bonds:
        if bond.kind == "inside" and bond.anchors and bond.item.support == "wall" and bond.item.host is None:
            bond.item.notes.append(
                f"it is too large for the {bond.anchors[0].choice.request.words}: it hangs on the wall"
            )
    for item in items:
        mounted = any(b.item is item and b.kind in ("on_wall", "hanging") for b in bonds)
        if item.host is None and item.support != "wall" and (mounted or _said_to_hang(item)):
            _hang(item, bonds)
        elif item.host is None and item.support == "wall" and _said_overhead(item, bonds):
            item.stands = "ceiling"  # 'string lights overhead'
    waiting = [i for i in items if i.host is None and i.support == "surface"]
    for _ in range(len(waiting) + 1):
        moved = [i for i in waiting if i.host is None and _beside(i, bonds)]
        if not moved:
            break
    for item in items:
        if item.host is None and item.support == "surface":
            _default_host(item, items, bonds)


def _is_on_boards(bond: Bond) -> bool:
    """Whether shelves have something small that elsewhere stands on the floor: flower pots, shoes."""
    return bond.anchors[0].choice.request.head in SHELVES and fits_on_boards(bond.item.choice)


def _floor_seats(bonds: list[Bond]) -> list[Item]:
    """Cushions around a low table, or arranged on the floor."""
    out = []
    for bond in bonds:
        if not _FLOOR_SEATS & _heads(bond.item) or any(
            b.item is bond.item and b.kind in ("on", "inside") and b.anchors and b.anchors[0].support != "rug"
            for b in bonds
        ):
            continue
        table = bond.anchors[0] if bond.anchors and bond.kind in ("around", "at", "facing") else None
        low = table is not None and is_table(table) and table.height <= _SAT_ON_FLOOR
        if low or (bond.kind == "arranged" and bond.detail.split("|")[0] in _ROUND):
            out.append(bond.item)
    return out


def _stands_over(item: Item, other: Item) -> bool:
    """Whether something raised on posts stands over another thing on the floor: 'a loft bed over a desk'."""
    return (
        item.support == other.support == "floor"
        and is_bed(item)
        and item.height > other.height + _HEADROOM
        and not is_seat(other)
    )


def _nightstand(bond: Bond, bonds: list[Bond]) -> Item | None:
    """What stands beside a bed or sofa and carries what is *with* it: 'a bed with a nightstand and a lamp'. None for pillows."""
    item, anchor = bond.item, bond.anchors[0]
    if not (is_bed(anchor) or is_sofa(anchor)) or _SOFT & _heads(item) or item.category == "textiles":
        return None
    found = [
        b.item for b in bonds if b.anchors[:1] == (anchor,) and b.kind in ("with", "next_to", "near", "flank", *_SIDES)
    ]
    found = [i for i in found if i is not item and i.support == "floor" and i.category in ("tables", "storage")]
    stands = [i for i in found if i.height < _NIGHTSTAND]
    return min(stands, key=lambda i: (i.height, i.request, i.ordinal), default=None)


def assign_proxies(items: list[Item], bonds: list[Bond]) -> None:
    """Set ``proxy`` of items on walls to the furniture below them."""
    for bond in bonds:
        if not bond.anchors:
            continue
        a, b = bond.item, bond.anchors[0]
        if bond.kind == "above" and a.support == "wall" and a.host is None:
            ground = _ground(b)
            if ground.support == "floor":
                a.proxy = ground
        elif (
            bond.kind == "under" and b.support == "wall" and b.host is None and a.support == "floor" and b.proxy is None
        ):
            b.proxy = a


def _lifted(bond: Bond) -> list[Bond]:
    """'a dresser holds three bottles on a tray': move the bottles to the tray, and the tray to the dresser.

    Returns the bond of the tray to the dresser, unless it stands there already.
    """
    item, tray = bond.item, bond.anchors[0]
    host = item.host
    small = bond.kind in ("on", "inside") and tray.support == "surface" and not item.below
    if (
        host is None
        or host is tray
        or not small
        or tray.host not in (None, host)
        or not carries(tray, item)
        or _above(tray, item)
    ):
        return []
    item.host = tray
    found = [] if tray.host is host else [Bond("on", tray, (host,))]
    tray.host = host
    return found


def _hang(item: Item, bonds: list[Bond]) -> None:
    on_wall = _said_to_hang(item) or any(b.item is item and b.kind == "on_wall" for b in bonds)
    if on_wall and item.depth < 0.7:
        item.stands = "wall"
    elif any(b.item is item and b.kind == "hanging" for b in bonds) and item.support in ("floor", "surface"):
        item.stands = "ceiling"


def _said_overhead(item: Item, bonds: list[Bond]) -> bool:
    """Whether the text hangs something from the ceiling that usually hangs on a wall."""
    return any(b.item is item and b.kind == "hanging" and b.place == "ceiling" and b.stated for b in bonds)


def _said_to_hang(item: Item) -> bool:
    """Whether the item's own words say that it hangs: 'a wall-mounted TV'."""
    said = item.choice.request.phrase.lower().replace("-", " ")
    return any(words in said for words in ("wall mounted", "mounted on the wall", "wall hung"))


def carries(host: Item, item: Item) -> bool:
    """Whether an item of that size can stand on or in the host."""
    at_wall = item.support == "floor" and wall_backed(item) and item.width > 0.9 and item.category != "outdoor"
    if is_sofa(item) or is_bed(item) or at_wall:
        return False
    area, under = item.width * item.depth, host.width * host.depth
    return area <= 1.25 * under and host.support not in ("rug", "ceiling") and not _above(host, item)


def _above(host: Item, item: Item) -> bool:
    seen: Item | None = host
    while seen is not None:
        if seen is item:
            return True
        seen = seen.host
    return False


def _host(item: Item, anchor: Item) -> None:
    if item.support in ("rug", "ceiling"):
        return
    if item.support == "wall" and (_is_upholstered(anchor) or item.height > _LEANS):
        return
    if anchor.support == "rug":
        if item.support == "surface":
            item.host = anchor
        return
    if carries(anchor, item):
        item.host = anchor
    elif _in_all_sizes(item) and not _above(anchor, item) and anchor.support in ("floor", "surface", "wall"):
        # a floor plant on a nightstand must be a small one
        factor = min(1.0, 0.9 * min(anchor.width / item.width, anchor.depth / item.depth))
        factor = min(factor, max(_TOP - anchor.height, 0.3) / item.height)
        if factor > 0.2:
            _shrink(item, factor)
            item.host = anchor


def _is_upholstered(item: Item) -> bool:
    """Whether it is a bed or seat: a picture *on* one hangs above it."""
    return is_bed(item) or is_sofa(item) or is_seat(item)


def _in_all_sizes(item: Item) -> bool:
    """Whether the kind exists in all sizes, so that it may shrink to fit a host: a plant, a basket, a stone."""
    if item.support == "surface":
        return True
    if _ONE_SIZE & _heads(item):
        return False
    return item.support == "floor" and (
        item.choice.entry.category in _ALL_SIZES
        or bool(
            {"plant", "tree", "cactus", "fern", "lamp", "basket", "box", "speaker", "statue", "globe"} & _heads(item)
        )
    )


def _shrink(item: Item, factor: float) -> None:
    item.box = tuple(round(v * factor, 3) for v in item.size)  # type: ignore[assignment]


def _below(item: Item, anchor: Item) -> None:
    if anchor.support in ("rug", "ceiling", "wall") or _above(anchor, item) or item.support in ("wall", "ceiling"):
        return
    if is_seat(item) or not (_in_all_sizes(item) or item.height < anchor.height):
        return
    if item.width * item.depth < 0.8 * anchor.width * anchor.depth:
        item.host = anchor
        item.below = True


def _beside(item: Item, bonds: list[Bond]) -> bool:
    """Put an item beside another small item on the same host. Returns whether there was one."""
    for bond in bonds:
        if bond.item is item and bond.anchors and bond.kind in _BESIDE:
            other = bond.anchors[0]
            if (
                other.host is not None
                and not other.below
                and other.support == "surface"
                and not _above(other.host, item)
            ):
                item.host = other.host
                return True
        if (
            bond.anchors
            and any(a is item for a in bond.anchors)
            and bond.kind in _BESIDE
            and bond.item.host is not None
            and bond.item.support == "surface"
            and not bond.item.below
            and not _above(bond.item.host, item)
        ):
            item.host = bond.item.host
            return True
    return False


def _heads(item: Item) -> set[str]:
    return set(item.choice.entry.word.lower().split()) | set(item.choice.request.words.lower().split())


def _default_host(item: Item, items: list[Item], bonds: list[Bond]) -> None:
    """Set the host or support of a small item for which the text states none."""
    heads = _heads(item)
    zone = item.choice.request.zone
    near = [a for b in bonds if b.item is item for a in b.anchors if b.kind in _BESIDE or b.kind in ("above",)]
    near = [_ground(a) for a in near]
    near += [table for seat in near if is_seat(seat) for table in _tables_of(seat, bonds)]
    if heads & _SCREENS and not any(is_table(a) or is_desk(a) or a.choice.entry.word.endswith("stand") for a in near):
        stand = next(
            (
                i
                for i in items
                if i.choice.request.zone == zone
                and i.choice.entry.category in ("storage", "tables", "electronics")
                and _is_stand(i)
            ),
            None,
        )
        if stand is not None and carries(stand, item):
            item.host = stand
        else:
            item.stands = "wall"
        return
    place = [b for b in bonds if b.item is item and b.place]
    if any(b.place == "floor" for b in place) or item.height > 0.75:
        item.stands = "floor"
        return
    if any(b.kind in ("in_corner", "against_wall") and b.stated for b in place):
        item.stands = "floor"  # a teddy bear in the corner is in no crib
        return
    if heads & _SOFT:
        for test in (is_bed, is_sofa, is_seat):
            seats = [i for i in near if test(i)] or [i for i in items if test(i)]
            seats = [i for i in seats if i.support == "floor" and i.choice.request.zone == zone]
            if seats:  # as many on each: fifty cushions on fifty chairs
                item.host = min(seats, key=lambda seat: sum(i.host is seat for i in items))
                return
    rug = next((i for i in items if i.support == "rug" and i.choice.request.zone == zone), None)
    if (
        rug is not None
        and item.category in _PLAYED_WITH
        and not near
        and not place
        and not item.choice.request.expected
    ):
        item.host = rug  # toys lie where one plays with them and sees them
        return
    on_floor = heads & _ON_FLOOR and item.category not in _EATEN
    if on_floor or any(b.kind in ("in_corner", "against_wall", "next_to") and b.place for b in place):
        item.stands = "floor"
        return
    if item.height >= 0.22 and any(a.support == "floor" for a in near) and not any(is_flat(a) for a in near):
        item.stands = "floor"
        return
    candidates = [a for a in near if is_flat(a) and carries(a, item)]
    candidates += sorted(
        (i for i in items if is_flat(i) and i.choice.request.zone == zone and i is not item and carries(i, item)),
        key=lambda i: (_rank(i), i.request, i.ordinal),
    )
    if candidates:
        item.host = candidates[0]
    else:
        item.stands = "floor"


def _tables_of(seat: Item, bonds: list[Bond]) -> list[Item]:
    """The tables at which a seat stands: a plate at a chair is on its table."""
    return [b.anchors[0] for b in bonds if b.item is seat and b.anchors and b.kind in _BESIDE and is_flat(b.anchors[0])]


def _is_stand(item: Item) -> bool:
    return (
        bool({"stand", "console", "cabinet", "sideboard", "dresser"} & set(item.choice.entry.word.split()))
        and item.height < 1.0
    )


def _ground(item: Item) -> Item:
    while item.host is not None:
        item = item.host
    return item


def is_flat(item: Item) -> bool:
    """Whether things are usually put down on it: tables, desks, low storage."""
    if item.support not in ("floor", "wall") or item.host is not None:
        return False
    if is_table(item) or is_desk(item) or ("vanity" in item.words and item.support == "floor"):
        return True
    return (
        item.choice.entry.category in ("storage", "kitchen")
        and item.height < 1.3
        and not is_seat(item)
        and item.support == "floor"
    )


def _rank(item: Item) -> int:
    return 0 if is_table(item) else 1 if is_desk(item) else 2
