"""Written relations to what they mean in a scene: the instances behind their names, and the nearest of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from scene.language.adjusts import GONE
from scene.language.relations import NAME_PARAMETERS, RelationCall
from scene.language.session import Session
from scene.language.shapes import Shape
from scene.model import Relation, Scene
from scene.paths import nearest_paths, resolve

__all__ = ["named_rows", "resolve_relation"]


def resolve_relation(
    session: Session, scene: Scene, call: RelationCall, here: int, shape_rows: Mapping[int, int], kept: Sequence[int]
) -> list[Relation]:
    """A written relation as resolved ones: several instances as `a` make one each, `b` is the nearest.

    Args:
        here: the row in whose call it was written, -1 at module level: names are looked up inside it first.
        shape_rows: the row of a node before the adjusts, by the node's ``id``.
        kept: the new row, or GONE, of each of these.
    """
    arguments = dict(call.arguments)
    rows: dict[str, list[int]] = {}
    for name in NAME_PARAMETERS[call.kind]:
        value = arguments[name]
        listed = value if isinstance(value, list) else [value]
        found: list[int] = []
        for one in listed:
            if isinstance(one, Shape):
                row = next((shape_rows[id(p.node)] for p in one.parts() if id(p.node) in shape_rows), None)
                hits = [] if row is None or kept[row] == GONE else [kept[row]]
            else:
                hits = named_rows(scene, one, here)
            if not hits:
                session.warn(f"{call.kind}: there is no instance {one!r}{_near_hint(scene, one)}", call.span)
            found.extend(hits)
        rows[name] = found
        arguments[name] = (
            [_shown(scene, v, kept, shape_rows) for v in listed]
            if isinstance(value, list)
            else _shown(scene, value, kept, shape_rows)
        )
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


def _shown(scene: Scene, value: Any, kept: Sequence[int], shape_rows: Mapping[int, int]) -> str:
    if not isinstance(value, Shape):
        return str(value)
    row = next((shape_rows[id(p.node)] for p in value.parts() if id(p.node) in shape_rows), None)
    return "" if row is None or kept[row] == GONE else scene.paths[kept[row]]


def named_rows(scene: Scene, name: str, here: int) -> list[int]:
    """Inside the instance first, then anywhere; walls, doors and windows also by their bare names."""
    if here > 0:
        inside = [r for r in resolve(scene, name, within=here) if r != here]
        if inside:
            return inside
    hits = resolve(scene, name)
    if hits or scene.room is None:
        return hits
    plain = name.strip().lower().replace(" ", "_")
    for candidate in (f"room/{plain}", f"room/wall_{plain}", f"room/wall_{plain.removesuffix('_wall')}"):
        hits = resolve(scene, candidate)
        if hits:
            return hits
    if plain in ("wall", "walls"):
        return [r for w in ("left", "right", "back", "front") for r in resolve(scene, f"room/wall_{w}")]
    if plain == "ceiling":
        return resolve(scene, "room")
    return []


def _near_hint(scene: Scene, name: Any) -> str:
    near = nearest_paths(scene, str(name)) if isinstance(name, str) else []
    return f"; the nearest: {', '.join(near)}" if near else ""


def _nearest(
    session: Session, scene: Scene, call: RelationCall, of: list[int], among: list[int], name: str
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
