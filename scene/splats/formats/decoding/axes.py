"""Half turns between the axes of file formats, bit exact.

Splat files as trained (INRIA) are x right, y down, z front (RDF). SPZ stores x right, y up, z back (RUB), and glTF x left, y up,
z front (LUF). Names and mapping follow Niantic's reference implementation and PlayCanvas' splat-transform. From RDF, both are half
turns, about x and about z, which only change signs (spz, ``coordinateConverter``).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from .columns import GaussianPart

__all__ = ["GLTF_FROM_PLY", "SPZ_FROM_PLY", "sh_signs", "turned"]

SPZ_FROM_PLY: Final = (1.0, -1.0, -1.0)
GLTF_FROM_PLY: Final = (-1.0, -1.0, 1.0)

# the axes in which each spherical harmonic is odd, in the order of the files
_ODD = ("", "y", "z", "x", "xy", "yz", "", "xz", "", "y", "xyz", "y", "z", "x", "z", "x")


def sh_signs(signs: tuple[float, float, float]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """(16,) factors of the spherical harmonics for a change of the axes' signs."""
    of = dict(zip("xyz", signs, strict=True))
    return np.array([np.prod([of[axis] for axis in odd]) for odd in _ODD], dtype=np.float32)


def turned(part: GaussianPart, signs: tuple[float, float, float]) -> GaussianPart:
    """The part after a change of the axes' signs. Applied twice, it is the identity."""
    x, y, z = signs
    part.means = part.means * np.array(signs, dtype=np.float32)
    # the ellipsoid's own axes have no sign, so the half turn may be applied on both sides of the rotation
    part.quats = part.quats * np.array([1.0, y * z, x * z, x * y], dtype=np.float32)
    part.sh = part.sh * sh_signs(signs)[: part.sh.shape[1], None]
    return part
