"""Cuts a clause that is no request as a whole into the requests and remarks that it holds: *the walls look drab, how about sage green*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.orders import orders_apart
from scenewright.app.agent.embedded.phrases_said import with_plain_phrases
from scenewright.app.agent.embedded.plausible import is_plausible
from scenewright.app.agent.embedded.reading import read_clause
from scenewright.app.agent.embedded.remarks_said import is_statement
from scenewright.app.agent.embedded.wanted import Remark, SmallTalk, Unread
from scenewright.app.agent.embedded.wording import clauses, polite_less

__all__ = ["cut_by_reading", "parts_of"]

_BETWEEN = re.compile(
    r"\s*[,;:]\s*(?:and |but |so |then |or |plus )?|\s+-+\s+|\s+(?:and then|and also|and|but|so|then|plus|while you are at it)\s+|\s*\?\s+"
)
_SIGHS = frozenset(("sorry", "apologies", "oh", "oh dear", "hm", "right", "well then", "anyway"))
_NO_LEAD = re.compile(r"^(?:oh |ah )?no,? ")
_MOST_PARTS = 6
_HEADLINE_WORDS = 4
"""Words before a colon that only name what the orders after it are for: *candlelight dinner: ...*."""


def parts_of(text: str) -> list[str]:
    """The requests and remarks of a plain text, in their order. A question is no list of orders."""
    text = with_plain_phrases(text)
    asked = text.rstrip().endswith("?")
    ordered = [order for clause in clauses(text) for order in ([clause] if asked else orders_apart(clause))]
    parts = [part for order in ordered for part in cut_by_reading(order)]
    return [part for part in parts if part not in _SIGHS] or parts


def cut_by_reading(clause: str) -> list[str]:
    """The parts of a clause, each a request or a remark beside one; the clause alone where it is a request, or no part of it is."""
    return _cut(clause, _MOST_PARTS) or [clause]


def _cut(clause: str, most: int) -> list[str] | None:
    """The parts; None where some of them are neither request nor remark."""
    if is_plausible(read_clause(clause)):
        return [clause]
    if most <= 1:
        return None
    for found in _BETWEEN.finditer(clause):
        first, rest = clause[: found.start()].strip(" ,"), polite_less(clause[found.end() :].strip(" ,"))
        if not first or not rest:
            continue
        if _is_open(first, found[0].strip()):
            continue
        if found[0].strip() == "so" and re.match(r"(?:that|it|they|you|we|the \w+ (?:can|could))\b", rest):
            continue  # 'turn the piano so that ...' says how
        headline = found[0].strip() == ":" and len(first.split()) <= _HEADLINE_WORDS
        stated = is_statement(_NO_LEAD.sub("", first))
        if not (_is_request(first) or stated or headline):
            continue
        others = _cut(rest, most - 1)
        if others is not None:
            return others if headline and not _is_request(first) else [first, *others]
        if _is_request(first) and is_statement(rest):
            return [first]
    return None


def _is_open(first: str, cut: str) -> bool:
    """Whether a phrase goes on after where it would be cut: *between the table* and *the island*, *nothing* but *the lamp*."""
    if cut == "but":
        return re.search(r"\b(?:nothing|nobody|anything|everything|all|none)$", first) is not None
    return cut == "and" and re.search(r"\bbetween (?:(?!and\b)\w+ ?)+$", first) is not None


def _is_request(text: str) -> bool:
    found = read_clause(text)
    return is_plausible(found) and not isinstance(found, (SmallTalk, Unread, Remark))
