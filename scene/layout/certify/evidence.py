"""The evidence that a layout is judged by: the evaluated scene, its bodies, and their exact geometry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import LayoutError
from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies import loose_bodies
from scenewright.scene.layout.bodies.aloft import aloft
from scenewright.scene.layout.certify.meeting import Meeting
from scenewright.scene.layout.certify.solids import BoolArray, Solids, solids_of
from scenewright.scene.layout.model import Bodies, Joined, Support
from scenewright.scene.model import FloatArray, IntArray, Room, Scene, Vec3

__all__ = ["FLAT", "SINK", "Evidence", "evidence_of", "metres"]

FLAT = 0.04
"""Metres: people step over a thing on the floor that is no thicker; bodies stand on it, or sink through it to the floor."""


SINK = 0.02
"""Metres that a cushion, a pillow or a blanket may sink into its support."""

_SOFT = (
    *(
        "cushion",
        "cushions",
        "pillow",
        "pillows",
        "bolster",
        "blanket",
        "throw",
        "duvet",
        "quilt",
        "comforter",
        "sheet",
    ),
    *("bedding", "bedspread", "mattress", "towel", "tablecloth", "runner", "plush", "teddy", "beanbag", "pouf"),
)


@dataclass(frozen=True, eq=False)
class Evidence:
    """The scene to judge. All heights count from the ground: y=0 is the plane at ``bodies.ground``, which is the floor of a room.

    `room`: None on open ground, where the floor is unbounded and there are no walls. `joined`: bodies that are supported as one
    and may intersect each other.
    """

    scene: Scene
    room: Room | None
    bodies: Bodies
    solids: Solids
    meeting: Meeting
    joined: tuple[Joined, ...] = ()

    def __len__(self) -> int:
        return len(self.bodies)

    @cached_property
    def world_from_body(self) -> FloatArray:
        """(N, 4, 4) frames of the bodies in the scene, not those of ``bodies.initial``; heights count from the ground."""
        world: FloatArray = self.scene.world_from_local[self.bodies.row] @ np.linalg.inv(self.bodies.body_from_row)
        world[:, 1, 3] -= self.bodies.ground
        return world

    def place(self, point: FloatArray) -> Vec3:
        """A point (3,) in the world frame."""
        return float(point[0]), float(point[1]) + self.bodies.ground, float(point[2])

    @cached_property
    def unit(self) -> IntArray:
        """(N,) for each body the first of the bodies that it is joined with; itself if none."""
        unit = np.arange(len(self), dtype=np.int32)
        for group in self.joined:
            mine = np.isin(unit, unit[list(group.bodies)])
            unit[mine] = unit[mine].min(initial=len(self))
        return unit

    @cached_property
    def still(self) -> BoolArray:
        """(N,) bool, bodies that cannot move: fixed ones, and those joined with them."""
        out = np.zeros(len(self), dtype=bool)
        np.logical_or.at(out, self.unit, self.bodies.fixed)
        return out[self.unit]

    @cached_property
    def foot(self) -> FloatArray:
        """(N,) height of the lowest point of each body and of those that it is joined with."""
        foot = np.full(len(self), np.inf)
        np.minimum.at(foot, self.unit, self.low[:, 1])
        return foot[self.unit]

    def may_meet(self, pairs: IntArray) -> BoolArray:
        """(M,) bool, which pairs of bodies (M, 2) are joined and may overlap by design."""
        together: BoolArray = self.unit[pairs[:, 0]] == self.unit[pairs[:, 1]]
        listed = {min(g.bodies): {frozenset(p) for p in g.pairs} for g in self.joined if g.pairs}
        if listed:
            for k in np.flatnonzero(together).tolist():
                known = listed.get(int(self.unit[pairs[k, 0]]))
                together[k] = known is None or frozenset(pairs[k].tolist()) in known
        return together

    def members(self, body: int) -> IntArray:
        """Numbers of the bodies that `body` is joined with, itself included."""
        return np.flatnonzero(self.unit == self.unit[body]).astype(np.int32)

    @property
    def low(self) -> FloatArray:
        """(N, 3) least corners of the axis-aligned boxes of the bodies."""
        return self.solids.body_bounds[0]

    @property
    def high(self) -> FloatArray:
        """(N, 3) greatest corners of the axis-aligned boxes of the bodies."""
        return self.solids.body_bounds[1]

    @cached_property
    def judged(self) -> BoolArray:
        """(N,) bool, bodies that have geometry and are not fixed."""
        return self.solids.filled & ~self.bodies.fixed

    @cached_property
    def aloft(self) -> BoolArray:
        """(N,) bool, bodies that fly and need no support."""
        return np.asarray(aloft(self.scene, self.bodies) & self.solids.filled)

    @cached_property
    def rugs(self) -> BoolArray:
        """(N,) bool, flat things on the floor, which others may stand on or sink through."""
        kind = np.array([s == Support.RUG for s in self.bodies.support], dtype=bool)
        return kind & self.solids.filled & (self.high[:, 1] - self.low[:, 1] <= FLAT)

    @cached_property
    def loose(self) -> BoolArray:
        """(N,) bool, flat and small things that lie loosely, such as a magazine. They hinder nothing, and others may stand on them."""
        return np.asarray(loose_bodies(self.scene, self.bodies) & self.judged)

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """For each body the words of its name and description, in lower case."""
        out = []
        for row in self.bodies.row.tolist():
            entity = self.scene.entity(row)
            asset = entity.asset
            text = " ".join([entity.word, entity.name, asset.words if asset is not None else ""])
            out.append(frozenset(re.split(r"[^a-z]+", text.lower())))
        return tuple(out)

    def called(self, words: Iterable[str]) -> BoolArray:
        """(N,) bool, bodies whose words include any of `words`."""
        searched = frozenset(words)
        return np.array([bool(w & searched) for w in self.words], dtype=bool)

    @cached_property
    def soft(self) -> BoolArray:
        """(N,) bool, cushions and bedding, which sink in by design."""
        return self.called(_SOFT)

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Full path -> number of a body."""
        return {path: i for i, path in enumerate(self.bodies.path)}

    @cached_property
    def inside(self) -> frozenset[tuple[int, int]]:
        """Pairs (a, b) of bodies of which a relation puts a inside b."""
        return frozenset(self.related(RelationName.INSIDE))

    def related(self, *kinds: str) -> set[tuple[int, int]]:
        """Pairs (a, b) of bodies between which the program states a relation of one of the kinds; of any kind where none is given."""
        pairs: set[tuple[int, int]] = set()
        for relation in self.scene.relations:
            if kinds and relation.kind not in kinds:
                continue
            named = {k: [self.number_of[p] for p in v if p in self.number_of] for k, v in relation.paths.items()}
            first = [*named.get("a", ()), *named.get("items", ())]
            pairs.update((a, b) for a in first for b in named.get("b", ()))
        return pairs


