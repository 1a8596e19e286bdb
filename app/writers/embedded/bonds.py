"""Links between requests as bonds between single things: which lamp stands on which nightstand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from scenewright.app.furnishing.traits import (
    is_counter,
    is_desk,
    is_dining_seat,
    is_drunk_at,
    is_seat,
    is_table,
    wall_backed,
)
from scenewright.app.writers.embedded.description import Description, Link
from scenewright.app.writers.embedded.roomplan import WALLS
from scenewright.app.writers.embedded.selection import Choice, Item

__all__ = ["IMPLIED", "Bond", "bonds_of", "implied_seats", "instances"]

IMPLIED = -2
"""Link number of a bond that the text does not state: it influences first poses and is not written to the program."""
_ON_ANY = frozenset(["on", "next_to", "near", "under", "in_front_of"])
_AT_WINDOW = frozenset(["seat", "bench", "box", "table"])
_PLAYED_STANDING = frozenset(
    ["pool", "billiard", "snooker", "foosball", "football", "ping", "pong", "tennis", "hockey"]
)
"""Words of tables at which people stand and play."""
_SAT_AT, _CHILDREN_SAT_AT = 0.6, 0.45
"""Metres: the least height of a table for people to sit at on chairs, and for children."""
_CHILDS = 0.68
"""Metres up to which a chair is a child's."""
_MOST_AT_ONE = 10
"""Most seats at one table of which the text does not say that they are at it."""


@dataclass(frozen=True)
class Bond:
    """A relation of `item` to other things (`anchors`), or to a `place` of the room. Kinds as in :class:`Link`."""

    kind: str
    item: Item
    anchors: tuple[Item, ...] = ()
    place: str = ""
    detail: str = ""
    rank: int = 0  # number of this item among the `total` items with this bond to the anchor
    total: int = 1
    link: int = -1
    stated: bool = True
    """The person said it; else a recipe did."""


def instances(choices: list[Choice]) -> dict[int, list[Item]]:
    """The instances of every request, by the request's index."""
    return {
        choice.request.index: [
            Item(choice, k, box=choice.size if choice.resized else None) for k in range(choice.request.count)
        ]
        for choice in choices
    }


def bonds_of(description: Description, items: dict[int, list[Item]]) -> list[Bond]:
    """The links of a description as bonds between single instances."""
    links = description.links
    own = [Bond("under", i, (), "window", link=IMPLIED, stated=False) for i in _window_seats(description, items)]
    return own + [replace(b, stated=links[b.link].stated) if b.link >= 0 else b for b in _bonds_of(description, items)]


def _window_seats(description: Description, items: dict[int, list[Item]]) -> list[Item]:
    """What has its place under a window by its name, a window seat, and no other place by the text."""
    placed = {link.subject for link in description.links if link.place in ("window", "corner")}
    return [
        item
        for request in description.requests
        if request.words.startswith("window ") and request.head in _AT_WINDOW and request.index not in placed
        for item in items.get(request.index, [])
    ]


def _bonds_of(description: Description, items: dict[int, list[Item]]) -> list[Bond]:
    out: list[Bond] = []
    used: dict[tuple[int, str], int] = defaultdict(int)
    taken: dict[int, int] = defaultdict(int)
    turns: dict[tuple[int, ...], int] = defaultdict(int)
    for number, link in enumerate(description.links):
        subjects = items.get(link.subject, [])
        if link.subject_count is not None and link.subject_count < len(subjects):
            first = taken[link.subject] if taken[link.subject] + link.subject_count <= len(subjects) else 0
            subjects = subjects[first : first + link.subject_count]
            taken[link.subject] = first + link.subject_count
        if not subjects:
            continue
        if link.kind == "arranged":
            arranged = [*subjects, *(a for index in link.anchors for a in items.get(index, []))]
            out += [Bond("arranged", s, (), "", link.detail, k, len(arranged), number) for k, s in enumerate(arranged)]
            continue
        if link.place:
            details = _walls_of(link, len(subjects))
            out += [
                Bond(link.kind, s, (), link.place, details[k], k, len(subjects), number) for k, s in enumerate(subjects)
            ]
            continue
        anchors = [a for index in link.anchors for a in items.get(index, [])]
        if not anchors:
            if link.kind == "facing" and len(subjects) > 1:
                # 'mats facing the instructor', of whom there is no object: all look at the same wall
                out += [
                    Bond("facing", s, (), "wall", "back", k, len(subjects), IMPLIED) for k, s in enumerate(subjects)
                ]
            continue
        if link.kind == "between" and _stands_at_wall(subjects, anchors):
            # what belongs at a wall stands there, and the others beside it: a fireplace between two armchairs
            out += [Bond("flank", a, tuple(subjects), "", link.detail, k, 2, number) for k, a in enumerate(anchors)]
            continue
        if link.kind == "between":
            out += [
                Bond("between", s, tuple(anchors[:2]), "", link.detail, k, len(subjects), number)
                for k, s in enumerate(subjects)
            ]
            continue
        if not link.stated and not link.each and link.kind in _ON_ANY and len(subjects) < len(anchors):
            first = turns[link.anchors]  # what a recipe puts on or beside one of several goes to the next of them
            turns[link.anchors] += len(subjects)
            anchors = [anchors[(first + k) % len(anchors)] for k in range(len(anchors))]
        out += _spread(link, subjects, anchors, used, number)
    return out


