"""Destinations in words: *30 cm to the left*, *next to the sofa*, *in the back left corner*, *closer to the desk*."""

from __future__ import annotations

import re
from dataclasses import replace

from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.wanted import Destination
from scenewright.scene.english import (
    CARDINALS,
    LENGTH_UNITS,
    NEARNESS,
    PHRASES,
    UNIT,
    PhraseTable,
    metres,
    take_viewpoint,
)

__all__ = ["AMOUNT", "amount_of", "read_where", "splits"]

_NUMBER = (
    r"(?:\d+(?:\.\d+)?|\.\d+|"
    + "|".join(sorted(CARDINALS, key=len, reverse=True))
    + r"|a|an|one|half an?|half|a quarter of an?|one and a half)"
)
_LITTLE = (
    "(?:just )?"
    + any_of(
        "a (?:little|tiny|wee|small|slight) bit", "a bit", "a little", "a tad", "slightly", "a touch", "a hair", "a smidge", "somewhat",
        "a few (?:cm|centimetres|centimeters|inches)",
    )
)  # fmt: skip
_MUCH = any_of("a lot", "a good bit", "far", "a long way", "way", "much", "quite a bit", "well")
AMOUNT = any_of(rf"{_NUMBER}\s*-?(?:{UNIT}|steps?|paces?)\b(?: and a half)?", _LITTLE, _MUCH)
"""A distance, in figures or loosely, as a regular expression."""
_STEP = 0.5

