"""What looks at a program before it is kept, and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scenewright.scene.model import Scene

__all__ = ["Judge", "Judgement"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge has to say of a program that evaluates.

    `wrong`: how much is, the worst first; of two programs the one with less is better. `says`: in a few words. `feedback`: what
    the model is to be told to mend; '' where nothing needs its hand.
    """

    wrong: tuple[int, ...]
    says: str = ""
    feedback: str = ""


Judge = Callable[[str, Scene], "Judgement | None"]
"""Program and scene to what is wrong with them; None where they cannot be judged."""
