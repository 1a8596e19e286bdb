"""What people want by what it is for: *somewhere to put my coffee* as *a side table*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scenewright.app.agent.embedded.plain_orders.tables import table
from scenewright.scene.english import article

__all__ = ["by_purpose"]


def by_purpose(text: str) -> Iterator[str]:
    """The orders for the things that a clause wants by what they are for."""
    for thing, pattern in _purposes():
        found = pattern.search(text)
        if found is not None:
            before, after = text[: found.start()].strip(), text[found.end() :].strip()
            yield (
                f"add {article(thing)} {thing} {after}".strip()
                if not before
                else f"{before} {article(thing)} {thing} {after}".strip()
            )


@cache
def _purposes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((thing, re.compile(rf"\b(?:{said})(?![\w-])")) for thing, said in table("purposes").items())
