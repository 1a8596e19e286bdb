"""Pieces of one colour in what stands before the ground: what the search for things begins with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from scenewright.app.picture_scenes.ground import Backdrop
from scenewright.scene.model import Array, FloatArray, IntArray

__all__ = ["Segment", "Segments", "colour_segments", "tint_trust"]

_HUE_BINS = 72
_HUE_REACH = 25.0
"""Degrees: a pixel farther from all frequent hues has none."""
_COLORED = 0.22
"""Saturation (of HSV) from which a pixel's hue is taken for its thing's."""
_DARK = 30.0
"""Lightness (of CIELAB) below the ground's from which a pixel without hue is no shadow."""
_DARK_SHARE = 0.6
"""The same on a dark ground, as a share of the ground's lightness."""
_DARK_UNSHADED, _SHADE_DOUBT = 14.0, 1.5
"""The same where shadows are known, and how much more it takes in them, times their darkness."""
_BRIGHT = 14.0
_COLORED_SHADOW = 17.0
"""Chroma (CIELAB) beside the ground's from which a pixel is of a thing: less may be light that a coloured thing throws there."""
_TINT_DOUBT, _DARK_DOUBT = 7.0, 20.0
"""What is nearer to that chroma is the more doubtful the nearer it is, unless it is darker than the ground by that lightness and more."""
_SHARP, _REACH = 0.3, 5
"""Of its difference from the ground, what a piece without colour must have within so many pixels at its rim: light on the ground fades."""
_LEAST = 24
"""Pixels of a piece; smaller ones go to what is around them."""


@dataclass(frozen=True, eq=False)
class Segment:
    """`mask`: (H, W). `hue`: degrees of HSV, None without one. `pixels`: how many."""

    mask: Array[np.bool_]
    hue: float | None
    pixels: int


@dataclass(frozen=True, eq=False)
class Segments:
    """`labels`: (H, W) the number of each pixel's segment, -1 for ground. `all`: largest first."""

    labels: IntArray
    all: tuple[Segment, ...]

    @property
    def foreground(self) -> Array[np.bool_]:
        return self.labels >= 0


def colour_segments(picture: npt.NDArray[np.uint8], backdrop: Backdrop) -> Segments:
    """Cut a picture (H, W, 3) into ground and pieces of one hue."""
    hue, saturation, value = _hsv(picture)
    colored = (saturation > _COLORED) & (value > 0.06) & (backdrop.chroma > _COLORED_SHADOW) & ~backdrop.shadowy
    bright = _without_fading(~colored & (backdrop.lightness > _BRIGHT), backdrop)
    dark = _without_fading(~colored & (backdrop.lightness < -_darkness(backdrop)), backdrop)
    neutral = bright | dark | (backdrop.bleached & ~colored)
    pale = ~colored & ~neutral & (backdrop.chroma > _COLORED_SHADOW) & ~backdrop.shadowy
    hues = _peaks(hue, saturation, colored)
    kinds: IntArray = np.full(hue.shape, -1, dtype=np.int64)
    if len(hues):
        away = np.abs((hue[..., None] - hues + 180.0) % 360.0 - 180.0)
        nearest = away.argmin(axis=-1)
        kinds = np.where((colored | pale) & (away.min(axis=-1) < _HUE_REACH), nearest, -1)
    kinds = np.where(neutral, len(hues), kinds)
    labels = _pieces(_smoothed(kinds, len(hues) + 1))
    labels = _absorbed(_filled(labels))
    return _listed(labels, hue, saturation, colored)


def tint_trust(backdrop: Backdrop) -> FloatArray:
    """(H, W) from 0 to 1: how sure it is whether a pixel with some colour is of a thing or ground in the light that a thing throws."""
    near = np.abs(backdrop.chroma - _COLORED_SHADOW) / _TINT_DOUBT
    dark = (-backdrop.lightness - _DARK_DOUBT) / _DARK_DOUBT
    return np.asarray(np.clip(np.maximum(near, dark), 0.2, 1.0))


def _without_fading(mask: Array[np.bool_], backdrop: Backdrop) -> Array[np.bool_]:
    """What differs from the ground in lightness alone (H, W), without pieces that fade into it: light and shadow on it."""
    spread = ndimage.maximum_filter(backdrop.lightness, _REACH) - ndimage.minimum_filter(backdrop.lightness, _REACH)
    rim = mask & ~ndimage.binary_erosion(mask, border_value=1)
    pieces, _ = ndimage.label(mask)
    out = mask.copy()
    for number, where in enumerate(ndimage.find_objects(pieces), 1):
        piece = pieces[where] == number
        step = float(np.median(spread[where][piece & rim[where]]))
        if step < _SHARP * float(np.median(np.abs(backdrop.lightness[where][piece]))):
            out[where] &= ~piece
    return out


def _darkness(backdrop: Backdrop) -> FloatArray:
    """(H, W) how much darker than the ground a pixel without hue must be to be none."""
    most = np.minimum(_DARK, _DARK_SHARE * backdrop.lab[..., 0])
    if backdrop.shade is None:
        return np.asarray(most)
    return np.asarray(np.minimum(_DARK_UNSHADED, most) + _SHADE_DOUBT * backdrop.shade)


