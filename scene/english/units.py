"""Units of length: what they are called, and what they are in metres."""

from __future__ import annotations

__all__ = ["LENGTH_UNITS", "UNIT", "UNIT_WORDS", "metres"]

_NAMES: tuple[tuple[float, str], ...] = (
    (0.001, "mm|millimeter|millimeters|millimetre|millimetres"),
    (0.01, "cm|centimeter|centimeters|centimetre|centimetres"),
    (1.0, "m|meter|meters|metre|metres"),
    (1000.0, "km|kilometer|kilometers|kilometre|kilometres"),
    (0.0254, 'in|inch|inches|"'),
    (0.3048, "ft|foot|feet|'"),
)
LENGTH_UNITS: dict[str, float] = {name: scale for scale, names in _NAMES for name in names.split("|")}
"""Name of a unit -> metres."""
UNIT_WORDS = frozenset(name for name in LENGTH_UNITS if name.isalpha() and name != "in")
"""Names that can stand as words: *in* is mostly another one."""
UNIT = "|".join(sorted(LENGTH_UNITS, key=lambda name: -len(name)))
"""Any of them, as a pattern, longest first."""


def metres(number: str, unit: str) -> float:
    """A length that is written as a number, with a point or a comma, and the name of a unit."""
    return round(float(number.replace(",", ".")) * LENGTH_UNITS[unit], 4)
