"""Fills shelves and racks level by level: things stand in line on the boards, books upright, at least as many as the text asks for.

A person who asks for fifty books wants shelves for them. Where the text names none, shelves are added; where those of the text have no
room, they are widened, and more of them are placed.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import IMPLIED, Bond
from scenewright.app.writers.embedded.cases import cleared, inner_boards, is_case, stocked, without_shown
from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.app.writers.embedded.filling import deep_shelf, evenly, fits_on_boards, in_container, small_for_boards
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT, SHELVES
from scenewright.app.writers.embedded.said_places import put_behind, says_where, stands_behind
from scenewright.app.writers.embedded.selection import Choice, Item, expected_choice, in_variant
from scenewright.app.writers.embedded.supports import Level, open_levels
from scenewright.scene.english import cardinal
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["Slot", "add_shelves", "shelve"]

_MANY = 6
"""Things of one kind from which on they need shelves."""
_LINE = 4
"""Things of one kind from which on they stand in line on the boards."""
_HOLDS = {"shop", "storage", "kitchen"}
_NO_BOARDS = word_set("wardrobe dresser chest basket box bin cooler hamper bucket crate trunk")
_LEAST_BOARD = 0.3
"""Metres: a shorter level is no board."""
_GAP = 0.02
_BOOK_GAP = 0.003
_EDGE = 0.02
_REACH = 1.72
"""Metres: boards above are only used where no other has room."""
_WIDEST = 1.6
_MOST_FILLING = 60
"""Most books for one bookcase that is to be full; of other things as many as stand in one line on each board, and at most half of this."""
_PER_SHELF = 26
"""Things on a shelf that was added."""
_ROWS = 3
_SMALLEST, _FOR_ALL = 0.6, 0.85
"""Of the usual size of a thing: the smallest that it is made to fit one board, and to fit them all."""
_WIDER = (1.0, 1.25, 1.5, 1.8)

_PLAIN = word_set("shelf shelving")
"""Heads of shelves that hold anything."""
_TOP, _BOTTOM = word_set("top upper uppermost highest"), word_set("bottom lower lowest")
_SAID_LEVELS = re.compile(r"\b([a-z]+|\d+)[ -](?:level|tier|tiered|shelf|shelved|board|storey)s?\b")
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on a host, in the host's frame, metres."""

    x: float
    y: float
    z: float


@dataclass
class _Line:
    """The places of one board for things of one size."""

    level: Level
    slots: list[Slot]


def add_shelves(
    description: Description, choices: list[Choice], catalogue: Catalogue
) -> tuple[list[Choice], list[str]]:
    """Choices with emptied shelves where the text fills them, with the number of things that fill them, and with shelves for many small
    things that the text puts nowhere. Returns also notes for the user."""
    by_index = {c.request.index: c for c in choices}
    notes: list[str] = []
    out: list[Choice] = []
    hosts: dict[int, list[int]] = {}
    boxes: list[tuple[int, int]] = []
    choices = without_shown(description, choices, catalogue, notes)
    for link in description.links:
        guest = by_index.get(link.subject)
        if guest is None or link.kind not in ("inside", "on", "with"):
            continue
        for index in link.anchors:
            host = by_index.get(index)
            if host is None:
                continue
            if not _has_boards(host):
                if guest.request.fills and host.support in ("floor", "surface"):
                    boxes.append((index, link.subject))
                continue
            guest.request.fills |= _stands_on_all(guest, host)
            if guest.request.fills:
                guest = by_index[link.subject] = small_for_boards(guest, catalogue)
                by_index[index] = deep_shelf(host, guest, catalogue)
            shown = link.kind == "inside" and is_case(host)
            if fits_on_boards(guest) and (guest.request.fills or link.detail or guest.request.count >= _LINE or shown):
                hosts.setdefault(index, []).append(link.subject)
    for choice in (by_index[c.request.index] for c in choices):
        inside = [by_index[k] for k in hosts.get(choice.request.index, ())]
        filled = bool(inside) or not (is_case(choice) or _holds_books(choice, description))
        place = f"{description.place} {description.zones[0].words}"
        out.append(
            cleared(_with_levels(choice, catalogue), inside, catalogue) if filled else stocked(choice, place, catalogue)
        )
    by_index = {c.request.index: c for c in out}
    for index, subjects in hosts.items():
        host = by_index[index]
        filling = [by_index[k] for k in subjects if by_index[k].request.fills]
        for guest in filling:
            boards = _levels(host, catalogue)
            shape = _fitted(guest, _chosen(boards, "", _Shape(guest)))
            rows = _ROWS if is_case(host) else 1
            each = sum(len(line.slots) for line in _lines(_chosen(boards, "", shape), shape, rows)) // len(filling)
            most = _MOST_FILLING if shape.upright else _MOST_FILLING // 2
            guest.request.count = max(guest.request.count, host.request.count * min(each, most))
        for guest in filling:
            guest.request.fills = False
    for index, subject in boxes:
        host, guest = by_index[index], by_index[subject]
        if guest.request.fills:
            guest.request.fills = False
            each = in_container(open_levels(catalogue, host.ref), guest)
            guest.request.count = host.request.count * each
            if not each:
                out.remove(guest)
    for choice in list(out):
        if (
            choice.request.count >= _MANY
            and choice.support == "surface"
            and (not says_where(description, choice) or stands_behind(description, choice))
        ):
            behind = stands_behind(description, choice)
            if not behind and any(_is_place_for(c, choice, catalogue) for c in out):
                continue
            shelf = _new_shelf(len(description.requests) + len(notes), choice, catalogue)
            if shelf is not None:
                out.append(shelf)
                put_behind(description, choice, shelf)
                number = shelf.request.count
                words = (
                    f"a {shelf.request.words} was" if number == 1 else f"{number} {plural(shelf.request.words)} were"
                )
                notes.append(f"{choice.request.words}: {words} added to hold them")
    return out, notes


