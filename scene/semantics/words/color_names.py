"""Names of colours: one of a dozen plain names for a colour, and how well any colour word fits it.

The plain names are the eleven basic colour terms of Berlin and Kay (1969) and beige. Each has a few prototypes; the nearest one in
CIELAB (D65) gives the name. A word fits a colour that is near the one it names (CIE76, the distance in CIELAB), or that has the same
plain name: shops sell many colours as *blue*.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.english import COLOR_SPELLINGS, COLOR_SYNONYMS
from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.model import FloatArray

__all__ = ["color_fit", "color_name", "color_nearness", "is_color", "lab_from_srgb", "spoken_color"]

_PROTOTYPES = {
    "red": "#ff0000 #b8242a #d03a30 #8f1f26 #e0524c",
    "orange": "#e07b26 #f4a23f #d0642a",
    "yellow": "#ecc23c #f2dd6a #d8b030",
    "green": "#00c800 #3f8a4a #2c5134 #7fae5a #5f7037 #a9d8bd #1f6b4f",
    "blue": "#2f64ad #22305a #6c92d6 #aacde6 #4682b4 #227a9c #2640b0 #3050e8 #0000ff",
    "purple": "#6e3f8c #46284a #b8a9d6 #7d55b0 #8126c0",
    "pink": "#e39bb0 #e5559a #f0c4cf",
    "brown": "#6f4a30 #a0714a #503a2c #8a5a34 #b98a54 #63503e #9d774b",
    "beige": "#d8c3a0 #e6d5b8 #c6b193",
    "black": "#1c1c1e #2d2d30",
    "gray": "#858789 #55585c #b4b6b8",
    "white": "#f4f3ef #e4e4e2 #d4d2d0",
}

_NEAR, _FAR = 14.0, 38.0
"""CIELAB distances up to which two colours count as the same, and from which they count as different."""


def lab_from_srgb(color: npt.ArrayLike) -> FloatArray:
    """(..., 3) CIELAB under D65 of sRGB values (..., 3) in [0, 1] (CIE 15:2004; the matrix of IEC 61966-2-1)."""
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = linear_from_srgb(color) @ matrix.T / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    out: FloatArray = np.stack(
        [116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=-1
    )
    return out


@lru_cache(maxsize=1)
def _table() -> tuple[list[str], FloatArray]:
    names, values = [], []
    for name, some in _PROTOTYPES.items():
        for text in some.split():
            names.append(name)
            values.append([int(text[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    return names, lab_from_srgb(np.array(values))


def color_name(color: Sequence[float] | FloatArray) -> str:
    """The plain name of an sRGB colour in [0, 1]."""
    names, table = _table()
    return names[int(np.linalg.norm(table - lab_from_srgb(color), axis=1).argmin())]


_DARK, _LIGHT = 30.0, 74.0
"""CIELAB lightness below which a hue is called dark, and above which it is called light."""
_NAVY = 25.0
_CREAM = 6.0
"""Chroma from which people call a white cream."""


def spoken_color(color: Sequence[float] | FloatArray) -> str:
    """The name that people give to an sRGB colour in [0, 1], with its lightness: *navy blue*, *dark green*, *light gray*, *cream*. It ends
    in the plain name, but for cream."""
    name = color_name(color)
    lightness, a, b = lab_from_srgb(color).tolist()
    if name == "white":
        return "cream" if b > 0.0 and np.hypot(a, b) > _CREAM else name
    if name in ("black", "beige", "yellow", "pink", "orange"):
        return name
    if name == "blue" and lightness < _NAVY and np.hypot(a, b) > 12.0:
        return "navy blue"
    return f"dark {name}" if lightness < _DARK else f"light {name}" if lightness > _LIGHT else name


def color_nearness(a: npt.ArrayLike, b: npt.ArrayLike) -> float:
    """How near two sRGB colours (3,) in [0, 1] are, in [0, 1]: 1 where they count as the same, 0 where they count as different."""
    distance = float(np.linalg.norm(lab_from_srgb(a) - lab_from_srgb(b)))
    return float(np.clip((_FAR - distance) / (_FAR - _NEAR), 0.0, 1.0))


def is_color(color: Sequence[float] | FloatArray, word: str) -> bool:
    """Whether people would use a colour word for an sRGB colour in [0, 1]; False for a word that names no colour."""
    plain = COLOR_SYNONYMS.get(word, word)
    if plain in _PROTOTYPES:
        return color_name(color) == plain
    meant = find_color(word)
    return meant is not None and color_nearness(meant, color) >= 0.5


def color_fit(color: Sequence[float] | FloatArray, word: str) -> float:
    """How well a colour word ('dark green', 'cream') fits an sRGB colour, in [0, 1]; 0 for a word that names none."""
    meant = find_color(word)
    if meant is None:
        return 0.0
    near = color_nearness(meant, color)
    words = [COLOR_SPELLINGS.get(w, w) for w in word.split()]
    plain = words[-1]
    if plain not in _PROTOTYPES or color_name(color) != plain:
        return near
    if len(words) == 1:
        return max(near, 0.9)
    # 'dark green': the colour is called green, and should also be darker than plain green
    middle = lab_from_srgb(find_color(plain) or meant)[0]
    same_side = (lab_from_srgb(color)[0] - middle) * (lab_from_srgb(meant)[0] - middle) >= 0.0
    return max(near, 0.8 if same_side else 0.3)
