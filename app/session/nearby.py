"""Puts a new thing near another by custom: a chair before a desk, turned to it, a lamp at an end of a sofa."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.furnishing.furniture import Furniture, NamedFurniture, NamedTie
from scenewright.app.furnishing.places_around import places_around
from scenewright.app.furnishing.traits import is_desk, is_sat_at, is_seat, is_sofa, is_table
from scenewright.scene.errors import EditError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Arrange, ArrangeResult, EditResult, Placement, apply_edit
from scenewright.scene.model import FloatArray, Scene

if TYPE_CHECKING:
    from shapely import Polygon

    from scenewright.app.session.derived import Derived
    from scenewright.scene.layout import JudgedScene

__all__ = ["PlacingSession", "put_near"]

_TRIED = 6
"""Most places that are written and judged by exact geometry."""
_FLAT = 0.03
"""Metres: other things may stand on what is this low, such as a rug."""
_CORNERS = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
_SKIN = 0.01
"""Metres that stay free between two boxes."""
_AT_TABLE = 0.3
"""Metres between a table and a seat that is still at it."""
_SCREENS = frozenset({"tv", "television", "media"})
"""Words of furniture that people look at."""
_LOW = 0.62
_WIDE = 0.7
"""Metres: a table this low and this wide stands before a sofa, a smaller one at its end."""


class PlacingSession(Protocol):
    """What a place is found in: an open session."""

    derived: Derived

    def evaluate_text(self, source: str) -> Scene: ...


def put_near(result: EditResult, near: str, setting: PlacingSession, *, job: Job) -> EditResult | None:
    """The result of an edit that added a thing near the instance `near`, with the first customary place for it that is free.

    Places are tried in the order of custom, which goes outwards. None where both are not single things on the floor, or no such place is
    free of collisions, supported, in the room, and near.

    Raises:
        LayoutError: the scene cannot be judged.
        JobCancelled: the job was cancelled.
    """
    judged = setting.derived.judged(result.scene, job=job)
    new, anchor = (_floor_body(judged, path) for path in (result.path, result.scene.find(near).path))
    if new is None or anchor is None:
        return None
    for pose in _free_places(judged, new, anchor)[:_TRIED]:
        job.check()
        put = _written(result, pose, setting)
        if put is not None and not _faulty(setting.derived.judged(put.scene, job=job), result.path):
            return put
    return None


def _floor_body(judged: JudgedScene, path: str) -> int | None:
    """The number of the one body below a path, if it stands on the floor."""
    from scenewright.scene.layout import Support

    bodies = judged.problem.bodies
    found = [i for i, other in enumerate(bodies.path) if other == path or other.startswith(f"{path}/")]
    return found[0] if len(found) == 1 and bodies.support[found[0]] is Support.FLOOR else None


def _free_places(judged: JudgedScene, new: int, anchor: int) -> list[FloatArray]:
    """(4,) poses of the body `new` in the world, around the body `anchor` and in the order of custom, in which no box meets another or a
    wall, and which are on a rug or beside it."""
    from scenewright.scene.layout.bodies import loose_bodies

    bodies = judged.problem.bodies
    at = bodies.initial[anchor]
    around = Footprint(float(at[0]), float(at[2]), *map(float, bodies.half[anchor]), float(np.degrees(at[3])) % 360.0)
    own = Footprint(0.0, 0.0, *(float(half) + _SKIN / 2.0 for half in bodies.half[new]))
    room = judged.scene.room
    height = float(bodies.height[new])
    rugs: list[tuple[Polygon, float]] = []
    others: list[Footprint] = []
    loose = loose_bodies(judged.scene, bodies)
    for i, (x, y, z, yaw) in enumerate(bodies.initial.tolist()):
        top = y + float(bodies.height[i])
        if loose[i]:
            continue
        if i != new and top <= _FLAT:
            rugs += [(_in_world(s.polygon, bodies.initial[i]), top) for s in bodies.surfaces[i]]
        elif i != new and y < height:
            others.append(Footprint(x, z, *map(float, bodies.half[i]), float(np.degrees(yaw)) % 360.0))
    poses = []
    for x, z, turn in _customary(judged, new, anchor):
        foot = own.placed(x, z, turn).placed(around.x, around.z, around.turn)
        x0, x1, z0, z1 = foot.box
        inside = room is None or (max(-x0, x1) <= room.width / 2.0 + _SKIN and max(-z0, z1) <= room.depth / 2.0 + _SKIN)
        if not inside or any(foot.overlaps(other) for other in others):
            continue
        pose = np.array([foot.x, 0.0, foot.z, np.radians(foot.turn)])
        below = _rug_below(_in_world(_CORNERS * [own.half_width, own.half_depth], pose), rugs)
        if below is not None:
            pose[1] = bodies.ground + below
            poses.append(pose)
    return poses


def _in_world(polygon: FloatArray, pose: FloatArray) -> Polygon:
    """A polygon (V, 2) of (x, z) in the frame of a body, in that of the room."""
    import shapely

    from scenewright.scene.layout import planar_rotation

    return shapely.Polygon(polygon @ planar_rotation(pose[3]).T + pose[[0, 2]])


def _rug_below(foot: Polygon, rugs: list[tuple[Polygon, float]]) -> float | None:
    """The height of the highest rug that a thing stands on, 0 beside all; None where it stands on an edge of one."""
    met = [(rug.covers(foot), top) for rug, top in rugs if rug.intersects(foot)]
    return None if not all(covers for covers, _ in met) else max((top for _, top in met), default=0.0)


def _customary(judged: JudgedScene, new: int, anchor: int) -> Iterator[tuple[float, float, float]]:
    """(x, z, turn) in the frame of the anchor, best first: metres, and degrees about +y."""
    item, other = (_named(judged, body) for body in (new, anchor))
    sits = is_seat(item) or is_sofa(item)
    if is_seat(item) and (is_desk(other) or (is_table(other) and other.height > _LOW)):
        seats = places_around(item, other, NamedTie("seat"))
        # a seat in a second row is at no table: it goes beside it
        yield from (place for place in seats if _gap(place, item, other) < _AT_TABLE)
    elif sits and (is_sat_at(other) or _SCREENS & set(other.words)):
        yield from places_around(item, other, NamedTie("facing"))
    elif is_table(item) and item.height < _LOW and item.width >= _WIDE and is_sofa(other):
        yield from places_around(item, other, NamedTie("in_front_of"))
    yield from places_around(item, other, NamedTie("beside"))


def _gap(place: tuple[float, float, float], item: Furniture, anchor: Furniture) -> float:
    """Metres between an anchor and a thing that faces one of its sides, at a place (x, z, turn) in its frame."""
    x, z, _ = place
    return max(abs(x) - anchor.width / 2.0, abs(z) - anchor.depth / 2.0) - item.depth / 2.0


def _named(judged: JudgedScene, body: int) -> Furniture:
    """A body by what the lexicon calls it; by its own name where it knows no such thing."""
    from scenewright.scene.semantics.words import default_lexicon, words_of_scene

    bodies = judged.problem.bodies
    width, depth = (2.0 * float(half) for half in bodies.half[body])
    row = int(bodies.row[body])
    found = words_of_scene(judged.scene, default_lexicon(), rows=[row])
    texts = [*found[0].things, *found[0].names] if found else []
    said = frozenset(word for text in (found[0].texts if found else ()) for word in text.split())
    words = tuple(texts[0].lower().split()) if texts else ()
    return NamedFurniture(words, width, float(bodies.height[body]), depth, said=said)


def _written(result: EditResult, pose: FloatArray, setting: PlacingSession) -> EditResult | None:
    x, y, z, yaw = (float(v) for v in pose)
    placement = Placement(result.path, (x, y, z), yaw)
    try:
        put = apply_edit(result.source, Arrange(poses=(placement,)), setting.evaluate_text, scene=result.scene)
    except EditError:
        return None  # the layout has other ways to write a pose
    if not isinstance(put, ArrangeResult) or put.failed:
        return None
    return replace(result, source=put.source, scene=put.scene)


def _faulty(judged: JudgedScene, path: str) -> bool:
    """Whether something is wrong with a thing where it stands: a violation, or a relation that names it."""
    inside = [other == path or other.startswith(f"{path}/") for other in judged.problem.bodies.path]
    if any(p == path or p.startswith(f"{path}/") for v in judged.faults.violations for p in v.paths):
        return True
    stated = zip(judged.problem.constraints, judged.faults.relations, strict=False)
    return any(not held.satisfied and any(inside[i] for i in c.items) for c, held in stated)
