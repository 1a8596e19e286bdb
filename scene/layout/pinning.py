"""Which bodies must not move, by the paths that people name."""

from __future__ import annotations

from collections.abc import Iterable

from scenewright.scene.errors import LayoutError
from scenewright.scene.layout.work import Version
from scenewright.scene.paths import nearest_paths, resolve

__all__ = ["pinned_bodies"]


def pinned_bodies(version: Version, paths: Iterable[str]) -> frozenset[int]:
    """Numbers of the bodies that the paths name, that contain a named instance, or that lie in one.

    Raises:
        LayoutError: a path names nothing.
    """
    scene, bodies = version.scene, version.problem.bodies
    number = {row: i for i, row in enumerate(bodies.row.tolist())}
    pinned: set[int] = set()
    for path in paths:
        rows = resolve(scene, path)
        if not rows:
            near = nearest_paths(scene, path)
            hint = f"; the nearest: {', '.join(near)}" if near else ""
            raise LayoutError(
                f"there is no instance '{path}' to keep in its place{hint}; nothing was changed", kind="keep"
            )
        for row in rows:
            above = row
            while above >= 0 and above not in number:
                above = int(scene.nodes.parent[above])
            if above >= 0:
                pinned.add(number[above])
            end = scene.subtree_end(row)
            pinned.update(i for r, i in number.items() if row <= r < end)
    return frozenset(pinned)
