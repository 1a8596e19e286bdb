"""The forms of questions: a regular expression for each, and the function that answers it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from scenewright.scene.semantics.questions.asking_answers import GraphAnswer
from scenewright.scene.semantics.questions.asking_phrases import Phrases

__all__ = ["Form", "cleaned"]


@dataclass(frozen=True)
class Form:
    """One form of question. `example`: shown for questions that are not understood; '' where another form's example covers it. `pattern`:
    matches the whole cleaned question (:func:`cleaned`). `answer`: answers it; it returns None for a question that is not of this form."""

    example: str
    pattern: str
    answer: Callable[[Phrases, re.Match[str]], GraphAnswer | None]
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))


_SHORT = {"what's": "what is", "where's": "where is", "who's": "who is", "how's": "how is", "there's": "there is",
          "isn't": "is not", "aren't": "are not", "doesn't": "does not", "don't": "do not", "colour": "color", "metre": "meter",
          "centre": "center"}  # fmt: skip
_OPENING = re.compile(
    r"^(?:please |could you |can you |would you |so |and |hey |hi |ok |well |i wonder |tell me |do you know )*(?:tell me |say )?"
    r"(?=(?:how|what|which|where|who|is|are|does|do|has|have|count|name|list|the|in|on|can)\b)"
)
_VIEW = re.compile(
    r",? *(?:as )?(?:seen|viewed|looking|looked at) from (?:the|our|my|your) (?:main )?(?:camera|viewer|viewpoint|view|point of view)"
    r"|,? *(?:from|in) (?:the|our|my|your) (?:main )?(?:camera(?:'s)?|viewer(?:'s)?)(?: (?:view|picture|perspective|point of view))?"
)


_WHICH_FACES = re.compile(r"^((?:which|what|who)\b(?! (?:does|do|way)\b).*?) faces? (?=\w)")
_DOES_FACE = re.compile(r"^(?:does|do) (.+?) face (?=away from\b)")
"""Questions with a finite form of *face*, which are reworded like those of other relations."""


def cleaned(question: str) -> tuple[str, bool]:
    """The question in lower case with single spaces and no question mark, and whether it asks for the camera's view."""
    text = question.replace("\u2019", "'").lower().strip()
    for short, full in _SHORT.items():
        text = text.replace(short, full)
    text = re.sub(r"[\"\u201c\u201d()]", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" ?.!")
    text, seen = _VIEW.subn("", text)
    text = re.sub(r" (?:in total|altogether|in all|overall|all together)\b", "", text)
    text = _OPENING.sub("", text, count=1)
    text = _WHICH_FACES.sub(r"\1 is facing ", text)
    text = _DOES_FACE.sub(r"is \1 facing ", text)
    return text.strip(" ,"), bool(seen)
