"""Whether several things stand to each other as a text says: facing each other, in rows, in a circle, in a stack.

An arrangement comes as text, ``kind|rows|per row``, where 0 stands for a number that the text does not give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from scenewright.app.clauses.evidence import ClauseEvidence, number_word
from scenewright.scene.layout.relations import COS, HALF_DEPTH, HALF_WIDTH, SIN, X, Z
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.queries import HOLDS

__all__ = ["ARRANGED", "ArrangementMeasures"]

ARRANGED = {
    "facing": "facing each other", "back": "back to back", "row": "in a row", "rows": "in rows", "circle": "in a circle",
    "half circle": "in a half circle", "u": "in a U", "gallery": "together on a wall", "stack": "in a stack", "stacks": "in stacks",
}  # fmt: skip
"""Kind of arrangement -> how it is said."""

_CROOKED = 0.5
"""Share of the mean size of things by which they may stand off the line of their row."""
_ROUND = 0.2
"""Share of its radius by which things may stand off a circle."""
_OPEN = 1.9
"""Times the even angle, up to which neighbours in a circle are apart."""
_HALF_OPEN = 110.0
"""Degrees that are open, at least, in a half circle."""
_EDGE = 0.3
"""Share of the sides of what a U covers, within which its things stand at a side."""
_RISE = 0.05
"""Share of a thing's height, and metres above it, within which the next of a stack begins."""
_OPPOSED = -0.5
"""Cosine between the fronts of two things, up to which they stand back to back."""

_Verdict = tuple[bool | None, str]


