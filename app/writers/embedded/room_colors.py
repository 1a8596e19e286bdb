"""Colors and materials of a whole place, which a text says after its name: *a kitchen in white and oak*."""

from __future__ import annotations

import re
from collections.abc import Callable

from scenewright.scene.language.vocabulary import find_color, surface_kind

__all__ = ["colors_apart", "colors_first"]

_TONES = r"(?:tones?|shades?|hues?|colou?rs?)"
_LIST = re.compile(
    rf"^\s+in\s+(?:{_TONES} of\s+)?([a-z' -]+?(?:,\s*[a-z' -]+?)*?(?:,?\s+and\s+[a-z' -]+?)?)(?:\s+{_TONES})?"
    r"(?=$|[,.;:]|\s+with\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)

_PAIR = re.compile(
    r"^(?P<start>\W*(?:(?:an?|the|my|our|your)\s+)?(?:[\w-]+,?\s+){0,3}?)"
    r"(?P<list>[a-z]+(?: [a-z]+)??(?:, [a-z]+(?: [a-z]+)??)*?,? (?:and|&) [a-z]+(?: [a-z]+)??) (?P<place>[a-z].*)$",
    re.IGNORECASE | re.DOTALL,
)
_AMONG = re.compile(r",? (?:and|&) |, ", re.IGNORECASE)


def colors_apart(text: str, named_by: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    """A text without the two or more colors that it gives a place together, and these: *a bedroom* and navy and white of *a navy and white
    bedroom* and of *a bedroom in navy and white*. A color that is also a thing is none here.

    Args:
        named_by: the kind of place that a text opens with; '' for none.
    """
    place = named_by(text)
    at = text.lower().find(place.lower()) + len(place) if place else -1
    listed = _LIST.match(text[at:]) if place else None
    if listed is not None and (colors := _colors_of(listed[1])):
        return f"{text[:at]}{text[at + listed.end() :]}", colors
    found = _PAIR.match(text)
    if found is None or not named_by(f"a {found['place']}"):
        return text, ()
    colors = _colors_of(found["list"])
    return (f"{found['start']}{found['place']}", colors) if colors else (text, ())


def _colors_of(listed: str) -> tuple[str, ...]:
    """The colors of a list of two or more; () where one of them is none."""
    names = tuple(name.strip().lower() for name in _AMONG.split(listed) if name.strip())
    known = len(names) > 1 and all(find_color(name) is not None for name in names)
    return names if known else ()


def colors_first(text: str, place: str) -> str:
    """*A white oak kitchen* for *a kitchen in white and oak*; the text as it is where something else follows.

    Args:
        place: the name of the place as the text has it; '' for none.
    """
    at = text.lower().find(place.lower()) if place else -1
    if at < 0:
        return text
    end = at + len(place)
    found = _LIST.match(text[end:])
    if found is None:
        return text
    names = [name.strip() for name in _BETWEEN.split(found[1]) if name.strip()]
    if not names or not all(find_color(name) is not None or surface_kind(name) is not None for name in names):
        return text
    return f"{text[:at]}{' '.join(names)} {text[at:end]}{text[end + found.end() :]}"
