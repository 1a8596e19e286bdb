"""The forms of questions: a regular expression for each, and the function that answers it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from scenewright.scene.english import Viewpoint, take_viewpoint
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
_DOING = {
    "face": "facing", "touch": "touching", "surround": "surrounding", "flank": "flanking", "look at": "looking at",
    "look toward": "facing", "look towards": "facing", "point at": "pointing at", "point to": "pointing to",
    "point toward": "facing", "point towards": "facing", "lean against": "against", "stand against": "against", "adjoin": "next to",
    "belong to": "belonging to", "lie in front of": "in front of",
}  # fmt: skip
_FINITE = "|".join(
    f"{verb[0]}(?:{'es' if verb[0].endswith(('ch', 'sh')) else 's'})?{' ' if verb[1:] else ''}{' '.join(verb[1:])}"
    for verb in (phrase.split() for phrase in _DOING)
)
_NOT_THE_NOUN = r"(?! ?(?:is|are|was|were|does|do|did|has|have|can|there)\b)"
_HOW_MANY_DO = re.compile(
    rf"^(?P<count>(?:how many|count(?: all)?|(?:what is )?the number of|number of) (?:of )?(?:the )?\w(?:(?! (?:is|are|was|were) in ).)*?) "
    rf"(?:(?:that|which) )?(?:(?:do|does) (?P<not>not )?)?(?P<verb>{_FINITE}) (?!with\b)(?=\w){_NOT_THE_NOUN}"
)
_HOW_MANY_HAVE = re.compile(
    r"^(?P<count>(?:how many|count(?: all)?|(?:what is )?the number of|number of) (?:of )?(?:the )?\w[\w ]*?) "
    r"(?:(?:have|has|got|hold|holds)(?: got)?(?P<not> no)?|(?:do|does) (?P<lacks>not )have(?: any)?) (?P<what>(?!to\b|the\b|it\b)\w.*)$"
)
_THAT_DOES = re.compile(rf" (?:that|which|who) (?:(?:do|does) (?P<not>not )?)?(?P<verb>{_FINITE}) (?=\w)")
"""Questions with a finite form of a verb that is a relation, which are reworded like those of other relations."""
_WHICH_FACES = re.compile(r"^((?:which|what|who)\b(?! (?:does|do|way)\b).*?) faces? (?=\w)")
_DOES_FACE = re.compile(r"^(?:does|do) (.+?) face (?=away from\b)")


def cleaned(question: str) -> tuple[str, Viewpoint]:
    """The question in lower case with single spaces and no question mark, and whose left and right it means."""
    text = question.replace("\u2019", "'").lower().strip()
    for short, full in _SHORT.items():
        text = text.replace(short, full)
    text, view = take_viewpoint(text.strip(" ?.!"))
    text = re.sub(r"[\"\u201c\u201d()]", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" ?.!")
    text = re.sub(r" (?:in total|altogether|in all|overall|all together)\b", "", text)
    text = _OPENING.sub("", text, count=1)
    text = _HOW_MANY_HAVE.sub(
        lambda m: f"{m['count']} {'without' if m['not'] or m['lacks'] else 'with'} {m['what']}", text
    )
    text = _HOW_MANY_DO.sub(lambda m: f"{m['count']} are {_participle(m)} ", text)
    text = _THAT_DOES.sub(lambda m: f" that are {_participle(m)} ", text)
    text = _WHICH_FACES.sub(r"\1 is facing ", text)
    text = _DOES_FACE.sub(r"is \1 facing ", text)
    return text.strip(" ,"), view


def _participle(match: re.Match[str]) -> str:
    first, _, rest = match["verb"].partition(" ")
    stem = next(s for s in (first, first[:-1], first[:-2]) if f"{s} {rest}".strip() in _DOING)
    return f"{'not ' if match['not'] else ''}{_DOING[f'{stem} {rest}'.strip()]}"
