"""Fits things, and the camera, to the segments of a picture by their visible silhouettes: Gauss-Newton with numeric derivatives."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.app.picture_fitting.layers import Layer, Window, body_window, draw_layer, pooled
from scenewright.app.picture_scenes.manner import Manner
from scenewright.app.picture_scenes.things import Thing
from scenewright.renderers.base import Pinhole
from scenewright.scene.jobs import Job
from scenewright.scene.model import Array, FloatArray, IntArray

__all__ = ["Evidence", "View", "fit_alone", "fit_together", "outline_cost"]

_STEPS = np.array([0.03, 0.03, 0.05, 0.03, 0.03, 0.03])
"""Of x, z, turn, and the logarithms of the sizes: some pixels' part."""
_CAMERA_STEPS = np.array([0.01, 0.01])
"""Of pitch in radians and of the logarithm of the distance."""
_NOISE = 0.35
"""Of a pixel's coverage; it weighs silhouettes against expectations."""
_MARGIN = 3
_SHADE_TRUST = 0.25
"""Of ground that is darker than the rest, to a thing without a colour."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """What a picture shows. `labels`: (H, W) the number of each pixel's segment, -1 for ground. `neutral`: (H, W) whether it is of a
    segment without a colour. `trust`: (H, W) from 0 to 1: how much its label says, less where it may be shadow.
    `shade`: (H, W) ground that is darker than the rest."""

    labels: IntArray
    neutral: Array[np.bool_]
    trust: FloatArray
    shade: Array[np.bool_]

    def weights(self, segments: frozenset[int]) -> FloatArray:
        """(H, W) how much each pixel's label says to a thing that shows segments: where it has no colour itself, darker ground may be of it."""
        colored = not self.neutral[np.isin(self.labels, list(segments))].all()
        return self.trust if colored else np.where(self.shade, _SHADE_TRUST, self.trust)


@dataclass(frozen=True)
class View:
    """The camera as fitted. `pitch`: radians."""

    pitch: float
    distance: float
    manner: Manner
    width: int
    height: int

    @property
    def pinhole(self) -> Pinhole:
        return Pinhole.of(self.manner.camera(self.pitch, self.distance), self.width, self.height)

    def stepped(self, step: FloatArray) -> View:
        """After a step (2,) of pitch and the logarithm of the distance."""
        return View(
            self.pitch + float(step[0]), self.distance * math.exp(float(step[1])), self.manner, self.width, self.height
        )

    @staticmethod
    def expected(manner: Manner, width: int, height: int) -> View:
        return View(math.radians(manner.pitch), manner.distance, manner, width, height)


def _directions(thing: Thing, manner: Manner) -> list[FloatArray]:
    """The steps (6,) of a thing that are fitted, each scaled to some part of a pixel."""
    e = np.eye(6)
    found = [e[0] * _STEPS[0], e[1] * _STEPS[1]]
    if thing.turns:
        found.append(e[2] * _STEPS[2])
    if not manner.sizes:
        if thing.shape == "sphere":
            found.append(_STEPS[3] * (e[3] + e[4] + e[5]))
        elif thing.shape == "cylinder":
            found += [_STEPS[3] * (e[3] + e[5]), _STEPS[3] * e[4]]
        else:
            found += [_STEPS[3] * e[3], _STEPS[3] * e[4], _STEPS[3] * e[5]]
    return found


def _visible(layer: Layer | None, front: FloatArray | None, window: Window, samples: int) -> FloatArray:
    """(h, w) share of each pixel of the window that shows the layer, whose window this is, before `front`: depth per sample of the
    whole picture."""
    if layer is None:
        return np.zeros((window.height, window.width))
    seen = layer.face >= 0
    if front is not None:
        rows = slice(window.top * samples, (window.top + window.height) * samples)
        columns = slice(window.left * samples, (window.left + window.width) * samples)
        seen = seen & (layer.depth < front[rows, columns])
    return pooled(seen, samples)


def _grown(window: Window, by: int, width: int, height: int) -> Window:
    left, top = max(window.left - by, 0), max(window.top - by, 0)
    right = min(window.left + window.width + by, width)
    bottom = min(window.top + window.height + by, height)
    return Window(left, top, right - left, bottom - top, window.samples)


