"""Reads the numbers, vectors, colours and matrices that programs pass. Errors show the right form."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.evaluation import current
from scenewright.scene.model import FloatArray, Vec3

__all__ = ["LARGEST", "color3", "matrix4", "number", "shown", "vec3"]

LARGEST = 1e100
"""The largest length, factor or angle that a program may give. Its powers still fit a float."""


def number(value: Any, what: str) -> float:
    """A finite float. `what` names the value in messages, here and below.

    Raises:
        ProgramError: it is not a number, not finite, or past `LARGEST`.
    """
    try:
        x = float(value)
    except (TypeError, ValueError, OverflowError):
        raise ProgramError(f"{what} must be a number, not {shown(value)}", kind="argument") from None
    if not abs(x) <= LARGEST:
        raise ProgramError(f"{what} is {x}: it must be a finite number, at most {LARGEST:g}", kind="non-finite")
    return x


def vec3(value: Any, what: str) -> Vec3:
    """Three finite floats out of a tuple, list, array, or a dict with x, y, z.

    Raises:
        ProgramError: not three numbers, or one that is not finite or past `LARGEST`.
    """
    if (
        type(value) not in (tuple, list, np.ndarray)
        and isinstance(value, Mapping)
        and {"x", "y", "z"} <= {str(k) for k in value}
    ):
        current().warn(f"{what} was given as a dict: write (x, y, z)")
        value = (value["x"], value["y"], value["z"])
    try:
        x, y, z = value
        x, y, z = float(x), float(y), float(z)
    except (TypeError, ValueError, OverflowError):
        raise ProgramError(f"{what} must be three numbers (x, y, z), not {shown(value)}", kind="argument") from None
    if not (abs(x) <= LARGEST and abs(y) <= LARGEST and abs(z) <= LARGEST):
        raise ProgramError(
            f"{what} is ({x}, {y}, {z}): every number must be finite, at most {LARGEST:g}", kind="non-finite"
        )
    return x, y, z


def color3(value: Any, what: str = "color") -> Vec3:
    """(3,) sRGB in [0, 1]. Names, '#rrggbb', 0-255 and a fourth number, as models write them, are read with a warning.

    Raises:
        ProgramError: it is not a colour.
    """
    if type(value) is tuple and len(value) == 3 and all(type(c) is float and 0.0 <= c <= 1.0 for c in value):
        return value  # what nearly every program writes
    if isinstance(value, str):
        return _named(value, what)
    if hasattr(value, "__len__") and len(value) == 4:
        current().warn(f"{what} has four numbers: the fourth is dropped; opacity goes into material={{'opacity': ...}}")
        value = tuple(value)[:3]
    r, g, b = vec3(value, what)
    top = max(r, g, b)
    if top > 1.0 and top <= 255.0 and all(float(c).is_integer() for c in (r, g, b)) and top > 2.0:
        current().warn(f"{what} {(r, g, b)} was read as 0-255: write sRGB in [0, 1]")
        r, g, b = r / 255.0, g / 255.0, b / 255.0
    elif top > 1.0 or min(r, g, b) < 0.0:
        if top > 1.0 + 1e-9 or min(r, g, b) < -1e-9:
            current().warn(f"{what} {(r, g, b)} lies outside [0, 1] and was clipped")
        r, g, b = (min(max(c, 0.0), 1.0) for c in (r, g, b))
    return r, g, b


def _named(value: str, what: str) -> Vec3:
    from scenewright.scene.language.vocabulary.colors import named_color

    text = value.strip()
    if len(text) in (4, 7) and text.startswith("#"):
        digits = text[1:] if len(text) == 7 else "".join(2 * c for c in text[1:])
        try:
            r, g, b = (int(digits[i : i + 2], 16) / 255.0 for i in (0, 2, 4))
        except ValueError:
            raise ProgramError(
                f"{what} {value!r} is not a hexadecimal colour such as '#c04a2f'", kind="argument"
            ) from None
    else:
        r, g, b = named_color(text)
    current().warn(f"{what} was given as {value!r}: write ({r:.2f}, {g:.2f}, {b:.2f})")
    return r, g, b


def matrix4(value: Any, what: str = "pose") -> FloatArray:
    """A (4, 4) affine, non-singular, finite matrix.

    Raises:
        ProgramError: wrong shape, not finite, singular, or the last row is not (0, 0, 0, 1).
    """
    try:
        m = np.array(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise ProgramError(f"{what} must be a 4x4 matrix, not {shown(value)}", kind="argument") from None
    if m.shape != (4, 4):
        raise ProgramError(
            f"{what} must be a 4x4 matrix, not {shown(value)} of shape {m.shape}: "
            "make one with translation_matrix, rotation_matrix or scale_matrix",
            kind="argument",
        )
    (a, b, c, tx), (d, e, f, ty), (g, h, i, tz), (w0, w1, w2, w3) = m.tolist()
    if not math.isfinite(a + b + c + d + e + f + g + h + i + tx + ty + tz + w0 + w1 + w2 + w3):
        raise ProgramError(f"{what} contains a number that is not finite", kind="non-finite")
    if abs(w0) + abs(w1) + abs(w2) + abs(w3 - 1.0) > 1e-9:
        raise ProgramError(f"{what} must be affine: its last row is not (0, 0, 0, 1)", kind="argument")
    det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    size = math.hypot(a, d, g) * math.hypot(b, e, h) * math.hypot(c, f, i)
    if size < 1e-36 or abs(det) < 1e-9 * size:
        raise ProgramError(f"{what} is singular: it flattens the shape (a scale of 0?)", kind="singular")
    return m


def shown(value: Any) -> str:
    """A value for a message: short, on one line."""
    if not isinstance(value, (str, int, float, tuple, list, dict, type(None))):
        return type(value).__name__
    try:
        text = " ".join(repr(value).split())
    except ValueError:  # a whole number of more digits than Python writes out
        return type(value).__name__
    return text if len(text) <= 60 else text[:57] + "..."
