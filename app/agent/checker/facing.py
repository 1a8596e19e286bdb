"""Findings on how things are turned, beyond what a brief states: seats at a table, and fronts that face a wall close by."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.app.agent.checker.findings import CheckFinding, FindingKind, Severity
from scenewright.app.clauses.evidence import ClauseEvidence
from scenewright.scene.layout.relations import X, Z
from scenewright.scene.semantics.words import singular

__all__ = ["facing_findings"]

_DRAWN_UP = frozenset(("chair", "armchair"))
"""Seats with a back that people draw up to a table."""
_TABLES = frozenset(("table", "desk", "workbench"))
_FRONTED = frozenset(
    ("sofa", "couch", "loveseat", "armchair", "bed", "wardrobe", "bookshelf", "bookcase", "dresser", "cabinet",
     "refrigerator", "fridge", "stove", "oven", "television", "tv", "fireplace", "piano", "nightstand", "sideboard", "cupboard")
)  # fmt: skip
"""What one uses from its front."""
_AT_TABLE = 0.35
"""Metres from a table up to which a chair is drawn up to it."""
_AWAY = -0.5
"""Cosine between where a seat faces and the way to its table below which its back is to the table."""
_FREE = 0.35
"""Metres that what is used from its front needs before it."""
_TOWARD = {"back": (0.0, -1.0), "front": (0.0, 1.0), "left": (-1.0, 0.0), "right": (1.0, 0.0)}
"""Wall -> direction to it, x and z."""
_SQUARELY = 0.9
"""Cosine between a front and the direction to a wall from which it faces the wall."""


def facing_findings(evidence: ClauseEvidence) -> Iterator[CheckFinding]:
    """Chairs with their backs to the table that they stand at, and fronts against a wall."""
    graph = evidence.graph
    words = [
        singular(evidence.title(n).lower().rsplit(maxsplit=1)[-1]) if evidence.title(n) else ""
        for n in range(len(graph))
    ]
    tables = [n for n, word in enumerate(words) if word in _TABLES and graph.nodes[n].kind != "room"]
    for n, word in enumerate(words):
        if graph.nodes[n].kind == "room":
            continue
        if word in _DRAWN_UP:
            table = _table_of(evidence, n, tables)
            if table is not None and _cosine(evidence, n, table) < _AWAY:
                names = evidence.graph.nodes[n].name, evidence.graph.nodes[table].name
                yield _finding(evidence, n, f"{names[0]} stands at {names[1]} with its back to it")
        if word in _FRONTED and (wall := _wall_before(evidence, n)):
            yield _finding(evidence, n, f"the front of {graph.nodes[n].name} is against the {wall} wall")


def _finding(evidence: ClauseEvidence, n: int, says: str) -> CheckFinding:
    return CheckFinding(
        FindingKind.FACING, Severity.FAULT, says, (evidence.graph.nodes[n].path,), "turn it by 180 degrees"
    )


def _table_of(evidence: ClauseEvidence, seat: int, tables: list[int]) -> int | None:
    near = [
        (float(evidence.graph.spatial.gap([seat], [t])[0]), t) for t in tables if not evidence.graph.related(seat, t)
    ]
    gap, table = min(near, default=(np.inf, -1))
    return table if gap <= _AT_TABLE else None


def _cosine(evidence: ClauseEvidence, n: int, other: int) -> float:
    boxes = evidence.graph.boxes
    way = boxes[other, [X, Z]] - boxes[n, [X, Z]]
    front = np.deg2rad(evidence.graph.nodes[n].front)
    length = float(np.linalg.norm(way))
    return float(way @ (np.sin(front), np.cos(front))) / length if length > 1e-6 else 1.0


def _wall_before(evidence: ClauseEvidence, n: int) -> str:
    """The wall that stands close before the front of a thing on the floor; '' for none."""
    graph, room = evidence.graph, evidence.scene.room
    if room is None or evidence.places.alone("floor", n) < 0.5:
        return ""
    front = np.deg2rad(graph.nodes[n].front)
    ahead = np.array((np.sin(front), np.cos(front)))
    gaps = {s: float(graph.spatial.wall_gap([n], s)[0]) for s in _TOWARD}
    return next((s for s, gap in gaps.items() if gap < _FREE and float(ahead @ _TOWARD[s]) > _SQUARELY), "")
