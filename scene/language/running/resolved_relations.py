"""Resolves the names in relations to instances of the scene; of several instances the nearest is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from scenewright.scene.language.relations import ANY_WALL, KINDS, WALLS, wall_named
from scenewright.scene.language.running.adjusts import GONE
from scenewright.scene.language.vocabulary import NAME_PARAMETERS, Evaluation, RelationCall, Shape
from scenewright.scene.model import NodeKind, Relation, Scene
from scenewright.scene.paths import nearest_paths, resolve

__all__ = ["named_rows", "resolve_relation"]

_HINTS = 60
"""After so many warnings no similar names are searched for missing ones: each search takes milliseconds."""

_AT_POINT = 0.3
"""Greatest distance in metres from the side of a thing at which a point means the thing; else it means the room."""

_FLAT = 0.1
"""A point never means a thing that is flatter than this share of its shorter side, such as a rug or the ground."""


def resolve_relation(
    session: Evaluation, scene: Scene, call: RelationCall, here: int, shape_rows: Mapping[int, int], kept: Sequence[int]
) -> list[Relation]:
    """Resolve a written relation. Each of several instances of `a` gives a relation of its own; of `b` the nearest is taken.

    Args:
        here: the row of the instance whose call made the relation, -1 at module level. Names are searched inside it first.
        shape_rows: the row of each node before the adjusts, by the node's ``id``.
        kept: for each row before the adjusts the row after them, or GONE.
    """
    names = _Names(session, scene, call, here, shape_rows, kept)
    arguments = dict(call.arguments)
    rows: dict[str, list[int]] = {}
    for name in NAME_PARAMETERS[call.kind]:
        if name in arguments:
            rows[name] = names.rows(arguments[name], but=rows.get("a", ()))
            arguments[name] = names.shown(arguments[name])
    if arguments.get("wall") is not None and arguments["wall"] not in WALLS:
        found = names.rows(arguments["wall"], warn=False)
        arguments["wall"] = names.shown(arguments["wall"])
        if found:
            rows["wall"] = found
    if call.kind == "around" and len(rows["items"]) == 1 < len(rows["b"]) and len(call.arguments["items"]) == 1:
        rows["items"], rows["b"] = rows["b"], rows["items"]
        (middle,) = arguments["items"]
        arguments["items"], arguments["b"] = [arguments["b"]], middle
    scope = None if here < 0 else scene.paths[here]

    def relation(paths: dict[str, list[int]]) -> Relation:
        return Relation(
            call.kind,
            arguments,
            {k: tuple(scene.paths[i] for i in v) for k, v in paths.items()},
            call.weight,
            call.hard,
            scope,
            call.span,
        )

    if "items" in rows:
        if "b" in rows:
            rows["b"] = _nearest(session, scene, call, rows["items"][:1], rows["b"], "b")
        return [relation(rows)]
    several = len(rows["a"]) > 1 and not isinstance(arguments["a"], list)
    if several:
        session.warn(
            f"{call.kind}: '{arguments['a']}' names {len(rows['a'])} instances: it holds for each of them", call.span
        )
    out = []
    for first in [[a] for a in rows["a"]] or [[]]:
        paths: dict[str, list[int]] = {"a": first}
        for other in (n for n in rows if n != "a"):
            paths[other] = _nearest(session, scene, call, paths["a"], rows[other], other)
        out.append(relation(paths))
    return out


class _Names:
    """Finds the instances that the names of one relation mean."""

    def __init__(
        self,
        session: Evaluation,
        scene: Scene,
        call: RelationCall,
        here: int,
        shape_rows: Mapping[int, int],
        kept: Sequence[int],
    ) -> None:
        self.session, self.scene, self.call, self.here = session, scene, call, here
        self.shape_rows, self.kept = shape_rows, kept

    def rows(self, value: Any, *, but: Sequence[int] = (), warn: bool = True) -> list[int]:
        """Rows of the instances that a name, a shape, a point or a list of them means; a warning for each that means none.
        `but`: rows that a point does not mean."""
        found: list[int] = []
        for one in value if isinstance(value, list) else [value]:
            hits = self.rows_at(one, but) if isinstance(one, tuple) else self.rows_of_one(one)
            if not hits and warn:
                self.session.warn(f"{self.call.kind}: there is no instance {one!r}{self.hint(one)}", self.call.span)
            found.extend(hits)
        return found

    def rows_of_one(self, one: Any) -> list[int]:
        if isinstance(one, Shape):
            row = self.row_of_shape(one)
            return [] if row is None else [row]
        if not KINDS[self.call.kind].solved and _is_root(self.scene, one):
            return [0]  # the whole scene
        return named_rows(self.scene, one, self.here)

    def row_of_shape(self, shape: Shape) -> int | None:
        row = next((self.shape_rows[id(p.node)] for p in shape.parts() if id(p.node) in self.shape_rows), None)
        return None if row is None or self.kept[row] == GONE else self.kept[row]

    def rows_at(self, point: tuple[float, float, float], but: Sequence[int]) -> list[int]:
        """Row of the smallest placed thing at a point (3,) of the instance's frame, else of the room."""
        scene = self.scene
        world = np.eye(4) if self.here < 0 else scene.world_from_local[self.here]
        x, _, z = (world @ np.array([*point, 1.0]))[:3]
        best: tuple[float, int] | None = None
        for row in np.flatnonzero((scene.nodes.place >= 0) | (scene.nodes.kind == NodeKind.ASSET)).tolist():
            low, high = scene.entity(row).bounds
            wide, tall, deep = (high - low).tolist()
            outside = max(low[0] - x, x - high[0], low[2] - z, z - high[2])
            if outside > _AT_POINT or row in (self.here, *but) or tall < _FLAT * min(wide, deep):
                continue
            size = wide * deep
            if best is None or size < best[0]:
                best = (size, row)
        return _whole(scene) if best is None else [best[1]]

    def shown(self, value: Any) -> Any:
        """The names as written; for a shape, the path of its instance."""
        if isinstance(value, list):
            return [self.shown(one) for one in value]
        if isinstance(value, Shape):
            row = self.row_of_shape(value)
            return "" if row is None else self.scene.paths[row]
        if isinstance(value, tuple):
            return "({:g}, {:g}, {:g})".format(*value)
        return str(value)

    def hint(self, name: Any) -> str:
        if not isinstance(name, str) or len(self.session.warnings) > _HINTS:
            return ""
        near = nearest_paths(self.scene, name)
        return f"; the nearest: {', '.join(near)}" if near else ""


