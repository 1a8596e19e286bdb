"""Arguments of public functions that take values of any origin: what is no path, number or array is refused, and the error names it."""

from __future__ import annotations

import math
import numbers
import os
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.strict_types import shown_value

__all__ = ["array_argument", "instance_argument", "number_argument", "path_argument", "whole_argument"]

T = TypeVar("T")

_MOST_PATH = 4_096
"""Characters. No file system here takes more."""


def path_argument(value: object, name: str, refuse: type[ScenewrightError]) -> Path:
    """The path of a file or a folder.

    Raises:
        ScenewrightError: of the type `refuse`: it is no path, or none that a system takes.
    """
    if not isinstance(value, (str, os.PathLike)) or isinstance(text := os.fspath(value), bytes):
        raise refuse(f"{name}: must be a path, not {shown_value(value)}").about(name)
    if not text or "\0" in text or len(text) > _MOST_PATH:
        raise refuse(f"{name}: {shown_value(text)} is no path").about(name)
    return Path(text)


def number_argument(value: object, name: str, refuse: type[ScenewrightError], *, finite: bool = True) -> float:
    """A finite number; without `finite` any.

    Raises:
        ScenewrightError: of the type `refuse`: it is something else.
    """
    if (
        isinstance(value, (bool, np.bool_))
        or not isinstance(value, numbers.Real)
        or (finite and not math.isfinite(value))
    ):
        raise refuse(f"{name}: must be a {'finite ' * finite}number, not {shown_value(value)}").about(name)
    return float(value)


def whole_argument(value: object, name: str, refuse: type[ScenewrightError], *, least: int | None = None) -> int:
    """A whole number, of at least `least`.

    Raises:
        ScenewrightError: of the type `refuse`: it is something else.
    """
    if isinstance(value, bool) or not isinstance(value, numbers.Integral):
        raise refuse(f"{name}: must be a whole number, not {shown_value(value)}").about(name)
    if least is not None and value < least:
        raise refuse(f"{name}: must be at least {least}, not {value}").about(name)
    return int(value)


def array_argument(
    value: object, shape: tuple[int, ...], name: str, refuse: type[ScenewrightError], *, finite: bool = True
) -> npt.NDArray[np.float64]:
    """Finite numbers (without `finite` any) in an array of this shape, from an array, a tensor or lists.

    Raises:
        ScenewrightError: of the type `refuse`: it is something else.
    """
    wanted = f"{shape[0]} numbers" if len(shape) == 1 else f"numbers in the shape {shape}"
    detached = getattr(value, "detach", None)  # a tensor, which may need a gradient or be on another device
    try:
        array = np.array(value if detached is None else detached().cpu(), dtype=np.float64)
    except (TypeError, ValueError):
        raise refuse(f"{name}: must be {wanted}, not {shown_value(value)}").about(name) from None
    if array.shape != shape:
        raise refuse(f"{name}: must be {wanted}, not of the shape {array.shape}").about(name)
    if finite and not np.isfinite(array).all():
        raise refuse(f"{name}: must be {wanted}, all of them finite").about(name)
    return array


def instance_argument(value: object, kind: type[T], name: str, refuse: type[ScenewrightError]) -> T:
    """An object of a class of ours.

    Raises:
        ScenewrightError: of the type `refuse`: it is something else.
    """
    if not isinstance(value, kind):
        wanted = "true or false" if kind is bool else kind.__name__
        raise refuse(f"{name}: must be {wanted}, not {shown_value(value)}").about(name)
    return value
