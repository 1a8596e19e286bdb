"""Value types of the scene model: vectors as tuples, tables as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, TypeVar

import numpy as np

__all__ = ["Array", "FloatArray", "IntArray", "Point", "Rows", "Vec3", "Vec4"]

Vec3 = tuple[float, float, float]
Vec4 = tuple[float, float, float, float]
_Number = TypeVar("_Number", bound=np.generic)
Array: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[_Number]]
"""``npt.NDArray`` without the Any in its shape, so that users' scripts are typed throughout."""
FloatArray: TypeAlias = Array[np.float64]
IntArray: TypeAlias = Array[np.int32]
Point: TypeAlias = Sequence[float] | Array[np.generic]
"""An argument of three numbers."""
Rows: TypeAlias = Sequence[Sequence[float]] | Array[np.generic]
"""An argument of rows of numbers, such as a box (2, 3) or a matrix (4, 4)."""