def _stands_at_wall(subjects: list[Item], anchors: list[Item]) -> bool:
    """Whether one thing that belongs at a wall is between two that stand on the floor."""
    if (
        len(subjects) != 1
        or len(anchors) != 2
        or is_seat(subjects[0])
        or is_table(subjects[0])
        or not wall_backed(subjects[0])
    ):
        return False
    return all(item.support == "floor" for item in (*subjects, *anchors))


def _walls_of(link: Link, count: int) -> list[str]:
    """What is said of the place of each of so many things: what is *on every wall* has one of the walls each."""
    if link.place != "wall" or not link.each or count < 2:
        return [link.detail] * count
    named = [wall for wall in WALLS if wall in link.detail.split()]
    walls = named or (["left", "right"] if "side" in link.detail.split() else list(WALLS))
    return [walls[k * len(walls) // count] for k in range(count)]


def _spread(
    link: Link, subjects: list[Item], anchors: list[Item], used: dict[tuple[int, str], int], number: int
) -> list[Bond]:
    """Distribute n subjects evenly over m anchors, neighbours together. Where the link means only some of the anchors, take the
    least used so far."""
    if link.anchor_count is not None and link.anchor_count < len(anchors):
        key = (anchors[0].request, "one")
        first = used[key] % len(anchors)
        used[key] += link.anchor_count
        anchors = [anchors[(first + k) % len(anchors)] for k in range(link.anchor_count)]
    n, m = len(subjects), len(anchors)
    if m > 1 and link.kind in ("around", "facing") and n < m:
        anchors, m = anchors[:1], 1
    counts: dict[int, int] = defaultdict(int)
    pairs = [(s, anchors[k * m // n if n >= m else k % m]) for k, s in enumerate(subjects)]
    for _, a in pairs:
        counts[id(a)] += 1
    ranks: dict[int, int] = defaultdict(int)
    out = []
    for s, a in pairs:
        out.append(Bond(link.kind, s, (a,), "", link.detail, ranks[id(a)], counts[id(a)], number))
        ranks[id(a)] += 1
    return out


def _belongs_to_seat(bond: Bond) -> bool:
    """Whether a thing is placed by a seat that is larger, so that the seat has its place first."""
    item, seats = bond.item, [a for a in bond.anchors if is_dining_seat(a)]
    return any(item.width * item.depth < seat.width * seat.depth for seat in seats) and not is_seat(item)


def implied_seats(items: list[Item], bonds: list[Bond]) -> list[Bond]:
    """Bonds that distribute unmentioned chairs evenly over the tables and desks without chairs."""
    out: list[Bond] = []
    for zone in sorted({i.choice.request.zone for i in items}):
        here = [i for i in items if i.choice.request.zone == zone]
        # a glass at each chair, or a balloon tied to it, leaves the chair free
        placing = [b for b in bonds if b.item.support != "surface" and not _belongs_to_seat(b)]
        seats = [
            i
            for i in here
            if is_dining_seat(i) and not any(b.item is i or any(a is i for a in b.anchors) for b in placing)
        ]
        least = _SAT_AT if all(seat.height > _CHILDS for seat in seats) else _CHILDREN_SAT_AT
        tables = [i for i in here if (is_desk(i) or is_table(i)) and i.height > least and i.support == "floor"]
        tables = [i for i in tables if not _PLAYED_STANDING & set(i.words)]
        taken = {id(a) for b in bonds if is_seat(b.item) for a in b.anchors}
        tables = [t for t in tables if id(t) not in taken]
        if any(not seat.choice.request.expected for seat in seats):
            # what the text names goes together, and not with a table that a recipe adds
            seats = [seat for seat in seats if not seat.choice.request.expected]
            tables = [t for t in tables if not t.choice.request.expected] or tables
        stools = [seat for seat in seats if seat.words[-1:] == ("stool",)]
        counters = [t for t in tables if is_counter(t) and (len(stools) > 2 or is_drunk_at(t, *stools[:1]))]
        if counters and stools:
            share = [stools[k :: len(counters)] for k in range(len(counters))]
            for counter, group in zip(counters, share, strict=True):
                out += [
                    Bond("in_front_of", s, (counter,), "", "", k, len(group), IMPLIED, stated=False)
                    for k, s in enumerate(group)
                ]
            seats = [seat for seat in seats if not any(seat is stool for stool in stools)]
        tables = [t for t in tables if not is_counter(t)]
        if not seats or not tables:
            continue
        desks = [t for t in tables if is_desk(t)]
        if len(desks) >= len(seats):
            tables = desks
        seats = seats[: _MOST_AT_ONE * len(tables)]
        share = [seats[k * len(seats) // len(tables) : (k + 1) * len(seats) // len(tables)] for k in range(len(tables))]
        if len(seats) <= len(tables):
            share = [[s] for s in seats]
        for table, group in zip(tables, share, strict=False):
            kind = "at" if is_desk(table) or len(group) == 1 else "around"
            out += [Bond(kind, s, (table,), "", "", k, len(group), IMPLIED) for k, s in enumerate(group)]
    return out
