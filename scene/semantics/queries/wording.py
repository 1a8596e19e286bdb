"""Rewrite the many wordings of a query into few: *which wall does the bed stand against?* asks for the wall that is at the bed.

Regular expressions rewrite English sentences into *noun, relation, noun* and keep the meaning.
"""

from __future__ import annotations

import re

from scenewright.scene.english import COMPARATIVES, SEVERAL, SHADES
from scenewright.scene.semantics.queries.denials import mark_denials
from scenewright.scene.semantics.queries.markers import MARKER, POSTURES, join_hyphened, mark_distances
from scenewright.scene.semantics.queries.orders import without_order
from scenewright.scene.semantics.words import normalise

__all__ = ["end_of_stack", "plain_wording", "plain_words"]

_COMPARED = {**COMPARATIVES, **SHADES}
_ONE = "|".join((*_COMPARED, *_COMPARED.values()))

# rules for the text as typed, in lower case, where apostrophes still mark possessives
_TYPED: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\b(?:to|on|at) (?:the )?([\w -]+?)['\u2019]s (left|right)(?: hand)?(?: side)?\b"),
        r"to the \2 of the \1",
    ),
    (re.compile(r"\b(?:that |which )?(?:is|are|does|do|has|have)(?:n['\u2019]t| not)\b"), " not "),
    (
        re.compile(
            rf"^of (?![^,]* and )(?:the|these|those|all) (?:(?:{SEVERAL}|both) )?([\w -]+?),? (?:the one|the ones|that)\b"
        ),
        r"\1",
    ),
    (re.compile(r"\b(what|where|there|that)['\u2019]s\b"), r"\1 is"),
    (  # 'the armchair that has no blanket on it'
        re.compile(
            r"\b(?:without (?:an? |any )?|(?:that |which )?(?:has|have|having|with) no )([\w-]+(?: [\w-]+)?) (?:on|in) (?:it|them|top)\b"
        ),
        r"without \1",
    ),
    (re.compile(r"\bvery (?=(?:top|bottom|back|front|edge|end|middle|cent(?:re|er)|left|right)\b)"), ""),
    (
        re.compile(
            r"\b(?:where|(?:up)?on which|in which) (?:somebody|someone|they|the \w+|an? \w+)(?: has| have| had)?"
            r" (?:left|put|placed|laid|forgot(?:ten)?|dropped) ((?:an?|the|some|his|her|their) .+)$"
        ),
        r"with \1 on it",
    ),
)
_END_OF_STACK = re.compile(
    r"^(?:the )?(?P<what>.*?(?P<head>[\w-]+)) (?:that is |which is )?(?:on|at) (?:the )?(?:very )?(?P<end>top|bottom) of"
    r" (?:the |a |that |this )?(?:pile|stack|heap)(?: of \w+)?$"
)
_BREAK = re.compile(r"[,;:()\u2013\u2014]+(?!\d)|\s-+\s|\.\s+")
"""Pauses of a sentence: what follows one belongs to the first noun rather than to the last."""
_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:please |can you |could you )+"), ""),
    (re.compile(r"^(?:is|are) there (?:an? |any |some )?"), ""),
    (re.compile(r"^(?:do (?:you|we) have|does (?:it|the room) have|have you got) (?:an? |any |some )?"), ""),
    (re.compile(r"^(?:where (?:is|are|can i find)|find(?: me)?|show(?: me)?|locate|select|highlight)\b "), ""),
    (re.compile(r"^(?:point (?:at|to)|look for|search for)\b "), ""),
    (re.compile(r"^(?:i (?:want|need|am looking for)|give me|get(?: me)?)\b "), ""),
    (re.compile(r"(?<=\w) (?:here|in here|in this room|in the room|in this scene|in the scene|anywhere)$"), ""),
    # 'which wall does the bed stand against', 'the wall the bed stands against'
    (
        re.compile(
            r"^(?:which |the |what )?wall (?:does |do |is |that |which )*(?:the )?([\w ]+?) (?:stands?|is|hangs?|leans?|sits?|lies?)? ?"
            r"(?:against|on|by|at)$"
        ),
        r"wall at the \1",
    ),
    (re.compile(r"^(?:which |the |what )?wall (?:behind|at|of) (?:the )?(?:head|back|foot) of (?:the )?"), "wall behind the "),
    (re.compile(r"^(?:which|what) ([\w ]+?) (?:is|are) (?:the )?(" + _ONE + r")$"), r"\2 \1"),
    (re.compile(r"^(?:which(?: one)?(?: of)?) (?:of )?"), ""),
    (re.compile(r"^(?:both|all)(?: of)?(?: the)? "), ""),
    # 'the carrier with nothing in it' is the empty carrier
    (
        re.compile(
            r"^((?:the |an? )?)(?!what\b|thing)([\w ]+?) (?:with (?:nothing|nobody|no one)|without (?:anything|anybody"
            r"|anyone)|(?:that|which) (?:has|have|holds?|contains?) nothing)"
            r"(?: (?:at all|else))?(?: (?:in|on|inside|on top)(?: of)?(?: (?:it|them))?)?$"
        ),
        r"\1empty \2",
    ),
    # 'the stool made of plain wood' is the plain wood stool
    (
        re.compile(
            r"^((?:the |an? )?)(?!something|anything|things?\b)([\w ]+?) (?:(?:that|which) (?:is|are) |are |is )?"
            r"made (?:out )?(?:of|from) ((?:\w+ )?\w+)$"
        ),
        r"\1\3 \2",
    ),
)  # fmt: skip
_RELATED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:on|at|in) (?:the )?(left|right) (?:hand )?(?:half|end|part) of\b"), r"on the \1 side of"),
    (re.compile(r"\b(?:across|on the other side of) the (?:room|table) from\b"), "across from"),
    (re.compile(rf"\bnot (?:be )?(?:{POSTURES}) (?=(?:{MARKER})\b)"), "not "),
    (re.compile(r"\bnot (?:be )?touch\b"), "not touching"),
    (re.compile(r"(?<=\w )hangs? from (?=the ceiling\b)"), "hanging from "),
    (
        re.compile(
            r"(?<!hangs )(?<!hang )(?<!hanging )(?<!hung )(?<!suspended )(?<!dangling )\bfrom (?=the ceiling\b)"
        ),
        "hanging from ",
    ),
)
"""Relations in more words than :mod:`scenewright.scene.english.relations` has for them."""
_OF_TWO = re.compile(
    r"^(?:which (?:is |one is )?)?(?:the )?(?P<size>"
    + _ONE
    + r") of (?:the |these |those )?(?:(?:"
    + SEVERAL
    + r"|pair of) )?"
)
"""'The taller of the two chairs' is the tallest of them."""