def targets_of(
    evidence: Evidence, segments: frozenset[int], *, strict: bool, others: Array[np.bool_] | None = None
) -> tuple[FloatArray, FloatArray]:
    """(the coverage that a thing should have, the weight of each pixel), both (H, W).

    Args:
        strict: pixels of other things count, too: then who hides whom must be known.
        others: (H, W) pixels of its segments that belong to other things.
    """
    labels = evidence.labels
    own = np.isin(labels, list(segments))
    weight = np.where((labels >= 0) & ~own, 1.0 if strict else 0.0, 1.0)
    # dark without a colour: perhaps its own shadow or a reflection in it
    weight = np.where(evidence.neutral & ~own, 0.15 if strict else 0.0, weight) * evidence.weights(segments)
    if others is not None:
        weight = np.where(own & others, 0.0, weight)
    return own.astype(np.float64), weight


def fit_alone(
    thing: Thing,
    view: View,
    target: FloatArray,
    weight: FloatArray,
    *,
    rounds: int = 10,
    front: FloatArray | None = None,
) -> tuple[Thing, float]:
    """Fit one thing to a target coverage (H, W) with a weight for each pixel.

    Args:
        front: (H*2, W*2) depth of what may hide it.

    Returns:
        The thing, and its cost: squared differences of coverage, of expectations, too.
    """
    manner, pinhole, samples = view.manner, view.pinhole, 2
    directions = _directions(thing, manner)
    where = _box_of(target > 0.5)

    def residual(of: Thing, window: Window) -> FloatArray:
        layer = draw_layer(of.body, of.pose, pinhole, samples=samples, within=window)
        seen = _visible(layer, front, window, samples)
        return ((seen - target[window.pixels]) * weight[window.pixels]).ravel()

    def prior(of: Thing) -> FloatArray:
        if manner.sizes:
            return np.zeros(0)
        return _NOISE * _size_prior(of)

    def window_of(of: Thing) -> Window:
        own = body_window(of.body, of.pose, pinhole)
        window = where if own is None else own.joined(where)
        return _grown(window, _MARGIN, view.width, view.height)

    damping = 0.01
    window = window_of(thing)
    now = np.concatenate([residual(thing, window), prior(thing)])
    cost = float(now @ now)
    for _ in range(rounds):
        columns = []
        for step in directions:
            ahead = thing.stepped(step)
            columns.append(np.concatenate([residual(ahead, window), prior(ahead)]) - now)
        jacobian = np.stack(columns, axis=1)
        normal, slope = jacobian.T @ jacobian, jacobian.T @ now
        gain = 0.0
        for _ in range(3):
            move = np.linalg.solve(normal + damping * np.diag(np.diag(normal) + 1e-3), -slope)
            step = np.asarray(sum(m * d for m, d in zip(move, directions, strict=True)))
            other = thing.stepped(np.clip(step, -_MOST_STEP, _MOST_STEP))
            # what lies beside the window is ground, where the thing as it was shows nothing
            bigger = window_of(other)
            after = np.concatenate([residual(other, bigger), prior(other)])
            gain = cost - float(after @ after)
            if gain > 0.0:
                break
            damping *= 6.0
        if gain <= 0.0:
            break
        thing, window, now, cost = other, bigger, after, float(after @ after)
        damping = max(damping / 4.0, 1e-4)
        if gain < 0.3 + 0.005 * cost:
            break
    return thing, cost


_MOST_STEP = np.array([0.7, 0.7, 0.4, 0.3, 0.3, 0.3])


def _size_prior(thing: Thing) -> FloatArray:
    """What plain things are expected to be like: about as deep as wide, not very flat or tall."""
    w, h, d = (math.log(s) for s in thing.size)
    return np.array([(w - d) / 0.35, (h - (w + d) / 2.0) / 0.8])


def _box_of(mask: FloatArray) -> Window:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return Window(0, 0, 1, 1, 2)
    return Window(int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1), 2)