def _holds_books(choice: Choice, description: Description) -> bool:
    """Whether shelves of which nobody says what they hold have books: where they are named for it, and where such a place has books."""
    words = choice.request.phrase
    return description.has_books or choice.request.head not in _PLAIN or choice.entry.word in words or "book" in words


def _stands_on_all(guest: Choice, host: Choice) -> bool:
    """Whether things without a number are all that shelves have: *shelves with baskets of rolls*."""
    several = guest.request.at_least and guest.request.count == PLURAL_COUNT and not guest.request.expected
    return several and not host.request.expected and host.request.head in SHELVES


def _with_levels(choice: Choice, catalogue: Catalogue) -> Choice:
    """A shelf with as many levels as its words say, where it comes so: 'a three-level shelf'."""
    said = _SAID_LEVELS.search(choice.request.phrase.lower())
    number = cardinal(said[1]) if said else None
    for kind in ("shelves", "levels", "tiers", "boards"):
        for word, value in choice.entry.variants.get(kind, {}).items():
            if value == number:
                return in_variant(choice, word, catalogue)
    return choice


def _is_place_for(other: Choice, choice: Choice, catalogue: Catalogue) -> bool:
    """Whether many small things find a place on another thing: on its boards, or on a table."""
    if other.request.zone != choice.request.zone or other is choice:
        return False
    return _has_boards(other) and len(_levels(in_variant(other, "empty", catalogue), catalogue)) >= 2


def _new_shelf(index: int, choice: Choice, catalogue: Catalogue) -> Choice | None:
    words = "bookshelf" if _Shape(choice).upright else "shelf"
    request = ObjectRequest(
        index, words, words, catalogue.parse(words), words, "floor",
        math.ceil(choice.request.count / _PER_SHELF), zone=choice.request.zone,
    )  # fmt: skip
    shelf = expected_choice(request, catalogue)
    if shelf is None:
        return None
    return in_variant(shelf, "empty", catalogue)


def _has_boards(choice: Choice) -> bool:
    words = set(choice.entry.word.lower().split())
    return choice.entry.category in _HOLDS and not words & _NO_BOARDS and choice.support in ("floor", "wall")


class _Shape:
    """How a thing stands on a board. `factor`: of its usual size."""

    def __init__(self, choice: Choice, factor: float = 1.0) -> None:
        self.factor = factor
        width, height, depth = (v * factor for v in choice.size)
        self.upright = choice.entry.word.lower() == "book" and height < 0.4 * width
        self.gap = _BOOK_GAP if self.upright else _GAP
        self.width, self.height, self.depth = (height, depth, width) if self.upright else (width, height, depth)


def _levels(host: Choice, catalogue: Catalogue, box: tuple[float, float, float] | None = None) -> list[Level]:
    """The boards of a host, from its top down."""
    ref = host.ref if box is None else catalogue.resolve(host.words, box, 0)
    found = [v for v in inner_boards(host, open_levels(catalogue, ref)) if v.width >= _LEAST_BOARD]
    return sorted(found, key=lambda v: -v.y)


