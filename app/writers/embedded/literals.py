"""Numbers as text of a program: short, or as an offset from a named size."""

from __future__ import annotations

__all__ = ["write_number", "write_offset"]


def write_number(value: float, digits: int = 3) -> str:
    """A number with at most `digits` digits after the point, without trailing zeros."""
    text = f"{round(value, digits) + 0.0:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def write_offset(name: str, by: float) -> str:
    """``name + by`` in metres; the name alone where `by` is less than half a millimetre."""
    if abs(by) < 5e-4:
        return name
    return f"{name} {'+' if by > 0 else '-'} {write_number(abs(by))}"
