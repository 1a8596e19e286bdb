"""What a view of a scene shows of each thing in it, by rays through a coarse picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.app.room_views.casting import ThingRays
from scenewright.app.room_views.sighting import Sights
from scenewright.renderers.base import Pinhole, room_items
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Scene

__all__ = ["SeenView", "ViewJudge"]

_MOST_WANTED = 48
"""Things for whose sake a view is chosen, at most: a hundred chairs are known by some of them."""
_LEAST_SHARE = 0.01
"""Of the picture: what shows less of a thing shows it less well."""
_HALF_HIDDEN = 0.4
"""Of the box of a thing as the picture has it: what shows less of the thing shows it cut or hidden."""
_LAND = 0.3
"""Metres. Something flatter than this below most of an outdoor scene is its ground, and no thing."""
_NAMED = 0.85
"""Share of what is named in how much a view tells."""
_FLAT = 0.4
"""What is less deep than this, over its breadth or height, is flat."""
_SLIM = 0.75
"""What is deeper than this, over its breadth, is no board but a post."""
_FROM_BEHIND = 0.3
"""How well the back of a flat thing shows the thing."""
_LOPSIDED = 0.035
"""Of half the depth of a thing: how far the middle of its surface lies before or behind the middle of its box where it has a front."""
_SMALLEST, _LARGE = 0.0015, 0.015
"""Of the picture: what takes less cannot be recognised, what takes more is not recognised better."""
_CLEAR = (0.2, 0.95)
"""Share of a thing that is not hidden: with less one does not recognise it, with more one does."""
_HELD, _LOW_HELD = (0.3, 0.97), (0.1, 0.6)
"""The same of the share that the frame holds, and of that of what lies flat on the ground, such as a rug or a pond."""
_WHOLE = 0.96
"""Share of a thing that the frame holds below which it is cut."""
_SMALL = 0.1
"""Metres: what is smaller counts as this large where it is cut."""
_LOW = 0.12
"""What is less high than this, over its longest side, lies flat."""
_SQUARE, _QUITE_BEHIND = 0.35, 0.7
"""Cosines between the front of a thing and the way to the eye from which one sees the front well, and between its back and that way from
which one sees its back alone."""
_THIN = 0.25
"""What is less deep than this, over its breadth or height, is as thin as a screen."""
_LOSSES, _THIN_LOSSES = (0.12, 0.5), (0.5, 0.3)
"""How much worse one recognises what has a front from its side, and how much worse still from behind; and the same of a thin thing."""
_BEST = 0.3
"""How much the best of a kind counts; the others are counted by whoever knows how many there should be."""
_COUNTED, _WORST = 6, 0.3
"""So many of a kind are counted at a glance, and one that is missing is missed: how much the worst of them counts."""
_NEAREST = 0.05
"""Metres before the lens within which a corner of a box has no place in the picture."""

_FINE, _FEWEST = (360, 270), 1
"""Rays across and down a view that is asked what it shows, and the fewest of them that show something."""

Shares = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class SeenView:
    """What one view shows. The picture has H rows of W rays.

    Attributes:
        camera: the view.
        thing: (H, W) number of the thing at each ray, -1: the room, the ground or nothing.
        away: (H, W) metres to what the ray meets; inf: nothing.
        pixels: (T,) rays that meet each of the T things.
        framed: (T,) share of the box of each thing, as an endless picture has it, that the picture has.
        shown: (T,) how well each thing is shown: 0 not at all, 1 whole and large enough.
        known: (T,) how well one recognises each thing that is wanted, see :meth:`ViewJudge.known`; 0 for all others.
        gone: (T,) whether the view leaves a thing out.
        outside: share of the rays that meet neither a thing nor the place.
    """

    camera: Camera
    thing: npt.NDArray[np.int64]
    away: Shares
    pixels: npt.NDArray[np.int64]
    framed: Shares
    shown: Shares
    known: Shares
    gone: Mask
    outside: float


class ViewJudge:
    """Judges views of one scene. Things of one kind count together, however many they are."""

    def __init__(
        self,
        scene: Scene,
        geometry: SceneGeometry,
        *,
        named: Sequence[int] = (),
        names_place: bool = False,
        job: Job | None = None,
    ) -> None:
        """
        Args:
            geometry: the triangles of the scene; few are enough.
            named: rows of the things that a description names.
            names_place: it also names the kind of place that they are in, which is to be seen around them.
        """
        self.names_place = names_place
        self.scene = scene
        self.geometry = geometry
        self.job = job or Job()
        rows = [row for row in room_items(scene) if not _is_land(scene, row)]
        self.boxes: FloatArray = _boxes(scene, rows)
        self.named: Mask = np.array(
            [any(row <= n < scene.subtree_end(row) for n in named) for row in rows], dtype=np.bool_
        )
        self.rows = tuple(rows)
        """Rows of the things."""
        words = [f"{scene.entity(row).word} {bool(is_named)}" for row, is_named in zip(rows, self.named, strict=True)]
        self.kind: npt.NDArray[np.int64] = np.unique(words, return_inverse=True)[1].astype(np.int64)
        """(T,) number of the kind of each thing; what is named is of a kind of its own."""
        self.weights = _weights(self.kind, self.named)
        """(T,) how much each thing counts in what a view tells; 1 together."""
        owner = np.full(len(scene) + 1, -1, dtype=np.int64)
        for number, row in enumerate(rows):
            owner[row : scene.subtree_end(row)] = number
        ahead = np.array([scene.world_from_local[row][[0, 2], 2] for row in rows]).reshape(-1, 2)
        self.fronts: FloatArray = ahead / np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-12)
        """(T, 2) x and z of the direction in which each thing faces."""
        size = self.boxes[:, 1] - self.boxes[:, 0]
        deep = (np.abs(self.fronts) * size[:, [0, 2]]).sum(axis=1)
        broad = (np.abs(self.fronts[:, ::-1]) * size[:, [0, 2]]).sum(axis=1)
        self.flat: Mask = (deep < _FLAT * np.maximum(broad, size[:, 1])) & (deep < _SLIM * broad)
        """(T,) whether a thing is flat, such as a screen, a picture or a wardrobe."""
        self._thin: Mask = self.flat & (deep < _THIN * np.maximum(broad, size[:, 1]))
        self._low: Mask = size[:, 1] < _LOW * size[:, [0, 2]].max(axis=1)
        self._number = owner[geometry.entity]
        self._names_shell = any(owner[n] < 0 for n in named)
        self.has_front: Mask = self.flat | (np.abs(self._leaning(deep)) > _LOPSIDED)
        """(T,) whether a thing looks another from behind than from before, as far as its shape says."""
        self.ground = float(np.median(self.boxes[:, 0, 1])) if rows else float(scene.bounds[0, 1])
        """Metres: height of the ground that the things stand on."""
        self._rays = ThingRays(scene, geometry, self._number >= 0, ground=self.ground, job=self.job)
        all_wanted = self.named if self.named.any() else np.ones(len(rows), dtype=np.bool_)
        self.wanted: Mask = _some_of_each(self.kind, all_wanted)
        """(T,) whether a thing is wanted in the picture: what is named, or all where nothing is; of hundreds, some of each kind."""
        drawn = np.unique(self._number[self._number >= 0])
        self._sights = Sights.of(self._rays, self._number, drawn[self.wanted[drawn]])
        self._clear: dict[tuple[float, float, float], Shares] = {}
        self._frames: dict[Camera, tuple[Shares, Shares, Shares]] = {}

    def __len__(self) -> int:
        """How many things there are to see; none without triangles."""
        return len(self.boxes) if len(self.geometry) else 0

    def drawn(self, camera: Camera) -> Mask:
        """(I,) whether a view draws the instances of the geometry."""
        return ~self._rays.left_out(camera)

    def left_out(self, camera: Camera) -> Mask:
        """(T,) whether a view leaves a thing out."""
        gone = np.ones(len(self.boxes), dtype=np.bool_)
        gone[self._number[self.drawn(camera) & (self._number >= 0)]] = False
        return gone

    def clear(self, cameras: Sequence[Camera]) -> Shares:
        """(V, T) share of each thing that is wanted which nothing hides from the eye of each camera; 0 for all others.

        Raises:
            JobCancelled: the job was cancelled.
        """
        new = list({camera.eye: camera for camera in cameras if camera.eye not in self._clear}.values())
        for camera, seen in zip(new, self._sights.clear(new), strict=True):
            all_things = np.zeros(len(self.boxes))
            all_things[self._sights.number] = seen
            self._clear[camera.eye] = all_things
        return np.array([self._clear[camera.eye] for camera in cameras]).reshape(-1, len(self.boxes))

    def known(self, cameras: Sequence[Camera]) -> Shares:
        """(V, T) how well one recognises each thing that is wanted in each view: 1 large enough, whole, unhidden and not from behind;
        0 for all others.

        Raises:
            JobCancelled: the job was cancelled.
        """
        return np.array(
            [self._known(camera, clear) for camera, clear in zip(cameras, self.clear(cameras), strict=True)]
        ).reshape(-1, len(self.boxes))

    def _known(self, camera: Camera, clear: Shares) -> Shares:
        size, _, held = self._in_frame(camera)
        large = np.log(np.maximum(size * clear * held, 1e-9) / _SMALLEST) / math.log(_LARGE / _SMALLEST)
        whole = np.where(self._low, _between(held, *_LOW_HELD), _between(held, *_HELD))
        sure = np.sqrt(np.clip(large, 0.0, 1.0) * _between(clear, *_CLEAR))  # just recognised is far from nothing
        return np.asarray(sure * whole * self._turned(np.array(camera.eye)))

    def _turned(self, eye: FloatArray) -> Shares:
        """(T,) how well each thing is recognised from its side that a point (3,) sees."""
        toward = self.toward(eye)
        beside, behind = np.clip(1.0 - toward / _SQUARE, 0.0, 1.0), np.clip(-toward / _QUITE_BEHIND, 0.0, 1.0)
        losses = np.where(self._thin[:, None], _THIN_LOSSES, _LOSSES)
        loss = losses[:, 0] * beside + losses[:, 1] * behind
        return np.where(self.flat | self.has_front, 1.0 - loss, 1.0)

    def look(self, cameras: Sequence[Camera], width: int, height: int) -> list[SeenView]:
        """What each view shows, by `width` by `height` rays.

        Raises:
            JobCancelled: the job was cancelled.
        """
        if not cameras:
            return []
        met = self._rays.cast(cameras, width, height)
        thing = np.where(met.instance >= 0, self._number[met.instance], -1)
        known = self.known(cameras)
        return [
            self._seen(
                camera, thing[n].reshape(height, width), met.away[n].reshape(height, width), met.outside[n], known[n]
            )
            for n, camera in enumerate(cameras)
        ]

    def _seen(
        self, camera: Camera, thing: npt.NDArray[np.int64], away: Shares, outside: Mask, known: Shares
    ) -> SeenView:
        pixels = np.bincount(thing.ravel() + 1, minlength=len(self.boxes) + 1)[1:]
        counts = pixels / thing.size
        size, framed, _ = self._in_frame(camera)
        whole = np.minimum(counts / np.maximum(_HALF_HIDDEN * size, 1e-9), 1.0)
        shown = np.sqrt(np.minimum(counts / _LEAST_SHARE, 1.0)) * (0.4 + 0.6 * whole) * (0.4 + 0.6 * framed)
        shown[self.turned_away(np.array(camera.eye))] *= _FROM_BEHIND
        gone = self.left_out(camera)
        beyond = float(np.count_nonzero(outside)) / thing.size
        return SeenView(camera, thing, away, pixels, framed, shown, known, gone, beyond)

    def seen_rows(self, camera: Camera) -> set[int]:
        """The rows of all things that a view shows, with those that hold them; of doors and windows where such are named.

        Raises:
            JobCancelled: the job was cancelled.
        """
        rows: set[int] = set()
        seen = self._rays.seen_instances(camera, *_FINE, fewest=_FEWEST, shell=self._names_shell)
        for row in {int(self.geometry.entity[n]) for n in seen.tolist()}:
            holder = row
            while holder >= 0 and holder not in rows:
                rows.add(holder)
                holder = int(self.scene.nodes.parent[holder])
        return rows

    def toward(self, eye: FloatArray) -> Shares:
        """(T,) how squarely each thing faces a point (3,): 1 its front, -1 its back."""
        way = eye[[0, 2]] - self.boxes.mean(axis=1)[:, [0, 2]]
        way = way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
        return np.asarray(np.einsum("ni,ni->n", self.fronts, way))

    def turned_away(self, eye: FloatArray) -> Mask:
        """(T,) whether the back of a flat thing, such as a screen, a picture or a wardrobe, is toward a point (3,)."""
        return np.asarray(self.flat & (self.toward(eye) < 0.0))

    def told(self, view: SeenView) -> float:
        """How much of the scene a view tells, 0 to 1: the mean over the kinds of things, those that are named before all others.
        Fifty chairs count more than one lectern, but not fifty times as much."""
        return float(self.weights @ view.shown)

    def kinds_known(self, known: Shares) -> Shares:
        """(K,) how well each kind of what is wanted is recognised: by the best of the kind and by all of them, and of a few by the worst.

        Args:
            known: (T,) how well each thing is.
        """
        numbers, of = np.unique(self.kind[self.wanted], return_inverse=True)
        best = np.zeros(len(numbers))
        np.maximum.at(best, of, known[self.wanted])
        worst = np.ones(len(numbers))
        np.minimum.at(worst, of, known[self.wanted])
        count = np.bincount(of)
        mean = np.bincount(of, weights=known[self.wanted]) / count
        least = np.where(count <= _COUNTED, _WORST, 0.0)
        return np.asarray(_BEST * best + (1.0 - _BEST - least) * mean + least * worst)

    def cut(self, camera: Camera) -> float:
        """Share of what is wanted that the frame of a view cuts or does not have, 0 to 1: of each kind the share of its things, and the
        kinds by their size, since a cut bed is missed more than a cut clock."""
        *_, held = self._in_frame(camera)
        cut = (held < _WHOLE) & ~self._low
        numbers, of = np.unique(self.kind[self.wanted], return_inverse=True)
        each = np.bincount(of, weights=cut[self.wanted], minlength=len(numbers)) / np.bincount(of)
        long = np.zeros(len(numbers))
        np.maximum.at(long, of, (self.boxes[:, 1] - self.boxes[:, 0]).max(axis=1)[self.wanted])
        return float(np.average(each, weights=np.maximum(long, _SMALL)))

    def _in_frame(self, camera: Camera) -> tuple[Shares, Shares, Shares]:
        """Of each of T things, hidden or not: (T,) the size of its box in an endless picture, over the size of the picture, (T,) the share
        of that which the picture has, and (T,) the share of the thing within the frame; 0 for what is not wanted."""
        if camera not in self._frames:
            view, held = Pinhole.of(camera, 400, 300), np.zeros(len(self.boxes))
            held[self._sights.number] = self._sights.held(view)
            self._frames[camera] = (*self._box_shares(view), held)
        return self._frames[camera]

    def _box_shares(self, pinhole: Pinhole) -> tuple[Shares, Shares]:
        """(T,) the size of each thing's box in an endless picture, over the size of the picture, and (T,) the share of it that the picture
        has."""
        corner = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)])
        points = self.boxes[:, corner, np.arange(3)]
        image, depth = pinhole.project(points.reshape(-1, 3))
        image, depth = image.reshape(-1, 8, 2) / [pinhole.width, pinhole.height], depth.reshape(-1, 8)
        low, high = image.min(axis=1), image.max(axis=1)
        size = np.prod(high - low, axis=1)
        inside = np.prod(np.maximum(np.minimum(high, 1.0) - np.maximum(low, 0.0), 0.0), axis=1)
        before = depth.min(axis=1) > _NEAREST
        return np.where(before, size, 1.0), np.where(before, inside / np.maximum(size, 1e-12), 0.5)

    def _leaning(self, deep: Shares) -> Shares:
        """(T,) how far the middle of the parts of each thing lies before the middle of its box, over half its depth."""
        part = np.flatnonzero(self._number >= 0)
        if not len(part):
            return np.zeros(len(self.boxes))
        boxes = np.array([[m.vertices.min(axis=0), m.vertices.max(axis=0)] for m in self.geometry.meshes])
        box, frame = boxes[self.geometry.mesh[part]], self.geometry.world_from_mesh[part]
        middle = np.einsum("nij,nj->ni", frame[:, :3, :3], box.mean(axis=1)) + frame[:, :3, 3]
        edges = np.linalg.norm(frame[:, :3, :3], axis=1) * (box[:, 1] - box[:, 0])
        area = edges[:, 0] * edges[:, 1] + edges[:, 1] * edges[:, 2] + edges[:, 2] * edges[:, 0]
        owner = self._number[part]
        ahead = np.einsum("ni,ni->n", (middle - self.boxes.mean(axis=1)[owner])[:, [0, 2]], self.fronts[owner])
        count = len(self.boxes)
        total = np.maximum(np.bincount(owner, weights=area, minlength=count), 1e-12)
        return np.asarray(
            np.bincount(owner, weights=area * ahead, minlength=count) / total / np.maximum(deep / 2.0, 0.01)
        )


def _boxes(scene: Scene, rows: Sequence[int]) -> FloatArray:
    """(T, 2, 3) the box of each thing; of what moves, that of all of its ways."""
    boxes = np.array([scene.entity(row).bounds for row in rows]).reshape(-1, 2, 3)
    for number in range(1, scene.frames):
        frame = scene.frame(number)
        if len(frame) != len(scene):
            continue  # other things are there than in the first frame, and rows mean others
        later = np.array([frame.entity(row).bounds for row in rows]).reshape(-1, 2, 3)
        boxes = np.stack([np.minimum(boxes[:, 0], later[:, 0]), np.maximum(boxes[:, 1], later[:, 1])], axis=1)
    return boxes


def _weights(kind: npt.NDArray[np.int64], named: Mask) -> Shares:
    """(T,) how much each thing counts; 1 together."""
    if not len(kind):
        return np.zeros(0)
    count = np.bincount(kind)
    weight = ((1.0 + 0.5 * np.log2(count)) / count)[kind]
    if named.any() and not named.all():
        shares = np.where(named, _NAMED / weight[named].sum(), (1.0 - _NAMED) / weight[~named].sum())
        return np.asarray(weight * shares)
    return np.asarray(weight / weight.sum())


def _is_land(scene: Scene, row: int) -> bool:
    if scene.room is not None:
        return False
    box, whole = scene.entity(row).bounds, scene.bounds
    size = box[1] - box[0]
    return bool(size[1] < _LAND and np.all(size[[0, 2]] > 0.6 * (whole[1] - whole[0])[[0, 2]]))


def _between(values: Shares, low: float, high: float) -> Shares:
    """0 up to `low`, 1 from `high`, evenly between."""
    return np.clip((values - low) / (high - low), 0.0, 1.0)


def _some_of_each(kinds: npt.NDArray[np.int64], wanted: Mask) -> Mask:
    """(T,) the things that stand for all that are wanted: at most `_MOST_WANTED`, and of each kind as many."""
    if np.count_nonzero(wanted) <= _MOST_WANTED:
        return wanted
    numbers = np.unique(kinds[wanted])
    each = max(_MOST_WANTED // len(numbers), 1)
    chosen = np.zeros_like(wanted)
    for number in numbers.tolist():
        of_kind = np.flatnonzero(wanted & (kinds == number))
        chosen[of_kind[np.linspace(0, len(of_kind) - 1, min(each, len(of_kind))).astype(int)]] = True
    return chosen
