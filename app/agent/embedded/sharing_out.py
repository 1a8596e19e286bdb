"""Places of which each of several things gets its own: *each lamp above its table*, *the plants in the two front corners*."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import Destination
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.semantics.words import plural, singular

__all__ = ["corner_of", "is_its_own", "shared_out", "shared_words"]

_ITS = re.compile(r"^(?:the (?:middle|centre) of )?(?:its|their)(?: own)? (?P<noun>.+)$")
_CORNERS = ("back_left", "back_right", "front_left", "front_right")


def is_its_own(phrase: str) -> bool:
    """Whether a place is of each thing's own: *its table*."""
    return _ITS.match(phrase) is not None


def shared_out(work: Work, paths: Sequence[str], where: Destination) -> dict[str, Destination]:
    """The destination of each thing; none where a destination is one for all.

    Raises:
        CannotDo: nothing of what is named is here, or there are no corners.
    """
    if where.kind == "corners":
        nearest = _paired(_corner_points(work, _ways(where)), {p: work.stage.point_of(p) for p in paths})
        return {path: Destination("corner", way=way) for path, way in nearest.items()}
    own = _ITS.match(where.what[0]) if len(where.what) == 1 else None
    if own is None:
        return {}
    targets = work.things.find(f"all the {plural(singular(own['noun']))}")
    nearest = _paired({t: work.stage.point_of(t) for t in targets}, {p: work.stage.point_of(p) for p in paths})
    return {path: replace(where, what=(target,)) for path, target in nearest.items()}


def corner_of(where: Destination, rank: int) -> Destination:
    """The corner of the new thing of that rank, where several are added in corners."""
    ways = _ways(where)
    return Destination("corner", way=ways[rank % len(ways)])


def shared_words(where: Destination) -> str:
    """How things were shared out, in words."""
    if where.kind == "corners":
        return f"into the {where.way} corners".replace("  ", " ")
    own = _ITS.match(where.what[0])
    return f"each {where.relation.replace('_', ' ')} its {own['noun']}" if own is not None else ""


def _paired(places: Mapping[str, tuple[float, float]], things: Mapping[str, tuple[float, float]]) -> dict[str, str]:
    """The place of each thing, the nearest pairs first; a place is given twice only where there are fewer places than things."""
    pairs = sorted(
        (math.dist(at, there), path, place) for path, at in things.items() for place, there in places.items()
    )
    given: dict[str, str] = {}
    for _, path, place in pairs:
        if path not in given and (place not in given.values() or len(places) < len(things)):
            given[path] = place
    return given


def _ways(where: Destination) -> list[str]:
    """The corners that are meant: the two of a side, or all."""
    return [way for way in _CORNERS if not where.way or where.way in way.split("_")]


def _corner_points(work: Work, ways: Sequence[str]) -> dict[str, tuple[float, float]]:
    room = work.stage.scene.room
    if room is None:
        raise CannotDo("There are no corners here.", ("move it 30 cm to the left",))
    x, z = room.width / 2, room.depth / 2
    return {way: (x if "right" in way else -x, z if "front" in way else -z) for way in ways}
