"""Scene programs that questions and queries are put to."""

from __future__ import annotations

from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.semantics.queries import SceneQuery
from scenewright.scene.semantics.questions import Asker, LexiconResolver
from scenewright.scene.semantics.scene_graph import scene_graph

__all__ = ["asker_and_query"]


def asker_and_query(text: str) -> tuple[Asker, SceneQuery]:
    """What answers questions and queries about the scene of a program, on one graph."""
    scene = evaluate_here(text)
    geometry = scene_geometry(scene)
    graph = scene_graph(scene, geometry=geometry)
    return Asker(graph, LexiconResolver(graph, scene, geometry)), SceneQuery(scene, geometry, graph=graph)
