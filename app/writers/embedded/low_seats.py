"""Seats at low tables: people sit there on cushions on the floor, not on the chairs that a recipe sets at its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.assets.recipe_book import thing_key
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import Description, ObjectRequest
    from scenewright.assets import Catalogue
    from scenewright.assets.recipe_book import RecipeLine

__all__ = ["low_seats"]

_CHAIRS = word_set("chair stool bench")
_CUSHION = "floor cushion"
_LOW = 0.4
"""Metres: the greatest height of a table at which one sits on the floor."""
_EACH = 2
_LOUNGED_AT = word_set("coffee side cocktail")
"""Low tables before sofas."""


def low_seats(description: Description, line: RecipeLine, serving: dict[str, str], catalogue: Catalogue) -> str:
    """The sentence that sets cushions around a low table that the text has, for a line that sets chairs there; '' where it sets none.

    Args:
        serving: the nouns of the text that serve as things of the recipe, by the keys of these.
    """
    if thing_key(line.thing).split()[-1] not in _CHAIRS:
        return ""
    words = {serving.get(thing_key(name), "") for name in line.mentioned}
    tables = [r for r in description.requests if r.words in words and r.count > 0 and _is_low(r, catalogue)]
    if not tables:
        return ""
    several = sum(table.count for table in tables)
    named = f"the {plural(tables[0].words) if several > 1 else tables[0].words}"
    cushions = [r for r in description.requests if r.head == "cushion" and r.support == "floor" and r.count > 0]
    if not cushions:
        return f"{_EACH * several} {plural(_CUSHION)} around {named}"
    if cushions[0].at_least:
        cushions[0].count = max(cushions[0].count, _EACH * several)
    return f"the {plural(cushions[0].words)} are around {named}"


def _is_low(request: ObjectRequest, catalogue: Catalogue) -> bool:
    if request.head != "table" or set(request.phrase.split()) & _LOUNGED_AT:
        return False
    found = catalogue.find(request.phrase, k=1, meaning=False)
    return bool(found) and found[0].entry.size[1] <= _LOW
