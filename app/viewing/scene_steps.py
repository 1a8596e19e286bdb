"""What differs between two revisions of a scene, for a page that shows the older one: pieces of text, motions, changed records."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

import numpy as np

from scenewright.app.viewing.scene_state import listed_rows, node_records
from scenewright.scene.geometry import SceneGeometry, same_tree
from scenewright.scene.model import FloatArray, IntArray, Scene

__all__ = ["row_motions", "scene_step", "text_changes"]

_MOST_MOTIONS = 4_000
"""Rows that move by themselves. Where more do, a new drawing is smaller."""
_MOST_LINES = 4_000
"""Lines of a changed region that are compared line by line."""
_SAME = 1e-9
_MOTION_DIGITS = 9


def scene_step(
    before: Scene, before_source: str, after: Scene, after_source: str, geometry: SceneGeometry
) -> dict[str, Any]:
    """The difference between two evaluated programs, as JSON values.

    `text`: pieces of the older text with what stands there now. `motions`: by rows, where nothing but poses differs, else None.
    `nodes`: the records that differ, where the tree is the same, else None.

    Args:
        geometry: the triangles of `after`, for colours.
    """
    values: dict[str, Any] = {"text": text_changes(before_source, after_source), "motions": None, "nodes": None}
    if not same_tree(before, after) or before.paths != after.paths or _words(before) != _words(after):
        return values
    motions = row_motions(before, after)
    if len(motions) > _MOST_MOTIONS:
        return values
    values["motions"] = motions
    values["nodes"] = _changed_records(before, before_source, after, after_source, geometry)
    return values


def _words(scene: Scene) -> list[tuple[Any, ...]]:
    """What a page shows of nodes beside their poses and colours."""
    nodes, strings = scene.nodes, scene.strings
    relations = [r.text for r in scene.relations]
    shown = [
        (strings[w], strings[p] if p >= 0 else None, scene.embeddings[z] if z >= 0 else None)
        for w, p, z in zip(nodes.word.tolist(), nodes.phrase.tolist(), nodes.z.tolist(), strict=True)
    ]
    return [*shown, *((text,) for text in relations), (scene.cameras, scene.lights, scene.room, scene.warnings)]


def row_motions(before: Scene, after: Scene) -> list[dict[str, Any]]:
    """The motions of rows that move otherwise than what they are part of."""
    old, new = before.world_from_local, after.world_from_local
    moved = np.flatnonzero(np.abs(old - new).max(axis=(1, 2)) > _SAME)
    out: list[dict[str, Any]] = []
    applied: dict[int, FloatArray] = {}
    parent = after.nodes.parent
    singular = np.abs(np.linalg.det(old[moved][:, :3, :3])) < 1e-12
    for row, flat in zip(moved.tolist(), singular.tolist(), strict=True):
        above = applied.get(int(parent[row]), _STILL)
        motion = above if flat else new[row] @ np.linalg.inv(old[row])
        applied[row] = motion
        if np.abs(motion - above).max() > 1e-7:
            shown = [round(float(v), _MOTION_DIGITS) for v in motion[:3].reshape(-1)]
            out.append({"row": row, "motion": shown})
    # what did not move although what it is part of did
    still = [r for r in range(len(after)) if int(parent[r]) in applied and r not in applied]
    out += [{"row": row, "motion": _STILL[:3].reshape(-1).tolist()} for row in still]
    return sorted(out, key=lambda one: int(one["row"]))


_STILL: FloatArray = np.eye(4)


def _changed_records(
    before: Scene, before_source: str, after: Scene, after_source: str, geometry: SceneGeometry
) -> list[dict[str, Any]]:
    old_places, new_places = before.world_from_local, after.world_from_local
    differs = (old_places != new_places).any(axis=(1, 2)) | (before.nodes.span != after.nodes.span).any(axis=1)
    differs |= (_place_spans(before) != _place_spans(after)).any(axis=1)
    parent = after.nodes.parent
    for row in range(len(after) - 1, 0, -1):  # the box of a thing changes with that of its parts
        if differs[row]:
            differs[parent[row]] = True
    rows = [row for row in listed_rows(after) if differs[row]]
    old = node_records(before, geometry, before_source, rows)
    new = node_records(after, geometry, after_source, rows)
    return [there for here, there in zip(old, new, strict=True) if here != there]


def _place_spans(scene: Scene) -> IntArray:
    """Where the call that placed each row stands, (N, 4): line, column, end line, end column; -1 for none."""
    spans = [(p.span.line, p.span.column, p.span.end_line, p.span.end_column) for p in scene.places]
    return np.array([*spans, (-1, -1, -1, -1)], np.int32)[scene.nodes.place]


def text_changes(before: str, after: str) -> list[dict[str, Any]]:
    """What to replace in `before` to get `after`: disjoint pieces in order, by offsets in UTF-16 units into `before`."""
    if before == after:
        return []
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    first, last = _shared_ends(old, new)
    region_old, region_new = old[first : len(old) - last], new[first : len(new) - last]
    if len(region_old) > _MOST_LINES or len(region_new) > _MOST_LINES:
        pieces = [(0, len(region_old), 0, len(region_new))]
    else:
        matcher = SequenceMatcher(None, region_old, region_new, autojunk=False)
        pieces = [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    starts = _offsets(old)
    out = []
    for a, b, c, d in pieces:
        here, there = "".join(region_old[a:b]), "".join(region_new[c:d])
        head, tail = _shared_ends(here, there)
        begin = starts[first + a] + _units(here[:head])
        out.append(
            {
                "from": begin,
                "to": begin + _units(here[head : len(here) - tail]),
                "insert": there[head : len(there) - tail],
            }
        )
    return out


def _shared_ends(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """The lengths of the longest common start, and of the longest common end of what remains."""
    most = min(len(a), len(b))
    first = 0
    while first < most and a[first] == b[first]:
        first += 1
    last = 0
    while last < most - first and a[-1 - last] == b[-1 - last]:
        last += 1
    return first, last


def _offsets(lines: Sequence[str]) -> list[int]:
    """Where each line begins, and where the text ends."""
    out = [0]
    for line in lines:
        out.append(out[-1] + _units(line))
    return out


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
