"""Reads that a person wants something though it collides: *do it anyway*, *turn it around all the same*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.patterns import any_of, whole

__all__ = ["ANYWAY", "insisted"]

ANYWAY = "do it anyway"
"""What is offered where a request is refused since it is not sound."""
_STILL = any_of(
    "anyway", "anyways", "anyhow", "all the same", "regardless", "no matter what", "even so", "nevertheless"
)
_AT_END = re.compile(rf",? (?:but )?(?:do it )?{_STILL}$")
_ONLY = whole(
    rf"(?:yes,? |ok(?:ay)?,? |please |just |then )*(?:do (?:it|that)|go ahead)?,? ?{_STILL}",
    r"(?:yes,? |ok(?:ay)?,? |please |just |then )*(?:i insist|force it|do (?:it|that)|go ahead|yes)",
)


def insisted(text: str, refused: str) -> tuple[str, bool]:
    """(the sentence to do, whether the person insists). `refused`: the sentence that was refused in the turn before, '' where none was."""
    if refused and _ONLY.match(text):
        return refused, True
    without = _AT_END.sub("", text)
    return (without, True) if without and without != text else (text, False)