def _lines(levels: list[Level], shape: _Shape, rows: int) -> list[_Line]:
    """Places on each board: lines from left to right as one sees them from the front, the front line first."""
    out = []
    for level in levels:
        if shape.height + 0.01 > level.headroom or shape.depth > level.depth + _EDGE:
            continue
        across = int((level.width - 2 * _EDGE + shape.gap) / (shape.width + shape.gap))
        deep = min(rows, max(1, int((level.depth + _GAP) / (shape.depth + _GAP))))
        if across < 1:
            continue
        pitch = shape.width + shape.gap
        if not shape.upright:
            pitch = (level.width - 2 * _EDGE - shape.width) / max(across - 1, 1) if across > 1 else 0.0
        middle, first = (level.x0 + level.x1) / 2, level.x0 + _EDGE + shape.width / 2
        slots = []
        spare = level.depth - deep * shape.depth - (deep - 1) * _GAP
        for row in range(deep):
            z = level.z1 - min(_EDGE, max(spare, 0.0) / 2) - shape.depth / 2 - row * (shape.depth + _GAP)
            z = max(z, level.z0 + shape.depth / 2) if spare >= 0.0 else (level.z0 + level.z1) / 2
            slots += [Slot(first + k * pitch if across > 1 else middle, level.y, z) for k in range(across)]
        out.append(_Line(level, slots))
    return out


def shelve(items: list[Item], bonds: list[Bond], catalogue: Catalogue) -> None:
    """Give the things that stand in line on boards their hosts and places. Changes items and bonds in place."""
    groups: dict[tuple[int, str], list[Item]] = {}
    piled = {id(b.item) for b in bonds if b.kind == "arranged" and b.detail.startswith("stack")}
    for item in (i for i in items if id(i) not in piled):
        bond = _bond_to_boards(item, bonds)
        if bond is not None and item.host is not None and not item.below:
            groups.setdefault((item.request, bond.detail), []).append(item)
        elif bond is None and item.choice.support == "surface" and _is_loose(item, bonds):
            groups.setdefault((item.request, ""), []).append(item)
    taken: set[tuple[int, float]] = set()
    ordered = sorted(groups.items(), key=lambda g: (not g[0][1], g[0][0]))
    all_named = [_named_hosts(group, bonds) for _, group in ordered]
    in_line = [named for named, (_, group) in zip(all_named, ordered, strict=True) if len(group) >= _LINE]
    for ((_, detail), group), named in zip(ordered, all_named, strict=True):
        shown = _is_shown(group[0], bonds)
        if (len(group) < _LINE and not detail and not shown) or (not named and len(group) < _MANY):
            continue
        zone = group[0].choice.request.zone
        hosts = [
            i
            for i in items
            if i.host is None
            and _has_boards(i.choice)
            and i.choice.request.zone == zone
            and (i.request in named or (not named and len(_levels(i.choice, catalogue)) >= 2))
        ]
        if hosts:
            sharing = 1 if detail or not named else max(in_line.count(named), 1)
            _fill(group, hosts, detail, bonds, catalogue, taken, sharing)
            if named in in_line:
                in_line.remove(named)


def _is_shown(item: Item, bonds: list[Bond]) -> bool:
    """Whether a thing is said to be in a case."""
    bond = _bond_to_boards(item, bonds)
    return bond is not None and bond.kind == "inside" and is_case(bond.anchors[0].choice)


def _named_hosts(group: list[Item], bonds: list[Bond]) -> list[int]:
    """The requests of the shelves that the text puts a group on, each once."""
    return sorted({b.anchors[0].request for i in group if (b := _bond_to_boards(i, bonds)) is not None})


def _bond_to_boards(item: Item, bonds: list[Bond]) -> Bond | None:
    return next(
        (
            b
            for b in bonds
            if b.item is item and b.anchors and b.kind in ("inside", "on", "with") and _has_boards(b.anchors[0].choice)
        ),
        None,
    )


def _is_loose(item: Item, bonds: list[Bond]) -> bool:
    """Whether the text says nothing of where a thing is."""
    return not any(
        (b.item is item and (b.anchors or b.place)) or any(a is item for a in b.anchors)
        for b in bonds
        if b.link != IMPLIED
    )


