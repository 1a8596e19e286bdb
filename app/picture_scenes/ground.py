"""What of a picture is the plain ground (with its backdrop), and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import Array, FloatArray

__all__ = ["Backdrop", "lab_of", "lightness_of", "luminance_of", "plain_backdrop"]

_WAVES_DOWN, _WAVES_ACROSS = 6, 4
"""Cosines that the ground's colour is made of along each axis: it changes slowly, down the picture faster than across."""
_ROUNDS = 12
_STEP = 2
"""The ground's colour is fitted to each second pixel of both axes."""
_CHROMA, _DARK, _BRIGHT = 9.0, 22.0, 14.0
"""In CIELAB: what differs from the ground by more is something else. Shadows are darker ground, so darkness counts late."""
_WALL = 9.0
"""In CIELAB: a step between the colours of neighbouring rows from which a wall begins there."""
_TINTED, _SAME_HUE, _STRONGER = 8.0, 0.93, 1.3
"""Chroma from which a ground has a colour, the cosine of hues that are about the same, and how much stronger its colour is in shadows."""
_BLEACHED = 0.45
"""Share of a coloured ground's own colour: what has less is no ground, since light on it takes none of its colour away."""
_ACROSS = 0.6
"""Share of the columns that must have that step."""


@dataclass(frozen=True, eq=False)
class Backdrop:
    """What a picture would be without things.

    Attributes:
        lab: (H, W, 3) the ground's colour at each pixel, in CIELAB.
        seen: (H, W, 3) the picture, in CIELAB.
        chroma, lightness: (H, W) how much the picture's chroma differs from it, and how much lighter the picture is.
        foreground: (H, W) what is no ground for certain.
        edge: (W,) the row of each column at which the ground ends before a wall of another colour; all 0 without one.
        shade: (H, W) by how much the ground is darker there in known shadows; None while they are not known.
    """

    lab: FloatArray
    seen: FloatArray
    chroma: FloatArray
    lightness: FloatArray
    foreground: Array[np.bool_]
    edge: FloatArray
    shade: FloatArray | None = None

    @property
    def wall(self) -> Array[np.bool_]:
        """(H, W) what is above the edge of the ground."""
        return np.asarray(np.arange(len(self.lab))[:, None] < self.edge)

    @property
    def shadowy(self) -> Array[np.bool_]:
        """(H, W) what is darker than a coloured ground and has its hue: a shadow, whose colour is stronger than the ground's, more likely
        than a thing."""
        ground, seen = self.lab[..., 1:], self.seen[..., 1:]
        strength, own = np.linalg.norm(ground, axis=-1), np.linalg.norm(seen, axis=-1)
        along = (ground * seen).sum(axis=-1) / np.maximum(strength * own, 1e-9)
        pale = own < _STRONGER * strength + 3.0
        return np.asarray((strength > _TINTED) & pale & (along > _SAME_HUE) & (self.lightness < 0.0))

    @property
    def bleached(self) -> Array[np.bool_]:
        """(H, W) what is no darker than a coloured ground and lacks its colour: a thing that is white or gray."""
        ground, seen = self.lab[..., 1:], self.seen[..., 1:]
        strength = np.linalg.norm(ground, axis=-1)
        light = np.clip(self.seen[..., 0] / np.maximum(self.lab[..., 0], 5.0), 0.0, 1.2)
        along = (ground * seen).sum(axis=-1) / np.maximum(strength, 1e-9)
        pale = (strength * light > _TINTED) & (along < _BLEACHED * strength * light)
        return np.asarray(pale & (self.lightness > 0.0))

    @property
    def dark(self) -> FloatArray:
        """(H, W) share of its light that the ground lacks, if all were ground."""
        seen, plain = (luminance_of(level) for level in (self.lab[..., 0] + self.lightness, self.lab[..., 0]))
        return np.asarray(1.0 - seen / np.maximum(plain, 1e-3))

    def shaded(self, lit: FloatArray) -> Backdrop:
        """The same with shadows that leave a share `lit` (H, W) of the light."""
        plain = self.lab[..., 0]
        return replace(self, shade=plain - lightness_of(luminance_of(plain) * lit))


