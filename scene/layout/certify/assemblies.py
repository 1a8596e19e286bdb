"""Find oddities within one body: parts that touch nothing, and catalogue objects that intersect.

A body made of placed parts is rigid, and no layout changes it. Its oddities are reported all the same: a shade that hovers above its
lamp, two chairs of a dining set that intersect.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.bodies import is_aloft, texts_of
from scenewright.scene.layout.certify.depth import push_depth
from scenewright.scene.layout.certify.evidence import Evidence, metres
from scenewright.scene.layout.certify.pairs import box_pairs, piece_pairs
from scenewright.scene.layout.certify.solids import BoolArray
from scenewright.scene.layout.certify.tolerances import COLLISION, GAP
from scenewright.scene.layout.relations import listed
from scenewright.scene.model import IntArray, NodeKind, Scene

__all__ = ["Assemblies", "FloatingPart", "judge_assemblies"]

_FEW = 4
"""Pairs of pieces of two parts that are tested first, those whose boxes overlap most: most contacts are found there."""

_MOST_OVERLAPS = 100
_NEAREST = 12
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class FloatingPart:
    """Parts of a body that touch neither the rest of it nor anything else. `paths`: of the parts, which touch each other. `gap`: metres
    to the nearest other thing."""

    paths: tuple[str, ...]
    body: str
    gap: float

    def to_json(self) -> dict[str, object]:
        return {"paths": list(self.paths), "body": self.body, "gap_m": round(self.gap, 4)}


@dataclass(frozen=True, slots=True)
class Assemblies:
    """`floating`: parts that touch nothing. `notes`: all oddities, for people."""

    floating: tuple[FloatingPart, ...] = ()
    notes: tuple[str, ...] = ()


def judge_assemblies(evidence: Evidence) -> Assemblies:
    """Judge all bodies that have placed parts."""
    solids, bodies = evidence.solids, evidence.bodies
    rows = np.maximum(_innermost(evidence.scene)[solids.row], bodies.row[solids.body])
    parts, part = np.unique(rows, return_inverse=True)
    part = part.reshape(-1).astype(np.int32)
    body = np.zeros(len(parts), dtype=np.int32)
    body[part] = solids.body
    several = np.bincount(body, minlength=len(evidence)) > 1
    if not several.any():
        return Assemblies()
    mine = np.flatnonzero(several[solids.body])
    mine = mine[np.argsort(part[mine], kind="stable")].astype(np.int32)
    judged = _Parts(evidence, mine, part[mine], parts, body)
    floating, overlaps = judged.floating(), judged.overlaps()
    notes = [f"{listed(f.paths)} in {f.body} touches nothing: the nearest is {metres(f.gap)} away" for f in floating]
    return Assemblies(tuple(floating), (*_few(notes, "parts that touch nothing"), *_few(overlaps, "such overlaps")))


def _few(notes: list[str], what: str) -> list[str]:
    more = len(notes) - _SHOWN
    return notes if more <= 0 else [*notes[:_SHOWN], f"and {more} more {what}"]


def _innermost(scene: Scene) -> IntArray:
    """(R,) for each row the innermost row that contains it and comes from a ``place`` or a catalogue; 0 for none."""
    nodes = scene.nodes
    is_part = (nodes.place >= 0) | np.isin(nodes.kind, (NodeKind.ASSET, NodeKind.SPLAT))
    out = np.zeros(len(scene), dtype=np.int32)
    for row in np.flatnonzero(is_part).tolist():  # nested rows come later and overwrite
        out[row : scene.subtree_end(row)] = row
    return out


class _Parts:
    """Q parts of bodies. `piece`: (M,) pieces of the evidence, sorted by part. `part`: (M,) the part of each. `rows`: (Q,) row of each
    part in the scene. `body`: (Q,) its body."""

    def __init__(self, evidence: Evidence, piece: IntArray, part: IntArray, rows: IntArray, body: IntArray) -> None:
        self.evidence, self.piece, self.rows, self.body = evidence, piece, rows, body
        self.solids = evidence.solids.regrouped(piece, part, len(rows))
        self.low, self.high = self.solids.body_bounds
        pairs = box_pairs(self.low, self.high, GAP)
        self.pairs = pairs[body[pairs[:, 0]] == body[pairs[:, 1]]]
        self.group = np.arange(len(rows), dtype=np.int32)

    # -- what touches nothing -----------------------------------------------------------------------------------------

    def floating(self) -> list[FloatingPart]:
        for most in (_FEW, None):
            self._unite(most)
        floating = []
        filled = np.flatnonzero(self.solids.filled)
        size = self.high[filled] - self.low[filled]
        bulk = np.zeros(len(self.rows))
        bulk[filled] = np.prod(size + 1e-3, axis=1)
        for body in np.unique(self.body[filled]).tolist():
            mine = filled[self.body[filled] == body]
            groups = np.unique(self.group[mine]).tolist()
            if len(groups) == 1:
                continue
            # the main part is the one of the body's own row, else the largest
            weight = np.where(self.rows[mine] == self.evidence.bodies.row[body], np.inf, bulk[mine])
            main = int(self.group[mine[weight.argmax()]])
            for group in groups:
                parts = mine[self.group[mine] == group]
                if group != main and not (self._aloft(parts) or self._at_world(parts, body)):
                    floating.append(self._floating_part(parts, body))
        return floating

    def _unite(self, most: int | None) -> None:
        """Join the groups of parts that touch, testing at most `most` pairs of pieces for each two parts; None: all."""
        apart = self.pairs[self.group[self.pairs[:, 0]] != self.group[self.pairs[:, 1]]]
        for pair, a, b in piece_pairs(self.solids, apart, GAP):
            chosen = np.arange(len(pair)) if most is None else self._nearest(pair, a, b, most)
            near = self.evidence.meeting.meet(self.piece[a[chosen]], self.piece[b[chosen]], 0.5 * GAP)
            for one, two in apart[np.unique(pair[chosen[near]])].tolist():
                old, new = self.group[two], self.group[one]
                self.group[self.group == old] = new

    def _nearest(self, pair: IntArray, a: IntArray, b: IntArray, most: int) -> IntArray:
        shared = np.minimum(self.solids.high[a], self.solids.high[b]) - np.maximum(
            self.solids.low[a], self.solids.low[b]
        )
        order = np.lexsort((-shared.min(axis=1), pair))
        _, first, size = np.unique(pair[order], return_index=True, return_counts=True)
        chosen: IntArray = order[np.arange(len(order)) - np.repeat(first, size) < most]
        return chosen

    def _aloft(self, parts: IntArray) -> bool:
        """Whether the names of all parts say that they fly."""
        scene = self.evidence.scene
        indoors = scene.room is not None
        return all(is_aloft(*texts_of(scene, int(row)), indoors=indoors) for row in self.rows[parts])

    def _at_world(self, parts: IntArray, body: int) -> bool:
        """Whether parts touch the floor, a wall, the ceiling, or another body."""
        low, high = self.low[parts].min(axis=0), self.high[parts].max(axis=0)
        room = self.evidence.room
        if low[1] <= GAP:
            return True
        if room is not None:
            half = np.array([0.5 * room.width, 0.5 * room.depth])
            sides = np.concatenate([half - high[[0, 2]], half + low[[0, 2]], [room.height - high[1]]])
            if sides.min() <= GAP:
                return True
        return bool(self._near_pieces(parts, body, GAP, others=True)[2].any())

    def _near_pieces(
        self, parts: IntArray, body: int, reach: float, *, others: bool
    ) -> tuple[IntArray, IntArray, BoolArray]:
        """Pairs of pieces, of `parts` and of other bodies (`others`) or anything else, whose boxes are within `reach` metres; and, for
        `others`, which of them are nearer than GAP."""
        world = self.evidence.solids
        mine = self.piece[np.isin(self.solids.body, parts)]
        low, high = world.low[mine], world.high[mine]
        near = ((world.low <= high.max(axis=0) + reach) & (world.high >= low.min(axis=0) - reach)).all(axis=1)
        near &= world.body != body if others else ~np.isin(np.arange(len(world)), mine)
        theirs = np.flatnonzero(near)
        both = ((low[:, None] <= world.high[theirs] + reach) & (high[:, None] >= world.low[theirs] - reach)).all(axis=2)
        one, two = np.nonzero(both)
        a, b = mine[one], theirs[two].astype(np.int32)
        return a, b, self.evidence.meeting.meet(a, b, 0.5 * GAP) if others else np.zeros(len(a), dtype=bool)

    def _floating_part(self, parts: IntArray, body: int) -> FloatingPart:
        scene, bodies = self.evidence.scene, self.evidence.bodies
        paths = tuple(scene.paths[int(r)] for r in self.rows[parts])
        return FloatingPart(paths, bodies.path[body], self._gap(parts, body))

    def _gap(self, parts: IntArray, body: int) -> float:
        """Metres to the floor or to the nearest other piece."""
        low = float(self.low[parts, 1].min())
        a, b, _ = self._near_pieces(parts, body, low, others=False)
        world = self.evidence.solids
        apart = np.maximum(np.maximum(world.low[a] - world.high[b], world.low[b] - world.high[a]), 0.0)
        order = np.argsort(np.linalg.norm(apart, axis=1), kind="stable")[:_NEAREST]
        gaps = [self.evidence.meeting.distance(int(a[k]), int(b[k])) for k in order]
        return min([low, *gaps])

    # -- what intersects ----------------------------------------------------------------------------------------------

    def overlaps(self) -> list[str]:
        """Notes about catalogue objects of one body that intersect."""
        scene = self.evidence.scene
        whole = (scene.nodes.kind[self.rows] == NodeKind.ASSET) & (scene.nodes.asset[self.rows] >= 0)
        pairs = self.pairs[whole[self.pairs].all(axis=1)]
        low, high = self.low, self.high
        shared = np.minimum(high[pairs[:, 0]], high[pairs[:, 1]]) - np.maximum(low[pairs[:, 0]], low[pairs[:, 1]])
        pairs = pairs[(shared > COLLISION).all(axis=1)][:_MOST_OVERLAPS]
        depths: dict[int, float] = {}
        for pair, a, b in piece_pairs(self.solids, pairs, -COLLISION):
            met = np.flatnonzero(self.evidence.meeting.meet(self.piece[a], self.piece[b], -0.5 * COLLISION))
            met = met[self._nearest(pair[met], a[met], b[met], _FEW)]
            depth = push_depth(self.evidence.meeting, self.piece[a[met]], self.piece[b[met]])
            for row, figure in zip(pair[met].tolist(), depth.tolist(), strict=True):
                depths[row] = max(depths.get(row, 0.0), figure)
        notes = []
        for row, figure in sorted(depths.items(), key=lambda item: -item[1]):
            one, two = (scene.paths[int(self.rows[q])] for q in pairs[row])
            notes.append(
                f"{one} and {two}, which {self.evidence.bodies.path[int(self.body[pairs[row, 0]])]} is made of, "
                f"intersect by {metres(figure)}"
            )
        return notes