def depths(things: Sequence[Thing], view: View, samples: int = 2) -> list[Layer | None]:
    """Each thing's layer."""
    pinhole = view.pinhole
    return [draw_layer(t.body, t.pose, pinhole, samples=samples) for t in things]


def fronts(layers: Sequence[Layer | None], view: View, samples: int = 2) -> list[FloatArray]:
    """For each thing the depth (H*s, W*s) of the nearest other."""
    shape = view.height * samples, view.width * samples
    first, second = np.full(shape, np.inf), np.full(shape, np.inf)
    owner = np.full(shape, -1)
    for number, layer in enumerate(layers):
        if layer is None:
            continue
        w = layer.window
        part = (
            slice(w.top * samples, (w.top + w.height) * samples),
            slice(w.left * samples, (w.left + w.width) * samples),
        )
        nearer = layer.depth < first[part]
        second[part] = np.where(nearer, first[part], np.minimum(second[part], layer.depth))
        first[part] = np.where(nearer, layer.depth, first[part])
        owner[part] = np.where(nearer, number, owner[part])
    return [np.where(owner == number, second, first) for number in range(len(layers))]


def fit_together(
    things: Sequence[Thing],
    view: View,
    evidence: Evidence,
    *,
    rounds: int = 6,
    camera: bool = True,
    job: Job | None = None,
) -> tuple[list[Thing], View, float]:
    """Fit all things and the camera at once, each thing hidden by those before it.

    Returns:
        The things, the view, and the cost.
    """
    things = list(things)
    if not things:
        return things, view, 0.0
    expected = View.expected(view.manner, view.width, view.height)
    samples = 2
    damping = 0.01
    cost = math.inf
    kept = ([*things], view)
    best = math.inf
    for _ in range(rounds):
        if job is not None:
            job.check()
        pinhole = view.pinhole
        layers = depths(things, view, samples)
        before = fronts(layers, view, samples)
        targets = _shared_targets(things, layers, view, evidence)
        windows = [
            _grown(
                _box_of(target > 0.5) if layer is None else layer.window.joined(_box_of(target > 0.5)),
                4,
                view.width,
                view.height,
            )
            for layer, (target, _) in zip(layers, targets, strict=True)
        ]

        def residuals(
            number: int, thing: Thing, lens: Pinhole, windows: list[Window] = windows, before: list[FloatArray] = before
        ) -> FloatArray:
            window = windows[number]
            target, weight = targets[number]
            layer = draw_layer(thing.body, thing.pose, lens, samples=samples, within=window)
            seen = _visible(layer, before[number], window, samples)
            # a thing that slips off its place must not be held by one wrong pixel more than by another
            off = (seen - target[window.pixels]) * weight[window.pixels]
            return np.asarray(off).ravel()

        directions = [_directions(t, view.manner) for t in things]
        firsts = np.cumsum([0, *(len(d) for d in directions)])
        count = int(firsts[-1]) + (2 if camera else 0)
        normal, slope = np.zeros((count, count)), np.zeros(count)
        total = 0.0
        lenses = []
        if camera:
            for k in range(2):
                step = np.zeros(2)
                step[k] = _CAMERA_STEPS[k]
                lenses.append((view.stepped(step).pinhole, view.stepped(-step).pinhole))
        for number, thing in enumerate(things):
            now = residuals(number, thing, pinhole)
            columns = [
                (residuals(number, thing.stepped(d), pinhole) - residuals(number, thing.stepped(-d), pinhole)) / 2.0
                for d in directions[number]
            ]
            columns += [(residuals(number, thing, a) - residuals(number, thing, b)) / 2.0 for a, b in lenses]
            own = list(range(int(firsts[number]), int(firsts[number + 1])))
            which = np.array(own + list(range(int(firsts[-1]), count)))
            jacobian = np.stack(columns, axis=1)
            normal[np.ix_(which, which)] += jacobian.T @ jacobian
            slope[which] += jacobian.T @ now
            total += float(now @ now)
            if not view.manner.sizes:
                p = _NOISE * _size_prior(thing)
                rows = np.stack(
                    [
                        _NOISE * (_size_prior(thing.stepped(d)) - _size_prior(thing.stepped(-d))) / 2.0
                        for d in directions[number]
                    ],
                    axis=1,
                )
                normal[np.ix_(own, own)] += rows.T @ rows
                slope[own] += rows.T @ p
                total += float(p @ p)
        if camera:
            manner = view.manner
            scale = np.array([math.radians(manner.pitch_spread), manner.distance_spread])
            off = np.array([view.pitch - expected.pitch, math.log(view.distance / expected.distance)]) / scale
            rows = np.diag(_CAMERA_STEPS / scale) * _NOISE
            normal[-2:, -2:] += rows.T @ rows
            slope[-2:] += rows.T @ (off * _NOISE)
            total += float(off @ off) * _NOISE**2
        if total > cost:  # the last step went too far
            damping *= 8.0
            things, view = kept
            if damping > 10.0:
                break
            cost = math.inf
            continue
        gain = cost - total
        kept = ([*things], view)
        cost = best = total
        if gain < 0.5:
            break
        move = np.linalg.solve(normal + damping * np.diag(np.diag(normal) + 1e-3), -slope)
        for number, thing in enumerate(things):
            own_move = move[firsts[number] : firsts[number + 1]]
            step = np.asarray(sum(m * d for m, d in zip(own_move, directions[number], strict=True)))
            things[number] = thing.stepped(np.clip(step, -_MOST_STEP, _MOST_STEP))
        if camera:
            view = view.stepped(np.clip(move[-2:] * _CAMERA_STEPS, -0.06, 0.06))
        damping = max(damping / 3.0, 1e-3)
    return kept[0], kept[1], best