def lab_of(picture: npt.NDArray[np.generic]) -> FloatArray:
    """(..., 3) CIELAB of sRGB bytes, white D65."""
    from scenewright.scene.colorspace import linear_from_srgb

    linear = linear_from_srgb(np.asarray(picture, dtype=np.float64) / 255.0)
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    )
    xyz = linear @ to_xyz.T / np.array([0.95047, 1.0, 1.08883])
    root = np.where(xyz > 216.0 / 24389.0, np.cbrt(xyz), (24389.0 / 27.0 * xyz + 16.0) / 116.0)
    return np.stack(
        [116.0 * root[..., 1] - 16.0, 500.0 * (root[..., 0] - root[..., 1]), 200.0 * (root[..., 1] - root[..., 2])],
        axis=-1,
    )


def luminance_of(lightness: FloatArray) -> FloatArray:
    """(...) linear luminance, 1 for white, of CIELAB's lightness."""
    root = (np.asarray(lightness) + 16.0) / 116.0
    return np.asarray(np.where(root > 6.0 / 29.0, root**3, np.maximum(lightness, 0.0) * (27.0 / 24389.0)))


def lightness_of(luminance: FloatArray) -> FloatArray:
    """(...) CIELAB's lightness of linear luminance."""
    return np.asarray(
        np.where(luminance > 216.0 / 24389.0, 116.0 * np.cbrt(luminance) - 16.0, luminance * (24389.0 / 27.0))
    )


