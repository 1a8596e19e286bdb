"""From the shape that a program returned to a Scene: rows, paths, adjusts, lights, relations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from scene.bounds import bounds_in_frame
from scene.language.annotations import Targeted, in_world
from scene.language.blocks import Cuboid, carve
from scene.language.session import Session
from scene.language.shapes import Node, Part, Shape
from scene.model import (
    Adjust,
    Camera,
    Environment,
    FloatArray,
    Light,
    NodeKind,
    NodeTable,
    PrimitiveKind,
    Relation,
    Room,
    Scene,
    slug,
)

__all__ = ["build_scene", "named_rows"]

_IDENTITY = np.eye(4)
_NO_SPAN = (-1, -1, -1, -1)
_NAN3 = (np.nan, np.nan, np.nan)


@dataclass
class _Strings:
    index: dict[str, int] = field(default_factory=dict)

    def __call__(self, text: str | None) -> int:
        return -1 if text is None else self.index.setdefault(text, len(self.index))


@dataclass
class _Rows:
    """The columns while they grow."""

    parent: list[int] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)
    primitive: list[int] = field(default_factory=list)
    word: list[int] = field(default_factory=list)
    phrase: list[int] = field(default_factory=list)
    name: list[int] = field(default_factory=list)
    ordinal: list[int] = field(default_factory=list)
    matrix: list[FloatArray] = field(default_factory=list)
    color: list[tuple[float, float, float]] = field(default_factory=list)
    material: list[int] = field(default_factory=list)
    z: list[int] = field(default_factory=list)
    asset: list[int] = field(default_factory=list)
    span: list[tuple[int, int, int, int]] = field(default_factory=list)
    place: list[int] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def table(self) -> NodeTable:
        n = len(self.parent)
        return NodeTable(
            parent=np.array(self.parent, dtype=np.int32),
            kind=np.array(self.kind, dtype=np.uint8),
            primitive=np.array(self.primitive, dtype=np.uint8),
            word=np.array(self.word, dtype=np.int32),
            phrase=np.array(self.phrase, dtype=np.int32),
            name=np.array(self.name, dtype=np.int32),
            ordinal=np.array(self.ordinal, dtype=np.int32),
            parent_from_local=np.array(self.matrix, dtype=np.float64).reshape(n, 4, 4),
            color=np.array(self.color, dtype=np.float64).reshape(n, 3),
            material=np.array(self.material, dtype=np.int32),
            z=np.array(self.z, dtype=np.int32),
            asset=np.array(self.asset, dtype=np.int32),
            span=np.array(self.span, dtype=np.int32).reshape(n, 4),
            place=np.array(self.place, dtype=np.int32),
        )


def build_scene(session: Session, frames: Sequence[Shape], root_name: str) -> Scene:
    """Lay out the tree of every frame and resolve what refers to it.

    `frames` are shapes of one part each: the root's instance.
    """
    strings = _Strings()
    tables: list[NodeTable] = []
    scene: Scene | None = None
    for number, frame in enumerate(frames):
        rows = _lay_out(frame.parts()[0], strings)
        bare = _bare_scene(session, rows.table(), strings)
        if number == 0:
            scene = _annotate(session, bare, rows, root_name, strings)
            tables.append(scene.nodes)
        else:
            tables.append(_apply_adjusts(session, bare, _collect(rows, session)[1], strings)[0].nodes)
    assert scene is not None
    if session.loose_relations:
        lines = sorted({c.span.line for c in session.loose_relations.values() if c.span})
        session.warn(f"relations were made but not given to relate(...): lines {', '.join(map(str, lines[:8]))}")
    return replace(
        scene,
        strings=tuple(strings.index),
        materials=tuple(session.materials),
        embeddings=tuple(session.embeddings),
        warnings=tuple(session.warnings),
        frames=len(tables),
        later_frames=tuple(tables[1:]),
    )


def _lay_out(root: Part, strings: _Strings) -> _Rows:
    rows = _Rows()
    counters: list[dict[int, int]] = []
    stack: list[tuple[Part, int]] = [(root, -1)]
    blocks: list[int] = []
    while stack:
        part, parent = stack.pop()
        node = part.node
        if node.primitive == PrimitiveKind.BLOCK and isinstance(node.extras[0], Cuboid):
            blocks.append(len(rows.parent))
        row = len(rows.parent)
        segment = part.name if part.name is not None else slug(node.word)
        name = strings(segment)
        if parent < 0:
            ordinal = 0
        else:
            seen = counters[parent]
            ordinal = seen.get(name, 0)
            seen[name] = ordinal + 1
        counters.append({})
        rows.parent.append(parent)
        rows.kind.append(node.kind)
        rows.primitive.append(node.primitive)
        rows.word.append(strings(node.word))
        rows.phrase.append(strings(node.phrase))
        rows.name.append(name)
        rows.ordinal.append(ordinal)
        rows.matrix.append(_IDENTITY if part.matrix is None else part.matrix)
        rows.color.append(node.color or _NAN3)
        rows.material.append(node.material)
        own = part.z if part.z >= 0 else node.z
        rows.z.append(own if own >= 0 or parent < 0 else rows.z[parent])
        rows.asset.append(node.asset)
        s = node.span
        rows.span.append(_NO_SPAN if s is None else (s.line, s.column, s.end_line, s.end_column))
        rows.place.append(part.place)
        rows.nodes.append(node)
        if node.parts:
            stack.extend((p, row) for p in reversed(node.parts))
    return _expand_blocks(rows, blocks, strings) if blocks else rows


def _expand_blocks(rows: _Rows, blocks: list[int], strings: _Strings) -> _Rows:
    """Each block call becomes a node over the unit blocks that are left of it."""
    world: list[FloatArray] = []
    for i, p in enumerate(rows.parent):
        world.append(rows.matrix[i] if p < 0 else world[p] @ rows.matrix[i])
    cells = dict(zip(blocks, carve([(rows.nodes[i].extras[0], world[i]) for i in blocks]), strict=True))
    out = _Rows()
    where: dict[int, int] = {}
    block_name = strings("block")
    columns = (
        "kind",
        "primitive",
        "word",
        "phrase",
        "name",
        "ordinal",
        "matrix",
        "color",
        "material",
        "z",
        "asset",
        "span",
        "place",
        "nodes",
    )
    for i, p in enumerate(rows.parent):
        row = where[i] = len(out.parent)
        out.parent.append(-1 if p < 0 else where[p])
        for column in columns:
            getattr(out, column).append(getattr(rows, column)[i])
        if i not in cells:
            continue
        out.primitive[row] = PrimitiveKind.NONE
        out.matrix[row] = _IDENTITY
        local_from_world = np.linalg.inv(_IDENTITY if p < 0 else world[p])
        for k, centre in enumerate(cells[i]):
            m = np.eye(4)
            m[:3, 3] = centre
            out.parent.append(row)
            for column in columns:
                getattr(out, column).append(getattr(rows, column)[i])
            out.primitive[-1] = PrimitiveKind.BLOCK
            out.name[-1], out.ordinal[-1] = block_name, k
            out.matrix[-1] = local_from_world @ m
            out.place[-1] = -1
            out.nodes[-1] = _PLAIN_BLOCK
    return out


_PLAIN_BLOCK = Node(NodeKind.PRIMITIVE, "block", total=1)


def _bare_scene(session: Session, table: NodeTable, strings: _Strings) -> Scene:
    return Scene(
        nodes=table,
        strings=tuple(strings.index),
        embeddings=tuple(session.embeddings),
        assets=tuple(session.assets),
        places=tuple(session.places),
        seed=session.seed,
    )


Said = list[tuple[Any, int]]
"""Things said in running calls, each with the row of the instance; -1 at module level."""


def _collect(rows: _Rows, session: Session) -> tuple[Said, list[tuple[Adjust, int]]]:
    said: Said = []
    for row, node in enumerate(rows.nodes):
        said.extend((item, row) for item in node.extras if not isinstance(item, Cuboid))
    said.extend((item, -1) for item in session.module_extras)
    adjusts = [(item, row) for item, row in said if isinstance(item, Adjust)]
    return [s for s in said if not isinstance(s[0], Adjust)], adjusts


def _annotate(session: Session, bare: Scene, rows: _Rows, root_name: str, strings: _Strings) -> Scene:
    said, adjusts = _collect(rows, session)
    scene, kept, applied = _apply_adjusts(session, bare, adjusts, strings)
    scene = replace(scene, adjusts=tuple(applied), root_name=root_name)
    lights: list[Light] = []
    cameras: list[Camera] = []
    environment: Environment | None = None
    room: Room | None = None
    for item, row in said:
        here = kept[row] if row >= 0 else -1
        if here == _GONE:
            continue
        world = _IDENTITY if here < 0 else scene.world_from_local[here]
        scope = None if here < 0 else scene.paths[here]
        if isinstance(item, Targeted):
            moved = in_world(item, world, scope)
            (lights if isinstance(moved, Light) else cameras).append(moved)  # type: ignore[arg-type]
        elif isinstance(item, Environment):
            environment = item
        elif isinstance(item, Room):
            if room is None and np.allclose(world, _IDENTITY, atol=1e-9):
                room = replace(item, path=scope or "room")
            else:
                why = "a second room" if room is not None else "a room that was moved"
                session.warn(f"{why} is geometry only: a scene has one room, untransformed")
    scene = replace(
        scene,
        lights=tuple(lights),
        cameras=tuple(cameras),
        environment=environment,
        room=room,
        units="m" if room else None,
    )
    relations = [
        (item, kept[row] if row >= 0 else -1)
        for item, row in said
        if not isinstance(item, (Targeted, Environment, Room))
    ]
    shape_rows = {id(n): i for i, n in reversed(list(enumerate(rows.nodes)))}
    resolved: list[Relation] = []
    for call, here in relations:
        if here != _GONE:
            resolved.extend(_resolve_relation(session, scene, call, here, shape_rows, kept))
    return replace(scene, relations=tuple(resolved))


# -- adjusts ----------------------------------------------------------------------------------------------------------

_GONE = -2


def _apply_adjusts(
    session: Session, scene: Scene, adjusts: list[tuple[Adjust, int]], strings: _Strings
) -> tuple[Scene, list[int], list[Adjust]]:
    """The scene after its adjusts, new row (or _GONE) of every old row, and the adjusts with what they act on."""
    identity = list(range(len(scene)))
    if not adjusts:
        return scene, identity, []
    from scene.paths import nearest_paths, resolve

    found: list[tuple[int, Adjust]] = []
    applied: list[Adjust] = []
    for adjust, row in adjusts:
        candidates = resolve(scene, adjust.path, within=row) if row > 0 else []
        candidates = candidates or resolve(scene, adjust.path)
        if len(candidates) == 1:
            acting = replace(adjust, resolved=scene.paths[candidates[0]])
            found.append((candidates[0], acting))
            applied.append(acting)
            continue
        applied.append(adjust)
        if candidates:
            shown = ", ".join(scene.paths[i] for i in candidates[:4])
            session.warn(
                f"adjust('{adjust.path}') names {len(candidates)} instances and acts on none: write more of the path: {shown}",
                adjust.span,
            )
        else:
            near = nearest_paths(scene, adjust.path)
            hint = f"; the nearest: {', '.join(near)}" if near else ""
            session.warn(f"adjust('{adjust.path}') names no instance and does nothing{hint}", adjust.span)
    nodes = scene.nodes
    local = nodes.parent_from_local.copy()
    color, word, phrase, z = nodes.color.copy(), nodes.word.copy(), nodes.phrase.copy(), nodes.z.copy()
    removed = np.zeros(len(scene), dtype=bool)
    for row, adjust in sorted(found, key=lambda f: f[0]):  # parents come before their children
        end = scene.subtree_end(row)
        if adjust.remove:
            removed[row:end] = True
        if adjust.move != (0.0, 0.0, 0.0) or adjust.turn or adjust.scale != 1.0 or adjust.pose:
            before = replace(scene, nodes=replace(nodes, parent_from_local=local))
            local[row] = _adjusted(before, row, adjust) @ local[row]
        if adjust.color is not None:
            leaves = [i for i in range(row, end) if nodes.primitive[i] != PrimitiveKind.NONE]
            color[leaves] = adjust.color
            color[row] = adjust.color
        if adjust.words is not None:
            word[row] = phrase[row] = strings(adjust.words)
        if adjust.z >= 0:
            old = nodes.z[row]
            z[row] = adjust.z
            for i in range(row + 1, end):
                if nodes.z[i] == old and z[nodes.parent[i]] == adjust.z:
                    z[i] = adjust.z
    nodes = replace(nodes, parent_from_local=local, color=color, word=word, phrase=phrase, z=z)
    if removed[0]:
        session.warn("an adjust removes the root: it stays")
        removed[0] = False
        removed[1:] = True
    kept = np.cumsum(~removed) - 1
    mapping = [int(k) if not r else _GONE for k, r in zip(kept.tolist(), removed.tolist(), strict=True)]
    if removed.any():
        nodes = _without(nodes, removed, mapping)
    return replace(scene, nodes=nodes, strings=tuple(strings.index)), mapping, applied


def _adjusted(scene: Scene, row: int, adjust: Adjust) -> FloatArray:
    """parent_from_parent (4, 4): scale about the bottom centre, then turn there, then move, then pose."""
    box = _bounds_in_parent(scene, row)
    base = np.array([(box[0, 0] + box[1, 0]) / 2.0, box[0, 1], (box[0, 2] + box[1, 2]) / 2.0])
    angle = np.radians(adjust.turn)
    c, s = float(np.cos(angle)), float(np.sin(angle))
    turn = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
    linear = turn @ np.diag(np.broadcast_to(np.array(adjust.scale, dtype=np.float64), (3,)))
    m = np.eye(4)
    m[:3, :3] = linear
    m[:3, 3] = base - linear @ base + np.array(adjust.move)
    return m if adjust.pose is None else np.array(adjust.pose) @ m


def _bounds_in_parent(scene: Scene, row: int) -> FloatArray:
    return bounds_in_frame(scene, row, scene.parent_frame(row))


def _without(nodes: NodeTable, removed: npt.NDArray[np.bool_], mapping: list[int]) -> NodeTable:
    keep = ~removed
    columns = {name: getattr(nodes, name)[keep] for name in NodeTable.__dataclass_fields__}
    columns["parent"] = np.array([-1 if p < 0 else mapping[p] for p in columns["parent"].tolist()], dtype=np.int32)
    return NodeTable(**columns)


# -- relations --------------------------------------------------------------------------------------------------------

_ROOM_PARTS = ("floor", "ceiling", "wall", "door", "window")


def _resolve_relation(
    session: Session, scene: Scene, call: Any, here: int, shape_rows: Mapping[int, int], kept: Sequence[int]
) -> list[Relation]:
    """A written relation as resolved ones: several instances as `a` make one each, `b` is the nearest."""
    from scene.language.relations import NAME_PARAMETERS

    arguments = dict(call.arguments)
    rows: dict[str, list[int]] = {}
    for name in NAME_PARAMETERS[call.kind]:
        value = arguments[name]
        listed = value if isinstance(value, list) else [value]
        found: list[int] = []
        for one in listed:
            if isinstance(one, Shape):
                row = next((shape_rows[id(p.node)] for p in one.parts() if id(p.node) in shape_rows), None)
                hits = [] if row is None or kept[row] == _GONE else [kept[row]]
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
    return "" if row is None or kept[row] == _GONE else scene.paths[kept[row]]


def named_rows(scene: Scene, name: str, here: int) -> list[int]:
    """Inside the instance first, then anywhere; walls, doors and windows also by their bare names."""
    from scene.paths import resolve

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
    from scene.paths import nearest_paths

    near = nearest_paths(scene, str(name)) if isinstance(name, str) else []
    return f"; the nearest: {', '.join(near)}" if near else ""


def _nearest(session: Session, scene: Scene, call: Any, of: list[int], among: list[int], name: str) -> list[int]:
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
