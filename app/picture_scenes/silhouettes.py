"""Fits one thing to its segments by its visible silhouette: Gauss-Newton with numeric derivatives."""

from __future__ import annotations

import math

import numpy as np

from scenewright.app.picture_fitting.layers import LayerWindow, body_window, draw_layer
from scenewright.app.picture_scenes.evidence import GroundView
from scenewright.app.picture_scenes.manner import Manner
from scenewright.app.picture_scenes.showing import box_of, grown_window, visible_share
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.scene.model import FloatArray

__all__ = ["MOST_STEP", "NOISE", "directions_of", "fit_alone", "size_surprise"]

NOISE = 0.35
"""Of a pixel's coverage; it weighs silhouettes against expectations."""
MOST_STEP = np.array([0.7, 0.7, 0.4, 0.3, 0.3, 0.3])
"""Of x, z, turn, and the logarithms of the sizes, in one round."""
_STEPS = np.array([0.03, 0.03, 0.05, 0.03, 0.03, 0.03])
"""Of the same, for derivatives: some pixels' part."""
_MARGIN = 3
"""Pixels around a thing that are looked at, too."""
_NARROW, _TALL = 0.6, 0.8
"""How far from 1, as logarithms, plain things are in width to depth, and in height to both."""


def directions_of(thing: PlainThing, manner: Manner) -> list[FloatArray]:
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


def fit_alone(
    thing: PlainThing,
    view: GroundView,
    target: FloatArray,
    weight: FloatArray,
    *,
    rounds: int = 10,
    front: FloatArray | None = None,
    fine: bool = False,
) -> tuple[PlainThing, float]:
    """Fit one thing to a target coverage (H, W) with a weight for each pixel.

    Args:
        front: (H*2, W*2) depth of what may hide it.
        fine: take derivatives from both sides, and go on for small gains.

    Returns:
        The thing, and its cost: squared differences of coverage, of expectations, too.
    """
    manner, pinhole, samples = view.manner, view.pinhole, 2
    directions = directions_of(thing, manner)
    where = box_of(target > 0.5)

    def residual(of: PlainThing, window: LayerWindow) -> FloatArray:
        layer = draw_layer(of.body, of.pose, pinhole, samples=samples, within=window)
        seen = visible_share(layer, front, window, samples)
        return np.asarray((seen - target[window.pixels]) * weight[window.pixels]).ravel()

    def prior(of: PlainThing) -> FloatArray:
        if manner.sizes:
            return np.zeros(0)
        return NOISE * size_surprise(of)

    def window_of(of: PlainThing) -> LayerWindow:
        own = body_window(of.body, of.pose, pinhole)
        window = where if own is None else own.joined(where)
        return grown_window(window, _MARGIN, view.width, view.height)

    damping = 0.01
    window = window_of(thing)
    now = np.concatenate([residual(thing, window), prior(thing)])
    cost = float(now @ now)
    for _ in range(rounds):
        columns = []
        for step in directions:
            ahead = thing.stepped(step)
            column = np.concatenate([residual(ahead, window), prior(ahead)]) - now
            if fine:
                back = thing.stepped(-step)
                column = (column + now - np.concatenate([residual(back, window), prior(back)])) / 2.0
            columns.append(column)
        jacobian = np.stack(columns, axis=1)
        normal, slope = jacobian.T @ jacobian, jacobian.T @ now
        gain = 0.0
        for _ in range(3):
            move = np.linalg.solve(normal + damping * np.diag(np.diag(normal) + 1e-3), -slope)
            step = np.asarray(sum(m * d for m, d in zip(move, directions, strict=True)))
            other = thing.stepped(np.clip(step, -MOST_STEP, MOST_STEP))
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
        if gain < (0.2 if fine else 0.3 + 0.005 * cost):
            break
    return thing, cost


def size_surprise(thing: PlainThing) -> FloatArray:
    """What plain things are expected to be like: about as deep as wide, not very flat or tall."""
    w, h, d = (math.log(s) for s in thing.size)
    return np.array([(w - d) / _NARROW, (h - (w + d) / 2.0) / _TALL])
