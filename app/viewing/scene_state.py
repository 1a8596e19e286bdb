"""A scene as a page lists it: instances with their poses, relations, cameras. ``app/studio/web/src/protocol/scene.ts`` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from scenewright.scene.geometry import SceneGeometry, standing_boxes
from scenewright.scene.model import NodeKind, Relation, Scene, SourceSpan

__all__ = ["listed_rows", "node_records", "scene_state"]

_SCHEMA = 1
_DIGITS = 5
"""Of positions and sizes: a hundredth of a millimetre."""

_MOST_NODES = 60_000

_MOST_PARTS = 400
"""Rows of a thing that has a main colour: a whole room has none."""


def scene_state(scene: Scene, geometry: SceneGeometry, source: str, revision: int) -> dict[str, Any]:
    """All that a page lists of one frame of a scene, as JSON values. Its captures are listed apart: their files must be read.

    Args:
        source: the program's text, in which the spans of the calls lie.
    """
    rows = listed_rows(scene)
    room = scene.room
    return {
        "schema": _SCHEMA,
        "revision": revision,
        "root": scene.root_name,
        "units": scene.units,
        "frames": scene.frames,
        "bounds": scene.bounds.tolist(),
        "nodes": node_records(scene, geometry, source, rows),
        "relations": [_relation(number, relation) for number, relation in enumerate(scene.relations)],
        "cameras": [
            {
                "name": "camera" if number == 0 else f"camera {number + 1}",
                "eye": list(camera.eye),
                "target": list(camera.target),
                "fov": camera.fov,
            }
            for number, camera in enumerate(scene.cameras)
        ],
        "room": None
        if room is None
        else {"path": room.path, "width": room.width, "depth": room.depth, "height": room.height},
        "warnings": [*scene.warnings, *geometry.warnings],
        "splats": [],
        "listed": len(rows),
        "instances": int(np.count_nonzero(scene.nodes.kind != NodeKind.PRIMITIVE)),
    }


def listed_rows(scene: Scene) -> list[int]:
    """The rows that a page lists: all instances, primitives left out, and of a huge scene the first."""
    return [int(row) for row in np.flatnonzero(scene.nodes.kind != NodeKind.PRIMITIVE)[:_MOST_NODES]]


def node_records(scene: Scene, geometry: SceneGeometry, source: str, rows: Iterable[int]) -> list[dict[str, Any]]:
    """The records of some rows, in their order."""
    rows = list(rows)
    if not rows:
        return []
    poses, sizes = standing_boxes(scene, rows)
    poses[:, :3], sizes = poses[:, :3].round(_DIGITS), sizes.round(_DIGITS)
    spans = {row: scene.subtree_end(row) for row in rows}
    colors = _main_colors(geometry, spans)
    columns = _Columns(source)
    out = []
    for number, row in enumerate(rows):
        entity = scene.entity(row)
        z, asset, parent = entity.embedding, entity.asset, entity.parent
        end = spans[row]
        color = entity.color or _color_within(colors, row, end)
        out.append(
            {
                "row": row,
                "end": end,
                "parent": -1 if parent is None else parent.index,
                "path": entity.path,
                "word": entity.word,
                "phrase": entity.phrase,
                "kind": entity.kind.name.lower(),
                "span": columns.span(entity.span),
                "placed": None if entity.place is None else columns.span(entity.place.span),
                "at": poses[number, :3].tolist(),
                "yaw": round(float(poses[number, 3]), 6),
                "size": sizes[number].tolist(),
                "color": None if color is None else [round(float(c), 4) for c in color],
                "asset": None
                if asset is None
                else {
                    "id": asset.id,
                    "words": asset.words,
                    "licence": asset.licence,
                    "title": asset.title,
                    "support": asset.support,
                },
                "z": None if z is None else z.words or z.image or z.token,
            }
        )
    return out


def _main_colors(
    geometry: SceneGeometry, spans: Mapping[int, int]
) -> Mapping[int, tuple[float, float, tuple[float, ...]]]:
    """For each row with triangles: the area share and colour that is seen most of it. The measure of an instance is the determinant of
    its matrix, which orders the parts of one thing well enough for a swatch.

    Args:
        spans: the first row of each thing that a colour is wanted for, with the row after its last.
    """
    out: dict[int, tuple[float, float, tuple[float, ...]]] = {}
    if not len(geometry):
        return out
    wanted = np.zeros(int(geometry.entity.max()) + 1, dtype=np.bool_)
    for row, end in spans.items():
        if end - row <= _MOST_PARTS:
            wanted[row:end] = True
    shown = np.flatnonzero(wanted[geometry.entity])
    columns = geometry.world_from_mesh[shown, :3, :3]
    measure = np.abs(np.linalg.norm(columns, axis=1).prod(axis=1)) ** (2.0 / 3.0)
    # one number for each pair of a row and a colour; colours that nobody can tell apart are one
    tones = (geometry.color[shown].clip(0.0, 1.0) * 1023.0).round().astype(np.int64) @ np.array([1 << 20, 1 << 10, 1])
    _, first, pair = np.unique(
        (geometry.entity[shown].astype(np.int64) << 30) | tones, return_index=True, return_inverse=True
    )
    rows, colors = geometry.entity[shown[first]].tolist(), geometry.color[shown[first]].tolist()
    for row, color, size in zip(rows, colors, np.bincount(pair, measure).tolist(), strict=True):
        if row not in out or size > out[row][0]:
            out[row] = (size, 0.0, tuple(color))
    return out


def _color_within(
    colors: Mapping[int, tuple[float, float, tuple[float, ...]]], row: int, end: int
) -> tuple[float, ...] | None:
    if end - row > _MOST_PARTS:
        return None
    found = [colors[r] for r in range(row, end) if r in colors]
    return max(found)[2] if found else None


def _relation(number: int, relation: Relation) -> dict[str, Any]:
    return {
        "index": number,
        "text": relation.text,
        "kind": relation.kind,
        "paths": [path for paths in relation.paths.values() for path in paths],
        "hard": relation.hard,
        "line": None if relation.span is None else relation.span.line,
    }


class _Columns:
    """Turns columns of UTF-8 bytes into the columns of a text editor, which count UTF-16 units from 1."""

    def __init__(self, source: str) -> None:
        self._lines = source.splitlines()

    def span(self, span: SourceSpan | None) -> dict[str, int] | None:
        if span is None or not 1 <= span.line <= span.end_line <= len(self._lines):
            return None
        return {
            "line": span.line,
            "column": self._column(span.line, span.column),
            "endLine": span.end_line,
            "endColumn": self._column(span.end_line, span.end_column),
        }

    def _column(self, line: int, column: int) -> int:
        text = self._lines[line - 1]
        if text.isascii():
            return column + 1
        before = text.encode("utf-8")[:column].decode("utf-8", "ignore")
        return len(before.encode("utf-16-le")) // 2 + 1