def _hsv(picture: npt.NDArray[np.uint8]) -> tuple[FloatArray, FloatArray, FloatArray]:
    rgb = picture.astype(np.float64) / 255.0
    high, low = rgb.max(axis=-1), rgb.min(axis=-1)
    span = np.maximum(high - low, 1e-9)
    r, g, b = (rgb[..., k] for k in range(3))
    hue = np.where(high == r, (g - b) / span % 6.0, np.where(high == g, (b - r) / span + 2.0, (r - g) / span + 4.0))
    return hue * 60.0, (high - low) / np.maximum(high, 1e-9), high


def _peaks(hue: FloatArray, saturation: FloatArray, colored: Array[np.bool_]) -> FloatArray:
    """(K,) the frequent hues."""
    if not colored.any():
        return np.empty(0)
    counts, _ = np.histogram(hue[colored], bins=_HUE_BINS, range=(0.0, 360.0), weights=saturation[colored])
    smooth = ndimage.gaussian_filter1d(counts, 1.2, mode="wrap")
    found = (smooth >= np.roll(smooth, 1)) & (smooth > np.roll(smooth, -1)) & (smooth > 4.0)
    peaks = (np.flatnonzero(found) + 0.5) * (360.0 / _HUE_BINS)
    mass = smooth[found]
    kept: list[int] = []
    for k in np.argsort(-mass):
        if all(abs((peaks[k] - peaks[j] + 180.0) % 360.0 - 180.0) >= 17.0 for j in kept):
            kept.append(int(k))
    return np.asarray(peaks[kept])


def _smoothed(kinds: IntArray, count: int) -> IntArray:
    """Each pixel the kind that most of its neighbours have; ground counts as a kind."""
    votes = np.stack([ndimage.uniform_filter((kinds == k).astype(np.float64), 3) for k in range(-1, count)])
    return np.asarray(votes.argmax(axis=0) - 1)


def _pieces(kinds: IntArray) -> IntArray:
    """Numbers of connected pieces of one kind."""
    labels: IntArray = np.full(kinds.shape, -1, dtype=np.int64)
    count = 0
    for kind in range(int(kinds.max()) + 1):
        found, n = ndimage.label(kinds == kind)
        labels = np.where(found > 0, found - 1 + count, labels)
        count += n
    return labels


def _filled(labels: IntArray) -> IntArray:
    """Holes in a piece, such as highlights and the reflections of others, belong to it."""
    out = labels.copy()
    sizes = np.bincount(labels[labels >= 0], minlength=1)
    for number in np.argsort(-sizes):
        if sizes[number] < _LEAST:
            break
        mask = labels == number
        rows, columns = ndimage.find_objects(mask.astype(np.int8))[0]
        hole = ndimage.binary_fill_holes(mask[rows, columns]) & ~mask[rows, columns]
        part = out[rows, columns]
        inside = part[hole]
        # a thing of its own may stand before it
        small = (inside < 0) | (sizes[np.maximum(inside, 0)] < 0.15 * sizes[number])
        part[hole] = np.where(small, number, inside)
    return out


def _absorbed(labels: IntArray) -> IntArray:
    """Small pieces go to the piece that most of their border touches, or to the ground."""
    out = labels.copy()
    for _ in range(3):
        numbers, sizes = np.unique(out[out >= 0], return_counts=True)
        small = [int(n) for n, size in zip(numbers, sizes, strict=True) if size < _LEAST]
        if not small:
            break
        for number in small:
            mask = out == number
            near = _box_with_border(mask)
            part, piece = out[near], mask[near]
            around, votes = np.unique(part[ndimage.binary_dilation(piece) & ~piece], return_counts=True)
            part[piece] = around[votes.argmax()] if len(around) else -1
    return out


def _box_with_border(mask: Array[np.bool_]) -> tuple[slice, slice]:
    """The rows and columns of what a mask (H, W) holds, with a pixel around: to look at these alone is far quicker in a large picture."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return slice(max(int(rows[0]) - 1, 0), int(rows[-1]) + 2), slice(max(int(columns[0]) - 1, 0), int(columns[-1]) + 2)


def _listed(labels: IntArray, hue: FloatArray, saturation: FloatArray, colored: Array[np.bool_]) -> Segments:
    numbers, sizes = np.unique(labels[labels >= 0], return_counts=True)
    out: IntArray = np.full(labels.shape, -1, dtype=np.int64)
    found: list[Segment] = []
    for size, number in sorted(zip(sizes.tolist(), numbers.tolist(), strict=True), reverse=True):
        mask = labels == number
        tinted = mask & colored
        middle = None
        if tinted.sum() > 0.25 * size:
            turn = np.radians(hue[tinted])
            sine, cosine = (float((saturation[tinted] * part).sum()) for part in (np.sin(turn), np.cos(turn)))
            middle = float(np.degrees(np.arctan2(sine, cosine)) % 360.0)
        out[mask] = len(found)
        found.append(Segment(mask, middle, int(size)))
    return Segments(out, tuple(found))
