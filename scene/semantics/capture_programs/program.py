"""Splits a capture into a scene program: its Gaussians become surfaces of a room and named objects, each a part of one file.

The file ``parts.ply`` holds all parts, with entity ids. Every object is at the origin with its front toward +z, like catalogue
objects; surfaces of the room keep their orientation. The program (:mod:`scenewright.scene.semantics.capture_programs.text`) places
them where they were. So they can be moved, arranged, queried and exported like other objects.
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
"""Margin of an object beyond its outermost centres, in units of the Gaussians' middle deviation."""
_ON_FLOOR = 0.75
"""An object within this many thicknesses of a plane stands on it."""
_SNAP = 0.5
"""Largest vertical move of an object to stand on another, in thicknesses of a plane."""
_WALL_BOUND = 0.35
"""An object with a wall behind it hangs there if it is this high above the floor, in units of its height."""


@dataclass(frozen=True, eq=False)
class CapturedSurface:
    """A surface of the room. `part`: its number in the file. `filled`: number of the part with filled holes, or None. `name`: of the
    surface. `at`: (3,) middle of the bottom of both parts, which share a frame."""

    part: int
    name: str
    at: FloatArray
    filled: int | None = None


@dataclass(frozen=True, eq=False)
class ExtractedThing:
    """An object. `part`: its number in the file. `name`: unique. `called`: its word and score. `words`: its appearance.

    `at`: (3,) middle of its bottom. `turn`: degrees about +y. `size`: (3,). `support`: 'floor', 'wall', '' or the name of the object
    that supports it; `inside`: whether it is inside that object. `wall`: the wall behind it, or ''. `cluster`: its cluster's number.
    `front`: the evidence for its front, '' for none.
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
    """The result of :func:`take_apart`.

    `room`: the fitted room. `surfaces`, `things`: its surfaces and objects. `parts`: all Gaussians, each part in its own frame, with
    entity ids. `labels`: (N,) int32 index into `things` for each input Gaussian, or negative. `surface`: (N,) number of PARTS, or -1.
    `notes`: sentences on guesses, omissions and missing parts.
    """

    room: RoomFit
    surfaces: tuple[CapturedSurface, ...]
    things: tuple[ExtractedThing, ...]
    parts: Gaussians
    labels: npt.NDArray[np.int32]
    surface: npt.NDArray[np.int8]
    notes: tuple[str, ...]


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
    """Split a capture into its room and its objects.

    Args:
        gaussians: N Gaussians, y up and roughly level.
        features: (N, D) unit rows of a lifted field; zero rows mark Gaussians that no view saw.
        weights: (N,) how much each Gaussian was seen; None: all equally.
        vocabulary: possible names of objects.
        encoder: the one that made the features.
        fill: whether to fill holes of the floor under objects, and of walls behind them.
        options: of the clustering; None: the defaults.

    Raises:
        ClusterError, NamingError: features or words are unusable.
        CaptureError: no Gaussian is visible.
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
        self.notes: list[str] = list(room.notes)
        self.pieces: list[Gaussians] = []

    def scene(self) -> CapturedScene:
        part, room_clusters = room_parts(self.clusters, self.room, self.points)
        labels = np.where(part == NO_PART, self.clusters.labels, -1).astype(np.int32)
        behind = outside(self.points, self.room)
        part[behind], labels[behind] = NO_PART, -1
        part, labels = self.adopted(part, labels)
        boxes: dict[int, UprightBox] = {}
        rows_of: dict[int, npt.NDArray[np.int64]] = {}
        for k in range(len(self.clusters)):
            self.job.tick(0.4 * k / len(self.clusters), "boxes of things")
            rows = np.flatnonzero(labels == k)
            if k not in room_clusters and rows.size and bool((self.gaussians.opacities[rows] >= 0.1).any()):
                boxes[k], rows_of[k] = self.box(rows)
        lost = int((labels >= 0).sum()) - sum(len(r) for r in rows_of.values())
        thing_of = np.full(len(labels), -1, dtype=np.int32)
        for i, k in enumerate(boxes):
            thing_of[rows_of[k]] = i
        lost += int(((part == NO_PART) & (labels < 0)).sum())
        if lost:
            self.notes.append(f"{lost:,} Gaussians float about, far from anything: they are left out")
        surfaces = self.surfaces(part)
        things = self.things(boxes, rows_of)
        if self.fill:
            self.job.tick(0.9, "filling holes")
            surfaces = tuple(self.filled(s, part, list(boxes.values()), things) for s in surfaces)
            if all(s.filled is None for s in surfaces):
                self.notes.append("no holes were found to fill")
        parts = Gaussians.merged(self.pieces)
        return CapturedScene(self.room, surfaces, things, parts, thing_of, part, tuple(self.notes))

    def adopted(
        self, part: npt.NDArray[np.int8], labels: npt.NDArray[np.int32]
    ) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int32]]:
        """Assign Gaussians without an entity to the nearest entity or surface, if one is near."""
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
        """The box of some Gaussians with its likely front, and the rows without outliers."""
        box = upright_box(self.points[rows], self.reach[rows], self.mass[rows])
        rows = rows[~strays(self.points[rows], box, self.longest[rows])]
        walls = self.room.walls if self.room.enclosed else ()
        return facing_front(
            box, self.points[rows], self.mass[rows], width=self.room.width, depth=self.room.depth, walls=walls
        ), rows

    # -- parts of the file --------------------------------------------------------------------------------------------

    def add_part(self, piece: Gaussians) -> tuple[int, FloatArray]:
        """Add a part to the file, with the middle of its bottom at the origin. Returns its number, and the middle's former position."""
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
            number, foot = self.add_part(pressed(piece, *surface_box(p, self.room), within=self.room.tolerance))
            out.append(CapturedSurface(number, f"{_CAPTURED}{name}", foot))
        return tuple(out)

    def things(
        self, boxes: dict[int, UprightBox], rows_of: dict[int, npt.NDArray[np.int64]]
    ) -> tuple[ExtractedThing, ...]:
        order = sorted(boxes, key=lambda k: -float(np.prod(boxes[k].size)))
        unique = dict(zip(order, unique_names([self.names[k].word for k in order]), strict=True))
        extracted: dict[int, ExtractedThing] = {}
        for done, (k, box) in enumerate(boxes.items()):
            self.job.tick(0.4 + 0.5 * done / len(boxes), "things")
            rows = rows_of[k]
            support, inside = self.support(k, boxes, rows_of, unique)
            turn = round(float(np.degrees(box.yaw)), 2)
            own = pose_matrices(np.array([*box.foot, np.radians(turn)]))
            local = self.gaussians.select(rows).transformed(np.linalg.inv(own))
            local = pressed(local, *self.limits(local, box, support))
            number, foot = self.add_part(local)
            at = own[:3, :3] @ foot + own[:3, 3]
            color = color_name(self.color(rows))
            words = self.names[k].word if self.names[k].sure else UNNAMED
            looks = words if color in words.split() else f"{color} {words}"
            low, high = self.pieces[-1].bounds
            extracted[k] = ExtractedThing(
                part=number, name=unique[k], called=self.names[k], words=looks, at=at, turn=turn,
                size=high - low, support=support, inside=inside, wall=box.wall, cluster=k, front=box.front,
            )  # fmt: skip
        unsure = [t.name for t in extracted.values() if not t.called.sure]
        if unsure:
            listed = ", ".join(unsure[:8]) + (" ..." if len(unsure) > 8 else "")
            self.notes.append(f"no word of the vocabulary stands out for {len(unsure)} things: {listed}")
        return tuple(self.standing([extracted[k] for k in boxes]))

    def standing(self, things: list[ExtractedThing]) -> list[ExtractedThing]:
        """Move objects exactly onto the tops of their supports, the lowest first, where a fraction of a plane's thickness is missing.
        Hulls of Gaussians are not exact to the millimetre."""
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
        """The corners of the box that an object's Gaussians are clamped to, in the object's own frame.

        The box exceeds the outermost centres by part of a Gaussian, but does not pass through the floor or adjacent walls.
        """
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
        """Mean sRGB (3,) of some Gaussians, weighted by the area that they cover."""
        colors = self.gaussians.base_colors[torch.from_numpy(rows)].numpy().astype(np.float64)
        return np.asarray(np.average(colors, axis=0, weights=self.mass[rows]))

    def support(
        self,
        k: int,
        boxes: dict[int, UprightBox],
        rows_of: dict[int, npt.NDArray[np.int64]],
        unique: dict[int, str],
    ) -> tuple[str, bool]:
        """The support of an object, and whether the object is inside it."""
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
        """A surface with the holes behind the objects on it or at it filled, as a separate part."""
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
        bounds = np.stack([self.pieces[i - 1].bounds for i in (surface.part, number)])
        low, high = bounds[:, 0].min(axis=0), bounds[:, 1].max(axis=0)
        shift = np.array([(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0])
        return replace(surface, at=surface.at + shift, filled=number)


def _over(box: UprightBox, other: UprightBox) -> bool:
    """Whether the middle of a box is within the footprint of another."""
    apart = box.foot - other.foot
    c, s = np.cos(other.yaw), np.sin(other.yaw)
    own = np.array([c * apart[0] - s * apart[2], s * apart[0] + c * apart[2]])
    return bool((np.abs(own) <= other.size[[0, 2]] / 2.0).all())
