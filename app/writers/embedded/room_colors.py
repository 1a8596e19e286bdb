"""Colors and materials of a whole place, which a text says after its name: *a kitchen in white and oak*."""

from __future__ import annotations

import re

from scenewright.scene.language.vocabulary import find_color, surface_kind

__all__ = ["colors_first"]

_TONES = r"(?:tones?|shades?|hues?|colou?rs?)"
_LIST = re.compile(
    rf"^\s+in\s+(?:{_TONES} of\s+)?([a-z' -]+?(?:,\s*[a-z' -]+?)*?(?:,?\s+and\s+[a-z' -]+?)?)(?:\s+{_TONES})?"
    r"(?=$|[,.;:]|\s+with\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)


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