_SIDE_OF_IT = r"(?: ?wards?)?(?: hand side| side)?"
_TOWARD_IT = r"(?:to(?:wards?)? )?(?:the |its |your )?"
_US = any_of("me", "us", "the (?:camera|viewer)")
_WAYS = {
    "left": rf"{_TOWARD_IT}left{_SIDE_OF_IT}|leftwards?",
    "right": rf"{_TOWARD_IT}right{_SIDE_OF_IT}|rightwards?",
    "forward": r"forwards?|forth|ahead|to(?:wards?)? the front|frontwards?|out(?:wards?)?",
    "backward": r"back(?: ?wards?)?|to(?:wards?)? the (?:back|rear)|backwards?|in(?:wards?)?",
    "up": r"up(?:wards?)?|higher(?: up)?",
    "down": r"down(?:wards?)?|lower(?: down)?",
    "aside": r"over|aside|to (?:the|one) side|along|out of the way|sideways|somewhere else",
    "toward viewer": rf"(?:to(?:wards?)?|closer to|nearer to|nearer|closer) {_US}",
    "away viewer": rf"away from {_US}",
}
_ANY_WAY = "|".join(f"(?P<w{n}>{said})" for n, said in enumerate(_WAYS.values()))
_MORE = r"(?:further |farther |more |over |a little |a bit |slightly |straight )*"
_WAY = whole(
    rf"(?:by )?(?P<before>{AMOUNT})?(?: more| further| over)?\s*{_MORE}(?:{_ANY_WAY})?(?:,? (?:by )?(?P<after>{AMOUNT}))?"
    "(?: more| further)?"
)
_HOW = any_of(
    "towards?", "in the direction of", "closer to", "nearer to", "nearer", "closer", "up close to", "away from", "further(?: away)? from",
    "farther(?: away)? from", "further away", "farther away", "off from", "off(?= (?:the|that|its) (?:\\w+ )?wall)", "out from",
)  # fmt: skip
_TOWARD = whole(
    rf"(?:by )?(?:(?P<before>{AMOUNT}) )?(?:more |further |over )*(?P<how>{_HOW})(?: (?P<what>.+?))?(?:,?(?: by)? (?P<after>{AMOUNT}))?"
)
_HAND = r"[ -]?(?:hand )?"
_CORNERS = whole(
    rf"(?:in|into|to|at|on)?(?: the)? ?(?:(?P<a>front|back|rear|far|near|left|right){_HAND})?(?:(?P<b>left|right|front|back|rear){_HAND})?"
    r"corner(?: of the room| here)?(?: (?:on|at|to) the (?P<c>left|right|front|back))?",
    r"(?:in|into|to) (?P<any>a|one|any|some) corner(?: of the room)?",
)
_EACH_CORNER = whole(
    r"(?:in|into|to|at) (?:the )?(?:two |both |four |opposite |all )*(?:the )?(?P<way>front|back|rear|far|near|left|right)?"
    r"(?: hand)? ?corners(?: of the room)?",
    r"(?:in|into|to) (?:opposite|different|separate) corners(?: of the room)?",
)
_CORNER_BY = whole(
    r"(?P<corner>(?:in|into|to|at)? ?(?:the |a )?(?:\w+ (?:\w+ )?)?corner)(?: of the room)?,? (?:that is |which is )?"
    r"(?:right |just )?(?:next to|near(?:est)?(?: to)?|clos(?:e|est) to|by|beside|behind|at|with) (?P<what>.+)"
)
_AT_WALL = any_of(
    "up against", "against", "over to", "to", "along", "at", "by", "onto", "on", "flush with", "next to", "near", "closer to", "toward",
    "towards", "right up to", "up to",
)  # fmt: skip
_WALL = whole(
    rf"(?P<at>{_AT_WALL})(?: the| a| any)? ?(?P<way>left|right|back|rear|front|far|nearest|closest|opposite|other|facing)?(?: ?hand)?"
    r" ?(?:side )?(?:brick |painted |bare |empty |long |short |tiled |wooden |white )?wall"
    r"(?: (?:on|at|to) the (?P<side>left|right|back|front)(?: hand)?(?: side)?| opposite| across the room)?"
)
_WALL_OF = whole(
    rf"(?P<at>{_AT_WALL})(?: the| that)? (?:same )?wall (?:with|by|behind|that has|that holds|where|as|of|at|next to)"
    r" (?P<what>(?:the|my|our|those|that|both) .+?)(?: (?:is|are|hangs?|stands?)(?: on| at| against)?)?"
)
_ACROSS_ROOM = whole(
    r"(?:over )?(?:to|on|at|against|into) (?:the )?(?:other|opposite|far) (?:side|end) of (?:the|this) room",
    "across the room",
    "to the opposite side",
)
_MIDDLE = whole(
    r"(?:in|into|to|at|on)?(?: the)? ?(?:exact |very )?(?:middle|centre)(?: of (?:the |this )?(?:room|floor|scene))?"
)
_FIGURE = r"(-?\d+(?:\.\d+)?)"
_POINT = whole(
    rf"(?:to|at)?(?: the)?(?: position| point| coordinates?)? ?[(\[]?{_FIGURE}[, ]+{_FIGURE}(?:[, ]+{_FIGURE})?[)\]]?"
)
_SPOT = whole(
    r"(?:to )?(?:where|in the (?:place|spot) of|the (?:place|spot) (?:where|of)|in place of)(?: the place of)? (?P<what>.+?)"
    r"(?: (?:is|are|was|were|stands?|stood)(?: now)?)?"
)
_OFF = whole(r"(?:off|down from|from(?: the top of)?|out of)(?: of)? (?P<what>.+)")
_BEFORE = any_of(
    "where (?:it|they) (?:was|were|came from|stood)(?: before)?",
    "(?:its|their) (?:old|former|original|previous) (?:place|position|spot)s?",
)
_BACK = whole(
    rf"back(?: to)?(?: {_BEFORE})?", r"where (?:it|they) (?:was|were|stood|hung|lay|came from|had been)(?: before)?"
)
_THERE = whole(
    r"(?:over )?(?:there|here)",
    r"(?:to|into|in) (?:that|this|its|their) (?:place|spot|stead)",
    "in (?:its|their) place",
)
_ROOM = whole(r"(?:in|into|to|inside|on)?(?: the| this| my)? ?(?:room|scene|floor|ground|anywhere|somewhere)(?: else)?")
_BETWEEN = whole(r"(?P<one>.+?) and (?P<other>(?:the |my |that |this ).+|\w+)")
_FROM = any_of(
    "from",
    "left of",
    "right of",
    "to the left of",
    "to the right of",
    "in front of",
    "behind",
    "above",
    "below",
    "under",
    "over",
    "off",
)
_MEASURED = whole(rf"(?P<far>{AMOUNT})(?: away)? (?P<rest>{_FROM} .+)")
_MANNER = any_of(
    "right",
    "directly",
    "just",
    "straight",
    "exactly",
    "all the way",
    "somewhere",
    "back",
    "over",
    "up",
    "down",
    "nicely",
    "neatly",
)
_PLACE_FOLLOWS = any_of(
    "to(?!wards? the left\\b| the left\\b| the right\\b)", "on", "onto", "in", "into", "next", "beside", "under", "behind", "above",
    "against", "at",
    "by(?! (?:\\d|half|an?\\b|one|two|three))", "near", "in front", "between", "over",
)  # fmt: skip
_LEADING_MANNER = re.compile(rf"^{_MANNER}(?= {_PLACE_FOLLOWS}\b)")
_OWN = frozenset(("room", "here", "scene"))
_TABLE = PhraseTable((phrase.split(), meaning) for phrase, meaning in PHRASES.items())
_TO = ("to", "over to", "at", "by")