def plain_wording(text: str) -> str:
    """The query in the plainest wording that the rules know: lower case, with pauses as commas between spaces."""
    out = mark_denials(without_order(_typed(text)))
    out = mark_distances(_replaced(out, _RELATED))
    out = _OF_TWO.sub(lambda m: f"{_COMPARED.get(m['size'], m['size'])} ", out)
    return _replaced(out, _PLAIN)


def end_of_stack(text: str) -> str | None:
    """*The box at the bottom of the stack* as the lowest box with a box on it; None for other texts. `text`: lower case."""
    found = _END_OF_STACK.match(text)
    if found is None:
        return None
    what, head = found["what"], found["head"]
    return f"highest {what} on a {head}" if found["end"] == "top" else f"lowest {what} with a {head} on it"


def plain_words(text: str) -> str:
    """A sentence that is no query, in lower case; only its relations are reworded."""
    return mark_distances(_replaced(_typed(text), _RELATED))


def _typed(text: str) -> str:
    out = join_hyphened(_replaced(text.lower().strip(), _TYPED))
    out = " , ".join(" ".join(normalise(piece)) for piece in _BREAK.split(out)).strip(" ,")
    return " ".join(out.split())


def _replaced(text: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, plain in rules:
        text = pattern.sub(plain, text)
    return text
