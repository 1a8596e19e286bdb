"""One node of a stored file, in the file's own frame: what ``asset:<hash>#<node>`` draws."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np

from scene.asset_provider import AssetContent, AssetError
from scene.errors import PathError
from scene.model import NodeTable, Scene

__all__ = ["part_of"]


def part_of(content: AssetContent, node: str) -> AssetContent:
    """The node of that path (a program) or name (a mesh) and all below it.

    Raises:
        AssetError: the file has no such node.
    """
    if content.scene is not None:
        try:
            return AssetContent(scene=_subscene(content.scene, content.scene.find(node).index))
        except PathError as error:
            raise AssetError(f"the stored program has no part {node!r}: {error}") from error
    mesh = content.mesh
    assert mesh is not None
    if node not in mesh.graph.nodes:
        names = sorted(str(n) for n in mesh.graph.nodes)
        raise AssetError(f"the stored mesh has no node {node!r}; it has {', '.join(names[:10])}")
    matrix = mesh.graph.get(node)[0]
    part: Any = mesh.subscene(node)
    part.apply_transform(matrix)
    return AssetContent(mesh=part)


def _subscene(scene: Scene, index: int) -> Scene:
    end = scene.subtree_end(index)
    columns = {f.name: getattr(scene.nodes, f.name)[index:end].copy() for f in fields(NodeTable)}
    columns["parent"] = np.where(columns["parent"] >= index, columns["parent"] - index, -1).astype(np.int32)
    columns["parent"][0] = -1
    columns["parent_from_local"][0] = scene.world_from_local[index]
    return replace(
        scene,
        nodes=NodeTable(**columns),
        room=None,
        lights=(),
        cameras=(),
        relations=(),
        adjusts=(),
        frames=1,
        later_frames=(),
    )
