"""The forms of questions: a regular expression for each, and the function that answers it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from scenewright.scene.semantics.questions.asking_answers import GraphAnswer
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["Form"]


@dataclass(frozen=True)
class Form:
    """One form of question. `example`: shown for questions that are not understood; '' where another form's example covers it. `pattern`:
    matches the whole question as `question_wording.cleaned` has it. `answer`: answers it; None for a question that is not of this form."""

    example: str
    pattern: str
    answer: Callable[[Phrases, re.Match[str]], GraphAnswer | None]
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))