class ArrangementMeasures:
    """Judges the arrangements of one scene. Things are given by the numbers of their nodes in the graph."""

    def __init__(self, evidence: ClauseEvidence) -> None:
        self._evidence, self._graph, self._places = evidence, evidence.graph, evidence.places

    def holds(self, detail: str, some: Sequence[int]) -> _Verdict:
        """Whether things stand so, and what was found instead; None where nothing can tell.

        Args:
            detail: the arrangement as text.
        """
        kind, rows, per_row = (*detail.split("|"), "0", "0")[:3]
        judges: dict[str, Callable[[], _Verdict]] = {
            "facing": lambda: self._facing(some),
            "back": lambda: self._back(some),
            "row": lambda: self._row(some),
            "rows": lambda: self._rows(some, int(rows), int(per_row)),
            "circle": lambda: self._circle(some),
            "half circle": lambda: self._half_circle(some),
            "u": lambda: self._u(some),
            "gallery": lambda: self._gallery(some),
            "stack": lambda: self._stacks(some, 1),
            "stacks": lambda: self._stacks(some, int(rows)),
        }
        if kind not in judges:
            return None, f"nothing measures {kind!r}"
        if len(some) < 2:
            return False, "there is only one"
        return judges[kind]()

    def _facing(self, some: Sequence[int]) -> _Verdict:
        turned = [a for a in some if not any(self._places.degree("facing", a, b) >= HOLDS for b in some if b != a)]
        return (
            (True, "")
            if not turned
            else (False, f"{number_word(len(turned))} of {number_word(len(some))} face none of the others")
        )

    def _back(self, some: Sequence[int]) -> _Verdict:
        fronts = self._fronts(some)
        alone = 0
        for i, a in enumerate(some):
            others = [b for j, b in enumerate(some) if j != i and float(fronts[i] @ fronts[j]) <= _OPPOSED]
            alone += not any(self._places.degree("behind", b, a) >= HOLDS for b in others)
        return (
            (True, "")
            if not alone
            else (False, f"{number_word(alone)} of {number_word(len(some))} have none at their back")
        )

    def _row(self, some: Sequence[int]) -> _Verdict:
        at = self._at(some)
        across = np.linalg.svd(at - at.mean(axis=0))[2][1]
        off = float(np.ptp(at @ across))
        if off <= 2.0 * _CROOKED * self._size(some):
            return True, ""
        return False, f"they stand up to {off:.2f} m off one line"

    def _rows(self, some: Sequence[int], rows: int, per_row: int) -> _Verdict:
        found = []
        fronts = self._fronts(some)
        for axis in (fronts[0], np.array([fronts[0][1], -fronts[0][0]])):
            along = np.sort(self._at(some) @ axis)
            cuts = np.flatnonzero(np.diff(along) > _CROOKED * self._size(some))
            found.append([len(part) for part in np.split(along, cuts + 1)])
        for counts in found:
            wanted = len(counts) == rows if rows else 1 < len(counts) < len(some)
            if wanted and (not per_row or max(counts) == per_row):
                return True, ""
        counts = min(found, key=len)
        return False, f"they stand in {number_word(len(counts))} {'row' if len(counts) == 1 else 'rows'}"

    def _circle(self, some: Sequence[int]) -> _Verdict:
        at = self._at(some)
        at = at - at.mean(axis=0)
        radius = np.linalg.norm(at, axis=1)
        if len(some) < 3 or float(np.ptp(radius)) > 2.0 * _ROUND * float(radius.mean()):
            return False, f"they stand {radius.min():.1f} to {radius.max():.1f} m from their middle"
        widest = _widest(at)
        return (
            (True, "")
            if widest <= _OPEN * 360.0 / len(some)
            else (False, f"{widest:.0f} degrees of the circle are open")
        )

    def _half_circle(self, some: Sequence[int]) -> _Verdict:
        at = self._at(some)
        if len(some) < 4:
            return None, "fewer than four things show no half circle"
        # |p - c|^2 = r^2 is linear in c and r^2 - |c|^2
        solved = np.linalg.lstsq(np.column_stack([2.0 * at, np.ones(len(at))]), (at**2).sum(axis=1), rcond=None)[0]
        center = solved[:2]
        radius = np.linalg.norm(at - center, axis=1)
        if float(np.ptp(radius)) > 2.0 * _ROUND * float(radius.mean()):
            return False, "they stand on no circle"
        widest = _widest(at - center)
        return (
            (True, "") if _HALF_OPEN <= widest <= 270.0 else (False, f"{widest:.0f} degrees of their circle are open")
        )

    def _u(self, some: Sequence[int]) -> _Verdict:
        at = self._at(some)
        low, span = at.min(axis=0), np.maximum(np.ptp(at, axis=0), 1e-6)
        share = (at - low) / span
        sides = {
            "left": share[:, 0] < _EDGE,
            "right": share[:, 0] > 1 - _EDGE,
            "back": share[:, 1] < _EDGE,
            "front": share[:, 1] > 1 - _EDGE,
        }
        inner = ~np.any(np.column_stack(list(sides.values())), axis=1)
        middle = {
            name: bool((on & (np.abs(share[:, 1 - k // 2] - 0.5) < 0.5 - _EDGE)).any())
            for k, (name, on) in enumerate(sides.items())
        }
        if inner.any():
            return False, f"{number_word(int(inner.sum()))} of {number_word(len(some))} stand in the middle"
        closed = [name for name, there in middle.items() if there]
        if len(some) < 5:
            return None, "fewer than five things show no U"
        return (True, "") if len(closed) == 3 else (False, f"they stand at {number_word(len(closed))} sides")

    def _gallery(self, some: Sequence[int]) -> _Verdict:
        walls = [
            {s for s in ("back", "front", "left", "right") if self._places.alone("wall", a, s) >= HOLDS} for a in some
        ]
        return (True, "") if set.intersection(*walls) else (False, "they do not hang on one wall")

    def _stacks(self, some: Sequence[int], stacks: int) -> _Verdict:
        bottom = [a for a in some if not any(self.lies_on(a, b) for b in some if b != a)]
        wanted = len(bottom) <= max(stacks, 1) if stacks else len(bottom) < len(some)
        return (
            (True, "")
            if wanted
            else (False, f"{number_word(len(bottom))} of {number_word(len(some))} lie on none of the others")
        )

    def lies_on(self, a: int, b: int) -> bool:
        """Whether a rests on b, or is sunk into it, as a cup is into the cup below."""
        if b in self._graph.rests_on[a]:
            return True
        boxes, size = self._graph.boxes, self._graph.nodes[b].size
        foot_a, foot_b = float(boxes[a, 1]), float(boxes[b, 1])
        over = float(np.linalg.norm(boxes[a, [X, Z]] - boxes[b, [X, Z]])) < 0.5 * min(size[0], size[2])
        return over and foot_b + _RISE * size[1] < foot_a <= foot_b + size[1] + _RISE

    # -- measures -------------------------------------------------------------------------------------------------------

    def _at(self, some: Sequence[int]) -> FloatArray:
        """(K, 2) middles on the floor, metres."""
        at: FloatArray = self._graph.boxes[np.asarray(some)][:, [X, Z]]
        return at

    def _fronts(self, some: Sequence[int]) -> FloatArray:
        """(K, 2) directions of the fronts."""
        fronts: FloatArray = self._graph.boxes[np.asarray(some)][:, [SIN, COS]]
        return fronts

    def _size(self, some: Sequence[int]) -> float:
        """The mean of the shorter sides, metres."""
        half = self._graph.boxes[np.asarray(some)][:, [HALF_WIDTH, HALF_DEPTH]]
        return float(2.0 * half.min(axis=1).mean())


def _widest(at: FloatArray) -> float:
    """Degrees of the widest gap between neighbours around the origin."""
    angles = np.sort(np.degrees(np.arctan2(at[:, 1], at[:, 0])))
    return float(np.diff(np.append(angles, angles[0] + 360.0)).max())