def named_rows(scene: Scene, name: str, here: int) -> list[int]:
    """Rows that a name means, inside the instance `here` first, then anywhere. Walls, doors and windows need no path.

    The root, 'scene' and 'room' mean the room. In a scene without a room they, and 'floor', mean the root, which then stands
    for the ground.
    """
    if here > 0:
        inside = [r for r in resolve(scene, name, within=here) if r != here]
        if inside:
            return inside
    hits = resolve(scene, name)
    if hits == [0] and len(scene) > 1:
        return _whole(scene)
    if hits:
        return hits
    plain = name.strip().lower().replace(" ", "_")
    if scene.room is None:
        return [0] if plain in ("scene", "room", "floor", "ground", "room/floor") else []
    for candidate in (f"room/{plain}", f"room/wall_{plain}", f"room/wall_{plain.removesuffix('_wall')}"):
        hits = resolve(scene, candidate)
        if hits:
            return hits
    if plain in ("wall", "walls"):
        return [r for w in ("left", "right", "back", "front") for r in resolve(scene, f"room/wall_{w}")]
    if plain in ("scene", "room", "ceiling", "room/ceiling"):
        return _whole(scene)
    if plain == "ground":
        return resolve(scene, "room/floor")
    wall = wall_named(name)
    return [] if wall is None or wall == ANY_WALL else resolve(scene, f"room/wall_{wall}")


def _is_root(scene: Scene, name: str) -> bool:
    plain = name.strip().strip("/")
    return plain == scene.paths[0] or (plain == "scene" and not resolve(scene, "scene"))


def _whole(scene: Scene) -> list[int]:
    """Row of the room; of the root, which stands for the ground, where there is no room."""
    rooms = [] if scene.room is None else resolve(scene, scene.room.path)
    return rooms[:1] or [0]


def _nearest(
    session: Evaluation, scene: Scene, call: RelationCall, of: list[int], among: list[int], name: str
) -> list[int]:
    if len(among) < 2 or not of:
        return among
    boxes = {i: scene.entity(i).bounds for i in (*of, *among)}

    def gap(i: int) -> float:
        a, b = boxes[of[0]], boxes[i]
        return float(np.linalg.norm(np.maximum(0.0, np.maximum(a[0] - b[1], b[0] - a[1])))) + 1e-6 * float(
            np.linalg.norm(a.mean(axis=0) - b.mean(axis=0))
        )

    best = min((i for i in among if i not in of), key=gap, default=among[0])
    session.warn(
        f"{call.kind}: several instances match '{name}': the nearest, {scene.paths[best]}, was taken", call.span
    )
    return [best]
