"""Numbers as a program writes them: short, and from a named size where that says more."""

from __future__ import annotations

__all__ = ["write_number", "write_offset"]


def write_number(value: float, digits: int = 3) -> str:
    """A number to so many digits after the point, and no zeros at its end."""
    text = f"{round(value, digits) + 0.0:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def write_offset(name: str, by: float) -> str:
    """``name + by``; the name alone where `by` is less than half a millimetre."""
    if abs(by) < 5e-4:
        return name
    return f"{name} {'+' if by > 0 else '-'} {write_number(abs(by))}"
