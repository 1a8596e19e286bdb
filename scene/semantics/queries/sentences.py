"""Rewrite sentences about the place of a thing into *noun, relation, noun*: questions, clauses that end in a preposition,
places before the noun, additions after it, choices between two, and counting from an end.

Each form is one rule on words in lower case, where a comma is a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from scenewright.scene.english import (
    COLOR_SYNONYMS,
    COLORS,
    COMPARATIVES,
    FARTHER,
    FARTHEST,
    LEADING,
    NEARER,
    NEAREST,
    ORDINAL_WORDS,
    ORDINALS,
    SEVERAL,
    SIZED,
)
from scenewright.scene.semantics.queries.markers import ADVERBS, MARKER, POSTURES, RELATED, turned_mark
from scenewright.scene.semantics.queries.orders import BEGINNING

__all__ = ["plain_sentence"]

_SIZED = "|".join((*COMPARATIVES, *COMPARATIVES.values()))
_THE = rf"(?:{LEADING})"
_WHO = r"(?:somebody|someone|anybody|anyone|you|we|they|i|people|he|she)"
_IS = r"(?:is|are|was|were|s|be|has been|have been|had been)"
_BE = rf"(?:(?:{_IS}(?: (?:{ADVERBS}))*(?: (?:{POSTURES}))?|(?:{POSTURES}))(?: (?:{ADVERBS}))*)"
_WORD = r"(?!(?:you|it|they|we|i|people|that|which|who)\b)[^ ,]+"
_NP = rf"{_WORD}(?: {_WORD}){{0,7}}?"

# -- counting -------------------------------------------------------------------------------------------------------------

_NTH = rf"(?P<nth>last but one|last but two|second to last|second last|next to last|last|penultimate|{ORDINAL_WORDS})"
_ENDS = {
    "left": "left", "right": "right", "top": "top", "bottom": "bottom", "front": "front", "back": "back", "left hand side": "left",
    "right hand side": "right", "left side": "left", "right side": "right", "left end": "left", "right end": "right",
}  # fmt: skip
_OTHER_END = {"left": "right", "right": "left", "top": "bottom", "bottom": "top", "front": "back", "back": "front"}
_FROM_LAST = {
    "last": 1, "last but one": 2, "second to last": 2, "second last": 2, "next to last": 2, "penultimate": 2, "last but two": 3,
}  # fmt: skip
_ANY_END = "|".join(sorted(_ENDS, key=len, reverse=True))
_END = rf"(?:, )?(?:(?:if |when )?(?:counting|counted|starting|seen) )?from (?:the )?(?P<end>{_ANY_END})\b"
_NTH_FROM = re.compile(rf"\b(?:the )?(?:number )?{_NTH}(?: (?P<who>{_NP}))? {_END}(?: (?:hand )?side)?")
_WHO_NTH = re.compile(rf"^(?P<who>{_NP})(?: (?:that|which))?(?: {_BE})? {_NTH} {_END}")
_NTH_OF = re.compile(
    rf"^(?:the )?{_NTH} (?P<who>{_NP}) (?P<tail>.*?),? ?(?:counting|counted|starting) from (?P<goal>.+)$"
)
_LAST_BUT = re.compile(
    rf"^(?:the )?(?P<nth>{'|'.join(sorted(set(_FROM_LAST) - {'last'}, key=len, reverse=True))}) (?P<who>.+)$"
)


def _counted(match: re.Match[str]) -> str:
    end = _ENDS[match["end"]]
    nth = match["nth"]
    number = ORDINALS.get(nth) or _FROM_LAST[nth]
    return f"~{end if nth in ORDINALS else _OTHER_END[end]}{number} {(match['who'] or 'one').strip()} "


def _counted_of(match: re.Match[str]) -> str:
    if match["nth"] not in ORDINALS:
        return match[0]
    return f"~near{ORDINALS[match['nth']]} {match['who'].strip()} {match['tail']} nearest {match['goal']}"


# -- the rules ------------------------------------------------------------------------------------------------------------

_ENDED = r"(?=$| ,| and (?:the|not)\b| (?:MARKER)\b)".replace("MARKER", MARKER)
_STRANDED = rf"(?P<rel>{RELATED})"
_FRONTED = re.compile(rf"^(?:{RELATED}) .+$")
_NO_NOUN = frozenset(
    [
        "and",
        "or",
        "not",
        "with",
        "to",
        "of",
        "from",
        "on",
        "in",
        "at",
        "by",
        "near",
        "under",
        "over",
        "above",
        "below",
        "beneath",
        "underneath",
        "behind",
        "beside",
        "between",
        "inside",
        "against",
        "along",
        "around",
        "across",
        "opposite",
        "facing",
        "next",
        "nearest",
        "closest",
        "than",
        "before",
        "onto",
        "upon",
    ]
)
_FRONT_AT = re.compile(rf"^(?:{_THE} )?(?P<rest>[^,]*)$")


def _turned(match: re.Match[str]) -> str:
    mark = turned_mark(match["rel"])
    if mark is None or (match.groupdict().get("what") or "thing") in _NO_NOUN:
        return match[0]
    what = (match.groupdict().get("what") or "").strip()
    return f"{what or 'what'} {mark} {match['who'].strip()} "


def _standing(match: re.Match[str]) -> str:
    """*The table where the cup stands*: the table with the mark of *on* from the other side."""
    return match[0] if match["what"] in _NO_NOUN else f"{match['what']} ~on {match['who'].strip()}"


def _fronted(match: re.Match[str]) -> str:
    """*On the bench, the tool* and *on the bench the tool*: move the place behind the thing."""
    text = match[0]
    where, comma, rest = text.partition(" , ")
    if not comma:
        tokens = text.split()
        starts = [
            n for n in range(2, len(tokens)) if re.fullmatch(BEGINNING, tokens[n]) and tokens[n - 1] not in _NO_NOUN
        ]
        where, rest = (" ".join(tokens[: starts[0]]), " ".join(tokens[starts[0] :])) if starts else (text, "")
    rest = re.sub(
        rf"^(?:what(?:ever)?|which(?:ever)?)(?: one)?(?: {_BE})?$|^(?:{_IS}) there\b.*$", "what", rest.strip(" ,")
    )
    if not rest or re.match(r"(?:and|or)\b", rest):
        return text
    rest = re.sub(rf"^(?:there (?:is|are)|which(?:ever)?(?: one)? {_IS}|what(?:ever)? {_IS}) ", "what ", rest)
    rest = re.sub(r"^what (?:the|an?) ", "the ", rest)
    return f"{rest} , {where}"


def _chosen(match: re.Match[str]) -> str:
    how = match["how"].strip()
    pair = f"{match['a'].strip()} ~or {match['b'].strip()}"
    if how in COMPARATIVES or how in COMPARATIVES.values():
        return f"{COMPARATIVES.get(how, how)} {pair}"
    return f"{pair} , {how}"


def _added(match: re.Match[str]) -> str:
    """*The wardrobe, tall and dark*: move the adjectives before the noun."""
    front = _FRONT_AT.match(match["what"])
    if front is None:
        return match[0]
    words = re.sub(r"\b(?:and|the|an?|ones?)\b", " ", match["said"])
    return f"{' '.join(words.split())} {re.sub(rf'^{_THE} ', '', match['what'])}"


_ADDED_WORDS = (
    rf"(?:{_SIZED}|\w+est|{'|'.join(SIZED.keys() - {'child'})}|round|square|dark|light|"
    rf"bright|pale|{'|'.join((*COLORS, *COLOR_SYNONYMS))}|wooden|metal|silver|old|new)"
)
_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # questions for what somebody put somewhere
    (
        re.compile(
            rf"^what (?:did|has|have) (?:{_WHO}|{_THE} \w+) (?:leave|left|put|placed?|drop|dropped|forget|forgot|"
            rf"forgotten|hang|hung|set|lay|laid|keep|kept|park|parked|store|stored)(?: down)?\b"
        ),
        "what is",
    ),
    (
        re.compile(
            rf"\b(?:(?:that|which) )?{_WHO} (?:has |have |had )?(?:left|put|placed|dropped|forgot|forgotten|hung|"
            rf"set|laid|keeps?|kept|parked|stored)(?: down)?(?= (?:{RELATED})\b)"
        ),
        "",
    ),
    # the viewer is at the front
    (
        re.compile(
            rf"\b(?:{NEARER}|{NEAREST})(?: to)? (?:the camera|the viewer|the observer|the lens|me|us|"
            r"you|where i (?:am|stand))\b"
        ),
        "at the front",
    ),
    (
        re.compile(
            rf"\b(?:{FARTHER}|{FARTHEST})(?: away)?(?: from)? (?:the camera|the viewer|the observer|"
            r"the lens|me|us|you|where i (?:am|stand))\b"
        ),
        "at the back",
    ),
    (
        re.compile(
            r"\b(?:all the way |right |far )?(?:at|in|to|on|towards?) (?:the )?(?:very |far )?(?:back|rear|background)"
            r"(?: end| side)?(?: of the (?:room|hall|shop|scene|picture|image|view|garden|kitchen|house))?$"
        ),
        "at the back",
    ),
    (re.compile(r"\bon the far side of the room$"), "at the back"),
    (
        re.compile(
            r"\b(?:all the way |right )?(?:at|in|to|on|towards?) (?:the )?(?:very |near )?(?:front|foreground)"
            r"(?: end| side)?(?: of the (?:room|hall|shop|scene|picture|image|view|garden|kitchen|house))?$"
        ),
        "at the front",
    ),
    (
        re.compile(
            r"\b(?:all the way |furthest |farthest )?(?:(?:to|on|at) the )?(?:far )(left|right)(?: hand)?(?: side|"
            r" end)?$"
        ),
        r"on the \1",
    ),
    (
        re.compile(
            r"\b(?:to|on) (?:the )?(?:very )?(left|right)(?: hand)?(?: side| end)?(?: of the (?:room|hall|shop|"
            r"scene|picture|image|view|garden|kitchen|house))?$"
        ),
        r"on the \1",
    ),
    (re.compile(r"\bthe most (left|right)\b(?: hand| side)?"), r"the \1most"),
    # the middle one of several
    (
        re.compile(
            rf"^(?P<what>(?:{_THE} )?{_NP}) (?:(?:that|which) )?(?:{_BE} )?in the (?:very )?(?:middle|centre|center)"
            rf" (?:one )?(?:of|in) (?:the )?(?:row|line|group|series|set|stack|three|five|them|all)\b(?: of (?:the "
            rf")?(?:three|five|them|all|\w+))?"
        ),
        lambda m: "middle " + re.sub(rf"^{_THE} ", "", m["what"]),
    ),
    (re.compile(r"^(?:the )?(?:middle|central) (?:one )?of (?:the )?(?:three|five|row of)?\b"), "middle"),
    (
        re.compile(r"\b(?:in|at|on) the (?:very |exact |dead )?(?:middle|centre|center) of (the \w+ and the \w+)"),
        r"between \1",
    ),
    # levels of shelves
    (
        re.compile(
            r"^(?P<what>.+?) (?:on|at|in) the (?P<how>lowest|highest|bottom|top|lower|upper|bottommost|topmost)"
            r" (?:level|shelf|tier|rack|row|deck|board) of\b"
        ),
        lambda m: (
            f"{'highest' if m['how'] in ('highest', 'top', 'upper', 'topmost') else 'lowest'} {re.sub(rf'^{_THE} ', '', m['what'])} "
            f"on"
        ),
    ),
    # counting from an end
    (_NTH_FROM, _counted),
    (_WHO_NTH, _counted),
    (_NTH_OF, _counted_of),
    (_LAST_BUT, lambda m: f"~right{_FROM_LAST[m['nth']]} {m['who']}"),
    # choices between two
    (
        re.compile(
            rf"^(?:which|whichever|what)(?: one)? (?:of|from|out of) (?P<a>{_NP}) (?:and|or) (?P<b>{_NP}) (?:{_BE} "
            rf"|(?:that|which) is )(?:the )?(?P<how>.+)$"
        ),
        _chosen,
    ),
    (
        re.compile(
            rf"^(?:out )?(?:of|from|between|among) (?P<a>{_NP}) and (?P<b>{_NP}) , ?(?:which(?:ever)?|what|the "
            rf"one|the ones|that)(?: (?:that|which))?(?: (?:{_BE}))?(?: the)? (?P<how>.+)$"
        ),
        _chosen,
    ),
    (
        re.compile(
            rf"^(?P<a>{_NP}) or (?P<b>{_NP}) ,? ?which(?:ever)?(?: one| of them)?(?: (?:{_BE}))? (?:the )?(?P<how>.+)$"
        ),
        _chosen,
    ),
    (
        re.compile(
            rf"^(?:which|what)(?: one| thing)? (?:{_BE} )(?:the )?(?P<how>[^,]+?) ,? ?(?P<a>{_THE} {_NP}) or (?P<b>{_THE} "
            rf"{_NP})$"
        ),
        _chosen,
    ),
    (
        re.compile(
            rf"^(?:which (?:is |one is )?|what is )?(?:the )?(?P<how>{NEARER}|{NEAREST}|{FARTHER}|{FARTHEST})"
            rf"(?: one)? of (?:the |these |those )?(?:(?:{SEVERAL}|pair of) )?(?P<what>[\w "
            r"]+?) (?P<to>to|from) (?P<goal>.+)$"
        ),
        r"\g<what> \g<how> \g<to> \g<goal>",
    ),
    (
        re.compile(
            r"\b(?P<head>at|with|in) (?:the |a )?(?:greatest|largest|biggest|most|longest|maximum) distance (?:from|"
            r"to)\b"
        ),
        "farthest from",
    ),
    (
        re.compile(r"\b(?P<head>at|with|in) (?:the |a )?(?:least|smallest|shortest|minimum) distance (?:from|to)\b"),
        "nearest to",
    ),
    (re.compile(r"\bthat has the (?:greatest|largest|biggest|longest) distance (?:from|to)\b"), "farthest from"),
    (re.compile(r"\bthat has the (?:least|smallest|shortest) distance (?:from|to)\b"), "nearest to"),
    # 'what does the lamp stand on', 'the table the lamp stands on', 'the wall on which the clock hangs'
    (
        re.compile(
            rf"^(?:that )?(?:what|which)(?: thing| one)? (?:does|do|did|{_IS}) (?P<who>{_THE} {_NP}) (?:(?:{POSTURES}|"
            rf"face|point|look|be) )?(?:(?:{ADVERBS}) )?{_STRANDED}$"
        ),
        _turned,
    ),
    (
        re.compile(
            rf"^(?:which|what) (?P<what>{_NP}) (?:does|do|did|{_IS}) (?P<who>{_THE} {_NP}) (?:(?:{POSTURES}|be)"
            rf" )?(?:(?:{ADVERBS}) )?{_STRANDED}$"
        ),
        _turned,
    ),
    (
        re.compile(rf"(?P<what>\b[^ ,]+) (?:(?:that|which|what) )?(?P<who>(?:{_THE}) {_NP}) {_BE} {_STRANDED}{_ENDED}"),
        _turned,
    ),
    (re.compile(rf"^(?:what|whatever|that)()(?P<what>) (?P<who>{_THE} {_NP}) {_BE} {_STRANDED}{_ENDED}"), _turned),
    (re.compile(rf"(?P<what>\b[^ ,]+) {_STRANDED} which (?P<who>{_NP}) {_BE}(?=$| ,)"), _turned),
    (
        re.compile(
            rf"(?P<what>\b[^ ,]+) (?P<rel>where) (?P<who>(?:the|an?|my|our) {_NP}) (?:{_IS} )?(?:{POSTURES}|is|"
            rf"are)(?=$| ,)"
        ),
        _standing,
    ),
    # a place before the noun: 'on the bench, the tool nearest the vise'
    (_FRONTED, _fronted),
    # additions: 'the bed, the one by the door', 'the wardrobe, tall and dark', 'not the one on the shelf but the one on the floor'
    (
        re.compile(
            rf" ,? ?(?:but )?not (?:the |an? )?(?:one|ones|thing) (?:(?:that|which) )?(?:{_BE} )?(?=(?:{RELATED})\b)"
        ),
        " , not ",
    ),
    (re.compile(r" ,? ?(?:but )?not the (\w+) ones?\b"), r" except \1 one"),
    (re.compile(r" not (?:an?|the) (\w+(?: \w+)?)$"), r" except \1"),
    (
        re.compile(
            rf"(?<= )(?:,|but|and|but rather|rather) (?:the |an? )?(?:ones?|thing|that)? ?(?:(?:that|which) )?(?:{_BE} "
            rf")?(?=(?:not )?(?:{RELATED})\b)"
        ),
        ", ",
    ),
    (
        re.compile(
            rf"^(?P<what>[^,]+?) , (?P<said>(?:the |a |and )*{_ADDED_WORDS}(?: (?:and )?{_ADDED_WORDS})*(?: ones?)?)$"
        ),
        _added,
    ),
)


def plain_sentence(text: str) -> str:
    """The sentence in plainer words. A comma that remains stands before words that belong to the first noun."""
    out = text
    for pattern, plain in _RULES:
        out = " ".join(pattern.sub(plain, out).split())
    return out.strip(" ,")
