"""A Scene as plain data for JSON: what ``scenewright evaluate --json`` prints."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from scenewright.scene.errors import PathError
from scenewright.scene.limits import ANSWER_BYTES, ANSWER_ROWS
from scenewright.scene.model import Entity, NodeKind, PrimitiveKind, Relation, Scene

__all__ = ["RowPage", "entity_report", "evaluation_report", "relation_report", "row_page", "tree_report"]


@dataclass(frozen=True, slots=True)
class RowPage:
    """A run of the nodes of a scene, depth first: those that one answer holds. `next`: where the following page begins; None where
    this is the last."""

    first: int
    end: int
    next: int | None


def row_page(scene: Scene, first: int = 0) -> RowPage:
    """The page of a scene that begins with node `first`: as many nodes as an answer may hold.

    Raises:
        PathError: the scene has no such node.
    """
    rows = len(scene)
    if not 0 <= first < rows:
        raise PathError(f"there is no node {first}: the scene has {rows:,}, counted from 0")
    characters = np.cumsum([len(path) for path in scene.paths[first : first + ANSWER_ROWS]])
    # every node's path stands in an answer up to twice; one node is always shown
    fitting = int(np.searchsorted(characters, ANSWER_BYTES // 4, side="right"))
    end = min(first + max(fitting, 1), rows)
    return RowPage(first, end, end if end < rows else None)


def evaluation_report(scene: Scene, first: int = 0) -> dict[str, Any]:
    """The result of an evaluation, frame 0 of it, as JSON data.

    ``primitives`` hold the world matrix (4x4, row-major) of the unit primitive: the cube of edge 1, the sphere of radius 1,
    cylinder and cone of radius 1 from y=0 to y=1; a mesh's own frame is that of its object. Very large scenes come in pages:
    ``rows`` is the number of all nodes, and ``next`` is where the following page begins, null at the end. A page holds its own
    nodes, and in the tree also the instances around them.

    Args:
        first: node with which the page begins.

    Raises:
        PathError: the scene has no such node.
    """
    nodes, world = scene.nodes, scene.world_from_local
    page = row_page(scene, first)
    leaves = scene.leaf_rows
    primitives = [
        {
            "kind": PrimitiveKind(int(nodes.primitive[row])).name.lower(),
            "path": scene.paths[row],
            "transform": world[row].tolist(),
            "color": None if np.isnan(nodes.color[row, 0]) else nodes.color[row].tolist(),
        }
        for row in leaves[(leaves >= page.first) & (leaves < page.end)].tolist()
    ]
    return {
        "schema": scene.schema,
        "root": scene.root_name,
        "count": len(leaves),
        "rows": len(scene),
        "first": page.first,
        "next": page.next,
        "bounds": scene.bounds.tolist(),
        "frames": scene.frames,
        "units": scene.units,
        "seed": scene.seed,
        "primitives": primitives,
        "tree": tree_report(scene, page),
        "relations": [relation_report(r) for r in scene.relations],
        "room": None if scene.room is None else asdict(scene.room),
        "lights": [asdict(item) for item in scene.lights],
        "cameras": [asdict(item) for item in scene.cameras],
        "environment": None if scene.environment is None else asdict(scene.environment),
        "libraries": [{"name": use.name, "file": use.file, "sha256": use.sha256} for use in scene.libraries],
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


def tree_report(scene: Scene, page: RowPage) -> dict[str, Any]:
    """The instance tree of a page, nested under ``children``. Primitives are left out; the report lists them under ``primitives``."""
    parents = scene.nodes.parent
    around: set[int] = set()
    row = page.first
    while row >= 0:
        around.add(row)
        row = int(parents[row])
    in_page = np.flatnonzero(scene.nodes.kind[page.first : page.end] != NodeKind.PRIMITIVE) + page.first
    reports: dict[int, dict[str, Any]] = {}
    for row in sorted({0} | around | set(in_page.tolist())):
        if row > 0 and scene.nodes.kind[row] == NodeKind.PRIMITIVE:
            continue
        reports[row] = {**entity_report(scene.entity(row)), "children": []}
        above = reports.get(int(parents[row]))
        if above is not None:
            above["children"].append(reports[row])
    return reports[0]


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
