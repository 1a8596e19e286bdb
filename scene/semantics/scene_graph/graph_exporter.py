"""The exporter of scene graphs: what is where, what it looks like, and how things stand to each other, as JSON for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.export import Exported, refuse_target
from scenewright.scene.jobs import Job
from scenewright.scene.model import Entity, FloatArray, Material, Scene
from scenewright.scene.semantics.scene_graph.graph import SceneGraph, scene_graph
from scenewright.scene.semantics.scene_graph.graph_text import graph_json
from scenewright.scene.semantics.words import default_lexicon

__all__ = ["GRAPH_FORMAT", "SceneGraphExporter", "graph_document"]

GRAPH_FORMAT = 1
"""Version of the document. Fields may be added within a version; none is taken away or changes its meaning."""


class SceneGraphExporter:
    """Writes :func:`graph_document`."""

    name = "graph"
    endings = (".json",)

    def available(self) -> str | None:
        return None

    def export(
        self,
        scene: Scene,
        out: Path,
        *,
        provider: AssetProvider | None = None,
        root: Path | None = None,
        job: Job | None = None,
    ) -> Exported:
        import json

        job = (job or Job()).part(name="the export")
        refuse_target(out)
        job.tick(0.0, "measuring relations")
        graph = scene_graph(scene, provider=provider, root=root)
        job.tick(0.6, f"writing {out.name}")
        document = graph_document(scene, graph, provider=provider, root=root, job=job.part(0.6, 0.95))
        text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
        job.check()
        atomic.write(out, text.encode())
        return Exported((out,), graph.notes)


def graph_document(
    scene: Scene,
    graph: SceneGraph,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    job: Job | None = None,
) -> dict[str, Any]:
    """The graph of a scene as JSON values, see ``docs/exchange.md``.

    ``nodes``: those of :func:`scenewright.scene.semantics.scene_graph.graph_text.graph_json`, each with ``category`` (the
    lexicon's name of the thing, None where it knows none), ``world_from_local`` (4 rows of 4), ``box`` (``center`` (3,),
    ``half_size`` (3,), ``axes``: its 3 unit vectors) in metres and the world frame, +y up, ``material`` and ``asset``.
    ``measured``: relations that hold by the boxes and surfaces. ``declared``: those of the program, each with its text and
    whether it holds.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    told = graph_json(graph)
    nodes = []
    for number, (node, row) in enumerate(zip(told["nodes"], graph.nodes, strict=True)):
        if number % 64 == 0:
            job.tick(0.5 * number / len(graph.nodes), "describing things")
        entity = scene.entity(row.row)
        nodes.append(
            {
                **node,
                "category": _category(entity),
                "world_from_local": _rows(entity.world_from_local),
                "box": _box(node["position"], node["size"], node["front"]),
                "material": _material(scene, entity),
                "asset": _asset(entity),
            }
        )
    room = scene.room
    return {
        "format": "scenewright-graph",
        "version": GRAPH_FORMAT,
        "units": scene.units,
        "up": "+y",
        "root": scene.root_name,
        "seed": scene.seed,
        "room": None
        if room is None
        else {"path": room.path, "width": room.width, "depth": room.depth, "height": room.height},
        "nodes": nodes,
        "measured": told["edges"],
        "declared": _declared(scene, provider, root, job.part(0.5)),
    }


def _declared(scene: Scene, provider: AssetProvider | None, root: Path | None, job: Job) -> list[dict[str, Any]]:
    if not scene.relations:
        return []
    from scenewright.scene.layout import check_scene

    report = check_scene(scene, provider=provider, root=root, settle=False, job=job)
    judged = {result.text.replace(" ", ""): result.to_json() for result in report.certificate.relations}
    in_order = len(report.certificate.relations) == len(scene.relations)
    out = []
    for number, relation in enumerate(scene.relations):
        result = (
            report.certificate.relations[number].to_json() if in_order else judged.get(relation.text.replace(" ", ""))
        )
        told = result or {"text": relation.text, "satisfied": None, "residual": None, "reason": "not judged by itself"}
        paths = {name: list(found) for name, found in relation.paths.items()}
        out.append({"kind": relation.kind, "paths": paths, "hard": relation.hard, **told})
    return out


def _category(entity: Entity) -> str | None:
    called = default_lexicon().things_called(entity.word.replace("_", " "))
    return called[0] if called else None


def _box(position: list[float], size: list[float], front: float) -> dict[str, Any]:
    c, s = np.cos(np.radians(front)), np.sin(np.radians(front))
    half = [round(v / 2.0, 4) for v in size]
    axes = [[c, 0.0, -s], [0.0, 1.0, 0.0], [s, 0.0, c]]
    return {
        "center": [position[0], round(position[1] + half[1], 4), position[2]],
        "half_size": half,
        "axes": [[round(float(v), 6) for v in axis] for axis in axes],
    }


def _material(scene: Scene, entity: Entity) -> dict[str, Any] | None:
    """The material of most primitives at or below a node; None without any."""
    below = range(entity.index, scene.subtree_end(entity.index))
    numbers = [int(scene.nodes.material[row]) for row in below if not np.isnan(scene.nodes.color[row, 0])]
    if not numbers:
        return None
    most = max(set(numbers), key=numbers.count)
    material = scene.materials[most] if most >= 0 else Material()
    return {
        "roughness": material.roughness,
        "metallic": material.metallic,
        "opacity": material.opacity,
        "emission": material.emission,
    }


def _asset(entity: Entity) -> dict[str, Any] | None:
    ref = entity.asset
    if ref is None:
        return None
    return {
        "id": ref.id,
        "node": ref.node,
        "title": ref.title,
        "licence": ref.licence,
        "author": ref.author,
        "source": ref.source,
    }


def _rows(matrix: FloatArray) -> list[list[float]]:
    return [[round(v, 6) + 0.0 for v in row] for row in matrix.tolist()]
