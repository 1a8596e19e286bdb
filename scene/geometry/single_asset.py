"""A scene with a single catalogue object, for pictures of it."""

from __future__ import annotations

import numpy as np

from scenewright.scene.model import AssetRef, NodeKind, NodeTable, PrimitiveKind, Scene

__all__ = ["scene_of_asset"]


def scene_of_asset(ref: AssetRef) -> Scene:
    """The object alone, base centre at the origin, facing +z, in metres."""
    one = np.ones(1, dtype=np.int32)
    nodes = NodeTable(
        parent=-one,
        kind=np.array([NodeKind.ASSET], dtype=np.uint8),
        primitive=np.array([PrimitiveKind.MESH], dtype=np.uint8),
        word=0 * one,
        phrase=-one,
        name=0 * one,
        ordinal=0 * one,
        parent_from_local=np.eye(4)[None],
        color=np.full((1, 3), np.nan),
        material=-one,
        z=-one,
        asset=0 * one,
        span=np.full((1, 4), -1, dtype=np.int32),
        place=-one,
    )
    return Scene(nodes, (ref.title or ref.words,), assets=(ref,), units="m", root_name=ref.words)