def amount_of(text: str | None) -> tuple[float | None, str]:
    """(metres, 'little' or 'much' or '') of an amount in words."""
    if not text:
        return None, ""
    text = text.strip()
    if re.fullmatch(_LITTLE, text):
        return None, "little"
    if re.fullmatch(_MUCH, text):
        return None, "much"
    found = re.fullmatch(rf"({_NUMBER})\s*-?({UNIT}|steps?|paces?)( and a half)?", text)
    if found is None:
        return None, ""
    number = figure(found[1]) + (0.5 if found[3] else 0.0)
    unit = found[2]
    scale = LENGTH_UNITS.get(unit)
    return (number * _STEP if scale is None else metres(f"{number}", unit)), ""


def figure(word: str) -> float:
    """The number of *half a*, *two*, *1.5*."""
    named = {"a": 1.0, "an": 1.0, "half": 0.5, "half a": 0.5, "half an": 0.5, "one and a half": 1.5}
    if word in named:
        return named[word]
    if word.startswith("a quarter"):
        return 0.25
    return float(CARDINALS[word]) if word in CARDINALS else float(word)


def read_where(text: str) -> Destination | None:
    """The destination that a text says, from its first word to its last; None where it says none."""
    text = _LEADING_MANNER.sub("", text).strip()
    text = re.sub(r"^so (?:that )?(?:it|they) (?:is|are|stands?) ", "", text)
    without, view = take_viewpoint(text)
    if view.seen and without and without != text:
        found = read_where(without)
        return None if found is None else replace(found, seen=found.kind == "at")
    for read in (
        _read_way,
        _read_point,
        _read_back,
        _read_room,
        _read_toward,
        _read_spot,
        _read_measured,
        _read_relation,
        _read_to,
    ):
        found = read(text)
        if found is not None:
            return found
    return None


def _read_way(text: str) -> Destination | None:
    found = _WAY.match(text)
    if found is None or not text:
        return None
    way = next((name for n, name in enumerate(_WAYS) if found[f"w{n}"]), "")
    far, loosely = amount_of(found["before"] or found["after"])
    if not way:
        return Destination("way", metres=far, loosely=loosely) if found["before"] and text.startswith("by ") else None
    return Destination("way", way=way, metres=far, loosely=loosely)


def _read_point(text: str) -> Destination | None:
    found = _POINT.match(text)
    if found is None:
        return None
    numbers = tuple(float(g) for g in found.groups() if g is not None)
    return Destination("point", point=numbers)