def plain_backdrop(lab: FloatArray) -> Backdrop:
    """Tell ground from things. `lab`: (H, W, 3) the picture."""
    edge = _edge(lab)
    wall = np.arange(len(lab))[:, None] < edge
    waves = _parted(_waves(*lab.shape[:2]), wall)
    rows = waves[::_STEP, ::_STEP].reshape(-1, waves.shape[-1])
    seen = lab[::_STEP, ::_STEP].reshape(-1, 3)
    stiff = np.tile(_stiffness(), waves.shape[-1] // len(_stiffness()))
    fitted = np.zeros((waves.shape[-1], 3))
    weight = _first_weights(lab, wall)[::_STEP, ::_STEP].ravel()
    for _ in range(_ROUNDS):
        weighed = rows * weight[:, None]
        normal = weighed.T @ rows + 1e-3 * len(rows) * np.diag(stiff) + 1e-6 * np.eye(len(stiff))
        fitted = np.linalg.solve(normal, weighed.T @ seen)
        chroma, light = _differences(seen, rows @ fitted)
        weight = 1.0 / (1.0 + (light / 5.0) ** 2 + (chroma / 4.0) ** 2) ** 2
    ground = waves @ fitted
    chroma, lightness = _differences(lab, ground)
    foreground = (chroma > _CHROMA) | (lightness < -_DARK) | (lightness > _BRIGHT)
    return Backdrop(ground, lab, chroma, lightness, foreground, edge)


def _differences(seen: FloatArray, ground: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(by how much the chroma of colours (..., 3) differs from the ground's as it would be in their light, how much lighter they are)."""
    share = np.clip(seen[..., 0] / np.maximum(ground[..., 0], 5.0), 0.0, 1.2)
    off = seen[..., 1:] - ground[..., 1:] * share[..., None]
    return np.hypot(off[..., 0], off[..., 1]), seen[..., 0] - ground[..., 0]


def _edge(lab: FloatArray) -> FloatArray:
    """(W,) the row at which the ground ends before a wall of another colour, on a straight line; all 0 without one."""
    row = _level_edge(lab)
    return _slanted(lab, row) if row else np.zeros(lab.shape[1])


def _slanted(lab: FloatArray, row: int) -> FloatArray:
    """(W,) the straight line near a row along which most columns have their greatest step; all 0 where they have none in common."""
    height, width = lab.shape[:2]
    reach, room = max(height // 60, 2), height // 8
    rows = np.arange(max(row - room, reach), min(row + room, height - reach))
    step = np.stack([lab[y : y + reach].mean(axis=0) - lab[y - reach : y].mean(axis=0) for y in rows])
    middle = np.median(step[np.argmax(np.linalg.norm(step, axis=-1), axis=0), np.arange(width)], axis=0)
    along = step @ middle / max(float(middle @ middle), 1e-9)
    columns, best = np.arange(width), along.argmax(axis=0)
    usable = np.abs(along.max(axis=0) - 1.0) < 0.5
    if usable.mean() < _ACROSS:
        return np.zeros(width)
    line = np.polyfit(columns[usable], rows[best[usable]], 1)
    for _ in range(4):
        near = usable & (np.abs(rows[best] - np.polyval(line, columns)) < 3.0 * reach)
        if near.mean() < 0.75 * _ACROSS:
            return np.zeros(width)
        line = np.polyfit(columns[near], rows[best[near]], 1)
    return np.asarray(np.polyval(line, columns))


def _level_edge(lab: FloatArray) -> int:
    """The row with the greatest step between the colours of rows above and below; 0 where none is great enough."""
    rows = np.median(lab, axis=1)
    height = len(rows)
    reach = max(height // 60, 2)
    steps = [
        float(np.linalg.norm(np.median(rows[y : y + 2 * reach], axis=0) - np.median(rows[y - 2 * reach : y], axis=0)))
        - float(
            np.abs(rows[y + 2 * reach - 1] - rows[y + reach]).sum()
            + np.abs(rows[y - reach] - rows[y - 2 * reach]).sum()
        )
        for y in range(2 * reach, height - 2 * reach)
    ]
    best = int(np.argmax(steps)) if steps else 0
    return best + 2 * reach if steps and steps[best] > _WALL else 0


def _parted(waves: FloatArray, wall: Array[np.bool_]) -> FloatArray:
    """(H, W, K) or (H, W, 2 K): the ground and the wall (H, W) behind it each change slowly, with a step between."""
    if not wall.any():
        return waves
    above = wall[..., None].astype(np.float64)
    return np.concatenate([waves * above, waves * (1.0 - above)], axis=-1)


def _first_weights(lab: FloatArray, wall: Array[np.bool_]) -> FloatArray:
    """(H, W) how likely each pixel is ground, or wall in its part, from the most frequent colour of either."""
    out = np.empty(lab.shape[:2])
    for part in (wall, ~wall):
        if part.any():
            off = (lab[part] - _commonest(lab[part])) / [25.0, 8.0, 8.0]
            out[part] = np.exp(-0.5 * (off**2).sum(axis=-1))
    return out


def _commonest(seen: FloatArray) -> FloatArray:
    """(3,) the most frequent colour of (N, 3)."""
    cells = np.round(seen / [6.0, 4.0, 4.0]).astype(np.int64)
    _, which, counts = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    return np.asarray(np.median(seen[which.ravel() == counts.argmax()], axis=0))


def _waves(height: int, width: int) -> FloatArray:
    """(H, W, K) products of cosines."""
    y, x = (np.arange(height) + 0.5) / height, (np.arange(width) + 0.5) / width
    down = np.cos(np.pi * y[:, None] * np.arange(_WAVES_DOWN))
    across = np.cos(np.pi * x[:, None] * np.arange(_WAVES_ACROSS))
    return np.asarray((down[:, None, :, None] * across[None, :, None, :]).reshape(height, width, -1))


def _stiffness() -> FloatArray:
    """(K,) how much each product is held down: quick waves more."""
    order = np.arange(_WAVES_DOWN)[:, None] ** 2 + 2.0 * np.arange(_WAVES_ACROSS)[None, :] ** 2
    return (0.02 * order.astype(np.float64)).ravel()
