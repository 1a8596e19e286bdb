"""The plain orders that a clause may amount to, found by taking off and rewording one thing after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from scenewright.app.agent.embedded.plain_orders.complained import complained
from scenewright.app.agent.embedded.plain_orders.openings import without_closing, without_opening, without_reason
from scenewright.app.agent.embedded.plain_orders.purposes import by_purpose
from scenewright.app.agent.embedded.plain_orders.reworded import reworded
from scenewright.app.agent.embedded.plain_orders.verb_forms import with_known_verb
from scenewright.app.agent.embedded.plain_orders.wished import wished

__all__ = ["plain_orders"]

_MOST = 80
"""Wordings of a clause that are tried at most."""


def plain_orders(text: str) -> Iterator[str]:
    """Other wordings of a clause, those that change the least first. The clause itself is none of them."""
    seen, waiting, given = {text}, deque([text]), 0
    while waiting and given < _MOST:
        said = waiting.popleft()
        for reworded_text in _one_step(said):
            other = " ".join(reworded_text.split())
            if other and other not in seen:
                seen.add(other)
                waiting.append(other)
                given += 1
                yield other


def _one_step(text: str) -> Iterator[str]:
    for step in (
        without_closing,
        without_opening,
        by_purpose,
        reworded,
        wished,
        complained,
        with_known_verb,
        without_reason,
    ):
        yield from step(text)
