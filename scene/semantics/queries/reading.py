"""A query as it is read: what is looked for, which of them, and where it is. English.

``the second tallest pine left of the cabin`` looks for *pine*; of these the second by height; left of what *cabin* is. Words that
are no selector and no relation stay with the noun (:func:`scene.semantics.words.phrases.parse` reads colors, materials and sizes among
them). Which noun a second relation belongs to (*the toy on the mat nearest the bed*) is left open here: :attr:`Reading.others`
are the other ways to read the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scene.semantics.queries.wording import plain_wording

__all__ = ["Reading", "Selector", "Where", "read_query"]


@dataclass(frozen=True, slots=True)
class Selector:
    """Which of several: the `ordinal`-th (from 1) by a `measure`, largest first where `most`, else smallest first.

    `measure`: size, height, width, depth, length, level (how high it is), distance (to what a relation names), screen_x and
    screen_depth (in the main camera's picture), middle. `comparative`: 'the smaller ones', all but the opposite extreme.
    """

    measure: str
    most: bool = True
    ordinal: int = 1
    comparative: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A relation to other things. `kind`: on, under, above, inside, next_to, near, nearest, farthest, between, left_of, right_of,
    in_front_of, behind, against, facing, across, with, supports, part_of, corner, wall, ceiling, floor, middle. `side`: of a wall,
    'left', 'right', 'back' or 'front', '' for any. `ordinal`: of nearest and farthest, the second and so on. `negated`: it does not
    hold."""

    kind: str
    targets: tuple[Reading, ...] = ()
    side: str = ""
    ordinal: int = 1
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """`text`: all of it. `noun`: the words of the thing, attributes included; '' where anything will do ('what is on the desk?').
    `sides`: left, right, front, back before the noun. `other`: another than what stands in the relation ('the other two plates').
    `seen`: left and right are those of the main camera's picture. `others`: other ways to read the same."""

    text: str
    noun: str
    selectors: tuple[Selector, ...] = ()
    where: tuple[Where, ...] = ()
    sides: tuple[str, ...] = ()
    other: bool = False
    seen: bool = False
    others: tuple[Reading, ...] = ()


_VIEW = re.compile(r"\bas seen (?:from|by|in) the (?:camera|picture|viewer|front)\b|\bin the (?:picture|view|image)\b")
_WHAT = re.compile(
    r"^(?:what|which things?|things?|anything|something|everything|all|objects?|the things?|the objects?)"
    r"(?: (?:that|which))?(?: (?:is|are|s|lies|lie|stands|stand|hangs|hang|sits|sit|rests|rest|can be found|there is))?"
    r"(?: (?:lying|standing|hanging|sitting|resting|placed))? +(?=(?:{})\b)"
)
_MARKERS: tuple[tuple[str, str], ...] = tuple(
    (words, kind)
    for kind, phrases in {
        "left_of": "to the left hand side of|to the left side of|on the left hand side of|on the left side of|at the left side of"
        "|to the left of|on the left of|at the left of|left of",
        "right_of": "to the right hand side of|to the right side of|on the right hand side of|on the right side of"
        "|at the right side of|to the right of|on the right of|at the right of|right of",
        "in_front_of": "right in front of|directly in front of|straight in front of|in front of|before",
        "behind": "right behind|directly behind|straight behind|behind|at the back of|in back of",
        "end": "at the end of",
        "on": "on top of|on the top of|lying on|standing on|sitting on|resting on|placed on|stands on|lies on|sits on|atop|upon"
        "|on",
        "under": "underneath|beneath|right under|directly under|right below|under|below",
        "above": "directly above|right above|hanging over|hanging above|above|over",
        "inside": "inside of|inside|within|kept in|in",
        "next_to": "right next to|next to|right beside|beside|alongside|adjacent to"
        "|to the side of|on either side of|on both sides of|on each side of|flanking|by|at",
        "nearest": "nearest to|closest to|nearer to|closer to|nearest|closest|nearer|closer",
        "farthest": "farthest from|furthest from|farthest away from|furthest away from|most distant from|farther from|further from"
        "|farther away from|further away from|farthest|furthest",
        "near": "close to|near to|near|around",
        "between": "in between|between",
        "touching": "touching",
        "against": "along|up against|standing against|leaning against|against",
        "facing": "that faces|which faces|looking at|turned to|facing",
        "across": "across from|opposite to|opposite",
        "except": "except for|except|other than|apart from|but not|excluding",
        "with": "with|having|that has|which has|that have",
        "part_of": "that belongs to|belonging to|of",
    }.items()
    for words in phrases.split("|")
)
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _kind in sorted(_MARKERS, key=lambda m: -len(m[0].split())):
    _BY_FIRST.setdefault(_words.split()[0], []).append((tuple(_words.split()), _kind))
_WHAT = re.compile(
    _WHAT.pattern.replace("{}", "|".join(re.escape(w) for w, _ in sorted(_MARKERS, key=lambda m: -len(m[0]))))
)

_ONE_OF = re.compile(
    r"^(?:the |a |any )?ones? of |\b(?:pieces?|items?|kinds?|types?|sorts?|bits?) of "
    r"|\b(?:which is |that is |are |is )?made (?:out )?(?:of|from) "
)
_CARRIED = re.compile(
    r"^(?P<who>.+?) (?:with|that has|which has|has|have|having|that holds|holding|carrying) (?P<what>.+?)"
    r" (?P<how>on|in|inside|under|beside|next to|above|behind) (?:it|top|top of it|them)$"
)
_CARRYING = {
    "on": "supports", "in": "holds", "inside": "holds", "under": "above", "beside": "next_to", "next to": "next_to", "above": "under",
    "behind": "in_front_of",
}  # fmt: skip
"""'The table with a lamp on it' is what the lamp is on: the relation from the other side."""
_REGION = re.compile(
    r"\b(?P<by>at|on|by|near) the (?P<what>(?:short |long )?ends?|edge|head|foot|sides?|front|back|corner|top|bottom) of\b"
)


def _region(match: re.Match[str]) -> str:
    """'at the end of the table' is beside it, 'on the top of' on it."""
    plain = match["what"].split()[-1].rstrip("s")
    return {
        "top": "on",
        "front": "in front of",
        "back": "behind",
        "bottom": "under",
        "end": "at the end of",
        "head": "at the end of",
    }.get(plain, "next to")


_JOINS = re.compile(
    r"(?<!the )(?<!a )(?<!its )\b(?:(?:that|which|who) )?"
    r"(?:(?:is|are|was|were|s|stands?|sits?|hangs?|lies?|lays?|rests?|leans?|goes) )?"
    r"(?:(?:hanging|standing|sitting|lying|resting|leaning|placed|located|mounted|hung|kept|stored"
    r"|positioned|situated|set|put|found|tucked) )?"
    r"(?:(?:right|directly|just|immediately|straight|exactly|over|up|down|out) )?(?=(?:MARKERS)\b)".replace(
        "MARKERS", "|".join(re.escape(w) for w, _ in sorted(_MARKERS, key=lambda m: -len(m[0])))
    )
)
"""What may stand between a noun and its relation: 'the picture that is hanging just above the bed'."""

_ORDINALS = {
    w: n
    for n, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th", "ninth 9th"), 1
    )
    for w in words.split()
}  # fmt: skip
_COUNTED_FROM = re.compile(
    rf"^(?:the )?(?P<which>{'|'.join(_ORDINALS)}) (?:nearest |closest )?(?P<who>\w+(?: \w+){{0,3}}?) (?:away )?(?:from|to)"
    r" (?P<goal>(?!the (?:left|right)\b).+)$"
)
"""'the second mug from the bowl'"""
_SUPERLATIVES: dict[str, tuple[str, bool]] = {
    "biggest": ("size", True), "largest": ("size", True), "smallest": ("size", False), "littlest": ("size", False),
    "tiniest": ("size", False), "tallest": ("height", True), "shortest": ("height", False), "widest": ("width", True),
    "broadest": ("width", True), "narrowest": ("width", False), "thinnest": ("depth", False), "thickest": ("depth", True),
    "slimmest": ("width", False), "longest": ("length", True), "deepest": ("depth", True), "shallowest": ("depth", False),
    "highest": ("level", True), "lowest": ("level", False), "topmost": ("level", True), "uppermost": ("level", True),
    "lowermost": ("level", False), "bottommost": ("level", False), "leftmost": ("screen_x", False),
    "rightmost": ("screen_x", True), "frontmost": ("screen_depth", False), "foremost": ("screen_depth", False),
    "backmost": ("screen_depth", True), "rearmost": ("screen_depth", True), "hindmost": ("screen_depth", True),
}  # fmt: skip
_COMPARATIVES = {
    "bigger": "biggest", "larger": "largest", "smaller": "smallest", "taller": "tallest", "shorter": "shortest", "wider": "widest",
    "narrower": "narrowest", "longer": "longest", "deeper": "deepest", "higher": "highest",
}  # fmt: skip
_LEVELS = {"upper": True, "top": True, "lower": False, "bottom": False}
_SIDES = ("left", "right", "front", "back", "rear")
_DETERMINERS = frozenset(
    (
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "one",
        "all",
        "each",
        "every",
        "two",
        "three",
        "four",
    )
)
_PLACES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:the |a )?(?:far |(?:(?:left|right|back|front|rear)[ -]?){1,2})?(?:room )?corner(?: of the room)?$"), "corner"),
    (re.compile(r"^(?:the |a )?(?P<side>left|right|back|front|rear)(?: hand)?(?: side)? ?wall$"), "wall"),
    (re.compile(r"^(?:the |a )?walls?$"), "wall"),
    (re.compile(r"^(?:the )?ceiling$"), "ceiling"),
    (re.compile(r"^(?:the )?(?:floor|ground)$"), "floor"),
    (re.compile(r"^(?:the )?(?:middle|centre|center)(?: of the room)?$"), "middle"),
    (re.compile(r"^(?:the )?(?P<side>left|right|front|back)(?: hand)?(?: side)?$"), "side"),
)  # fmt: skip


