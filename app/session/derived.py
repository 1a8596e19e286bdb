"""What follows from a scene and costs time: triangles, graph, queries. Kept while the scene is the same, and carried over where
only positions and turns changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.geometry import SceneGeometry
    from scenewright.scene.model import FloatArray
    from scenewright.scene.semantics.encoders import TextEncoder
    from scenewright.scene.semantics.queries.query import SceneQuery
    from scenewright.scene.semantics.scene_graph.graph import SceneGraph

__all__ = ["Derived"]


class Derived:
    """Of one open scene.

    `made`: how often triangles were made from nothing, and `carried`: how often they were carried over.
    """

    def __init__(self, scene: Callable[[], Scene], assets: Callable[[], AssetProvider], root: Path | None) -> None:
        self._scene, self._assets, self._root = scene, assets, root
        self._geometry: tuple[Scene, SceneGeometry] | None = None
        self._graph: tuple[Scene, SceneGraph] | None = None
        self._query: tuple[Scene, TextEncoder | None, SceneQuery] | None = None
        self.made, self.carried = 0, 0

    def geometry(self) -> SceneGeometry:
        """The triangles of the scene. After a move, only what moved is placed anew."""
        from scenewright.scene.geometry import scene_geometry
        from scenewright.scene.geometry_updates import moved_geometry

        scene = self._scene()
        kept = self._geometry
        if kept is not None and kept[0] is scene:
            return kept[1]
        found = None if kept is None else moved_geometry(kept[1], kept[0], scene)
        if found is None:
            found = scene_geometry(scene, provider=self._assets(), root=self._root)
            self.made += 1
        else:
            self.carried += 1
        self._geometry = (scene, found)
        return found

    def box(self, path: str) -> FloatArray:
        """(2, 3) least and greatest corner of an instance along the axes of the world.

        Raises:
            PathError: no instance has this path, or several have.
        """
        from scenewright.scene.model.bounds import world_bounds

        scene = self._scene()
        return world_bounds(scene, scene.find(path).index)

    def graph(self) -> SceneGraph:
        """What is where, on what and beside what."""
        from scenewright.scene.semantics.scene_graph.graph import scene_graph

        scene = self._scene()
        if self._graph is None or self._graph[0] is not scene:
            found = scene_graph(scene, provider=self._assets(), root=self._root, geometry=self.geometry())
            self._graph = (scene, found)
        return self._graph[1]

    def query(self, encoder: TextEncoder | None = None) -> SceneQuery:
        """What answers queries of the scene, as its first camera sees it."""
        from scenewright.renderers.cameras import view_cameras
        from scenewright.scene.semantics.queries.query import SceneQuery

        scene = self._scene()
        kept = self._query
        if kept is None or kept[0] is not scene or kept[1] is not encoder:
            found = SceneQuery(scene, self.geometry(), camera=view_cameras(scene)[0], encoder=encoder)
            kept = self._query = (scene, encoder, found)
        return kept[2]
