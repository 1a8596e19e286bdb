"""Reads requests for a lighter or darker colour of a thing: *make the sofa a bit darker*, *a shade lighter*."""

from __future__ import annotations

from scenewright.app.agent.embedded.patterns import MODALS, POINTED, any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import ShadeWanted, Wanted

__all__ = ["read_shade"]

_LITTLE = any_of(
    "a bit", "a little", "a little bit", "a tad", "slightly", "a shade", "a tone", "a notch", "somewhat", "just a bit"
)
_MUCH = any_of("much", "a lot", "way", "far", "several shades", "two shades")
_HOW = rf"(?:(?P<little>{_LITTLE}) |(?P<much>{_MUCH}) )?"
_WAY = r"(?P<way>darker|deeper|lighter|paler|brighter)(?: in colou?r| colou?red)?"
_THING = rf"(?:{POINTED})\b(?! (?:light|lights|lighting|lamps?|room|place|space|scene)\b)[\w' -]*?"


def _pattern(before: str) -> str:
    return rf"{before} (?:be |look |get )?{_HOW}{_WAY}"


_OF_THING = (
    whole(_pattern(rf"(?:make|paint|colour|turn|get|have|dye|stain|want) (?P<what>{_THING})")),
    whole(_pattern(rf"(?P<what>{_THING}) (?:{MODALS}|would)")),
)
_ALONE = (
    whole(
        r"(?:(?:make|paint|colour) (?:it|them|that) )?(?P<little>a|one) (?:shade|tone|notch|touch) (?P<way>darker|deeper|lighter|paler)"
    ),
    whole(
        r"(?:make|paint|colour) (?P<what>it|them|that) in a (?P<way>darker|deeper|lighter|paler) (?:shade|tone|colour)"
    ),
    whole(
        r"(?:in )?a (?P<way>darker|deeper|lighter|paler) (?:shade|tone|colour)(?: of (?:it|that))?(?: (?:for|on) (?P<what>.+))?"
    ),
)
_IT = frozenset(("it", "that", "this", "everything"))


def read_shade(text: str) -> Wanted | None:
    """The lighter or darker colour that a clause asks for; None where it asks for none, or for light."""
    for pattern in (*_ALONE, *_OF_THING):
        found = pattern.match(text)
        if found is None:
            continue
        groups = found.groupdict()
        what = first_of(found, "what") or "it"
        if pattern in _OF_THING and what in _IT:
            return None  # the light
        return ShadeWanted(
            what,
            lighter=groups["way"] not in ("darker", "deeper"),
            loosely="little" if groups.get("little") else "much" if groups.get("much") else "",
        )
    return None
