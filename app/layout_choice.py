"""Which of two layouts of one scene is kept: the one that repairs the written poses, or the one that places everything anew."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenewright.scene.layout import LayoutReport, LayoutResult

__all__ = ["better", "torn"]

_FAR = 0.5
"""Metres from which on a thing that a layout moved is away from where it belongs."""

_TORN = 0.05
"""The same for one of several things that are joined, against the others."""

_STILL = (0.0, 0.0, 0.0)


def better(kept: LayoutResult, anew: LayoutResult) -> LayoutResult:
    """The one of two layouts of one scene that has fewer violations, and as such counts what is torn from what it is joined with; else
    the one that costs less: a relation that does not hold counts as much as two things far from their first places, since these stood
    in groups."""
    from scenewright.scene.layout import report_of

    def faults(result: LayoutResult) -> tuple[int, int]:
        report = report_of(result)
        unmet = sum(not r.satisfied for r in report.certificate.relations)
        away = sum(move.distance_m > _FAR and not move.along for move in report.moves)
        return len(report.certificate.violations) + torn(report), 2 * unmet + away

    return min(kept, anew, key=faults)


def torn(report: LayoutReport) -> int:
    """How many things a layout moved otherwise than what they are joined with: a coat that no longer hangs on its hook."""
    moves = {move.path: move for move in report.moves}

    def shift(path: str) -> tuple[float, ...]:
        move = moves.get(path)
        return _STILL if move is None else tuple(a - b for a, b in zip(move.after[:3], move.before[:3], strict=True))

    return sum(math.dist(shift(path), shift(paths[0])) > _TORN for paths, _ in report.joined for path in paths[1:])
