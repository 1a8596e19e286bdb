"""A capture as a scene program: its Gaussians taken apart into the room's surfaces and things with names, each a part of one file.

The parts stand in a file of their own, ``parts.ply``, with entity ids: every thing at the origin with its front to +z, as
objects of a catalogue do, every surface of the room as it lies in the room. The program
(:mod:`scenewright.scene.semantics.capture_programs.text`) puts them where they were, so that they can be moved, laid out, asked
for and exported like anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from scipy.spatial import cKDTree

from scenewright.scene.errors import CaptureError
from scenewright.scene.geometry import pose_matrices
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.capture_programs.clustering import ClusterOptions, Clusters, cluster
from scenewright.scene.semantics.capture_programs.holes import fill_holes
from scenewright.scene.semantics.capture_programs.naming import UNNAMED, EncodesTexts, Name, named, unique_names
from scenewright.scene.semantics.capture_programs.object_boxes import UprightBox, facing_front, strays, upright_box
from scenewright.scene.semantics.capture_programs.room_fit import FLOOR, PARTS, WALLS, RoomFit, fit_room
from scenewright.scene.semantics.capture_programs.surfaces import NO_PART, outside, pressed, room_parts, surface_box
from scenewright.scene.semantics.words import color_name
from scenewright.scene.splats import Gaussians

__all__ = ["CapturedScene", "CapturedSurface", "ExtractedThing", "take_apart"]

_CAPTURED = "captured_"
_PAD = 0.6
"""Of a Gaussian's middle deviation, that a thing reaches past the outermost centres."""
_ON_FLOOR = 0.75
"""Times the thickness of a plane, within which a thing stands on it."""
_SNAP = 0.5
"""Of the thickness of a plane, that a thing is moved up or down at most to stand on another."""
_WALL_BOUND = 0.35
"""Of its height above the floor, at which what has a wall behind it hangs there."""


@dataclass(frozen=True, eq=False)
class CapturedSurface:
    """A surface of the room: number of its `part` in the file, and of what was `filled` in behind things, or None; its `name`; where the
    middle of the bottom of both is: `at` (3,). Both parts are in one frame."""

    part: int
    name: str
    at: FloatArray
    filled: int | None = None


@dataclass(frozen=True, eq=False)
class ExtractedThing:
    """A thing: `part` of the file, unique `name`, what it is `called`, how it looks in `words`.

    It stands at `at` (3,), the middle of its bottom, by `turn` degrees about +y, and has a `size` (3,). `support`: 'floor', 'wall',
    '' or the name of what it stands on; `inside`: whether that one holds it within; `wall`: the one behind it, or ''. `cluster`:
    its number; `front`: what tells its front, '' where nothing does.
    """

    part: int
    name: str
    called: Name
    words: str
    at: FloatArray
    turn: float
    size: FloatArray
    support: str
    inside: bool
    wall: str
    cluster: int
    front: str


@dataclass(frozen=True, eq=False)
class CapturedScene:
    """`parts`: all Gaussians, each part in its own frame, with entity ids. `labels`: (N,) int32 thing of each Gaussian that was given
    (index into `things`), or negative. `surface`: (N,) number of PARTS, or -1. `told`: what was guessed, left out or not found."""

    room: RoomFit
    surfaces: tuple[CapturedSurface, ...]
    things: tuple[ExtractedThing, ...]
    parts: Gaussians
    labels: npt.NDArray[np.int32]
    surface: npt.NDArray[np.int8]
    told: tuple[str, ...]


