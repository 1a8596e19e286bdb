"""Kinds of things by what they are for: *something to sit on* asks for every seat, *somewhere to sleep* for every bed.

The lexicon's kinds hold such phrases as names of theirs, in one wording; other wordings are brought to it.
"""

from __future__ import annotations

import re

from scenewright.scene.semantics.queries.markers import RELATED
from scenewright.scene.semantics.words import Lexicon

__all__ = ["with_kinds"]

_ANY = r"(?:something|anything|everything|things?|(?:a|any|all|every|some) things?|stuff|objects?|furniture|what|whatever|all)"
_WHERE = r"(?:somewhere|anywhere|where|a (?:place|spot)|places?|any place)"
_PEOPLE = "i|you|we|one|people|someone|somebody|guests"
_CAN = rf"(?:for )?(?:that |which )?(?:(?:{_PEOPLE}) (?:can|could|may|might) |(?:me |us |someone |people |guests )?to )"
_PREPOSITIONS = r"on|in|at|into|by|with|from|upon|under"
_PURPOSE = re.compile(
    rf"^(?:(?:find|show|give|get) (?:me )?)?(?:{_ANY}|(?P<where>{_WHERE})) {_CAN}(?P<verb>[a-z]+)(?: down| comfortably)?"
    rf"(?: (?P<prep>{_PREPOSITIONS})(?: it)?)?(?P<rest>$| ,.*$| (?:that (?:is|are) )?(?:{RELATED}) .*$)"
)


def with_kinds(text: str, lexicon: Lexicon) -> str:
    """A query, in lower case, whose leading purpose is replaced by the name of the kind that it means; other texts as they are."""
    match = _PURPOSE.match(text)
    if match is None:
        return text
    verb, prep = match["verb"], {"upon": "on", "into": "in"}.get(match["prep"] or "", match["prep"] or "")
    words = f"somewhere to {verb}" if match["where"] else f"something to {verb} {prep}".strip()
    kinds = lexicon.kinds_called(words)
    return f"{kinds[0]}{match['rest']}" if kinds else text
