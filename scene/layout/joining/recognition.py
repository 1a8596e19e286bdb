"""Recognise by exact geometry, with words as a hint, how bodies enclose each other or interlock by design."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.scene.jobs import Job
from scenewright.scene.layout.bodies import (
    is_built,
    is_enclosing,
    is_fluid,
    is_growing,
    is_land,
    is_organic,
    is_seat,
    is_tie,
    is_track,
    sits_in_things,
    stands_on_things,
    texts_of,
)
from scenewright.scene.layout.certify import Evidence, box_pairs, piece_pairs
from scenewright.scene.layout.joining.sections import GRID, NEAR, Sections, Shared
from scenewright.scene.layout.model import Support
from scenewright.scene.model import IntArray, NodeKind, Scene

__all__ = ["Pair", "Recogniser", "called"]

Pair = tuple[int, int, str]
"""Numbers of two joined bodies, and the reason."""

_OVERLAP = 5e-3
"""Metres of penetration up to which bodies only touch."""

_WITHIN = 0.95
"""Share of the footprint of a body that must lie within the body that it sits in."""

_RAISED = 0.01
"""Metres that the bottom of a body must be above the bottom of the body that it sits in."""

_SUNK = 0.4
"""Share of its height by which a body must be below the top of the body that it sits in."""

_DEEP = 0.04
"""Least metres of the same, for a body whose name does not say that it sits in things."""

_THROUGH = 0.03
"""Metres that a body must stick out above and below the body that it runs through."""

_SLENDER = 0.3
"""Greatest share of the sides of a footprint that a body running through it may take."""

_ENCLOSED = 0.9
_SIDES = 3
_LARGE = 0.2
"""Least share of the footprint of a hollow body that a body belonging into it takes: a stair in its tower, but not a book in its case."""

_MOST_OF = 0.3
"""Least share of the footprint of a tower, tent or frame that a body made for it takes."""

_FILLED = 0.5
"""Share of its bounding rectangle that the section of a pole or trunk fills; four legs fill less."""

_LONG = 0.5
"""Least height, in metres, of a pole or a trunk."""

_UNEVEN = 0.01
"""Metres of rise below a body from which the ground is not level."""

_OFF = 0.05
"""Metres above the floor from which a body may hang."""

_SHALLOW = 0.3
"""Greatest share of its size by which a holder reaches into the body that it holds."""

_HEAVIER = 3.0
"""Least ratio of volumes of a holder that does not hang itself and the body at its side."""

_COVERING = 0.06
"""Metres: a body on the ground that is at most this thick is stood on, not run through."""

_TREE, _SLIM, _TRUNK = 1.5, 0.5, 0.25
"""Least height of a tree in metres; greatest width, relative to the tree, of a body in its crown; and share of its height that is
trunk, in which nothing stands."""

_STEM = 0.25
"""Least distance of the stems of two plants, relative to the width of the smaller."""


class Recogniser:
    """Recognises which bodies are joined by how they touch or overlap."""

    def __init__(self, scene: Scene, evidence: Evidence, parent: IntArray) -> None:
        self.scene, self.evidence, self.parent = scene, evidence, parent
        self.sections = Sections(evidence)
        bodies = evidence.bodies
        rows = bodies.row.tolist()
        self.texts = [texts_of(scene, row) for row in rows]
        from_catalogue = np.isin(scene.nodes.kind, (NodeKind.ASSET, NodeKind.SPLAT))
        before = np.concatenate([[0], np.cumsum(from_catalogue)])
        self.own = np.array([before[scene.subtree_end(r)] == before[r] for r in rows], dtype=bool)
        self.size = evidence.high - evidence.low
        self.indoors = scene.room is not None
        self.volume = np.bincount(evidence.solids.body, evidence.solids.mass_points[0], minlength=len(rows))
        self.organic = np.array([is_organic(*t, indoors=self.indoors) for t in self.texts], dtype=bool)
        self.grows = np.array([not self.indoors and is_growing(*t) for t in self.texts], dtype=bool)
        self.built = self.organic | np.array([is_built(*t) for t in self.texts], dtype=bool)
        self.built |= evidence.bodies.building & self.own
        self.built &= ~evidence.rugs
        self.carried: list[list[int]] = []

    def name(self, body: int) -> str:
        return called(self.evidence.bodies.path[body])

    def pairs(self, job: Job) -> Iterator[Pair]:
        """Pairs that are joined, with the reason.

        Raises:
            JobCancelled: the job was cancelled.
        """
        evidence = self.evidence
        near = box_pairs(evidence.low, evidence.high, NEAR)
        near = near[~evidence.bodies.fixed[near].all(axis=1)]
        if evidence.bodies.guessed is not None:  # contacts of bodies without a written pose mean nothing
            near = near[~evidence.bodies.guessed[near].any(axis=1)]
        near = near[self.own[near].any(axis=1) | self.may_sit(near) | self.grows[near].any(axis=1)]
        overlap, touch = np.zeros(len(near), dtype=bool), np.zeros(len(near), dtype=bool)
        for pair, a, b in piece_pairs(evidence.solids, near, NEAR):
            job.check()
            touch[pair[evidence.meeting.meet(a, b, 0.5 * NEAR)]] = True
            overlap[pair[evidence.meeting.meet(a, b, -0.5 * _OVERLAP)]] = True
        self.carried = self.carriers()
        for (a, b), deep in zip(near[touch].tolist(), overlap[touch].tolist(), strict=True):
            job.check()
            joint = self.joint(a, b, deep)
            if joint is not None:
                yield joint

    def stems_apart(self, a: int, b: int) -> bool:
        """Whether only the outer parts of two plants overlap."""
        middle = 0.5 * (self.evidence.low + self.evidence.high)[:, [0, 2]]
        apart = float(np.linalg.norm(middle[a] - middle[b]))
        return apart >= _STEM * float(min(self.size[a, [0, 2]].max(), self.size[b, [0, 2]].max()))

    def grows_around(self, a: int, b: int) -> bool:
        """Whether a slender body b stands in the crown of a tree a, such as a street lamp."""
        evidence = self.evidence
        if not self.grows[a] or self.size[a, 1] < _TREE:
            return False
        if self.size[b, [0, 2]].max() > _SLIM * self.size[a, [0, 2]].max():
            return False
        met = self.sections.shared(a, b)
        if not met.met.size:
            return False
        trunk = evidence.low[a, 1] + _TRUNK * self.size[a, 1]
        return bool(self.sections.shared(b, a).bottom[met.met].min(initial=np.inf) >= trunk)

    def may_sit(self, pairs: IntArray) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        sits = np.array([sits_in_things(*t) for t in self.texts], dtype=bool)
        may: np.ndarray[tuple[int], np.dtype[np.bool_]] = sits[pairs].any(axis=1)
        return may

    def joint(self, a: int, b: int, deep: bool) -> Pair | None:
        """The pair and its reason, if two bodies that touch (`deep`: overlap) are joined; else None."""
        if deep and self.grows[a] and self.grows[b] and self.stems_apart(a, b):
            return a, b, f"{self.name(a)} and {self.name(b)} grow into each other"
        if deep:
            for one, two in ((a, b), (b, a)):
                if self.grows_around(one, two):
                    return one, two, f"{self.name(one)} grows around {self.name(two)}"
        if deep and self.own[a] and self.own[b]:
            if self.organic[a] and self.organic[b]:
                return a, b, f"{self.name(a)} and {self.name(b)} grow into each other"
            if self.built[a] and self.built[b]:
                return a, b, f"{self.name(a)} and {self.name(b)} are built into each other"
        for one, two in ((a, b), (b, a)):
            why = self.way(one, two, deep)
            if why:
                return one, two, f"{self.name(one)} {why} {self.name(two)}"
        return None

    def way(self, a: int, b: int, deep: bool) -> str:
        """How a is joined with b, as a verb for the reason ('sits in'); '' where it is not."""
        if not (self.own[a] or self.own[b]):
            return "sits in" if deep and self.sits(a, b, self.sections.shared(a, b)) else ""
        if self.own[b]:
            if deep and is_fluid(*self.texts[b]) and not is_fluid(*self.texts[a]):
                return "is in"
            if is_track(*self.texts[b]) and self.above(a, b) and self.sections.within(a, b) >= _ENCLOSED:
                return "runs on"
            if (deep or b not in self.carried[a]) and self.stands_within(a, b):
                return "stands inside"
        if deep:
            if is_tie(*self.texts[a]):
                return "is tied to"
            shared = self.sections.shared(a, b)
            if self.sits(a, b, shared):
                return "sits in"
            if self.runs_through(a, b, shared):
                return "runs through"
            if self.is_founded(a, b, shared):
                return "stands in the slope of"
        return "is fastened to" if self.is_fastened(a, b, deep) else ""

    def above(self, a: int, b: int) -> bool:
        return bool(self.evidence.low[a, 1] >= self.evidence.low[b, 1] - NEAR)

    def carriers(self) -> list[list[int]]:
        """For each body the numbers of those that it rests on, -1 for the floor."""
        from scenewright.scene.layout.certify import find_contacts

        contacts = find_contacts(self.evidence, NEAR)
        out: list[list[int]] = [[] for _ in range(len(self.evidence))]
        for upper, lower in np.unique(np.stack([contacts.above, contacts.below], axis=1), axis=0).tolist():
            out[upper].append(lower)
        return out

    # -- the ways in which things are joined ------------------------------------------------------------------------------

    def sits(self, a: int, b: int, shared: Shared) -> bool:
        """Whether a is sunk into b as a sink is into a counter, and nothing else carries it."""
        evidence = self.evidence
        low, height = float(evidence.low[a, 1]), float(self.size[a, 1])
        met = shared.met
        if low < evidence.low[b, 1] + _RAISED or not met.size or any(c != b for c in self.carried[a]):
            return False
        by_name = sits_in_things(*self.texts[a])
        if not by_name and (is_seat(*self.texts[a]) or stands_on_things(*self.texts[a])):
            return False
        if not (by_name or self.own[a]):
            return False
        top = float(np.median(shared.top[met]))
        sunk = top - low
        planted = by_name and (evidence.bodies.building[b] or is_land(*self.texts[b]))
        if sunk < (_DEEP if planted else _SUNK * height) or (sunk < _DEEP and not by_name):
            return False
        hidden = (evidence.low[a] >= evidence.low[b]).all() and (evidence.high[a] <= evidence.high[b]).all()
        if hidden and evidence.high[a, 1] < top - 1e-3:
            return False
        return self.sections.within(a, b) >= _WITHIN

    def runs_through(self, a: int, b: int, shared: Shared) -> bool:
        """Whether a slender part of a, in its middle, runs through b and sticks out above and below."""
        met = shared.met
        if not met.size or is_seat(*self.texts[a]):
            return False
        if not (self.own[a] and self.size[a, 1] >= _LONG) and not sits_in_things(*self.texts[a]):
            return False
        above = shared.high[met] - shared.top[met]
        below = shared.bottom[met] - shared.low[met]
        grounded = self.own[a] and self.own[b] and self.evidence.low[a, 1] <= self.evidence.low[b, 1] + _RAISED
        if np.median(above) < _THROUGH or (np.median(below) < _THROUGH and not grounded):
            return False
        step = np.ptp(shared.points, axis=0) / (GRID - 1)
        points = shared.points[met]
        low, high = points.min(axis=0) - 0.5 * step, points.max(axis=0) + 0.5 * step
        if ((high - low) > _SLENDER * self.size[b, [0, 2]]).any():
            return False
        about = ((shared.points >= low) & (shared.points <= high)).all(axis=1).sum()
        if len(met) < _FILLED * about or not self.sections.inner(self.sections.section(a, shared), b):
            return False
        if self.size[b, 1] <= _COVERING and self.evidence.low[b, 1] <= _COVERING:
            return False
        middle = 0.5 * (low + high)
        centre = 0.5 * (self.evidence.low[a] + self.evidence.high[a])[[0, 2]]
        return bool((np.abs(middle - centre) <= np.maximum(0.25 * self.size[a, [0, 2]], 0.05)).all())

    def is_founded(self, a: int, b: int, shared: Shared) -> bool:
        """Whether a stands on uneven land b, and reaches into it where that is higher."""
        if not (self.own[b] and is_land(*self.texts[b])) or any(c not in (b, -1) for c in self.carried[a]):
            return False
        met = shared.met
        if not met.size or self.size[a, [0, 2]].prod() > self.size[b, [0, 2]].prod():
            return False
        low, height = float(self.evidence.low[a, 1]), float(self.size[a, 1])
        sunk = float(np.median(shared.top[met])) - low
        return bool(float(np.ptp(shared.top[met])) >= _UNEVEN and sunk <= _SUNK * height)

    def is_fastened(self, a: int, b: int, deep: bool) -> bool:
        """Whether a, which stands on nothing else, is held by b from above or from the side: a pan on its rail, a sign on a facade.
        Bodies that rest on b do not count; they move with it anyway."""
        evidence = self.evidence
        if evidence.low[a, 1] < _OFF or self.parent[a] not in (b, -1):
            return False
        hung = (Support.WALL, Support.CEILING)
        kinds = evidence.bodies.support
        if any(c not in (b, -1) and kinds[c] is not Support.CEILING for c in self.carried[a]) or -1 in self.carried[a]:
            return False  # a stands; a body that hangs on it touches it from below as well
        if kinds[a] is not Support.CEILING and (stands_on_things(*self.texts[a]) or is_seat(*self.texts[a])):
            return False
        hangs = kinds[a] in hung or kinds[b] in hung
        if (not hangs and (self.indoors or b in self.carried[a])) or (b in self.carried[a] and not deep):
            return False
        if kinds[a] is Support.WALL and self.at_wall(a):
            return False  # it hangs on the wall, and touches b by chance
        fixed = evidence.bodies.fixed
        if fixed[a] or (fixed[b] and kinds[a] in hung):
            return False
        if kinds[b] not in hung and (_HEAVIER * self.volume[a] > self.volume[b] or not (self.carried[b] or fixed[b])):
            return False
        return self.meets_beside(a, b)

    def at_wall(self, a: int) -> bool:
        """Whether a body is at a wall of the room."""
        room = self.scene.room
        if room is None:
            return False
        half = 0.5 * np.array([room.width, room.depth])
        low, high = self.evidence.low[a, [0, 2]], self.evidence.high[a, [0, 2]]
        return bool(np.minimum(half - high, half + low).min() <= NEAR)

    def meets_beside(self, a: int, b: int) -> bool:
        """Whether b touches a at its side, or above its middle, and does not reach far into it."""
        solids = self.evidence.solids
        pieces = np.arange(solids.start[b], solids.start[b + 1])
        low, high = self.evidence.low[a], self.evidence.high[a]
        near = ((solids.low[pieces] <= high + NEAR) & (solids.high[pieces] >= low - NEAR)).all(axis=1)
        near &= solids.high[pieces, 1] >= 0.5 * (low[1] + high[1])
        if not near.any():
            return False
        within = np.minimum(solids.high[pieces[near]], high) - np.maximum(solids.low[pieces[near]], low)
        return bool((within <= _SHALLOW * np.maximum(high - low, 1e-6) + NEAR).any(axis=1).all())

    def stands_within(self, a: int, b: int) -> bool:
        """Whether a stands in the hollow of b: a stair in a tower, a bed in its frame."""
        evidence = self.evidence
        by_name = is_enclosing(*self.texts[b]) and not stands_on_things(*self.texts[a])
        if is_seat(*self.texts[a]) and not by_name:
            return False
        shared = min(evidence.high[a, 1], evidence.high[b, 1]) - max(evidence.low[a, 1], evidence.low[b, 1])
        if (
            shared < _ENCLOSED * self.size[a, 1]
            or not (self.own[a] or by_name)
            or self.sections.within(a, b) < _ENCLOSED
        ):
            return False
        share = self.size[a, [0, 2]].prod() / max(float(self.size[b, [0, 2]].prod()), 1e-9)
        if by_name:
            return share >= _MOST_OF or is_track(*self.texts[b])
        return share >= _LARGE and self.sections.walled(a, b) >= _SIDES


def called(path: str) -> str:
    """A body's name in a sentence: 'the coffee table'."""
    return "the " + path.rsplit("/", 1)[-1].replace("_", " ")
