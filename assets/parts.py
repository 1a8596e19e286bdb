"""Single nodes of a stored file, in the file's own frame, for ``asset:<hash>#<node>``."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.scene.asset_provider import AssetContent, AssetError
from scenewright.scene.errors import PathError
from scenewright.scene.model import NodeTable, Scene

if TYPE_CHECKING:
    import trimesh

__all__ = ["part_of"]


def part_of(content: AssetContent, node: str) -> AssetContent:
    """The node with that path (in a program) or name (in a mesh), with all nodes below it.

    Raises:
        AssetError: the file has no such node.
    """
    if content.scene is not None:
        try:
            return AssetContent(scene=_subscene(content.scene, content.scene.find(node).index))
        except PathError as error:
            raise AssetError(f"the stored program has no part {node!r}: {error}") from error
    assert content.mesh is not None
    return AssetContent(mesh=_submesh(content.mesh, node))


def _submesh(mesh: trimesh.Scene, node: str) -> trimesh.Scene:
    import trimesh

    graph: Any = mesh.graph
    if node not in graph.nodes or node == graph.base_frame:
        names = sorted(str(n) for n in graph.nodes if n != graph.base_frame)
        raise AssetError(f"the stored mesh has no node {node!r}; it has {', '.join(names[:10])}")
    below = graph.transforms.successors(node)
    matrix, geometry = graph.get(node)
    drawn = {} if geometry is None else {"geometry": geometry}
    part = trimesh.Scene()
    copied: Any = part.graph
    copied.update(frame_to=node, frame_from=copied.base_frame, matrix=matrix, **drawn)
    for parent, child, edge in graph.to_edgelist():
        if parent in below:
            kept = {k: v for k, v in edge.items() if k in {"matrix", "geometry", "metadata"} and v is not None}
            copied.update(frame_to=child, frame_from=parent, **kept)
    for name in {copied[n][1] for n in copied.nodes_geometry}:
        part.geometry[name] = mesh.geometry[name]
    if not part.geometry:
        raise AssetError(f"the node {node!r} of the stored mesh holds no triangles")
    return part


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