def _fill(
    group: list[Item],
    hosts: list[Item],
    detail: str,
    bonds: list[Bond],
    catalogue: Catalogue,
    taken: set[tuple[int, float]],
    sharing: int,
) -> None:
    """Put a group on the boards of its hosts, evenly over the boards, in as few lines as it needs. `sharing`: how many groups still come
    onto these boards."""

    def boards(host: Item, box: tuple[float, float, float] | None) -> list[Level]:
        found = _chosen(_free(host, box, catalogue, taken), detail, shape)
        return found[: math.ceil(len(found) / sharing)]

    shape = _fitted(
        group[0].choice, _chosen(_free(hosts[0], hosts[0].box, catalogue, taken), detail, _Shape(group[0].choice))
    )
    share = math.ceil(len(group) / len(hosts))

    def room_on(lines: list[list[_Line]]) -> int:
        return sum(len(one.slots) for own in lines for one in own)

    lines: list[list[_Line]] = []
    for wider in _WIDER:
        box = _wider(hosts[0], wider)
        if box is None and wider > 1.0:
            break
        found: list[list[_Line]] = []
        for rows in range(1, _ROWS + 1):
            found = [_lines(boards(host, box), shape, rows) for host in hosts]
            if room_on(found) >= len(group):
                break
        enough = room_on(found) >= len(group)
        if enough or not lines:  # shelves are only made wider where that is enough
            lines = found
        if enough:
            if wider > 1.0:
                for host in hosts:
                    host.box = box
            break
    waiting = list(group)
    for host, own in zip(hosts, lines, strict=True):
        capacity = sum(len(one.slots) for one in own)
        here = min(max(share, 1), capacity, len(waiting))
        if host is hosts[-1]:
            here = min(capacity, len(waiting))
        for line, count in zip(own, evenly(here, [len(one.slots) for one in own]), strict=True):
            if count:
                taken.add((id(host), round(line.level.y, 3)))
            for slot in _spread(line.slots, count, shape):
                item = waiting.pop(0)
                _put(item, host, slot, shape, bonds)


def _fitted(choice: Choice, levels: list[Level]) -> _Shape:
    """A thing as it fits on the largest of the boards: a little smaller than usual where it must be."""
    shape = _Shape(choice)
    factors = [min(1.0, (v.headroom - 0.015) / shape.height, (v.depth + _EDGE - 0.001) / shape.depth) for v in levels]
    factor = max(factors, default=1.0)
    if min(factors, default=0.0) >= _FOR_ALL:
        factor = min(factors)
    return _Shape(choice, factor) if _SMALLEST <= factor < 1.0 else shape


def _free(
    host: Item, box: tuple[float, float, float] | None, catalogue: Catalogue, taken: set[tuple[int, float]]
) -> list[Level]:
    return [v for v in _levels(host.choice, catalogue, box or host.box) if (id(host), round(v.y, 3)) not in taken]


def _wider(host: Item, factor: float) -> tuple[float, float, float] | None:
    width, height, depth = host.size
    if factor == 1.0:
        return host.box
    return (round(width * factor, 2), height, depth) if width * factor <= max(_WIDEST, width) else None


def _chosen(levels: list[Level], detail: str, shape: _Shape) -> list[Level]:
    """The boards that the text means, from the top down; boards out of reach only where there are no others."""
    fitting = [v for v in levels if v.headroom >= _SMALLEST * shape.height + 0.01]
    within = [v for v in fitting if v.y <= _REACH] or fitting
    said = set(detail.split())
    if not within or not said:
        return sorted(within, key=lambda v: abs(v.y - 1.1)) if not said else within
    upward = within[::-1]
    if said & _TOP:
        inner = [v for v in within if v.headroom != float("inf")]
        return inner[:1] if len(inner) > 1 else within[:1]  # the lid of a bookcase is no level of it
    if said & _BOTTOM:
        return upward[:1]
    if said & {"middle", "center", "centre", "eye"}:
        return [upward[len(upward) // 2]]
    number = next((n for word, n in _ORDINALS.items() if word in said), None)
    return [upward[min(number, len(upward) - 1)]] if number is not None else within


def _spread(slots: list[Slot], count: int, shape: _Shape) -> list[Slot]:
    """`count` of the places of a board: books close together from the left, other things evenly along the line."""
    if shape.upright or count >= len(slots) or count == 0:
        return slots[:count]
    across = len({round(s.x, 4) for s in slots})
    if count >= across:
        return slots[:count]
    step = across / count
    return [slots[int((k + 0.5) * step)] for k in range(count)]


def _put(item: Item, host: Item, slot: Slot, shape: _Shape, bonds: list[Bond]) -> None:
    item.host, item.slot, item.upright, item.stands = host, (slot.x, slot.y, slot.z), shape.upright, ""
    if shape.factor < 1.0:
        width, height, depth = (round(v * shape.factor, 3) for v in item.choice.size)
        item.box = (width, height, depth)
    found = False
    for k, bond in enumerate(bonds):
        if bond.item is item and bond.anchors and bond.kind in ("inside", "on", "with"):
            bonds[k] = replace(bond, kind="on" if bond.kind == "with" else bond.kind, anchors=(host,))
            found = True
    if not found:
        bonds.append(Bond("on", item, (host,), link=IMPLIED))
