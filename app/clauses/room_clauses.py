"""Clauses on the room: its kind, size, doors, windows and the looks of its surfaces."""

from __future__ import annotations

from collections.abc import Iterator

from scenewright.app.clauses.clause import Clause
from scenewright.app.clauses.evidence import ClauseEvidence, a_thing, listed, number_word, plural_of
from scenewright.app.clauses.surface_match import SurfaceMatch
from scenewright.scene.language.vocabulary import find_color

__all__ = ["room_clauses"]

_OFF = 0.06
"""Metres by which a stated width or depth may be missed."""
_SMALLER, _LARGER = 0.95, 1.05
"""Shares of the usual area from which a room is small or large."""
_NARROW = 1.7
"""How many times as long as wide a long room is, at least."""
_NAMED = 4
_MATERIAL_SHARE = 0.2


def room_clauses(evidence: ClauseEvidence) -> Iterator[Clause]:
    """The clauses on the room of a scene."""
    asked, room = evidence.asked.room, evidence.graph.room
    if asked.kind:
        yield _kind(evidence)
    if asked.dimensions is not None:
        yield _dimensions(evidence, asked.dimensions)
    if asked.long:
        yield _long(evidence)
    if asked.size:
        yield _size(evidence, asked.size)
    for kind, count in (("door", asked.doors), ("window", asked.windows)):
        if count:
            found = len(evidence.openings(kind))
            says = a_thing(kind) if count == 1 else f"{number_word(count)} {plural_of(kind)}"
            why = "" if found >= count else "there is none" if found == 0 else f"there are {number_word(found)}"
            yield Clause("room", says, found >= count, why, says)
    for place, look in asked.surfaces:
        yield _surface(evidence, place, look)
    if evidence.asked.light:
        yield Clause(
            "room",
            f"the light is {evidence.asked.light}",
            None,
            "nothing measures the mood of the light",
            evidence.asked.light,
        )
    for other in evidence.asked.others:
        yield Clause(
            "room", f"also {a_thing(other)}", None, "nothing tells where one room ends and the other begins", other
        )
    if room is None and not asked.outdoor and asked.kind:
        yield Clause("room", "walls and a floor", False, "the scene has no room", asked.kind)


def _kind(evidence: ClauseEvidence) -> Clause:
    """A kind of room is shown by what belongs there: what a recipe added, and what the text named itself."""
    asked = evidence.asked
    says = f"it is {a_thing(asked.room.kind)}"
    added = [k for k, thing in enumerate(asked.things) if thing.added and evidence.instances[k]]
    if not asked.room.known:
        return Clause(
            "room", says, None, f"no recipe was asked what belongs in {a_thing(asked.room.kind)}", asked.room.kind
        )
    if not added and not any(evidence.instances):
        return Clause("room", says, False, "it is empty", asked.room.kind)
    if not added:
        return Clause("room", says, None, "it has only what the text names", asked.room.kind)
    names = list(dict.fromkeys(a_thing(asked.things[k].noun) for k in added))[:_NAMED]
    return Clause("room", f"{says}, with {listed(names)}", True)


def _dimensions(evidence: ClauseEvidence, wanted: tuple[float | None, float | None]) -> Clause:
    room = evidence.graph.room
    stated = [metres for metres in wanted if metres is not None]
    says = f"the room is {' by '.join(f'{metres:g} m' for metres in stated)}{'' if len(stated) == 2 else ' long'}"
    if room is None:
        return Clause("room", says, None, "there are no walls to measure", says)
    sides = (room.width, room.depth)
    fits = any(
        all(metres is None or abs(side - metres) <= _OFF for side, metres in zip(turned, wanted, strict=True))
        for turned in (sides, sides[::-1])
    )
    return Clause("room", says, fits, "" if fits else f"it is {room.width:g} m by {room.depth:g} m", says)


def _long(evidence: ClauseEvidence) -> Clause:
    room = evidence.graph.room
    says = "the room is long and narrow"
    if room is None:
        return Clause("room", says, None, "there are no walls to measure", says)
    fits = max(room.width, room.depth) >= _NARROW * min(room.width, room.depth)
    return Clause("room", says, fits, "" if fits else f"it is {room.width:g} m by {room.depth:g} m", says)


def _size(evidence: ClauseEvidence, size: str) -> Clause:
    room, usual = evidence.graph.room, evidence.asked.room.usual_area
    says = f"the room is {size}"
    if room is None or usual is None:
        return Clause("room", says, None, "nothing says how large it usually is", says)
    area = room.width * room.depth
    small = size == "small"
    fits = area <= _SMALLER * usual if small else area >= _LARGER * usual
    return Clause("room", says, fits, "" if fits else f"it has {area:.0f} square metres; {usual:.0f} are usual", says)


def _surface(evidence: ClauseEvidence, place: str, look: str) -> Clause:
    nodes = [
        n for n, node in enumerate(evidence.graph.nodes) if node.kind == "room" and node.name.partition("_")[0] == place
    ]
    says = f"the {plural_of(place) if place == 'wall' else place} {'are' if place == 'wall' else 'is'} {look}"
    if not nodes:
        return Clause("room", says, None, f"the scene shows no {place}", f"{look} {place}")
    surfaces = SurfaceMatch(evidence)
    colored = find_color(look) is not None
    fits = [
        surfaces.has_color(n, look) if colored else surfaces.material_share(n, look, colored=False) >= _MATERIAL_SHARE
        for n in nodes
    ]
    if any(fits):
        return Clause("room", says, True)
    now = surfaces.spoken(nodes[0])
    if not colored and surfaces.tinted(nodes[0], look):
        return Clause("room", says, None, f"it has the color of {look}, and looks do not tell more", f"{look} {place}")
    return Clause("room", says, False, f"it is {now}" if now else "it shows no color", f"{look} {place}")
