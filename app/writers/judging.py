"""Judges of programs: they compare programs before one is kept, and write feedback for their writer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scenewright.scene.model import Scene

__all__ = ["Judge", "Judgement"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict of a judge on a program that evaluates.

    `wrong`: numbers of faults, most serious kind first; of two programs the one with the smaller tuple is better. `says`: a short
    summary. `feedback`: the text that asks the model for corrections; '' if none are needed.
    """

    wrong: tuple[int, ...]
    says: str = ""
    feedback: str = ""


Judge = Callable[[str, Scene], "Judgement | None"]
"""Takes a program and its scene and returns a verdict, or None if they cannot be judged."""
