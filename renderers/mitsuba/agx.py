"""The look of Blender's pictures: its view transform AgX with the look *Medium High Contrast*, so that pictures of both compare.

AgX (Sobotka 2022; Blender's version by Chow) mixes the primaries, takes logarithms, bends each channel by one curve and unmixes the
primaries. Matrices and curve are fitted to what Blender 5.0 makes of 65,536 colours: they differ from it by 0.001 on average and by
0.011 at most in 99 of 100, of a range of 1.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.interpolate import PchipInterpolator

__all__ = ["agx_encoded"]

_MIXED = np.array([[0.6115, 0.3052, 0.0833], [0.1081, 0.7793, 0.1126], [0.0727, 0.1783, 0.7489]])
_UNMIXED = np.array([[1.6385, -0.5303, -0.1082], [-0.1677, 1.1949, -0.0272], [-0.1063, -0.2559, 1.3623]])
_STOPS = np.arange(-11.0, 7.0)
"""Binary logarithms of the light at which the curve is given."""
_CURVE = (
    *(0.0, 0.0002, 0.0023, 0.0093, 0.0288, 0.0709, 0.1333, 0.2278, 0.3677),
    *(0.546, 0.6993, 0.8134, 0.8964, 0.9568, 0.9975, 1.0, 1.0, 1.0),
)
_GAMMA = 2.2
_AT_A_TIME = 1 << 20


def agx_encoded(light: npt.NDArray[np.floating]) -> npt.NDArray[np.uint8]:
    """(N, 3) sRGB bytes of linear light (N, 3), exposed so that white paper is about 1."""
    out = np.empty(light.shape, dtype=np.uint8)
    for first in range(0, len(light), _AT_A_TIME):
        part = light[first : first + _AT_A_TIME].astype(np.float64)
        stops = np.log2(np.maximum(part @ _MIXED.T, 2.0 ** _STOPS[0]))
        bent = np.clip(_curve()(np.clip(stops, _STOPS[0], _STOPS[-1])), 0.0, 1.0) ** _GAMMA
        shown = np.clip(bent @ _UNMIXED.T, 0.0, 1.0) ** (1.0 / _GAMMA)
        out[first : first + _AT_A_TIME] = np.round(shown * 255.0)
    return out


@cache
def _curve() -> PchipInterpolator:
    from scipy.interpolate import PchipInterpolator

    return PchipInterpolator(_STOPS, _CURVE)
