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
    colors = _main_colors(geometry)
    columns = _Columns(source)
    out = []
    for number, row in enumerate(rows):
        entity = scene.entity(row)
        z, asset, parent = entity.embedding, entity.asset, entity.parent
        end = scene.subtree_end(row)
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
                "at": poses[number, :3].tolist(),
                "yaw": round(float(poses[number, 3]), 6),
                "size": sizes[number].tolist(),
                "color": None if color is None else [round(float(c), 4) for c in color],
                "asset": None
                if asset is None
                else {"id": asset.id, "words": asset.words, "licence": asset.licence, "title": asset.title},
                "z": None if z is None else z.words or z.image or z.token,
            }
        )
    return out


def _main_colors(geometry: SceneGeometry) -> Mapping[int, tuple[float, float, tuple[float, ...]]]:
    """For each row with triangles: the area share and colour that is seen most of it. The measure of an instance is the determinant of
    its matrix, which orders the parts of one thing well enough for a swatch."""
    out: dict[int, tuple[float, float, tuple[float, ...]]] = {}
    if not len(geometry):
        return out
    columns = geometry.world_from_mesh[:, :3, :3]
    measure = np.abs(np.linalg.norm(columns, axis=1).prod(axis=1)) ** (2.0 / 3.0)
    totals: dict[tuple[int, tuple[float, ...]], float] = {}
    for row, color, size in zip(
        geometry.entity.tolist(), map(tuple, geometry.color.tolist()), measure.tolist(), strict=True
    ):
        totals[row, color] = totals.get((row, color), 0.0) + size
    for (row, color), size in totals.items():
        if row not in out or size > out[row][0]:
            out[row] = (size, 0.0, color)
    return out


def _color_within(
    colors: Mapping[int, tuple[float, float, tuple[float, ...]]], row: int, end: int
) -> tuple[float, ...] | None:
    if end - row > 400:  # a whole room has no main colour
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
