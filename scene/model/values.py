"""Value types of the scene model: vectors as tuples, tables as arrays."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["FloatArray", "IntArray", "Vec3", "Vec4"]

Vec3 = tuple[float, float, float]
Vec4 = tuple[float, float, float, float]
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int32]
