"""The end of a turn, cut to what events and dialogues hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scenewright.app.agent.dialogue import MOST_PATHS, Outcome, PastTurn, TurnRequest
from scenewright.app.agent.events import TurnEnded

__all__ = ["turn_ended"]


def turn_ended(
    turn: TurnRequest,
    outcome: Outcome,
    *,
    told: Sequence[str],
    words: str,
    paths: tuple[str, ...],
    gone: tuple[str, ...],
    focus: tuple[str, ...],
    revision: int,
    stepped: bool,
    memory: Mapping[str, Any] | None = None,
) -> TurnEnded:
    """The last event of a turn.

    Args:
        told: the pieces of what the editor said.
        words: what changed, for people; '' where nothing did.
        paths, gone: what changed or is new, and what was removed.
        focus: what *it* and *them* mean after the turn.
        stepped: the turn made an undo step.
        memory: what the editor keeps for its next turn.
    """
    past = PastTurn(
        said=turn.text[:4_000],
        told=" ".join(told)[:20_000],
        outcome=outcome,
        paths=focus[:MOST_PATHS],
        selection=turn.selection,
        memory=dict(memory or {}),
    )
    return TurnEnded(
        outcome=outcome,
        words=words[:8_000],
        paths=paths[:MOST_PATHS],
        gone=gone[:MOST_PATHS],
        revision=revision,
        steps=1 if stepped else 0,
        past=past,
    )
