"""Real spherical harmonics up to degree 3, with the signs and order of INRIA's code, which trained splats follow.

The colour in direction d (unit, from the camera to the Gaussian) is ``0.5 + sum_k Y_k(d) sh_k``, clamped at 0 (Kerbl et
al., 3D Gaussian Splatting, 2023). The basis functions of a degree l rotate only among themselves, so a rotation needs one
(2l + 1) x (2l + 1) matrix per degree.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from scenewright.scene.model import FloatArray

__all__ = ["MAX_DEGREE", "SH_C0", "basis_count", "dc_from_rgb", "degree_of", "rgb_from_dc", "rotated_sh", "sh_basis"]

MAX_DEGREE = 3
SH_C0 = 0.28209479177387814
_C1 = 0.4886025119029199
_C2 = (1.0925484305920792, -1.0925484305920792, 0.31539156525252005, -1.0925484305920792, 0.5462742152960396)
_C3 = (
    -0.5900435899266435,
    2.890611442640554,
    -0.4570457994644658,
    0.3731763325901154,
    -0.4570457994644658,
    1.445305721320277,
    -0.5900435899266435,
)


def basis_count(degree: int) -> int:
    """The number of basis functions up to a degree: 1, 4, 9 or 16."""
    return (degree + 1) ** 2


def degree_of(count: int) -> int:
    """The degree for a number of coefficients per channel: 1, 4, 9 or 16.

    Raises:
        ValueError: `count` is another number.
    """
    for degree in range(MAX_DEGREE + 1):
        if basis_count(degree) == count:
            return degree
    raise ValueError(f"{count} spherical harmonics a channel belong to no degree: 1, 4, 9 and 16 do (degrees 0 to 3)")


def dc_from_rgb(rgb: Tensor) -> Tensor:
    """The constant function's coefficient for a colour in [0, 1], of any shape."""
    return (rgb - 0.5) / SH_C0


def rgb_from_dc(dc: Tensor) -> Tensor:
    """The colour given by the constant function's coefficient alone, not clamped."""
    return dc * SH_C0 + 0.5


def sh_basis(directions: Tensor, degree: int) -> Tensor:
    """(M, (degree + 1)^2) values of the basis functions for M unit directions (M, 3). Differentiable."""
    x, y, z = directions.unbind(-1)
    out = [torch.full_like(x, SH_C0)]
    if degree >= 1:
        out += [-_C1 * y, _C1 * z, -_C1 * x]
    if degree >= 2:
        xx, yy, zz = x * x, y * y, z * z
        out += [_C2[0] * x * y, _C2[1] * y * z, _C2[2] * (2 * zz - xx - yy), _C2[3] * x * z, _C2[4] * (xx - yy)]
        if degree >= 3:
            out += [
                _C3[0] * y * (3 * xx - yy),
                _C3[1] * x * y * z,
                _C3[2] * y * (4 * zz - xx - yy),
                _C3[3] * z * (2 * zz - 3 * xx - 3 * yy),
                _C3[4] * x * (4 * zz - xx - yy),
                _C3[5] * z * (xx - yy),
                _C3[6] * x * (xx - 3 * yy),
            ]
    return torch.stack(out, dim=-1)


def rotated_sh(sh: Tensor, rotation: FloatArray) -> Tensor:
    """Coefficients (N, K, 3) of the functions after a transform by an orthogonal matrix (3, 3), which may mirror.

    The new function's value in direction d is the old one's in ``rotation.T @ d``. For a point reflection this includes the
    factor (-1)^l of degree l.
    """
    degree = degree_of(sh.shape[1])
    if degree == 0:
        return sh.clone()
    turn = torch.as_tensor(_turn(degree, np.ascontiguousarray(rotation, dtype=np.float64).tobytes()))
    return torch.einsum("kj,njc->nkc", turn.to(sh), sh)


@lru_cache(maxsize=256)
def _turn(degree: int, rotation: bytes) -> FloatArray:
    """(K, K) block-diagonal matrix: the basis in rotated directions, expanded in the basis. A least-squares fit over many more
    directions than functions finds it, exact up to rounding."""
    matrix = np.frombuffer(rotation).reshape(3, 3)
    directions = _directions()
    basis = sh_basis(torch.as_tensor(directions), degree).numpy()
    turned = sh_basis(torch.as_tensor(directions @ matrix), degree).numpy()
    out = np.zeros((basis_count(degree), basis_count(degree)))
    for level in range(degree + 1):
        rows = slice(level * level, (level + 1) * (level + 1))
        out[rows, rows] = np.linalg.lstsq(basis[:, rows], turned[:, rows], rcond=None)[0]
    return out


def _directions(count: int = 64) -> FloatArray:
    """Unit vectors spread over the sphere (a golden spiral)."""
    k = np.arange(count) + 0.5
    z = 1.0 - 2.0 * k / count
    around = np.pi * (1.0 + np.sqrt(5.0)) * k
    flat = np.sqrt(1.0 - z * z)
    return np.stack([flat * np.cos(around), flat * np.sin(around), z], axis=1)
