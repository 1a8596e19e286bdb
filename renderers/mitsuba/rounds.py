"""Draws a view in rounds of some samples a pixel, so that it can be cancelled, ended by time or by noise, and freed of fireflies."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.mitsuba.loading import Engine
from scenewright.scene.jobs import Job

__all__ = ["Sampled", "Sampling", "sampled"]

Float32 = npt.NDArray[np.float32]

_SAMPLES_AT_A_TIME = {True: 1_500_000, False: 150_000}
"""Samples of one call of Mitsuba, compiled or not: about a second of two cores."""
_A_ROUND = 8
"""Most samples a pixel of one round."""
_LEAST_ROUNDS = 4
"""Rounds before noise can end sampling: it is measured between rounds."""
_FIREFLY = 24.0
"""Times the brightness of most of the picture that a pixel may have in one round: rare paths that carry more show as fireflies."""
_QUIET_SHARE = 0.95
"""Share of the pixels whose noise must be low."""
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)


@dataclass(frozen=True)
class Sampling:
    """How to sample. `samples`: most a pixel. `noise`: share of brightness at which it ends, or None. `time_limit`: seconds."""

    samples: int
    max_depth: int
    noise: float | None
    time_limit: float
    seed: int


@dataclass(frozen=True, eq=False)
class Sampled:
    """`light`: (H, W, 3) mean linear radiance, times the share of the pixel with a surface; `cover`: (H, W) that share. `samples`: taken a
    pixel. `ended_by_time`: whether time ended it."""

    light: Float32
    cover: Float32
    samples: int
    ended_by_time: bool


def sampled(
    engine: Engine,
    scene: Any,
    sensor_of: Callable[[int, int], Any],
    size: tuple[int, int],
    how: Sampling,
    job: Job,
    *,
    clock: Callable[[], float] = time.monotonic,
) -> Sampled:
    """The light of a view.

    Args:
        sensor_of: makes the sensor for some rows of the picture, from the first row and their number.
        size: height and width in pixels.

    Raises:
        JobCancelled: the job was cancelled.
    """
    height, width = size
    limit = _SAMPLES_AT_A_TIME[engine.compiled]
    a_round = int(np.clip(limit // (height * width), 1, min(_A_ROUND, how.samples)))
    rows = max(min(limit // (width * a_round), height), 1)
    bands = [(first, min(rows, height - first)) for first in range(0, height, rows)]
    sensors = [sensor_of(first, count) for first, count in bands]
    integrator = engine.mi.load_dict(
        {"type": "path", "max_depth": how.max_depth, "rr_depth": min(5, how.max_depth), "hide_emitters": True}
    )
    begun = clock()
    total, squares = np.zeros((height, width, 4), dtype=np.float64), np.zeros((height, width), dtype=np.float64)
    taken, rounds, bright = 0, 0, np.inf
    while taken < how.samples:
        count = min(a_round, how.samples - taken)
        this = np.empty((height, width, 4), dtype=np.float32)
        for k, ((first, some), sensor) in enumerate(zip(bands, sensors, strict=True)):
            share = (taken + count * k / len(bands)) / how.samples
            job.tick(share, f"sample {taken + 1} of {how.samples}")
            seed = _seed(how.seed, rounds * len(bands) + k)
            drawn = engine.mi.render(scene, sensor=sensor, integrator=integrator, seed=seed, spp=count)
            this[first : first + some] = np.asarray(drawn)[..., :4]
        if rounds == 0:
            bright = _bright(this)
        _without_fireflies(this, bright)
        total += count * this
        squares += count * (this[..., :3] @ _LUMINANCE).astype(np.float64) ** 2
        taken, rounds = taken + count, rounds + 1
        if clock() - begun >= how.time_limit:
            break
        if how.noise is not None and rounds >= _LEAST_ROUNDS and _is_quiet(total, squares, taken, rounds, how.noise):
            return _mean(total, taken, False)
    return _mean(total, taken, taken < how.samples)


def _mean(total: npt.NDArray[np.float64], taken: int, late: bool) -> Sampled:
    mean = (total / taken).astype(np.float32)
    return Sampled(np.maximum(mean[..., :3], 0.0), np.clip(mean[..., 3], 0.0, 1.0), taken, late)


def _seed(seed: int, number: int) -> int:
    """The seed of the number-th call of Mitsuba."""
    return int(np.random.SeedSequence([seed & 0xFFFFFFFF, number]).generate_state(1)[0])


def _bright(light: Float32) -> float:
    """Luminance that most of the picture is below."""
    level = light[..., :3] @ _LUMINANCE
    seen = level[light[..., 3] > 0.5]
    return float(np.quantile(seen, 0.9)) if seen.size else np.inf


def _without_fireflies(light: Float32, bright: float) -> None:
    """Dim pixels (H, W, 4) that are too bright, in place; numbers that are none become 0."""
    np.nan_to_num(light, copy=False, nan=0.0, posinf=0.0, neginf=0.0)
    if not np.isfinite(bright) or bright <= 0.0:
        return
    level = light[..., :3] @ _LUMINANCE
    over = level > _FIREFLY * bright
    light[over, :3] *= (_FIREFLY * bright / level[over])[:, None]


def _is_quiet(
    total: npt.NDArray[np.float64], squares: npt.NDArray[np.float64], taken: int, rounds: int, noise: float
) -> bool:
    """Whether the standard error of most pixels, from the differences between rounds, is below `noise` of their brightness."""
    mean = total[..., :3] @ _LUMINANCE / taken
    error = np.sqrt(np.maximum(squares / taken - mean**2, 0.0) / (rounds - 1))
    dark = 0.1 * float(mean.mean())
    return bool(np.quantile(error / np.maximum(mean + dark, 1e-12), _QUIET_SHARE) < noise)
