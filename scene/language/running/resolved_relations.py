"""Written relations to what they mean in a scene: the instances behind their names, and the nearest of several."""

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
"""Warnings after which the closest names of what is missing are no longer looked for: it takes milliseconds each."""

_AT_POINT = 0.3
"""Metres from the side of a thing within which a point means the thing; else it means the room."""

_FLAT = 0.1
"""What is flatter than this share of its lesser side (a rug, the ground) is not meant by a point on it."""


def resolve_relation(
    session: Evaluation, scene: Scene, call: RelationCall, here: int, shape_rows: Mapping[int, int], kept: Sequence[int]
) -> list[Relation]:
    """A written relation as resolved ones: several instances as `a` make one each, `b` is the nearest.

    Args:
        here: the row in whose call it was written, -1 at module level: names are looked up inside it first.
        shape_rows: the row of a node before the adjusts, by the node's ``id``.
        kept: the new row, or GONE, of each of these.
    """
    names = _Names(session, scene, call, here, shape_rows, kept)
    arguments = dict(call.arguments)
    rows: dict[str, list[int]] = {}
    for name in NAME_PARAMETERS[call.kind]:
        if name in arguments:
            rows[name] = names.rows(arguments[name], but=rows.get("a", ()))
            arguments[name] = names.shown(arguments[name])
    if arguments.get("wall") is not None and arguments["wall"] not in WALLS:
        found = names.rows(arguments["wall"], told=False)
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
    """What the names of one relation stand for."""

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

    def rows(self, value: Any, *, but: Sequence[int] = (), told: bool = True) -> list[int]:
        """The instances of a name, a shape, a point or a list of them; a warning where there is none. `but`: what does not
        stand at a point that it is asked of."""
        found: list[int] = []
        for one in value if isinstance(value, list) else [value]:
            hits = self.rows_at(one, but) if isinstance(one, tuple) else self.rows_of_one(one)
            if not hits and told:
                self.session.warn(f"{self.call.kind}: there is no instance {one!r}{self.hint(one)}", self.call.span)
            found.extend(hits)
        return found

    def rows_of_one(self, one: Any) -> list[int]:
        if isinstance(one, Shape):
            row = self.row_of_shape(one)
            return [] if row is None else [row]
        if not KINDS[self.call.kind].solved and _is_root(self.scene, one):
            return [0]  # all that there is
        return named_rows(self.scene, one, self.here)

    def row_of_shape(self, shape: Shape) -> int | None:
        row = next((self.shape_rows[id(p.node)] for p in shape.parts() if id(p.node) in self.shape_rows), None)
        return None if row is None or self.kept[row] == GONE else self.kept[row]

    def rows_at(self, point: tuple[float, float, float], but: Sequence[int]) -> list[int]:
        """What stands at a point of the instance's frame: the smallest thing that was placed there, else the room."""
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
        """The names as they were written; the path of what a shape is."""
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
    """Inside the instance first, then anywhere; walls, doors and windows also by their bare names.

    The root, 'scene' and 'room' are the room; where there is none they, and the floor, are the root, which stands for the
    ground then.
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
    """The room; the root, which stands for the ground, where there is none."""
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
        f"{call.kind}: several instances fit as '{name}': the nearest, {scene.paths[best]}, was taken", call.span
    )
    return [best]