def read_query(text: str) -> Reading:
    """Read a query. What it means is not asked: a description ('keeps the milk cold') is read as a noun of many words."""
    seen = bool(_VIEW.search(text.lower()))
    body = plain_wording(_VIEW.sub(" ", text.lower()))
    anything = _WHAT.match(body)
    wanted = _ONE_OF.sub(" ", _REGION.sub(_region, body[anything.end() :] if anything else body))
    wanted = " ".join(_JOINS.sub(" ", wanted).split())
    counted = _COUNTED_FROM.match(wanted)
    carried = _CARRIED.match(wanted)
    if carried:
        held = Where(_CARRYING[carried["how"]], (_read(carried["what"].split(), False)[0],))
        chains = [replace(c, where=(held, *c.where)) for c in _read(carried["who"].split(), False)]
    elif counted:
        away = Where("nearest", (_read(counted["goal"].split(), False)[0],), ordinal=_ORDINALS[counted["which"]])
        chains = [replace(_noun(counted["who"], wanted), where=(away,))]
    else:
        chains = _read(wanted.split(), anything is not None)
    first, *others = [replace(c, text=body, seen=seen or c.seen) for c in chains]
    return replace(first, others=tuple(others))


def _marker(tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """The kind of the relation that begins there, and how many words say so."""
    for words, kind in _BY_FIRST.get(tokens[at], ()):
        if tuple(tokens[at : at + len(words)]) == words:
            return kind, len(words)
    return None


def _split(tokens: Sequence[str], anything: bool) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The words before the first relation, and each relation with the words up to the next."""
    parts: list[tuple[str, list[str]]] = []
    head: list[str] = []
    at = 0
    while at < len(tokens):
        if tokens[at] == "not" and at + 1 < len(tokens) and (denied := _marker(tokens, at + 1)):
            parts.append((f"not {denied[0]}", []))
            at += 1 + denied[1]
            continue
        found = _marker(tokens, at)
        # 'the nearest chair' and 'a chest of drawers' are no relations: the first has none before it, the second is one noun
        if (
            found
            and (at + found[1] < len(tokens))
            and not (found[0] in ("nearest", "farthest") and not head and not parts and not anything)
        ):
            parts.append((found[0], []))
            at += found[1]
            continue
        (parts[-1][1] if parts else head).append(tokens[at])
        at += 1
    return head, parts


def _read(tokens: Sequence[str], anything: bool) -> list[Reading]:
    """All readings, the likeliest first: a relation belongs to the noun before it, or else to the first noun."""
    head, parts = _split(tokens, anything)
    base = _noun("" if anything and not head else " ".join(head), " ".join(tokens))
    if base.noun == "" and not anything and parts and parts[0][0] in ("nearest", "farthest") and len(parts) == 1:
        most = parts[0][0] == "farthest"  # 'the nearest chair': to who looks
        near = _noun(" ".join(parts[0][1]), base.text)
        return [replace(near, selectors=(*near.selectors, Selector("screen_depth", most)))]
    if not parts:
        return [base]
    out = [replace(base, where=w) for w in _attached(parts, first=True)]
    if parts[0][0] == "part_of" and head and len(parts) == 1:
        out.append(_noun(" ".join(tokens), base.text))  # 'a chest of drawers', 'something of stone'
    unique: dict[Reading, None] = dict.fromkeys(out)
    return list(unique)


def _attached(parts: Sequence[tuple[str, list[str]]], *, first: bool) -> list[tuple[Where, ...]]:
    """The ways in which relations hang on one noun."""
    (kind, words), rest = parts[0], parts[1:]
    out: list[tuple[Where, ...]] = []
    if rest:
        # the next belongs to this one's target
        for inner in _attached(rest, first=False):
            made = _where(kind, words, inner)
            if made is not None:
                out.append((made,))
    alone = _where(kind, words, ())
    if alone is not None:
        if rest:
            out += [(alone, *more) for more in _attached(rest, first=False)]
        else:
            out.append((alone,))
    return out


def _where(kind: str, words: list[str], inner: tuple[Where, ...]) -> Where | None:
    """One relation; None where its words cannot have relations of their own ('it', a wall that is meant as a place)."""
    if kind.startswith("not "):
        denied = _where(kind.removeprefix("not "), words, inner)
        return None if denied is None else replace(denied, negated=True)
    phrase = " ".join(words)
    if not inner:
        for pattern, place in _PLACES:
            match = pattern.match(phrase)
            if match and kind in ("on", "inside", "against", "near", "next_to", "under", "above"):
                side = (match.groupdict().get("side") or "").replace("rear", "back")
                if place == "wall" and kind in ("on", "against") and (side or kind == "on" or phrase.endswith("wall")):
                    return Where("wall" if kind == "on" else "against", (), side or "any")
                if place == "side":
                    return Where("side", (), side)
                if place in ("corner", "ceiling", "middle") or (place == "floor" and kind == "on"):
                    return Where(place)
    if kind == "between" and "and" in words and not inner:
        at = words.index("and")
        return Where(kind, (_noun(" ".join(words[:at]), phrase), _noun(" ".join(words[at + 1 :]), phrase)))
    return Where(kind, (replace(_noun(" ".join(words), phrase), where=inner),))


def _noun(words: str, text: str) -> Reading:
    """Selectors taken out of the words of a noun."""
    selectors: list[Selector] = []
    sides: list[str] = []
    kept: list[str] = []
    tokens = words.split()
    other = bool({"other", "another", "others"} & set(tokens))
    tokens = [t for t in tokens if t not in ("other", "another", "others")]
    if other and all(t in _DETERMINERS for t in tokens):
        tokens = []
    while tokens and tokens[0] in _DETERMINERS and len(tokens) > 1:
        tokens = tokens[1:]
    if tokens[:2] == ["of", "the"]:
        tokens = tokens[2:]
    ordinal = 1
    for at, word in enumerate(tokens):
        last = at == len(tokens) - 1
        if word in _ORDINALS and any(t in _SUPERLATIVES for t in tokens[at + 1 : at + 3]):
            ordinal = _ORDINALS[word]
        elif word in _SUPERLATIVES and not last:
            measure, most = _SUPERLATIVES[word]
            selectors.append(Selector(measure, most, ordinal))
        elif word in _COMPARATIVES and not last:
            measure, most = _SUPERLATIVES[_COMPARATIVES[word]]
            selectors.append(Selector(measure, most, 1, comparative=True))
        elif word in _LEVELS and not last:
            selectors.append(Selector("level", _LEVELS[word], 1, comparative=True))
        elif word in ("middle", "central") and not last:
            selectors.append(Selector("middle"))
        elif word in _SIDES and not last:
            sides.append(word.replace("rear", "back"))
        elif word in _DETERMINERS and not kept:
            continue
        else:
            kept.append(word)
    if len(kept) > 1 and kept[0] in ("something", "anything", "things", "thing"):
        kept = [*kept[1:], "thing"]
    return Reading(text, " ".join(kept), tuple(selectors), (), tuple(sides), other)