def _read_back(text: str) -> Destination | None:
    if _BACK.match(text):
        return Destination("back")
    return Destination("there") if _THERE.match(text) else None


def _read_room(text: str) -> Destination | None:
    beside = _CORNER_BY.match(text)
    if beside is not None:
        corner_said = _read_room(beside["corner"].strip())
        if corner_said is not None and corner_said.kind == "corner":
            return Destination("corner", (beside["what"],), way=corner_said.way)
    corners = _EACH_CORNER.match(text)
    if corners is not None:
        way = corners["way"] or ""
        return Destination("corners", way={"rear": "back", "far": "back", "near": "front"}.get(way, way))
    corner = _CORNERS.match(text)
    if corner is not None:
        said = {"rear": "back", "far": "back", "near": "front"}
        sides = {said.get(s, s) for s in (corner["a"], corner["b"], corner["c"]) if s}
        depth = next((s for s in ("back", "front") if s in sides), "")
        side = next((s for s in ("left", "right") if s in sides), "")
        return Destination("corner", way="_".join(s for s in (depth, side) if s))
    if _ACROSS_ROOM.match(text):
        return Destination("wall", way="opposite")
    of = _WALL_OF.match(text)
    if of is not None:
        return Destination("on wall" if of["at"] in ("on", "onto") else "wall", (of["what"],))
    wall = _WALL.match(text)
    if wall is not None:
        way = {"rear": "back", "far": "back"}.get(wall["way"] or wall["side"] or "", wall["way"] or wall["side"] or "")
        near = wall["at"] in ("closer to", "toward", "towards")
        kind = "toward wall" if near else "on wall" if wall["at"] in ("on", "onto") else "wall"
        return Destination(kind, way=way, seen=bool(wall["side"]))
    if _MIDDLE.match(text):
        return Destination("middle")
    return Destination("room") if _ROOM.match(text) else None


def _read_toward(text: str) -> Destination | None:
    found = _TOWARD.match(text)
    if found is None:
        return None
    how, what = found["how"], found["what"] or ""
    if what.startswith("together") or what in ("each other", "one another"):
        return Destination("together")
    far, loosely = amount_of(found["before"] or found["after"])
    kind = (
        "toward"
        if how.startswith(("toward", "in the"))
        else "away"
        if re.search(r"away|further|farther|off", how)
        else "closer"
    )
    if not what:
        return (
            Destination(kind, metres=far, loosely=loosely)
            if found["before"] or how.endswith(("closer", "away"))
            else None
        )
    if _WALL.match(f"to {what}"):
        wall = _read_room(f"to {what}")
        if wall is not None:
            return Destination(
                f"{'away' if kind == 'away' else 'toward'} wall", way=wall.way, metres=far, loosely=loosely
            )
    if _MIDDLE.match(f"to {what}"):
        return Destination(f"{'away' if kind == 'away' else 'toward'} middle", metres=far, loosely=loosely)
    return Destination(kind, (what,), metres=far, loosely=loosely)


def _read_spot(text: str) -> Destination | None:
    found = _SPOT.match(text)
    if found is not None:
        was = re.search(r" (?:was|were|stood)$", text) is not None
        return Destination("swap", (found["what"],), loosely="was" if was else "")
    off = _OFF.match(text)
    return None if off is None or read_where(off["what"]) is not None else Destination("off", (off["what"],))


def _read_measured(text: str) -> Destination | None:
    found = _MEASURED.match(text)
    if found is None:
        return None
    far, loosely = amount_of(found["far"])
    rest = found["rest"]
    if rest.startswith("from "):
        wall = _read_room(f"to {rest[5:]}")
        if wall is not None and wall.kind == "wall":
            return Destination("wall", way=wall.way, metres=far)
        return Destination("at", (rest[5:],), relation="near", metres=far)
    inner = read_where(rest)
    if inner is None or inner.kind != "at":
        return None
    return Destination("at", inner.what, inner.relation, metres=far, loosely=loosely)


