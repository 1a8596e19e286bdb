"""The search for the things of a picture: one for each segment first, then what explains more of it with fewer things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from scenewright.app.picture_scenes.evidence import GroundView, PictureEvidence, targets_of
from scenewright.app.picture_scenes.joint_fit import fit_together
from scenewright.app.picture_scenes.segments import Segments
from scenewright.app.picture_scenes.shading import unsmooth_cost
from scenewright.app.picture_scenes.showing import depths, fronts, outline_cost, shown_numbers
from scenewright.app.picture_scenes.silhouettes import fit_alone
from scenewright.app.picture_scenes.starting import candidates
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.scene.jobs import Job
from scenewright.scene.model import Array, FloatArray

__all__ = ["Explained", "explain", "first_explanation", "resettled"]

_THING = 45.0
"""Wrong pixels of 320x240 that one thing more must save."""
_OVERLAP = 400.0
"""Wrong pixels that an overlap of one unit of two things is as bad as."""
_PIECE = 60
"""Least pixels of a segment that a thing of its own is tried for."""
_SHADING = 0.25
"""Wrong pixels that a pixel whose light does not fit the shape is as bad as."""
_CUBE = 25.0
"""Wrong pixels that a cube must save: with its turn and faces it fits by chance more easily."""
_ROUNDS = 5
_SHADOW = 0.5
"""Share of its pixels that a thing must have of a coloured segment which it shares."""
_OTHER_PITCH = 0.06
"""Radians."""
_TRIED = 3
"""Shapes and sizes that are kept for a segment."""


@dataclass(frozen=True)
class Explained:
    """Things, the camera, and how many pixels are wrong, with what things cost."""

    things: tuple[PlainThing, ...]
    view: GroundView
    cost: float


def explain(
    segments: Segments, evidence: PictureEvidence, lightness: FloatArray, view: GroundView, *, job: Job | None = None
) -> Explained:
    """The things that explain the segments of a picture. `lightness`: (H, W) CIELAB. `view`: about the camera."""
    search = _Search(segments, evidence, lightness, job or Job())
    now = search.first(view)
    for _ in range(2):
        now = search.fitted(now)
        better = search.improved(now)
        if better is now:
            break
        now = better
    return search.settled(now)


def resettled(
    segments: Segments, evidence: PictureEvidence, lightness: FloatArray, now: Explained, *, job: Job | None = None
) -> Explained:
    """Things that were found, with the shapes and places that suit other evidence."""
    search = _Search(segments, evidence, lightness, job or Job())
    return search.settled(search.scored(now.things, now.view))


def first_explanation(
    segments: Segments, evidence: PictureEvidence, lightness: FloatArray, view: GroundView, *, job: Job | None = None
) -> Explained:
    """A thing for each segment, and the camera that suits them: where shadows may come from, not yet what there is."""
    search = _Search(segments, evidence, lightness, job or Job())
    now = search.fitted(search.first(view))
    if abs(now.view.pitch - view.pitch) > _OTHER_PITCH:  # what was tried was seen from a wrong height
        search.known.clear()
        now = search.fitted(search.first(now.view))
    return now


class _Search:
    def __init__(self, segments: Segments, evidence: PictureEvidence, lightness: FloatArray, job: Job) -> None:
        self.lightness = lightness
        self.segments = segments
        self.evidence = evidence
        self.job = job
        self.known: dict[tuple[frozenset[int], bytes], list[PlainThing]] = {}
        self.scale = evidence.labels.size / (320.0 * 240.0)

    def scored(self, things: Sequence[PlainThing], view: GroundView) -> Explained:
        cost = outline_cost(things, view, self.evidence) + _THING * self.scale * len(things)
        for k, one in enumerate(things):
            cost += sum(_OVERLAP * self.scale * max(-one.apart(other) - 0.05, 0.0) for other in things[:k])
        return Explained(tuple(things), view, cost)

    def fitted(self, now: Explained, *, camera: bool = True) -> Explained:
        things, view = fit_together(now.things, now.view, self.evidence, camera=camera, job=self.job)
        return self.scored(things, view)

    def tried(self, owned: frozenset[int], view: GroundView, mask: Array[np.bool_] | None = None) -> list[PlainThing]:
        """The best things for segments, or for the part `mask` of them."""
        self.job.check()
        key = owned, b"" if mask is None else np.packbits(mask).tobytes()
        if key in self.known:
            return self.known[key]
        self.known[key] = found = self._tried(owned, view, mask)
        return found

    def _tried(self, owned: frozenset[int], view: GroundView, mask: Array[np.bool_] | None) -> list[PlainThing]:
        own, weight = targets_of(self.evidence, owned, strict=False)
        if mask is not None:
            weight = np.where((own > 0.5) & ~mask, 0.0, weight)
            own = mask.astype(np.float64)
        if (own > 0.5).sum() < 12:
            return []
        return [thing for _, thing in candidates(own > 0.5, weight, view, owned)[:_TRIED]]

    def first(self, view: GroundView) -> Explained:
        """A thing for each segment that saves more than it costs, the largest first."""
        now = self.scored((), view)
        for number, segment in enumerate(self.segments.all):
            if segment.pixels < _PIECE * self.scale:
                break
            self.job.progress(0.1 + 0.3 * number / len(self.segments.all), "looking for things")
            options = [self.scored((*now.things, t), view) for t in self.tried(frozenset([number]), view)]
            now = min([now, *options], key=lambda e: e.cost)
        return now

    def improved(self, now: Explained) -> Explained:
        """The scene after changes that explain the picture better, the best of each kind first."""
        for _ in range(_ROUNDS):
            before = now
            for kind in (self._without, self._joined, self._merged, self._regrouped):
                now = self._best(now, kind(now))
            if now is before:
                break
        return now

    def _best(self, now: Explained, options: Iterator[Explained]) -> Explained:
        """The best of some scenes after it was fitted; `now` where none is clearly better."""
        ranked = sorted(options, key=lambda e: e.cost)[:4]
        for option in [o for o in ranked if o.cost < now.cost + _THING * self.scale]:
            self.job.check()
            fitted = self.fitted(option, camera=False)
            if fitted.cost < now.cost - 8.0 * self.scale:
                now = fitted
        return now

    def _regrouped(self, now: Explained) -> Iterator[Explained]:
        yield from self._more(now)
        yield from self._cut(now)

    def settled(self, now: Explained) -> Explained:
        """The scene with the best shape of each thing, and without those that are not needed then."""
        return self.needed(self.fitted(self.reshaped(self.fitted(now))))

    def needed(self, now: Explained) -> Explained:
        """The scene without things that explain too little now that all have their shapes."""
        shown = shown_numbers(depths(now.things, now.view, 1), now.view)
        kept = [t for k, t in enumerate(now.things) if not self._is_shadow(now.things, k, shown == k)]
        now = now if len(kept) == len(now.things) else self.scored(kept, now.view)
        return self._best(now, self._without(now))

    def _is_shadow(self, things: Sequence[PlainThing], number: int, shown: Array[np.bool_]) -> bool:
        """Whether a thing that has its coloured segments from others shows hardly anything of them: then it is a shadow of one of those."""
        own = things[number].segments
        colored = {n for n in own if self.segments.all[n].hue is not None}
        others = set().union(*(t.segments for k, t in enumerate(things) if k != number))
        if not colored or not colored <= others:
            return False
        return float(np.isin(self.evidence.labels[shown], list(colored)).mean() if shown.any() else 0.0) < _SHADOW

    def _without(self, now: Explained) -> Iterator[Explained]:
        for k in range(len(now.things)):
            yield self.scored(now.things[:k] + now.things[k + 1 :], now.view)

    def _joined(self, now: Explained) -> Iterator[Explained]:
        """Two segments that are parts of one thing: seen on both sides of another, or a dark reflection in it."""
        near = self._neighbours(now)
        for k, thing in enumerate(now.things):
            for number in near[k] - thing.segments:
                owners = [j for j, t in enumerate(now.things) if number in t.segments and j != k]
                if not self._same_kind(thing, number):
                    continue
                rest = [t for j, t in enumerate(now.things) if j != k and j not in owners]
                owned = thing.segments | {number}
                yield self.scored([*rest, replace(thing, segments=owned)], now.view)
                added = self.segments.all[number]
                if added.hue is None and added.pixels < 0.3 * sum(self.segments.all[n].pixels for n in thing.segments):
                    continue
                for option in self.tried(owned, now.view):
                    yield self.scored([*rest, option], now.view)

    def _merged(self, now: Explained) -> Iterator[Explained]:
        """One thing in place of two that may be parts of it: of what is seen of one behind others, each part may look like a thing."""
        near = self._neighbours(now)
        shown = shown_numbers(depths(now.things, now.view, 1), now.view)
        for k, one in enumerate(now.things):
            for j, other in enumerate(now.things[:k]):
                together = one.segments | other.segments
                touching = bool(one.segments & other.segments) or bool(near[k] & other.segments)
                if not touching or not all(self._same_kind(one, number) for number in other.segments):
                    continue
                rest = [t for i, t in enumerate(now.things) if i not in (j, k)]
                mine = self.evidence.of(together) & ((shown == j) | (shown == k) | (shown < 0))
                for option in self.tried(together, now.view, mine):
                    yield self.scored([*rest, option], now.view)

    def _same_kind(self, thing: PlainThing, number: int) -> bool:
        hue = self.segments.all[number].hue
        hues = [h for n in thing.segments if (h := self.segments.all[n].hue) is not None]
        return hue is None or not hues or abs((hues[0] - hue + 180.0) % 360.0 - 180.0) < 20.0

    def _neighbours(self, now: Explained) -> list[set[int]]:
        """For each thing the segments within some pixels of its outline."""
        layers = depths(now.things, now.view, 1)
        found: list[set[int]] = []
        for layer in layers:
            if layer is None:
                found.append(set())
                continue
            mask = np.zeros(self.evidence.labels.shape, dtype=bool)
            mask[layer.window.pixels] = layer.face >= 0
            around = ndimage.binary_dilation(mask, iterations=3)
            found.append({int(n) for n in np.unique(self.evidence.labels[around]) if n >= 0})
        return found

    def _more(self, now: Explained) -> Iterator[Explained]:
        """A thing more where pixels of a segment are not shown."""
        layers = depths(now.things, now.view, 1)
        shown = shown_numbers(layers, now.view)
        missing = (shown < 0) & (self.evidence.labels >= 0) & (self.evidence.trust > 0.5)
        for number, segment in enumerate(self.segments.all):
            pieces, count = ndimage.label(ndimage.binary_opening(missing & segment.mask))
            for piece in range(1, count + 1):
                mask = pieces == piece
                if mask.sum() < _PIECE * self.scale:
                    continue
                for option in self.tried(frozenset([number]), now.view, mask):
                    yield self.scored([*now.things, option], now.view)

    def _cut(self, now: Explained) -> Iterator[Explained]:
        """Two things in place of one that does not fit its segment well."""
        layers = depths(now.things, now.view, 1)
        shown = shown_numbers(layers, now.view)
        for k, thing in enumerate(now.things):
            own = self.evidence.of(thing.segments)
            wrong = ((shown == k) & (self.evidence.labels < 0)) | (own & (shown < 0))
            off = (wrong * self.evidence.weights(thing.segments)).sum()
            if off < max(1.5 * _THING * self.scale, 0.1 * own.sum()):
                continue
            rest = [t for j, t in enumerate(now.things) if j != k]
            for one, other in _halves(own):
                for first in self.tried(thing.segments, now.view, one)[:2]:
                    for second in self.tried(thing.segments, now.view, other)[:2]:
                        yield self.scored([*rest, first, second], now.view)

    def reshaped(self, now: Explained) -> Explained:
        """The scene with each thing of the shape and size that fits best now that it is known what hides what."""
        things = list(now.things)
        for k, thing in enumerate(things):
            self.job.progress(0.7 + 0.2 * k / max(len(things), 1), "looking at shapes")
            self.job.check()
            layers = depths(things, now.view)
            front = fronts(layers, now.view)[k]
            shown = shown_numbers(depths(things, now.view, 1), now.view)
            sharing = [j for j, t in enumerate(things) if j != k and t.segments & thing.segments]
            own, weight = targets_of(
                self.evidence, thing.segments, strict=True, others=np.isin(shown, sharing) if sharing else None
            )
            mask = (own > 0.5) & (weight > 0.0)
            if mask.sum() < 12:
                continue
            target = mask.astype(np.float64)
            options = [
                fit_alone(t, now.view, target, weight, front=front, rounds=10, fine=True)
                for t in self._rivals(thing, candidates(mask, weight, now.view, thing.segments, front=front))
            ]
            costs = [
                self.scored([*things[:k], option, *things[k + 1 :]], now.view).cost
                + cost
                + _SHADING * self._unsmooth(option, front, mask, now.view)
                + (_CUBE * self.scale if option.shape == "cube" else 0.0)
                for option, cost in options
            ]
            things[k] = options[min(range(len(costs)), key=costs.__getitem__)][0]
        return self.scored(things, now.view)

    def _rivals(self, thing: PlainThing, guesses: list[tuple[float, PlainThing]]) -> list[PlainThing]:
        """The thing, and what may be there instead: guesses by their costs, best first, those that are far worse left out."""
        most = 3.0 * guesses[0][0] + _THING * self.scale if guesses else 0.0
        return [thing, *(t for cost, t in guesses if cost < most)]

    def _unsmooth(self, thing: PlainThing, front: FloatArray, mask: Array[np.bool_], view: GroundView) -> float:
        layer = depths([thing], view)[0]
        inner = ndimage.binary_erosion(mask, iterations=1)
        return unsmooth_cost(thing, layer, inner, view, self.lightness)


def _halves(mask: Array[np.bool_]) -> Iterator[tuple[Array[np.bool_], Array[np.bool_]]]:
    """Two parts of a mask (H, W), cut across its longer axis at the waist, and by two centres."""
    rows, columns = np.nonzero(mask)
    points = np.stack([columns, rows], axis=1).astype(np.float64)
    if len(points) < 24:
        return
    middle = points.mean(axis=0)
    _, _, axes = np.linalg.svd(points - middle, full_matrices=False)
    for axis, shares in zip(axes, ((0.35, 0.5, 0.65), ()), strict=True):
        along = (points - middle) @ axis
        low, high = float(along.min()), float(along.max()) + 1e-6
        counts, edges = np.histogram(along, bins=24, range=(low, high))
        waist = float(edges[5 + int(counts[5:19].argmin())]) + (high - low) / 48.0
        for cut in (waist, *(low + share * (high - low) for share in shares)):
            first = np.zeros(mask.shape, dtype=bool)
            first[rows, columns] = along < cut
            yield first, mask & ~first
