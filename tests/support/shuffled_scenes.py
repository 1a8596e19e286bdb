"""Shuffles the order of siblings in a scene, and with it their numbers and rows."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import numpy as np

from scenewright.scene.model import NodeKind, NodeTable, Scene


def shuffled(scene: Scene, seed: int) -> tuple[Scene, dict[str, str]]:
    """The scene with siblings in another order, and new path -> old path. Parts of the room keep their order, which identifies the
    openings."""
    draws = random.Random(seed)
    order: list[int] = []

    def visit(row: int) -> None:
        order.append(row)
        children = list(scene.children_of(row))
        if scene.nodes.kind[row] != NodeKind.ROOM:
            draws.shuffle(children)
        for child in children:
            visit(child)

    visit(0)
    old = np.array(order)
    new_of = np.empty(len(old), dtype=np.int32)
    new_of[old] = np.arange(len(old))
    columns = {f.name: getattr(scene.nodes, f.name)[old] for f in fields(NodeTable)}
    parent = columns["parent"]
    columns["parent"] = np.where(parent < 0, -1, new_of[parent]).astype(np.int32)
    seen: dict[tuple[int, int], int] = {}
    for i, (above, name) in enumerate(zip(columns["parent"].tolist(), columns["name"].tolist(), strict=True)):
        columns["ordinal"][i] = seen.get((above, name), 0)
        seen[above, name] = int(columns["ordinal"][i]) + 1
    other = replace(scene, nodes=NodeTable(**columns))
    return other, dict(zip(other.paths, (scene.paths[i] for i in old.tolist()), strict=True))
