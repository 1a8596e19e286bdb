"""Units of length: their names and their values in metres."""

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
"""Name of a unit -> its length in metres."""
UNIT_WORDS = frozenset(name for name in LENGTH_UNITS if name.isalpha() and name != "in")
"""Names of units that can be read as words. *in* is left out, since it is mostly a preposition."""
UNIT = "|".join(sorted(LENGTH_UNITS, key=lambda name: -len(name)))
"""These names as a regular expression, longest first."""


def metres(number: str, unit: str) -> float:
    """A length in metres, from a number with a decimal point or comma and the name of a unit."""
    return round(float(number.replace(",", ".")) * LENGTH_UNITS[unit], 4)