_OTHER_SIDE = whole(
    r"(?:over )?(?:on|to|at) (?:the|its) (?:other|opposite|far) (?:side|end) of (?P<what>(?:the|that|this|my|our|it|them)\b.*)"
)


_ONE_SIDE = whole(
    r"(?:on|to|at|along) (?:the same|one|a single|just one) side of (?P<what>(?:the|that|this|my|our|it|them)\b.*)"
)


def _read_relation(text: str) -> Destination | None:
    one = _ONE_SIDE.match(text)
    if one is not None:
        return Destination("one side", (one["what"],))
    other = _OTHER_SIDE.match(text)
    if other is not None:
        return Destination("other side", (other["what"],))
    words = text.split()
    while len(words) > 2 and words[0] in NEARNESS:
        words = words[1:]
    found = _TABLE.at(words, 0) if words else None
    if found is None or len(words) <= found[1]:
        return None
    meaning, width = found
    if (
        meaning.kind in ("except", "far", "farthest", "touching", "facing", "away", "outside")
        and meaning.how != "toward"
    ):
        if meaning.kind == "touching":
            return Destination("at", (" ".join(words[width:]),), "next_to")
        return None
    rest = " ".join(words[width:])
    if rest[:1].isdigit() or rest.split()[0] in ("and", "or", "but"):
        return None
    if meaning.kind == "between":
        both = _BETWEEN.match(rest)
        what = (both["one"], both["other"]) if both is not None else (rest,)
        return Destination("at", what, "between")
    if meaning.kind in ("on", "centre", "inside") and re.fullmatch(r"(?:the |this )?(?:room|floor|ground|scene)", rest):
        return (
            Destination("middle")
            if meaning.kind == "centre"
            else Destination("floor" if "floor" in rest or "ground" in rest else "room")
        )
    kind = "on" if meaning.kind == "attached" else meaning.kind
    return Destination("at", (rest,), kind)


def _read_to(text: str) -> Destination | None:
    """*to the coffee table*: on it or beside it, as the things are."""
    for word in _TO:
        if text.startswith(f"{word} "):
            rest = text[len(word) + 1 :]
            inner = re.match(r"^the (?:left|right|front|back|top|middle|centre|edge|end|side|foot|head) of\b", rest)
            if inner:
                return read_where(f"at {rest}") if word != "at" else None
            return Destination("at", (rest,), "to")
    return None


_UNFINISHED = any_of(
    "the", "a", "an", "to", "of", "by", "and", "in", "on", "from", "next", "my", "its", "further", "more", "closer", "nearer", "away",
    "farther", "back", "up", "over", "down", "forward", AMOUNT,
)  # fmt: skip
_CUT_SHORT = re.compile(rf"(?:^|\s){_UNFINISHED}$|[(\[][^)\]]*$", re.IGNORECASE)
"""The end of a first part that was cut too late: *the armchair 30 cm | to the left*."""


_IN_CORNER = re.compile(r"\b(?:in|into|to|at)(?: \w+){1,3} corner$")
_SIDE_WORDS = frozenset(("front", "back", "rear", "left", "right", "far", "near", "the"))


def splits(text: str) -> list[tuple[str, Destination]]:
    """The ways to cut a text into what is meant and its destination, the one with the longest first part first."""
    words = text.split()
    found = []
    for at in range(len(words) - 1, 0, -1):
        where = read_where(" ".join(words[at:]))
        cut_noun = where is not None and where.kind in ("corner", "wall") and words[at - 1] in _SIDE_WORDS
        # 'to the corner near the sofa' is one place
        in_corner = where is not None and where.kind == "at" and _IN_CORNER.search(" ".join(words[:at])) is not None
        if where is not None and not cut_noun and not in_corner:
            found.append((" ".join(words[:at]), where))
    whole = [(head, where) for head, where in found if not _CUT_SHORT.search(head)] or found
    # 'this to the left by half a metre': the amount alone is no destination
    return [(head, where) for head, where in whole if where.kind != "way" or where.way] or whole
