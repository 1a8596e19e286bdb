"""The unit that a question asks for: *how tall is the lamp in inches*, *how many centimeters wide is the door*.

Values stay in metres; the words of the answer give the length in the unit that was asked for, and in metres beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewright.scene.english import LENGTH_UNITS

__all__ = ["AREA_UNITS", "AreaUnit", "area_metres", "read_unit", "said_area", "said_length", "said_volume"]

_SHORT = {"foot": "ft", "feet": "ft", "inch": "in", "inches": "in", "meter": "m", "meters": "m", "metre": "m", "metres": "m",
          "centimeter": "cm", "centimeters": "cm", "centimetre": "cm", "centimetres": "cm", "millimeter": "mm", "millimeters": "mm",
          "millimetre": "mm", "millimetres": "mm", "yard": "yd", "yards": "yd", "yd": "yd", "ft": "ft", "cm": "cm", "mm": "mm",
          "m": "m"}  # fmt: skip
"""Name of a unit in a question -> how an answer writes it."""
_METRES = {short: 0.9144 if short == "yd" else LENGTH_UNITS[short] for short in set(_SHORT.values())}
_LONG = "|".join(sorted((name for name in _SHORT if name != "m"), key=lambda name: (-len(name), name)))
_MEASURE = r"(?:(?P<{0}>square|sq|cubic) )?(?P<{1}>(?:" + _LONG + r")(?![\w-])|m(?=$| ))"
_IN_UNIT = re.compile(
    r",? (?:(?:measured|expressed|given|told|stated) )?in "
    + _MEASURE.format("power", "unit")
    + r"(?: and (?:inches|inch|centimeters))?"
    r"(?=$| (?:is|are|does|do)\b)"
)
_HOW_MANY = re.compile(
    r"^how many "
    + _MEASURE.format("power", "unit")
    + r"(?P<of> (?:tall|high|wide|broad|deep|long|thick|apart|away|of (?:floor|space))\b)? ?(?P<rest>.+)$"
)


def read_unit(text: str) -> tuple[str, str]:
    """(the question without its unit, the unit as an answer writes it); '' where it asks for none. `text` as the forms read it."""
    counted = _HOW_MANY.match(text)
    if counted is not None:
        return _uncounted(counted), _SHORT[counted["unit"]]
    found = _IN_UNIT.search(text)
    if found is None:
        return text, ""
    return (text[: found.start()] + text[found.end() :]).strip(" ,"), _SHORT[found["unit"]]


def _uncounted(match: re.Match[str]) -> str:
    """*How many feet wide is the door* asks how wide it is."""
    of, rest = (match["of"] or "").strip(), match["rest"]
    if match["power"] in ("square", "sq") or of in ("of floor", "of space"):
        named = re.sub(r"^(?:is|are|has|does|do) | (?:have|cover|take up)$", "", rest)
        return f"what is the area of {named}"
    if match["power"] == "cubic":
        return f"what is the volume of {re.sub(r'^(?:is|are|has|does|do) | have$', '', rest)}"
    if of in ("apart", "away"):
        return f"how far {of} {rest}"
    if of:
        return f"how {of} {rest}"
    away = re.match(r"(?:is|are) (?:it |there )?(?:from|between) |(?:is|are) .+ (?:away )?from ", rest)
    return f"how far {rest}" if away else f"how long {rest}"


def said_length(value: float, unit: str = "", known: str = "m") -> str:
    """A length in metres as people say it: '0.75 m', '4 cm' for what is small, '2.5 ft (0.75 m)' where feet were asked for."""
    if known != "m":
        return f"{value:.2f} units"
    plain = f"{value * 100:.1f} cm".replace(".0 cm", " cm") if abs(value) < 0.1 else f"{value:.2f} m"
    if unit in ("", "m"):
        return plain if not unit else f"{value:.2f} m"
    number = value / _METRES[unit]
    shown = f"{number:.0f}" if unit == "mm" else f"{number:.1f}" if unit in ("cm", "in") else f"{number:.2f}"
    return f"{shown} {unit}" if unit in ("cm", "mm") else f"{shown} {unit} ({value:.2f} m)"


@dataclass(frozen=True, slots=True)
class AreaUnit:
    """`square_metres`: one of it."""

    square_metres: float


AREA_UNITS: dict[str, AreaUnit] = {
    **dict.fromkeys(
        ("m2", "m^2", "m\u00b2", "sqm", "sq m", "square m", "square meter", "square meters", "square metre", "square metres",
         "sq meter", "sq meters", "sq metres"),
        AreaUnit(1.0),
    ),
    **dict.fromkeys(
        ("ft2", "ft^2", "ft\u00b2", "sqft", "sq ft", "square ft", "square foot", "square feet", "sq feet", "sq foot"),
        AreaUnit(0.3048**2),
    ),
}  # fmt: skip
"""Name of a unit of area -> its value."""


def area_metres(number: str, unit: str) -> float:
    """An area in square metres."""
    return float(number.replace(",", ".")) * AREA_UNITS[unit].square_metres


def said_area(value: float, unit: str = "", known: str = "m") -> str:
    """An area in square metres as people say it: '18.4 m\u00b2', '198 sq ft (18.4 m\u00b2)' where feet were asked for."""
    if known != "m":
        return f"{value:.2f} square units"
    plain = f"{value:.1f} m\u00b2" if value >= 10 else f"{value:.2f} m\u00b2"
    if unit in ("", "m", "cm", "mm"):
        return plain
    return f"{value / _METRES[unit] ** 2:.0f} sq {unit} ({plain})"


def said_volume(value: float, unit: str = "", known: str = "m") -> str:
    """A volume in cubic metres as people say it."""
    if known != "m":
        return f"{value:.2f} cubic units"
    plain = f"{value:.1f} m\u00b3" if value >= 10 else f"{value:.3f} m\u00b3"
    return plain if unit in ("", "m", "cm", "mm") else f"{value / _METRES[unit] ** 3:.0f} cu {unit} ({plain})"