def take_apart(
    gaussians: Gaussians,
    features: npt.NDArray[np.float32],
    weights: npt.NDArray[np.float32] | None,
    *,
    vocabulary: Sequence[str],
    encoder: EncodesTexts,
    fill: bool = False,
    options: ClusterOptions | None = None,
    job: Job | None = None,
) -> CapturedScene:
    """A capture's room and things.

    Args:
        gaussians: (N,) y up, upright on the whole.
        features: (N, D) unit rows of a lifted field; rows of 0 were not seen.
        weights: (N,) how much each was seen; None: all alike.
        vocabulary: what things may be called; `encoder`: of the features' own space.
        fill: continue the floor under things that stand on it, and walls behind what is at them, where the capture has nothing.

    Raises:
        ClusterError, NamingError: features or words that do not fit.
        CaptureError: nothing can be seen.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="taking the capture apart")
    if not len(gaussians) or not bool((gaussians.opacities >= 0.1).any()):
        raise CaptureError("no Gaussian has an opacity of 0.1 or more: there is nothing to take apart")
    clusters = cluster(gaussians, features, weights, options=options, job=job.part(0.0, 0.5))
    job.tick(0.5, "the room")
    room = fit_room(gaussians, weights, job=job.quiet())
    moved = gaussians.transformed(room.world_from_capture)
    job.tick(0.6, "what things are called")
    names = named(clusters.features, vocabulary, encoder)
    return _Parting(moved, clusters, room, names, fill, job.part(0.7)).scene()


class _Parting:
    def __init__(
        self,
        gaussians: Gaussians,
        clusters: Clusters,
        room: RoomFit,
        names: list[Name],
        fill: bool,
        job: Job,
    ) -> None:
        self.job = job
        self.gaussians = gaussians
        self.clusters = clusters
        self.room = room
        self.names = names
        self.fill = fill
        self.points = gaussians.means.numpy().astype(np.float64)
        scales = np.sort(gaussians.scales.numpy().astype(np.float64), axis=1)
        self.reach, self.longest = scales[:, 1], scales[:, 2]
        self.mass = gaussians.opacities.numpy().astype(np.float64) * scales[:, 1] * scales[:, 2]
        self.told: list[str] = list(room.told)
        self.pieces: list[Gaussians] = []

    def scene(self) -> CapturedScene:
        part, whole = room_parts(self.clusters, self.room, self.points)
        labels = np.where(part == NO_PART, self.clusters.labels, -1).astype(np.int32)
        behind = outside(self.points, self.room)
        part[behind], labels[behind] = NO_PART, -1
        part, labels = self.adopted(part, labels)
        boxes: dict[int, UprightBox] = {}
        rows_of: dict[int, npt.NDArray[np.int64]] = {}
        for k in range(len(self.clusters)):
            self.job.tick(0.4 * k / len(self.clusters), "boxes of things")
            rows = np.flatnonzero(labels == k)
            if k not in whole and rows.size and bool((self.gaussians.opacities[rows] >= 0.1).any()):
                boxes[k], rows_of[k] = self.box(rows)
        lost = int((labels >= 0).sum()) - sum(len(r) for r in rows_of.values())
        kept = np.full(len(labels), -1, dtype=np.int32)
        for i, k in enumerate(boxes):
            kept[rows_of[k]] = i
        lost += int(((part == NO_PART) & (labels < 0)).sum())
        if lost:
            self.told.append(f"{lost:,} Gaussians float about, far from anything: they are left out")
        surfaces = self.surfaces(part)
        things = self.things(boxes, rows_of)
        if self.fill:
            self.job.tick(0.9, "filling holes")
            surfaces = tuple(self.filled(s, part, list(boxes.values()), things) for s in surfaces)
            if all(s.filled is None for s in surfaces):
                self.told.append("no holes were found to fill")
        parts = Gaussians.merged(self.pieces)
        return CapturedScene(self.room, surfaces, things, parts, kept, part, tuple(self.told))

    def adopted(
        self, part: npt.NDArray[np.int8], labels: npt.NDArray[np.int32]
    ) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int32]]:
        """Gaussians of nothing go to what is nearest, where that is near."""
        free = (part == NO_PART) & (labels < 0)
        if not free.any() or free.all():
            return part, labels
        distance, index = cKDTree(self.points[~free]).query(self.points[free], workers=1)
        near = distance <= 2.0 * self.room.tolerance
        source = np.flatnonzero(~free)[index[near]]
        rows = np.flatnonzero(free)[near]
        part, labels = part.copy(), labels.copy()
        part[rows], labels[rows] = part[source], labels[source]
        return part, labels

    def box(self, rows: npt.NDArray[np.int64]) -> tuple[UprightBox, npt.NDArray[np.int64]]:
        """The box of some Gaussians with its likely front, and those that are no strays."""
        box = upright_box(self.points[rows], self.reach[rows], self.mass[rows])
        rows = rows[~strays(self.points[rows], box, self.longest[rows])]
        walls = self.room.walls if self.room.enclosed else ()
        return facing_front(
            box, self.points[rows], self.mass[rows], width=self.room.width, depth=self.room.depth, walls=walls
        ), rows

    # -- parts of the file --------------------------------------------------------------------------------------------

    def kept(self, piece: Gaussians) -> tuple[int, FloatArray]:
        """Add a part, moved so that the middle of its bottom is at the origin; its number, and where that middle was."""
        low, high = piece.bounds
        foot = np.array([(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0])
        back = np.eye(4)
        back[:3, 3] = -foot
        number = len(self.pieces) + 1
        self.pieces.append(piece.transformed(back).with_entity(number))
        return number, foot

    def surfaces(self, part: npt.NDArray[np.int8]) -> tuple[CapturedSurface, ...]:
        out = []
        for p, name in enumerate(PARTS):
            rows = np.flatnonzero(part == p)
            piece = self.gaussians.select(rows)
            if not rows.size or not bool((piece.opacities >= 0.1).any()):
                continue
            number, foot = self.kept(pressed(piece, *surface_box(p, self.room), within=self.room.tolerance))
            out.append(CapturedSurface(number, f"{_CAPTURED}{name}", foot))
        return tuple(out)

    def things(
        self, boxes: dict[int, UprightBox], rows_of: dict[int, npt.NDArray[np.int64]]
    ) -> tuple[ExtractedThing, ...]:
        order = sorted(boxes, key=lambda k: -float(np.prod(boxes[k].size)))
        unique = dict(zip(order, unique_names([self.names[k].word for k in order]), strict=True))
        made: dict[int, ExtractedThing] = {}
        for done, (k, box) in enumerate(boxes.items()):
            self.job.tick(0.4 + 0.5 * done / len(boxes), "things")
            rows = rows_of[k]
            support, inside = self.support(k, boxes, rows_of, unique)
            turn = round(float(np.degrees(box.yaw)), 2)
            own = pose_matrices(np.array([*box.foot, np.radians(turn)]))
            local = self.gaussians.select(rows).transformed(np.linalg.inv(own))
            local = pressed(local, *self.limits(local, box, support))
            number, foot = self.kept(local)
            at = own[:3, :3] @ foot + own[:3, 3]
            color = color_name(self.color(rows))
            words = self.names[k].word if self.names[k].sure else UNNAMED
            looks = words if color in words.split() else f"{color} {words}"
            low, high = self.pieces[-1].bounds
            made[k] = ExtractedThing(
                part=number, name=unique[k], called=self.names[k], words=looks, at=at, turn=turn,
                size=high - low, support=support, inside=inside, wall=box.wall, cluster=k, front=box.front,
            )  # fmt: skip
        unsure = [t.name for t in made.values() if not t.called.sure]
        if unsure:
            shown = ", ".join(unsure[:8]) + (" ..." if len(unsure) > 8 else "")
            self.told.append(f"no word of the vocabulary stands out for {len(unsure)} things: {shown}")
        return tuple(self.standing([made[k] for k in boxes]))

    def standing(self, things: list[ExtractedThing]) -> list[ExtractedThing]:
        """Things that stand on others brought to their tops, the lowest first, where a fraction of a plane's thickness is missing: hulls of
        Gaussians are not true to the millimetre."""
        at = {t.name: t for t in things}
        for thing in sorted(things, key=lambda t: float(t.at[1])):
            host = at.get(thing.support)
            if host is None or thing.inside:
                continue
            top = float(host.at[1] + host.size[1])
            if abs(top - float(thing.at[1])) <= _SNAP * self.room.tolerance:
                moved = np.array([thing.at[0], top, thing.at[2]])
                at[thing.name] = replace(at[thing.name], at=moved)
        return [at[t.name] for t in things]

    def limits(self, local: Gaussians, box: UprightBox, support: str) -> tuple[FloatArray, FloatArray]:
        """Corners, in a thing's own frame, of the box that its Gaussians are pressed into: past the outermost centres by part of a
        Gaussian, and not through the floor or the walls that it is along."""
        centers = local.means.numpy().astype(np.float64)
        pad = _PAD * float(np.median(np.sort(local.scales.numpy(), axis=1)[:, 1]))
        low, high = centers.min(axis=0) - pad, centers.max(axis=0) + pad
        if support == "floor":
            low[1] = -box.foot[1]
        elif support not in ("", "wall"):
            low[1] = max(low[1], 0.0)
        quarter = np.degrees(box.yaw) / 90.0
        if self.room.enclosed and abs(quarter - round(quarter)) < 0.01:
            half = np.array([self.room.width, 0.0, self.room.depth]) / 2.0
            inverse = pose_matrices(np.array([0.0, 0.0, 0.0, -box.yaw]))[:3, :3]
            ends = np.stack([inverse @ (-half - box.foot), inverse @ (half - box.foot)])
            for axis in (0, 2):
                low[axis] = max(low[axis], float(ends[:, axis].min()))
                high[axis] = min(high[axis], float(ends[:, axis].max()))
        return low, np.maximum(high, low + 1e-3)

    def color(self, rows: npt.NDArray[np.int64]) -> FloatArray:
        """Mean sRGB (3,) of some Gaussians by what they cover."""
        colors = self.gaussians.base_colors[torch.from_numpy(rows)].numpy().astype(np.float64)
        return np.asarray(np.average(colors, axis=0, weights=self.mass[rows]))

    def support(
        self,
        k: int,
        boxes: dict[int, UprightBox],
        rows_of: dict[int, npt.NDArray[np.int64]],
        unique: dict[int, str],
    ) -> tuple[str, bool]:
        """What a thing stands on, and whether that holds it within."""
        box, tolerance = boxes[k], _ON_FLOOR * self.room.tolerance
        if box.foot[1] <= tolerance:
            return "floor", False
        best: tuple[float, str, bool] | None = None
        around = max(0.75 * float(box.size[[0, 2]].min()), tolerance)
        for j, other in boxes.items():
            if j == k or np.prod(other.size) <= np.prod(box.size) or not _over(box, other):
                continue
            below = self.points[rows_of[j]]
            apart = np.abs(below[:, [0, 2]] - box.foot[[0, 2]]).max(axis=1)
            below = below[(apart <= around) & (below[:, 1] <= box.foot[1] + tolerance)]
            if len(below) < 3:
                continue
            gap = abs(box.foot[1] - float(np.quantile(below[:, 1], 0.97)))
            if gap <= tolerance and (best is None or gap < best[0]):
                top = other.foot[1] + other.size[1]
                best = (gap, unique[j], bool(box.foot[1] < top - 2.0 * tolerance))
        if best is not None:
            return best[1], best[2]
        if box.wall and box.foot[1] > _WALL_BOUND * max(box.size[1], 1e-9):
            return "wall", False
        return "", False

    def filled(
        self,
        surface: CapturedSurface,
        part: npt.NDArray[np.int8],
        boxes: list[UprightBox],
        things: tuple[ExtractedThing, ...],
    ) -> CapturedSurface:
        """A surface with what it lacks behind the things that stand on it, or at it, as a part of its own."""
        self.job.check()
        p = PARTS.index(surface.name.removeprefix(_CAPTURED))
        wall = next((w for w, (number, _, _) in WALLS.items() if number == p), "")
        pairs = zip(boxes, things, strict=True)
        ours = [b for b, t in pairs if (t.support == "floor" if p == FLOOR else bool(wall) and t.wall == wall)]
        if not ours:
            return surface
        patch = fill_holes(self.gaussians.select(np.flatnonzero(part == p)), p, self.room, ours)
        if not len(patch):
            return surface
        own = np.eye(4)
        own[:3, 3] = -surface.at
        number = len(self.pieces) + 1
        patch = pressed(patch, *surface_box(p, self.room)).transformed(own).with_entity(number)
        self.pieces.append(patch)
        both = np.stack([self.pieces[i - 1].bounds for i in (surface.part, number)])
        low, high = both[:, 0].min(axis=0), both[:, 1].max(axis=0)
        shift = np.array([(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0])
        return replace(surface, at=surface.at + shift, filled=number)


def _over(box: UprightBox, other: UprightBox) -> bool:
    """Whether the middle of a box is within the footprint of another."""
    apart = box.foot - other.foot
    c, s = np.cos(other.yaw), np.sin(other.yaw)
    own = np.array([c * apart[0] - s * apart[2], s * apart[0] + c * apart[2]])
    return bool((np.abs(own) <= other.size[[0, 2]] / 2.0).all())