def _shared_targets(
    things: Sequence[Thing], layers: Sequence[Layer | None], view: View, evidence: Evidence
) -> list[tuple[FloatArray, FloatArray]]:
    """The target of each thing. Of a segment that several share, each has the pixels that it shows and those nearest to it."""
    shown: list[Array[np.bool_]] | None = None
    found = []
    for number, thing in enumerate(things):
        sharing = [k for k, t in enumerate(things) if k != number and t.segments & thing.segments]
        others = None
        if sharing:
            if shown is None:
                shown = [shown_pixels(layers, view, k) for k in range(len(things))]
            mine = _far_from(shown[number])
            others = np.min([_far_from(shown[k]) for k in sharing], axis=0) <= mine
        found.append(targets_of(evidence, thing.segments, strict=True, others=others))
    return found


def _far_from(mask: Array[np.bool_]) -> FloatArray:
    """(H, W) pixels to a mask."""
    from scipy import ndimage

    return np.asarray(ndimage.distance_transform_edt(~mask)) if mask.any() else np.full(mask.shape, np.inf)


def shown_pixels(layers: Sequence[Layer | None], view: View, number: int) -> Array[np.bool_]:
    """(H, W) pixels that show one of the things, most of each."""
    return shown_numbers(layers, view) == number


def shown_numbers(layers: Sequence[Layer | None], view: View) -> IntArray:
    """(H, W) which thing each pixel shows at its first sample, -1 for ground."""
    shown = np.full((view.height, view.width), -1)
    nearest = np.full((view.height, view.width), np.inf)
    for number, layer in enumerate(layers):
        if layer is None:
            continue
        part, n = layer.window.pixels, layer.window.samples
        depth = layer.depth[n // 2 :: n, n // 2 :: n]
        nearer = depth < nearest[part]
        nearest[part] = np.where(nearer, depth, nearest[part])
        shown[part] = np.where(nearer, number, shown[part])
    return shown


def outline_cost(things: Sequence[Thing], view: View, evidence: Evidence) -> float:
    """How many pixels of a picture are shown wrongly: a thing where there is another or none, or none where there is one."""
    shown = shown_numbers(depths(things, view, 1), view)
    labels, neutral = evidence.labels, evidence.neutral
    wrong = np.where((shown < 0) & (labels >= 0), evidence.trust, 0.0)
    for number, thing in enumerate(things):
        here = shown == number
        own = here & np.isin(labels, list(thing.segments))
        wrong = np.where(here & ~own, np.where(neutral, 0.3, evidence.weights(thing.segments)), wrong)
    return float(wrong.sum())
