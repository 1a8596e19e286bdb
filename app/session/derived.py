"""Cached data that is derived from a scene: triangles, scene graph, queries, what stands on what. After an edit, unchanged parts are
reused."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.scene.geometry import MAX_TRIANGLES, SceneGeometry, moved_geometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.layout import JudgedScene
    from scenewright.scene.semantics.encoders import TextEncoder
    from scenewright.scene.semantics.queries import SceneQuery
    from scenewright.scene.semantics.scene_graph import SceneGraph

__all__ = ["Derived"]

_MOST_JUDGED = 1_500
"""Bodies of a scene that is judged at each edit. So many take about as long as to evaluate them."""


class Derived:
    """The derived data of one open scene. Methods take the scene to use; by default the current one.

    `made`: number of times that triangles were built from scratch; `carried`: number of times that they were reused.
    """

    def __init__(self, scene: Callable[[], Scene], assets: Callable[[], AssetProvider], root: Path | None) -> None:
        self._now, self._assets, self._root = scene, assets, root
        self._lock = threading.RLock()
        self._judging = threading.RLock()  # of its own: judging takes long, and pages wait for triangles
        self._triangles: dict[int, tuple[Scene, SceneGeometry]] = {}
        self._graph: tuple[Scene, SceneGraph] | None = None
        self._query: tuple[Scene, Camera, TextEncoder | None, SceneQuery] | None = None
        self._judged: tuple[Scene, JudgedScene] | None = None
        self._views: tuple[Scene, float, tuple[Camera, ...]] | None = None
        self.made, self.carried = 0, 0

    def __repr__(self) -> str:
        return f"Derived(triangles made {self.made} times, carried over {self.carried} times)"

    def geometry(self, scene: Scene | None = None, *, max_triangles: int = MAX_TRIANGLES) -> SceneGeometry:
        """The triangles of the scene. After a move, only the moved instances are transformed again.

        Args:
            max_triangles: most triangles of primitives; each number has its own cache.
        """
        with self._lock:
            scene = scene or self._now()
            kept = self._triangles.get(max_triangles)
            if kept is not None and kept[0] is scene:
                return kept[1]
            geometry = None if kept is None else moved_geometry(kept[1], kept[0], scene)
            if geometry is None:
                geometry = scene_geometry(
                    scene, provider=self._assets(), root=self._root, max_triangles=max_triangles, note_splats=False
                )
                self.made += 1
            else:
                self.carried += 1
            self._triangles[max_triangles] = (scene, geometry)
            return geometry

    def graph(self, scene: Scene | None = None) -> SceneGraph:
        """The scene graph. After a change, only the parts that it touched are computed again."""
        from scenewright.scene.semantics.scene_graph import scene_graph

        with self._lock:
            scene = scene or self._now()
            if self._graph is None or self._graph[0] is not scene:
                before = None if self._graph is None else self._graph[1]
                self._graph = scene, scene_graph(scene, geometry=self.graph_geometry(scene), before=before)
            return self._graph[1]

    def judged(self, scene: Scene | None = None, *, job: Job | None = None) -> JudgedScene:
        """What stands on what in the scene, and what is wrong with it.

        Raises:
            LayoutError: the scene cannot be judged, or has more bodies than are judged at each edit.
            JobCancelled: the job was cancelled.
        """
        from scenewright.scene.layout import judge_scene

        with self._judging:
            scene = scene or self._now()
            if self._judged is None or self._judged[0] is not scene:
                self._judged = (
                    scene,
                    judge_scene(scene, provider=self._assets(), root=self._root, most_bodies=_MOST_JUDGED, job=job),
                )
            return self._judged[1]

    def graph_geometry(self, scene: Scene | None = None) -> SceneGeometry:
        """The triangles for the scene graph: fewer than a picture needs."""
        from scenewright.scene.semantics.scene_graph import GRAPH_TRIANGLES

        return self.geometry(scene, max_triangles=GRAPH_TRIANGLES)

    def views(self, aspect: float, scene: Scene | None = None) -> tuple[Camera, ...]:
        """The program's cameras, or one view of the whole scene if it has none. `aspect`: width over height."""
        from scenewright.renderers.base import view_cameras

        with self._lock:
            scene = scene or self._now()
            if self._views is None or self._views[0] is not scene or self._views[1] != aspect:
                self._views = (scene, aspect, view_cameras(scene, aspect=aspect))
            return self._views[2]

    def query(self, camera: Camera, encoder: TextEncoder | None = None, scene: Scene | None = None) -> SceneQuery:
        """The query engine of the scene for the view of a camera."""
        from scenewright.scene.semantics.queries import SceneQuery
        from scenewright.scene.semantics.scene_graph import scene_graph

        with self._lock:
            scene = scene or self._now()
            kept = self._query
            if kept is None or kept[0] is not scene or kept[1] != camera or kept[2] is not encoder:
                before = None if kept is None else kept[3]
                geometry = self.geometry(scene)
                known = None if before is None else before.graph
                graph = scene_graph(scene, geometry=geometry, edges=False, camera=camera, before=known)
                engine = SceneQuery(scene, geometry, camera=camera, encoder=encoder, before=before, graph=graph)
                kept = self._query = (scene, camera, encoder, engine)
            return kept[3]
