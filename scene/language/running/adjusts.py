"""Applies ``adjust(...)`` calls to the tree of a scene."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from scenewright.scene.language.running.rows import Strings
from scenewright.scene.language.vocabulary import Evaluation
from scenewright.scene.model import Adjust, FloatArray, NodeTable, PrimitiveKind, Scene
from scenewright.scene.model.bounds import bounds_in_frame
from scenewright.scene.paths import nearest_paths, resolve

__all__ = ["GONE", "apply_adjusts"]

GONE = -2
"""New row of a node that an adjust removed."""


def apply_adjusts(
    session: Evaluation, scene: Scene, adjusts: list[tuple[Adjust, int]], strings: Strings
) -> tuple[Scene, list[int], list[Adjust]]:
    """The scene after its adjusts, the new row (or GONE) of every old row, and the adjusts with the paths that they change."""
    identity = list(range(len(scene)))
    if not adjusts:
        return scene, identity, []
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
                f"adjust('{adjust.path}') names {len(candidates)} instances, so it changes none; write more of the path: {shown}",
                adjust.span,
            )
        else:
            near = nearest_paths(scene, adjust.path)
            hint = f"; the nearest: {', '.join(near)}" if near else ""
            session.warn(f"adjust('{adjust.path}') names no instance, so it changes nothing{hint}", adjust.span)
    nodes = scene.nodes
    local = nodes.parent_from_local.copy()
    color, material = nodes.color.copy(), nodes.material.copy()
    word, phrase, z = nodes.word.copy(), nodes.phrase.copy(), nodes.z.copy()
    removed = np.zeros(len(scene), dtype=bool)
    for row, adjust in sorted(found, key=lambda f: f[0]):  # parents come before their children
        end = scene.subtree_end(row)
        if adjust.remove:
            removed[row:end] = True
        if adjust.move != (0.0, 0.0, 0.0) or adjust.turn or adjust.scale != 1.0 or adjust.pose:
            local[row] = _motion(scene, local, row, adjust) @ local[row]
        leaves = [i for i in range(row, end) if nodes.primitive[i] != PrimitiveKind.NONE]
        if adjust.color is not None:
            color[leaves] = adjust.color
            color[row] = adjust.color
        if adjust.material is not None:
            material[leaves] = session.material(adjust.material)
        if adjust.words is not None:
            word[row] = phrase[row] = strings(adjust.words)
        if adjust.z >= 0:
            old = nodes.z[row]
            z[row] = adjust.z
            for i in range(row + 1, end):
                if nodes.z[i] == old and z[nodes.parent[i]] == adjust.z:
                    z[i] = adjust.z
    nodes = replace(nodes, parent_from_local=local, color=color, material=material, word=word, phrase=phrase, z=z)
    if removed[0]:
        session.warn("an adjust removes the root: the root stays, without its parts")
        removed[0] = False
        removed[1:] = True
    kept = np.cumsum(~removed) - 1
    mapping = [int(k) if not r else GONE for k, r in zip(kept.tolist(), removed.tolist(), strict=True)]
    if removed.any():
        nodes = _without(nodes, removed, mapping)
    return replace(scene, nodes=nodes, strings=tuple(strings.index)), mapping, applied


def _motion(scene: Scene, local: FloatArray, row: int, adjust: Adjust) -> FloatArray:
    """(4, 4) motion in the parent's frame: scale about the bottom centre, then turn there, then move, then `pose`.

    `local`: (N, 4, 4) current parent_from_local of every row.
    """
    m = np.eye(4)
    m[:3, 3] = adjust.move
    if adjust.turn or adjust.scale != 1.0:
        angle = np.radians(adjust.turn)
        c, s = float(np.cos(angle)), float(np.sin(angle))
        turn = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
        m[:3, :3] = turn @ np.diag(np.broadcast_to(np.array(adjust.scale, dtype=np.float64), (3,)))
        low, high = bounds_in_frame(_subtree(scene, local, row), 0, None)
        base = np.array([(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0])
        m[:3, 3] += base - m[:3, :3] @ base
    return m if adjust.pose is None else np.array(adjust.pose) @ m


def _subtree(scene: Scene, local: FloatArray, row: int) -> Scene:
    """A node and all below it as a scene of its own, whose world is the frame of the node's parent."""
    rows = slice(row, scene.subtree_end(row))
    columns = {name: getattr(scene.nodes, name)[rows] for name in NodeTable.__dataclass_fields__}
    parent = columns["parent"] - row
    parent[0] = -1
    return replace(scene, nodes=NodeTable(**columns | {"parent": parent, "parent_from_local": local[rows]}))


def _without(nodes: NodeTable, removed: npt.NDArray[np.bool_], mapping: list[int]) -> NodeTable:
    keep = ~removed
    columns = {name: getattr(nodes, name)[keep] for name in NodeTable.__dataclass_fields__}
    columns["parent"] = np.array([-1 if p < 0 else mapping[p] for p in columns["parent"].tolist()], dtype=np.int32)
    return NodeTable(**columns)
