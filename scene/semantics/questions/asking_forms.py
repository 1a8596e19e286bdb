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
          "centre": "center", "can't": "can not", "couldn't": "could not", "hasn't": "has not", "haven't": "have not",
          "there're": "there are", "what're": "what are", "where're": "where are", "they're": "they are", "wasn't": "was not"}  # fmt: skip
_OPENING = re.compile(
    r"^(?:please |could you |can you |would you |so |and |but |hey |hi |hello |ok |okay |well |i wonder |i want to know |i would"
    r" like to know |i'd like to know "
    r"|i need to know |tell me |say |do you know )*"
    r"(?=(?:how|what|which|where|who|why|is|are|does|do|has|have|count|name|list|describe|the|in|on|at|can|could|if|whether)\b)"
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
_INDIRECT = re.compile(
    r"^(?P<ask>where|how (?:tall|high|wide|deep|long|big|large|far|thick)|how many [\w ]+?|(?:what|which) (?:color|shape|size"
    r"|material|wall)|what) "
    r"(?P<what>(?:the|my|our|your|it|they|this|that|these)\b(?: (?!is\b|are\b|does\b|do\b)[\w'-]+)*|there) (?P<be>is"
    r"|are)(?P<rest>(?: (?:from|in|on|against|made|to) ?.*)?)$"
)
"""*How tall the wardrobe is*, after *could you tell me*."""
_IF = re.compile(r"^(?:if|whether) (?P<what>there|.+?) (?P<be>is|are|has|have) (?P<rest>.+)$")
_NOT_FIRST = re.compile(
    r"^(?P<verb>is|are|was|were|does|do|did|has|have|can|could) not (?=(?:the|a|an|there|any|my|our|your|this|that|these|those"
    r"|all|you|we|it|they)\b)"
)
"""*Isn't the sofa red* asks the same as *is the sofa red*."""
_OWN = re.compile(
    r"^(?P<ask>what|which|how (?:big|large|high|long|wide)) (?P<be>is|are) (?P<what>(?:the|this|that|my|our|your) .+?)(?:'s|s') "
    r"(?P<own>(?:floor |surface )?area|volume|colors?|material|shape|dimensions|measurements|position|location)$"
)
"""*The table's color* is the color of the table."""
_WHAT_HAVE = re.compile(
    r"^what (?:does|do) (?P<what>.+?) (?:have|hold|carry) (?P<how>on|in|inside|under|above|around|next to|beside|behind)(?: top"
    r" of)? (?:it|them|top)$"
)
_PLACED = (
    r"(?:on|in|inside|at|by|near|next to|beside|behind|in front of|under|above|against|between|between|to the|left of|right"
    r" of|opposite)"
)
_THE_THING = re.compile(rf"^what (?P<be>is|are) the (?:things?|objects?|items?) (?:that (?:is|are) )?(?={_PLACED}\b)")
_POSTURE = {
    "stand": "standing",
    "sit": "sitting",
    "lie": "lying",
    "hang": "hanging",
    "rest": "resting",
    "lean": "leaning",
}
_DOES_STAND = re.compile(rf"^(?P<does>does|do) (?P<what>.+?) (?P<verb>{'|'.join(_POSTURE)}) (?={_PLACED}\b|from\b)")
_WHICH_FACES = re.compile(r"^((?:which|what|who)\b(?! (?:does|do|way)\b).*?) faces? (?=\w)")
_DOES_FACE = re.compile(
    r"^(?:does|do) (?P<what>.+?) (?P<verb>face|look at|look towards?|point at|point towards?|touch|surround) (?=\w)"
)


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
    text = _INDIRECT.sub(r"\g<ask> \g<be> \g<what>\g<rest>", text)
    text = re.sub(
        r"^what (?:do|can) (?:you|we|i) see (?=(?:on|in|inside|under|near|next to|behind|above|beside|around|at)\b)",
        "what is ",
        text,
    )
    text = re.sub(r",? (?:apart from|aside from|other than|excluding|not counting) ", " except ", text)
    text = re.sub(r"^(what else .+?),? besides ", r"\1 except ", text)
    text = _IF.sub(_asked_if, text)
    text = _NOT_FIRST.sub(r"\g<verb> ", text)
    text = _WHAT_HAVE.sub(lambda m: f"what is {m['how']} {m['what']}", text)
    text = _THE_THING.sub(r"what \g<be> ", text)
    text = _DOES_STAND.sub(_standing, text)
    text = re.sub(
        r"^(?:does|do) (.+?) (?:sit|hang|stand|lie|rest) (?=(?:higher|lower|taller|closer|nearer|farther|further)\b)",
        r"is \1 ",
        text,
    )
    text = re.sub(
        r"^(is|are) (.+?) (?:mounted|hung|hanging|placed|standing|sitting|positioned) (?=(?:higher|lower|closer|nearer|farther|further)\b)",
        r"\1 \2 ",
        text,
    )
    text = _OWN.sub(r"what is the \g<own> of \g<what>", text)
    text = _HOW_MANY_HAVE.sub(
        lambda m: f"{m['count']} {'without' if m['not'] or m['lacks'] else 'with'} {m['what']}", text
    )
    text = _HOW_MANY_DO.sub(lambda m: f"{m['count']} are {_participle(m)} ", text)
    text = _THAT_DOES.sub(lambda m: f" that are {_participle(m)} ", text)
    text = _WHICH_FACES.sub(r"\1 is facing ", text)
    text = _DOES_FACE.sub(lambda m: f"is {m['what']} {_DOING[m['verb']]} ", text)
    return text.strip(" ,"), view


def _asked_if(match: re.Match[str]) -> str:
    """*Whether the lamp is on the desk* asks *is the lamp on the desk*."""
    if match["be"] in ("has", "have"):
        return f"does {match['what']} have {match['rest']}"
    return f"{match['be']} {match['what']} {match['rest']}"


def _standing(match: re.Match[str]) -> str:
    """*Does the lamp stand on the desk* asks *is the lamp standing on the desk*."""
    return f"{'is' if match['does'] == 'does' else 'are'} {match['what']} {_POSTURE[match['verb']]} "


def _participle(match: re.Match[str]) -> str:
    first, _, rest = match["verb"].partition(" ")
    stem = next(s for s in (first, first[:-1], first[:-2]) if f"{s} {rest}".strip() in _DOING)
    return f"{'not ' if match['not'] else ''}{_DOING[f'{stem} {rest}'.strip()]}"
