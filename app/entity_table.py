"""The table of entities beside pictures: who the numbers of the pass ``entity`` are, as JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from scenewright.renderers.base import stage_rows
from scenewright.scene.model import FloatArray, NodeKind, Scene

__all__ = ["entity_table"]


def entity_table(scene: Scene, seen: Mapping[int, Iterable[int]]) -> list[dict[str, Any]]:
    """The entities that pictures show, with all that they are parts of, in the order of their numbers.

    Each has `id`, the number; `path`; `parent`, the id of what it is part of, None for the root; `word`, what the program calls it;
    `thing`, what the lexicon calls it, such as 'office chair' for 'office_chair_2', and `category`, the nearest kind of this, such as
    'chair', both None where its words name no known thing (a primitive has those of what it is part of); and `box`, the axis-aligned
    bounds of it and its parts in the world, [least, greatest], in scene units. The ground has no path and no box. `stage` is ``ceiling``
    at the row of a room, whose number the pixels of its ceiling have, and ``ground`` at the ground.

    In an animation, `box` is that of the first frame of `seen`, and `boxes` has that of each frame by its number where they differ. If the
    frames of the animation do not all have the same entities, numbers mean others in each: then each frame has entries of its own, with
    `frame`, its number.

    Args:
        seen: by frame, the numbers in the pass ``entity``; negative ones are left out.
    """
    frames = {number: scene.frame(number) for number in seen}
    if all(scene.frame(number).paths == scene.paths for number in range(1, scene.frames)):
        return _table(scene, frames, {number for numbers in seen.values() for number in numbers})
    return [
        {**one, "frame": number}
        for number, frame in frames.items()
        for one in _table(frame, {number: frame}, set(seen[number]))
    ]


def _table(scene: Scene, frames: Mapping[int, Scene], seen: set[int]) -> list[dict[str, Any]]:
    """The table of frames that have the entities of `scene`."""
    stage = stage_rows(scene).named()
    rows = _with_ancestors(scene, [n for n in seen if 0 <= n < len(scene)])
    known = _known(scene, rows)
    table = []
    for row in rows:
        entity = scene.entity(row)
        parent = entity.parent
        one = {
            "id": row,
            "path": entity.path,
            "parent": None if parent is None else parent.index,
            "word": entity.word,
            "thing": known[row][0],
            "category": known[row][1],
            **_boxes({number: frame.entity(row).bounds for number, frame in frames.items()}),
        }
        table.append(one | ({"stage": stage[row]} if row in stage else {}))
    table.extend(_surroundings(n, stage[n]) for n in sorted(seen) if n >= len(scene) and n in stage)
    return table


def _surroundings(number: int, name: str) -> dict[str, Any]:
    """What is part of no entity."""
    names = dict.fromkeys(("word", "thing", "category"), name)
    return {"id": number, "path": None, "parent": None, **names, "box": None, "stage": name}


def _with_ancestors(scene: Scene, rows: Iterable[int]) -> list[int]:
    out: set[int] = set()
    for row in rows:
        at: int | None = row
        while at is not None and at not in out:
            out.add(at)
            parent = scene.entity(at).parent
            at = None if parent is None else parent.index
    return sorted(out)


def _known(scene: Scene, rows: list[int]) -> dict[int, tuple[str | None, str | None]]:
    """The thing of the lexicon that each row is, and its nearest kind."""
    from scenewright.scene.semantics.words import default_lexicon, words_of_scene

    words = words_of_scene(scene, default_lexicon(), rows=frozenset(rows))
    out = {one.row: (next(iter(one.things), None), next(iter(one.kinds), None)) for one in words}
    for row in rows:  # parents come before their parts
        if scene.nodes.kind[row] == NodeKind.PRIMITIVE:
            parent = scene.entity(row).parent
            out[row] = (None, None) if parent is None else out[parent.index]
    return out


def _boxes(by_frame: Mapping[int, FloatArray]) -> dict[str, Any]:
    first, *others = by_frame.values()
    out: dict[str, Any] = {"box": first.tolist()}
    if any(not np.array_equal(first, other) for other in others):
        out["boxes"] = {str(number): box.tolist() for number, box in by_frame.items()}
    return out
