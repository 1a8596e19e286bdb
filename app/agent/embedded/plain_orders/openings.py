"""Takes off what an order opens and closes with: *any chance you could ...*, *... so that I can see the window*."""

from __future__ import annotations

import re
from functools import cache

from scenewright.app.agent.embedded.patterns import any_of
from scenewright.app.agent.embedded.plain_orders.tables import table, words_of
from scenewright.app.agent.embedded.plain_orders.verb_forms import base_of_gerund

__all__ = ["as_imperative", "without_closing", "without_opening", "without_reason"]

_LEAST = 2
"""Words of an order."""


def without_opening(text: str) -> list[str]:
    """A clause without one opening, in each way in which one may be taken off, the longest first."""
    found = []
    for pattern in _openings():
        opened = pattern.match(text)
        if opened is None:
            continue
        rest = text[opened.end() :].strip(" ,:")
        if rest and rest != text:
            found.append(as_imperative(rest))
    return sorted(dict.fromkeys(found), key=len)


def without_closing(text: str) -> list[str]:
    """A clause without the words that only soften it at its end."""
    closed = _closing().search(text)
    rest = text[: closed.start()].strip(" ,") if closed is not None else ""
    return [rest] if rest else []


def without_reason(text: str) -> list[str]:
    """A clause without the reason after it: *move it back, so that I can pass*."""
    found = []
    for pattern in _reasons():
        for closed in pattern.finditer(text):
            rest = text[: closed.start()].strip(" ,:-")
            if len(rest.split()) >= _LEAST:
                found.append(rest)
    return sorted(dict.fromkeys(found), key=len, reverse=True)


def as_imperative(text: str) -> str:
    """*Getting rid of the vase* as *get rid of the vase*."""
    first, _, rest = text.partition(" ")
    base = base_of_gerund(first) if rest and first.endswith("ing") else None
    return text if base is None else f"{base} {rest}"


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"^(?:{entry})(?![\w'-])[ ,:-]*") for entry in words_of("openings"))


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,]+{any_of(*table('closings')['words'])})+$")


@cache
def _reasons() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?:\s*,\s*|\s+-+\s+|\s+)(?:and |but )?(?:{entry})$") for entry in table("closings")["reasons"]
    )
