"""Cut a question into those that it asks one after the other, and a choice into the questions that it is between.

*How many chairs are there and what color are they* are two questions; *they* means what the first one is about. *Is the mug red or white*
is a choice between *is the mug red* and *is the mug white*.
"""

from __future__ import annotations

import re

from scenewright.scene.english import DETERMINERS
from scenewright.scene.semantics.queries import read_claims
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.attribute_words import attributes_of
from scenewright.scene.semantics.words import plural, singular

__all__ = ["choice_of", "clauses_of", "with_nouns"]

_ASKS = r"(?:what|where|which|who|how|is|are|does|do|has|have|can)"
_PRONOUN = r"(?:it|they|them|its|their|that one|this one)"
_FOLLOWS = re.compile(
    rf"(?:[?.;]+ ?|,? and |, )(?:and |also )*(?=(?:{_ASKS}\b(?: \S+){{0,6}}? {_PRONOUN}\b"
    r"|how (?:many|tall|far|wide|big|long|high)\b|is there\b|are there\b|where (?:is|are)\b|which (?:one|of them|of these)\b|what"
    r" (?:color|is on|is in|is under|is the)\b))"
)
_THERE = re.compile(r"^(?:is|are) there\b")


def clauses_of(text: str) -> list[str]:
    """The questions in a text, in their order; the text itself where it is one."""
    if not re.match(_ASKS, text) and "?" not in text:
        return [text]
    parts = [p.strip(" ,.?;") for p in _FOLLOWS.split(text)]
    return [_own(p) for p in parts if p] or [text]


def _own(text: str) -> str:
    """*What is its color* as *what is the color of it*."""
    return re.sub(r"^(?P<ask>.+?) (?:its|their) (?P<what>\w+)$", r"\g<ask> the \g<what> of it", text)


_ASKED = re.compile(r"^(?P<be>is|are|does|do) (?!there\b)(?P<rest>.+?),? or (?P<other>(?:is |are )?.+)$")
_DEGREES = re.compile(r"\b(?:closer|nearer|farther|further|closest|nearest|more|less|same)\b")


def choice_of(text: str) -> tuple[str, str] | None:
    """The questions that a choice is between; None where the text is none, or its subject is not clear."""
    match = _ASKED.match(text)
    if match is None or _DEGREES.search(text):
        return None
    be, rest, other = match["be"], match["rest"], re.sub(r"^(?:is|are) (?:it|they|the)? ?", "", match["other"])
    kinds = re.match(r"(?:it|this|that) (?=an? )", rest)
    if kinds is not None:
        return (f"is there {rest[kinds.end() :]}", f"is there {other}")
    if re.match(r"(?:it|this|that|they|these|those)\b", rest):
        return (f"{be} {rest}", f"{be} {rest.split(' ', 1)[0]} {other}")
    tokens = rest.split()
    for at in range(1, len(tokens)):
        if (
            attributes_of(" ".join(tokens[at:])) is not None
            and attributes_of(re.sub(r"^(?:made of|of) ", "", other)) is not None
        ):
            return (f"{be} {rest}", f"{be} {' '.join(tokens[:at])} {other}")
    for claim in read_claims(rest):
        if not claim.subject or not rest.startswith(f"{claim.subject} "):
            continue
        said = rest[len(claim.subject) + 1 :]
        if any(not c.subject for c in read_claims(other)):
            return (f"{be} {rest}", f"{be} {claim.subject} {other}")
        how = said.removesuffix(claim.after).strip()
        if how != said:
            return (f"{be} {rest}", f"{be} {claim.subject} {how} {other}")
        side = re.fullmatch(r"(?P<how>(?:on|to) the) (?P<side>left|right)", said)
        if side is not None:
            return (f"{be} {rest}", f"{be} {claim.subject} {side['how']} {other}")
    return None


_ONES = re.compile(
    r"\b(?P<of>(?:than|or|and|as|to|from|,) (?:the |an? )?(?:[\w-]+ ){1,2})(?P<ones>ones?)\b|\b(?P<that>(?:than|or|and|as|to|from"
    r"|,) the )(?P<placed>ones?)(?= (?:in|on|at|under|next|near|behind|by|with|above)\b)"
)


_NO_NOUNS = DETERMINERS | {"which", "what", "is", "are", "there", "how", "many", "than", "or", "and", "more", "fewer"}


def with_nouns(phrases: Phrases, text: str) -> str:
    """*Is the red mug taller than the blue mug* for *... than the blue one*: the noun is the first of the question that the scene knows."""

    def noun(match: re.Match[str]) -> str:
        for word in re.findall(r"[\w-]+", text[: match.start()]):
            if word not in _NO_NOUNS and not attributes_of(word) and phrases.plain(word):
                noun_said = plural(singular(word)) if (match["ones"] or match["placed"]) == "ones" else singular(word)
                return f"{match['of'] or match['that']}{noun_said}"
        return match[0]

    return _ONES.sub(noun, text) if _ONES.search(text) else text
