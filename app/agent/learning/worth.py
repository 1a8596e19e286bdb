"""Whether a function is worth keeping: what its instances are in the scene, and how they stand there.

What is none of the geometry's business, such as whether it runs without its program, :mod:`scenewright.app.agent.learning.trying` finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.agent.checker.findings import CheckFinding, FindingKind
from scenewright.app.agent.checker.standing import standing_findings
from scenewright.app.agent.learning.naming import EntityNames, kinds_of_word
from scenewright.assets.header import SUPPORTS
from scenewright.scene.model import FloatArray, NodeKind, PrimitiveKind, Scene
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from scenewright.assets.header import RegisteredFunction
    from scenewright.scene.layout import LayoutReport

__all__ = ["FEWEST_PRIMITIVES", "SceneEvidence", "unworthy"]

FEWEST_PRIMITIVES = 4
"""What has fewer is as soon written again."""
_SIZES = (0.03, 30.0)
"""Metres of the longest side of what is kept."""
_FLAT, _WIDE, _WIDER, _LEAST_FLAT = 0.12, 0.25, 0.6, 2.0
"""What is flatter than this share of its longest side, covers more than that share of the scene (another for objects of the catalogue), and
is longer than so many metres, is ground."""
_MOST = 0.6
"""Of the primitives or the box of a thing: a part with more is nearly all of it."""
_WIDE_GAP = 0.15
"""Of the longest side: what is further apart is not one thing."""
_MOST_PIECES = 1_500
_LEAST_GROUND, _CARRIES = 3.0, 0.8
"""Metres of the longest side of a piece of ground under a thing, and how much of its area it is."""
_FAULTS = (FindingKind.COLLISION, FindingKind.OUTSIDE, FindingKind.FLOATING)
_PLACE_KINDS = frozenset(("building part", "building material", "ground", "weather", "room"))
"""Kinds of what a place consists of: no objects for other scenes, unless the catalogue has them as objects, too."""
_PART = "part"


@dataclass(frozen=True)
class SceneEvidence:
    """A laid-out scene, what its certificate says, and the instances of each function."""

    scene: Scene
    report: LayoutReport

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The paths of what stands by itself."""
        return frozenset(self.report.problem.bodies.path)

    @cached_property
    def _rows(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for row in np.flatnonzero(self.scene.nodes.kind == NodeKind.ENTITY).tolist():
            rows.setdefault(self.scene.strings[int(self.scene.nodes.word[row])], []).append(row)
        return rows

    @cached_property
    def faults(self) -> tuple[CheckFinding, ...]:
        """What collides, floats, falls or stands outside."""
        return tuple(f for f in standing_findings(self.report) if f.kind in _FAULTS)

    def rows(self, name: str) -> list[int]:
        """The instances of a function."""
        return self._rows.get(name, [])

    def box(self, row: int) -> FloatArray:
        """(2, 3) of an instance in the world."""
        return self.scene.entity(row).bounds

    def primitives(self, row: int) -> int:
        """How many primitives an instance is made of, its parts included."""
        kinds = self.scene.nodes.primitive[row : self.scene.subtree_end(row)]
        return int(np.count_nonzero((kinds != PrimitiveKind.NONE) & (kinds != PrimitiveKind.MESH)))

    def fault_of(self, row: int) -> str | None:
        """What is wrong with how an instance stands, or with one of its parts."""
        path = self.scene.paths[row]
        for fault in self.faults:
            if any(_within(p, path) for p in fault.paths):
                return fault.says
        for loose in self.report.certificate.floating_parts:
            if any(_within(p, path) for p in loose.paths):
                return f"{loose.paths[0].removeprefix(f'{path}/')} touches nothing: it hangs {loose.gap * 100:.0f} cm from the rest"
        return None

    def resting(self, name: str) -> str | None:
        """On what the instances that stand by themselves rest; None if none does."""
        bodies = self.report.problem.bodies
        paths = {self.scene.paths[row] for row in self.rows(name)}
        found = [
            kind.value
            for path, kind in zip(bodies.path, bodies.support, strict=True)
            if path in paths and kind.value in SUPPORTS
        ]
        return Counter(found).most_common(1)[0][0] if found else None

    def things_inside(self, row: int) -> int:
        """How many things that stand by themselves an instance holds."""
        path = self.scene.paths[row]
        return sum(body.startswith(f"{path}/") for body in self.bodies)

    def is_nested(self, row: int) -> bool:
        """Whether an instance is a part of something that stands by itself."""
        path = self.scene.paths[row]
        return path not in self.bodies and any(_within(path, body) for body in self.bodies)

    def holders(self, rows: Iterable[int]) -> list[str]:
        """The words of what instances are parts of."""
        parents = (self.scene.entity(row).parent for row in rows)
        return list(dict.fromkeys(p.word for p in parents if p is not None))


def unworthy(evidence: SceneEvidence, function: RegisteredFunction, names: EntityNames) -> str | None:
    """Why a function is not offered; None if it is worth keeping."""
    scene, rows = evidence.scene, evidence.rows(function.name)
    if function.name == scene.root_name:
        return "it is the whole scene"
    if not rows:
        return "the scene has none of it, so it proved nothing"
    if any(NodeKind.ROOM in scene.nodes.kind[row : scene.subtree_end(row)] for row in rows):
        return "it is the room"
    kinds = kinds_of_word(names.word)
    nested = all(evidence.is_nested(row) for row in rows)
    if nested and (not names.known or _PART in kinds):
        return f"it is a part of the {' and the '.join(w.replace('_', ' ') for w in evidence.holders(rows)[:2])}"
    mostly = next((holder for row in rows if nested and (holder := _mostly(evidence, row))), None)
    if mostly is not None:
        return f"it is most of the {mostly}, which says more"
    if (kinds & _PLACE_KINDS and (nested or not names.is_object)) or any(
        _is_ground(evidence, row, names) for row in rows
    ):
        return "it is a piece of the place, and no object"
    things = max(evidence.things_inside(row) for row in rows)
    if things > 1 or any(_stands_apart(evidence, row) for row in rows):
        return f"it is an arrangement of {things if things > 1 else 'several'} things, and no thing itself"
    made_of = max(evidence.primitives(row) for row in rows)
    if made_of < FEWEST_PRIMITIVES:
        return f"it is made of {made_of} primitive{'s' * (made_of != 1)}: that is soon written again"
    if not function.phrase.strip():
        return "it has no docstring that says what it is"
    for row in rows:
        fault = evidence.fault_of(row)
        if fault is not None:
            return f"not all is well with it: {cut(fault, 160)}"
    if any(_has_ground(evidence, row) for row in rows):
        return "it has the ground under it"
    longest = max(float(np.diff(evidence.box(row), axis=0).max()) for row in rows)
    if not _SIZES[0] <= longest <= _SIZES[1]:
        return f"it is {longest:.3g} m long: objects are from {_SIZES[0]:g} to {_SIZES[1]:g} m"
    return None


def _mostly(evidence: SceneEvidence, row: int) -> str | None:
    """The word of the thing that a part is nearly all of; None if it is not."""
    holder = int(evidence.scene.nodes.parent[row])
    if holder <= 0:
        return None
    own, whole = (float(np.prod(np.diff(evidence.box(r), axis=0))) for r in (row, holder))
    most = evidence.primitives(row) > _MOST * evidence.primitives(holder) or own > _MOST * whole
    return evidence.scene.entity(holder).word.replace("_", " ") if most else None


def _stands_apart(evidence: SceneEvidence, row: int) -> bool:
    """Whether an instance is made of pieces with wide gaps between them."""
    from scipy.sparse.csgraph import connected_components

    scene = evidence.scene
    pieces = list(scene.children_of(row))
    while len(pieces) == 1:
        pieces = list(scene.children_of(pieces[0]))
    if not 1 < len(pieces) <= _MOST_PIECES:
        return False
    boxes = np.stack([evidence.box(piece) for piece in pieces])  # (N, 2, 3)
    gap = _WIDE_GAP * float(np.diff(evidence.box(row), axis=0).max())
    near = (boxes[:, None, 0] <= boxes[None, :, 1] + gap) & (boxes[None, :, 0] <= boxes[:, None, 1] + gap)
    return int(connected_components(near.all(axis=2), directed=False)[0]) > 1


def _is_ground(evidence: SceneEvidence, row: int, names: EntityNames) -> bool:
    """Whether an instance is flat and so wide that others stand on it. A rug or a pond may be wider than other things."""
    size = np.diff(evidence.box(row), axis=0)[0]
    whole = np.diff(evidence.scene.bounds, axis=0)[0]
    longest = max(size[0], size[2])
    wide = size[0] * size[2] > (_WIDER if names.is_object else _WIDE) * whole[0] * whole[2]
    return bool(size[1] < _FLAT * longest and longest > _LEAST_FLAT and wide)


def _has_ground(evidence: SceneEvidence, row: int) -> bool:
    """Whether an instance stands on a wide and flat primitive of its own that carries all of it."""
    box = evidence.box(row)
    size = np.diff(box, axis=0)[0]
    for leaf in range(row, evidence.scene.subtree_end(row)):
        if evidence.scene.nodes.primitive[leaf] in (PrimitiveKind.CUBE, PrimitiveKind.CYLINDER):
            flat = evidence.box(leaf)
            width, height, depth = np.diff(flat, axis=0)[0]
            low = flat[0, 1] - box[0, 1] < 0.1 * size[1]
            if low and height < _FLAT * size[1] and max(width, depth) > _LEAST_GROUND:
                return bool(width * depth > _CARRIES * size[0] * size[2])
    return False


def _within(path: str, of: str) -> bool:
    return path == of or path.startswith(f"{of}/")
