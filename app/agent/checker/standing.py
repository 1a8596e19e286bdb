"""Findings from the certificate of a layout: what floats, intersects, leaves the room, falls, cannot hold, or was moved."""

from __future__ import annotations

from collections.abc import Iterator

from scenewright.app.agent.checker.findings import CheckFinding, FindingKind, Severity
from scenewright.scene.layout import LayoutReport, moved_text
from scenewright.scene.layout.certify import ViolationKind

__all__ = ["standing_findings"]

_KINDS = {
    ViolationKind.COLLISION: FindingKind.COLLISION,
    ViolationKind.BOUNDS: FindingKind.OUTSIDE,
    ViolationKind.SUPPORT: FindingKind.FLOATING,
    ViolationKind.DOOR: FindingKind.OUTSIDE,
    ViolationKind.WINDOW: FindingKind.OUTSIDE,
}
_FAR = 0.5
"""Metres: what the layout moved further than this stands elsewhere than its writer meant."""


def standing_findings(report: LayoutReport) -> Iterator[CheckFinding]:
    """What does not stand as a scene should, by exact geometry."""
    for violation in report.certificate.violations:
        yield CheckFinding(_KINDS[violation.kind], Severity.FAULT, violation.message, violation.paths)
    for path in report.fell:
        yield CheckFinding(
            FindingKind.FLOATING, Severity.FAULT, f"{_name(path)} falls or topples when it is let go", (path,)
        )
    for relation in report.certificate.relations:
        if not relation.satisfied and relation.residual is not None:
            yield CheckFinding(
                FindingKind.STATEMENT, Severity.FAULT, f"{relation.text} does not hold: {relation.reason}"
            )
    for unread in report.unreadable:
        where = f"line {unread.line}: " if unread.line else ""
        advice = "name placed instances, as place(..., name=...) gives them, and use the calls of the vocabulary"
        yield CheckFinding(
            FindingKind.STATEMENT,
            Severity.FAULT,
            f"{where}{unread.text} cannot be read, and was left out: {unread.why}",
            advice=advice,
        )
    for conflict in report.conflicts:
        paths = tuple(report.problem.bodies.path[b] for b in conflict.bodies)
        stated = "; ".join(report.relations_of(conflict))
        says = conflict.says if conflict.proved else f"{conflict.says} (no place was found)"
        yield CheckFinding(
            FindingKind.STATEMENT,
            Severity.FAULT,
            f"cannot hold together: {says}{f' ({stated})' if stated else ''}",
            paths,
            "; or ".join(conflict.ways_out),
        )
    yield from _offered(report)
    for move in report.moves:
        severity = Severity.FAULT if move.distance_m > _FAR and not move.along else Severity.NOTE
        says = f"the layout moved {moved_text(move)}, to {_place(move.after)}"
        yield CheckFinding(FindingKind.MOVED, severity, says, (move.path,))


def _offered(report: LayoutReport) -> Iterator[CheckFinding]:
    """A repair that changes much is only offered: the writer decides."""
    offer = report.offer
    if offer is None:
        return
    why = f" ({offer.why})" if offer.why else ""
    moves = "; ".join(f"{moved_text(m)}, from {_place(m.before)} to {_place(m.after)}" for m in offer.moves[:8])
    says = f"the smallest repair that was found changes much{why}, and was not made: {moves}"
    yield CheckFinding(FindingKind.MOVED, Severity.FAULT, says, tuple(m.path for m in offer.moves))
    for left in offer.remaining:
        yield CheckFinding(FindingKind.MOVED, Severity.NOTE, f"that repair would still leave: {left}")


def _place(pose: tuple[float, float, float, float]) -> str:
    x, y, z, turn = pose
    return f"({x:.2f}, {y:.2f}, {z:.2f}), turn {turn:.0f}"


def _name(path: str) -> str:
    return path.split("/", 1)[-1]
