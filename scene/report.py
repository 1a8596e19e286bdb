"""A Scene as plain data for JSON: what ``scenewright evaluate --json`` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from scenewright.scene.model import Entity, NodeKind, PrimitiveKind, Relation, Scene

__all__ = ["entity_report", "evaluation_report", "relation_report", "tree_report"]


def evaluation_report(scene: Scene) -> dict[str, Any]:
    """The result of an evaluation, frame 0 of it, as JSON data.

    ``primitives`` hold the world matrix (4x4, row-major) of the unit primitive: the cube of edge 1, the sphere of radius 1,
    cylinder and cone of radius 1 from y=0 to y=1; a mesh's own frame is that of its object.
    """
    nodes, world = scene.nodes, scene.world_from_local
    primitives = [
        {
            "kind": PrimitiveKind(int(nodes.primitive[row])).name.lower(),
            "path": scene.paths[row],
            "transform": world[row].tolist(),
            "color": None if np.isnan(nodes.color[row, 0]) else nodes.color[row].tolist(),
        }
        for row in scene.leaf_rows.tolist()
    ]
    return {
        "schema": scene.schema,
        "root": scene.root_name,
        "count": len(primitives),
        "bounds": scene.bounds.tolist(),
        "frames": scene.frames,
        "units": scene.units,
        "seed": scene.seed,
        "primitives": primitives,
        "tree": tree_report(scene),
        "relations": [relation_report(r) for r in scene.relations],
        "room": None if scene.room is None else asdict(scene.room),
        "lights": [asdict(item) for item in scene.lights],
        "cameras": [asdict(item) for item in scene.cameras],
        "environment": None if scene.environment is None else asdict(scene.environment),
        "warnings": list(scene.warnings),
    }


def entity_report(entity: Entity) -> dict[str, Any]:
    """One node without its children."""
    z, asset, span = entity.embedding, entity.asset, entity.span
    report: dict[str, Any] = {
        "path": entity.path,
        "word": entity.word,
        "phrase": entity.phrase,
        "kind": entity.kind.name.lower(),
        "line": None if span is None else span.line,
    }
    if z is not None:
        report["z"] = {k: v for k, v in asdict(z).items() if v is not None}
    if asset is not None:
        report["asset"] = {"id": asset.id, "words": asset.words, "licence": asset.licence, "title": asset.title}
    return report


def tree_report(scene: Scene) -> dict[str, Any]:
    """The instance tree, nested under ``children``. Primitives are left out; the report lists them under ``primitives``."""
    reports: list[dict[str, Any] | None] = []
    for row, parent in enumerate(scene.nodes.parent.tolist()):
        if scene.nodes.kind[row] == NodeKind.PRIMITIVE and row > 0:
            reports.append(None)
            continue
        report = {**entity_report(scene.entity(row)), "children": []}
        reports.append(report)
        above = reports[parent] if parent >= 0 else None
        if above is not None:
            above["children"].append(report)
    root = reports[0]
    assert root is not None
    return root


def relation_report(relation: Relation) -> dict[str, Any]:
    """One relation with its arguments as written and the full paths that they mean."""
    return {
        "kind": relation.kind,
        "arguments": dict(relation.arguments),
        "paths": {name: list(paths) for name, paths in relation.paths.items()},
        "weight": relation.weight,
        "hard": relation.hard,
        "scope": relation.scope,
        "line": None if relation.span is None else relation.span.line,
    }