def evidence_of(
    scene: Scene,
    *,
    provider: AssetProvider | None,
    bodies: Bodies,
    room: Room | None,
    joined: Sequence[Joined] = (),
) -> Evidence:
    """Gather the evidence for a scene.

    Raises:
        LayoutError: a pose is not finite, or the bodies are not of this scene.
    """
    if len(bodies) and int(bodies.row.max()) >= len(scene):
        raise LayoutError(
            f"the bodies are of another scene: one has row {int(bodies.row.max())}, the scene ends at {len(scene) - 1}; "
            "take them from this scene with bodies_of"
        )
    broken = np.flatnonzero(~np.isfinite(scene.world_from_local).all(axis=(1, 2)))
    if broken.size:
        more = f" (and {broken.size - 1} more below or beside it)" if broken.size > 1 else ""
        raise LayoutError(
            f"{scene.paths[int(broken[0])]}{more} has a pose or size that is no number (NaN or infinite): "
            "mend the number in its place(...), adjust(...) or size"
        )
    solids = solids_of(scene, bodies.row, provider).raised(-bodies.ground)
    return Evidence(scene, room, bodies, solids, Meeting(solids), tuple(joined))


def metres(length: float) -> str:
    """A length (metres) as text: '3.0 mm', '4.2 cm' or '1.30 m'."""
    return (
        f"{1000 * length:.1f} mm"
        if abs(length) < 0.01
        else f"{100 * length:.1f} cm"
        if abs(length) < 1
        else f"{length:.2f} m"
    )
