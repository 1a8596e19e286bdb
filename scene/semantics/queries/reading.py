"""Read an English query: what is looked for, which of several, and where it is.

``the second tallest pine left of the cabin`` looks for *pine*, selects the second by height, and has a relation to *cabin*. Words
that are neither selector nor relation stay with the noun (:func:`scenewright.scene.semantics.words.phrases.parse` reads colors,
materials and sizes among them). Which noun a second relation belongs to (*the toy on the mat nearest the bed*) is left open:
:attr:`Reading.others` are the other ways to read the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scenewright.scene.english import (
    DEFINITE,
    FARTHEST,
    NEAREST,
    ORDINAL_WORDS,
    ORDINALS,
    STATED_POSTURES,
    Meaning,
    Selector,
    is_farther,
)
from scenewright.scene.english.noun_words import noun_words
from scenewright.scene.semantics.queries.clauses import describes_only, has_clause
from scenewright.scene.semantics.queries.denials import spoken_denials, taken_denials
from scenewright.scene.semantics.queries.markers import ADVERBS, MARKER, marker_at, spoken_marks
from scenewright.scene.semantics.queries.sentences import plain_sentence
from scenewright.scene.semantics.queries.wording import plain_wording

__all__ = ["Reading", "Selector", "Where", "read_query", "relation_starts", "relation_ways", "relation_words"]


@dataclass(frozen=True, slots=True)
class Where:
    """A relation to other things. `kind`: of :data:`scenewright.scene.english.relations.KINDS`, or with, supports, holds, part_of, or a
    place: corner, wall, ceiling, floor, middle, side. `targets`: what the relation is to. `turned`: the relation holds from the target to
    the thing looked for. `side`: of a place, 'left', 'right', 'back', 'front'; '' or 'any' for any. `ordinal`: of nearest and farthest,
    from 1. `negated`: the relation does not hold. `within`, `beyond`, `how`: as in a meaning."""

    kind: str
    targets: tuple[Reading, ...] = ()
    side: str = ""
    ordinal: int = 1
    negated: bool = False
    turned: bool = False
    within: float | None = None
    beyond: float | None = None
    how: str = field(default="", compare=False)

    @property
    def meaning(self) -> Meaning:
        """The relation without its targets."""
        return Meaning(self.kind, self.turned, self.negated, self.within, self.beyond, self.how)


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as read. `text`: the whole query. `noun`: the noun with attributes; '' where anything may be meant (*what is on the desk?*).
    `sides`: left, right, front, back before the noun. `other`: another thing than the one already named (*the other two plates*).
    `seen`: left and right are those of the main camera's picture. `others`: other ways to read the same text.
    `either`: alternatives (*the lamp or the shelf, whichever is nearer*); `noun` is then ''. `denied`: attributes that the thing must not
    have (*not red*). `definite`: the query presupposes that
    the thing exists (*the chair next to the bed*, *which chair*). If the relation holds for none,
    it may mean one for which it nearly holds."""

    text: str
    noun: str
    selectors: tuple[Selector, ...] = ()
    where: tuple[Where, ...] = ()
    sides: tuple[str, ...] = ()
    other: bool = False
    seen: bool = False
    others: tuple[Reading, ...] = ()
    either: tuple[Reading, ...] = ()
    denied: tuple[str, ...] = ()
    definite: bool = False


_WHICH = re.compile(r"^(?:which|whichever)\b")
"""Queries that presuppose that there is such a thing."""
_VIEW = re.compile(
    r"\b(?:as |when )?(?:seen|viewed|looking) (?:from|by|in|through) the (?:camera|picture|viewer|front|"
    r"entrance side)\b|\b(?:in|from) the (?:picture|view|image"
    r"|photo|camera(?: s)?(?: view| perspective| position)?)\b(?! (?:above|over|on))"
)
_VERBS = (
    r"(?:(?:that|which|who|what) )?(?:(?:is|are|was|were|s|be|been|being|can be|has been|have been|has|have|had|there is|there are) )*"
    rf"(?:(?:{ADVERBS}) )*(?:(?:{STATED_POSTURES}) )?(?:(?:{ADVERBS}) )*"
)
_WHAT = re.compile(
    r"^(?:what|whatever|whichever|which|which things?|things?|anything|something|everything|everybody|all|objects?|the things?|the objects?"
    rf"|that what|those things?)(?: (?:else|of those|of these|of them))? {_VERBS}(?!of\b)(?=(?:not )?(?:{MARKER})\b)"
)
_JOINS = re.compile(rf"(?<!the )(?<!\ba )(?<!its )(?<!\bmy )(?<![\w~]){_VERBS}(?!of\b)(?=(?:{MARKER})\b)")
"""Words between a noun and its relation: *the picture that is hanging just above the bed*."""
_OPEN = re.compile(
    rf"\b(?:that|which|who) (?:(?:has|have|had|is|are|was|were) )?(?!belong|has|have|face)\w+ (?:(?:{ADVERBS}) )*(?=(?:{MARKER})\b)"
)
"""A clause with any verb, before a relation: *the ball that has rolled under the bed*."""
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
"""Preposition -> relation from the other side: *the table with a lamp on it* supports the lamp."""
_REGION = re.compile(
    r"\b(?P<by>at|on|by|near) the (?P<what>(?:short |long )?ends?|edge|head|foot|sides?|front|back|corner|top|bottom) of\b"
)


def _region(match: re.Match[str]) -> str:
    """The plain relation for a region of a thing: *at the edge of the table* is next to it, *on the top of* is on it."""
    plain = match["what"].split()[-1].rstrip("s")
    return {
        "top": "on",
        "front": "in front of",
        "back": "behind",
        "bottom": "under",
        "end": "at the end of",
        "head": "at the end of",
    }.get(plain, "next to")


_COUNTED_FROM = re.compile(
    rf"^(?:the )?(?P<which>{ORDINAL_WORDS}) (?:nearest |closest )?(?P<who>\w+(?: \w+){{0,3}}?) (?:away )?(?:from|to)"
    r" (?P<goal>(?!the (?:left|right)\b).+)$"
)
"""'the second mug from the bowl'"""
_NEAREST_TO = re.compile(
    rf"^(?:the )?(?:(?P<which>{ORDINAL_WORDS}) )?(?P<how>{NEAREST}|{FARTHEST}) (?!to\b|from\b)(?P<who>\w+(?: \w+){{0,3}}?)"
    r" (?:away )?(?:from|to) (?P<goal>(?!the (?:left|right)\b).+)$"
)
"""'the nearest chair to the door'"""
_PLACES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:the |a )?(?:far |(?:(?:left|right|back|front|rear)[ -]?){1,2})?(?:room )?corners?(?: of the "
        r"(?:room|hall|shop|house|kitchen))?$"), "corner"),
    (re.compile(r"^(?:the |a )?(?P<side>left|right|back|front|rear)(?: hand)?(?: side)? ?wall$"), "wall"),
    (re.compile(r"^(?:the |a )?walls?$"), "wall"),
    (re.compile(r"^(?:the )?ceiling$"), "ceiling"),
    (re.compile(r"^(?:the )?(?:floor|ground)$"), "floor"),
    (re.compile(r"^(?:the )?(?:very )?(?:middle|centre|center)(?: of the (?:room|hall|shop|floor|house|kitchen))?$"), "middle"),
    (re.compile(r"^(?:the )?(?P<side>left|right|front|back)(?: hand)?(?: side)?$"), "side"),
)  # fmt: skip


_ROOM = re.compile(r"^(?:the |this )?(?:whole |entire )?(?:room|hall|shop|floor|house|kitchen|scene|space)$")


def read_query(text: str) -> Reading:
    """Read a query by its form alone: a description (*keeps the milk cold*) becomes a noun of many words."""
    seen = bool(_VIEW.search(text.lower()))
    plain = plain_wording(_VIEW.sub(" ", text.lower()))
    body = spoken_marks(plain)
    sentence = plain_sentence(plain)
    anything = _WHAT.match(sentence) or re.match(r"^(?:what|whatever) (?=[,~])", sentence)
    wanted = _ONE_OF.sub(" ", _REGION.sub(_region, sentence[anything.end() :] if anything else sentence))
    wanted = " ".join(_JOINS.sub(" ", wanted).split())
    said = spoken_marks(wanted)
    if "," not in said and said and not anything and not (has_clause(said) or describes_only(said)):
        body = said
    wanted = " ".join(_OPEN.sub(" ", wanted).split())
    counted = _NEAREST_TO.match(wanted) or _COUNTED_FROM.match(wanted)
    carried = _CARRIED.match(wanted)
    if carried:
        held = Where(_CARRYING[carried["how"]], (_read(carried["what"].split(), False)[0],))
        chains = [replace(c, where=(held, *c.where)) for c in _read(carried["who"].split(), False)]
    elif counted:
        kind = "farthest" if is_farther(counted.groupdict().get("how") or "") else "nearest"
        goal = _read(counted["goal"].split(), False)[0]
        away = Where(kind, (goal,), ordinal=ORDINALS.get(counted["which"], 1))
        chains = [replace(_noun(counted["who"], wanted), where=(away,))]
    else:
        chains = _read(wanted.split(), anything is not None)
    which = bool(_WHICH.match(text.lower().strip()))
    first, *others = [replace(c, text=body, seen=seen or c.seen, definite=which or c.definite) for c in chains]
    return replace(first, others=tuple(others))


_LACKS = Meaning("with", denied=True)
_AMOUNTS = frozenset(
    [
        "vase",
        "pile",
        "piles",
        "stack",
        "stacks",
        "roll",
        "rolls",
        "bunch",
        "bunches",
        "heap",
        "heaps",
        "bowl",
        "basket",
        "bucket",
        "pair",
        "set",
        "group",
        "row",
        "glass",
        "bottle",
        "jar",
    ]
)
"""Nouns that form one noun with *of*: *a vase of flowers*."""
_Part = tuple[Meaning, list[str], bool]
"""A relation, the words after it, and whether a comma stands before it; it then rather belongs to the first noun."""


def _split(tokens: Sequence[str], anything: bool) -> tuple[list[str], list[_Part]]:
    """Split into the words before the first relation, and each relation with the words up to the next one."""
    parts: list[_Part] = []
    head: list[str] = []
    at, apart = 0, False
    while at < len(tokens):
        if tokens[at] == ",":
            apart, at = True, at + 1
            continue
        if tokens[at] == "of" and at and tokens[at - 1] in _AMOUNTS and at + 1 < len(tokens):
            (parts[-1][1] if parts else head).append("of")
            at += 1
            continue
        found = marker_at(tokens, at)  # 'not far from' is one phrase
        if found is not None and found[0] == _LACKS and not (head or parts or anything):
            found = None  # 'without it you see nothing' names nothing that lacks it
        denied = found is None and tokens[at] == "not" and at + 1 < len(tokens)
        found = marker_at(tokens, at + 1) if denied else found
        after = at + (1 if denied else 0) + (found[1] if found else 0)
        # 'the nearest chair' has no relation: no noun stands before 'nearest'
        bare = (
            found is not None
            and found[0].kind in ("nearest", "farthest")
            and not (head or parts or anything)
            and tokens[after : after + 1] != ["the"]
        )
        if found and (denied or (after < len(tokens) and not bare)):
            parts.append((replace(found[0], denied=found[0].denied != denied), [], apart))
            at, apart = after, False
            continue
        (parts[-1][1] if parts else head).append(tokens[at])
        at += 1
    return head, [p for p in parts if p[1]] if any(p[1] for p in parts) else parts


def relation_words(plain: str) -> str:
    """Remove the words between a noun and its relation from plain words."""
    return " ".join(_JOINS.sub(" ", _REGION.sub(_region, plain)).split())


def relation_starts(tokens: Sequence[str]) -> list[int]:
    """Numbers of the tokens at which relations begin."""
    out, at = [], 0
    while at < len(tokens):
        found = marker_at(tokens, at)
        denied = found is None and tokens[at] == "not" and at + 1 < len(tokens)
        found = marker_at(tokens, at + 1) if denied else found
        if found is not None:
            out.append(at)
        at += 1 if found is None else found[1] + (1 if denied else 0)
    return out


def relation_ways(tokens: Sequence[str]) -> tuple[Meaning, str, list[tuple[Where, ...]]] | None:
    """For words that begin with a relation: its meaning, the words of its target, and the ways to read all relations. None where the words
    do not begin with a relation, or nothing follows it."""
    head, parts = _split(tokens, True)
    if head or not parts:
        return None
    meaning, words, _ = parts[0]
    return meaning, " ".join(words), _attached(parts)


def _read(tokens: Sequence[str], anything: bool) -> list[Reading]:
    """All readings, the likeliest first. A relation belongs to the noun just before it or to the first noun."""
    near = next((int(t[5:]) for t in tokens if t.startswith("~near") and t[5:].isdigit()), 0)
    head, parts = _split([t for t in tokens if not (t.startswith("~near") and t[5:].isdigit())], anything)
    base = _noun("" if anything and not head else " ".join(head), " ".join(tokens))
    if (
        base.noun == ""
        and not base.either
        and not anything
        and parts
        and parts[0][0].kind in ("nearest", "farthest")
        and parts[0][1][:1] != ["the"]
        and len(parts) == 1
    ):
        most = parts[0][0].kind == "farthest"  # 'the nearest chair': nearest to the viewer
        shown = _noun(" ".join(parts[0][1]), base.text)
        return [replace(shown, selectors=(*shown.selectors, Selector("screen_depth", most)))]
    if not parts:
        return [base]
    out = [replace(base, where=w) for w in _attached(parts)]
    if near:
        out = [
            replace(r, where=tuple(replace(w, ordinal=near) if w.kind == "nearest" else w for w in r.where))
            for r in out
        ]
    marks = [t for t in parts[-1][1] if taken_denials(t)[1]]
    if marks and (head or anything):  # 'the things on the bed that are not green': the things, or the bed
        rest = [*parts[:-1], (parts[-1][0], [t for t in parts[-1][1] if t not in marks], parts[-1][2])]
        denied = tuple(d for t in marks for d in taken_denials(t)[1])
        out += [replace(base, where=w, denied=(*base.denied, *denied)) for w in _attached(rest)]
    if parts[0][0].kind == "part_of" and head and len(parts) == 1:
        out.append(_noun(" ".join(tokens), base.text))  # 'a chest of drawers', 'something of stone'
    unique: dict[Reading, None] = dict.fromkeys(out)
    return list(unique)


_MOST_WAYS = 16
"""The most ways to attach the remaining relations that are tried. They double with each relation, and people use at most six."""
_ITS_OWN = ("with", "across", "behind", "nearest", "farthest", "far", "facing", "part_of", "supports")
"""Relations that tell one wall from another. The others say where on a wall a thing is."""


def _attached(parts: Sequence[_Part]) -> list[tuple[Where, ...]]:
    """The ways to attach relations to one noun."""
    (meaning, words, _), rest = parts[0], parts[1:]
    ways = _attached(rest)[:_MOST_WAYS] if rest else []
    # the next relation belongs to this one's target (nested) or to the noun (flat)
    nested = [(made,) for inner in ways if (made := _where(meaning, words, inner)) is not None]
    alone = _where(meaning, words, ())
    flat: list[tuple[Where, ...]] = []
    if alone is not None:
        flat = [(alone, *more) for more in ways] if rest else [(alone,)]
    surface = (
        words
        and words[-1] in ("wall", "walls", "floor", "ground", "ceiling")
        and rest
        and rest[0][0].kind not in _ITS_OWN
    )
    return [*flat, *nested] if rest and (rest[0][2] or surface) else [*nested, *flat]


def _where(meaning: Meaning, words: list[str], inner: tuple[Where, ...]) -> Where | None:
    """One relation; None where its target cannot have the `inner` relations (a corner or side of the room)."""
    made = _plain_where(meaning.kind, words, inner)
    return (
        None
        if made is None
        else replace(
            made,
            negated=meaning.denied,
            turned=meaning.turned,
            within=meaning.within,
            beyond=meaning.beyond,
            how=meaning.how,
        )
    )


def _plain_where(kind: str, words: list[str], inner: tuple[Where, ...]) -> Where | None:
    """The relation without denial, turn and distance."""
    phrase = " ".join(words)
    for pattern, place in _PLACES:
        match = pattern.match(phrase)
        if match and kind in ("on", "inside", "against", "touching", "attached", "near", "next_to", "under", "above"):
            side = (match.groupdict().get("side") or "").replace("rear", "back")
            if inner and place != "wall":
                return None
            if inner:
                break
            as_place = {"on": "wall", "attached": "wall", "against": "against", "touching": "against"}.get(kind)
            if place == "wall" and as_place is not None:
                return Where(as_place, (), side or "any")
            if place == "side":
                return Where("side", (), side)
            if place in ("corner", "ceiling", "middle") or (place == "floor" and kind == "on"):
                return Where(place, (), _sides_of(phrase) if place == "corner" else "")
    if kind == "centre" and _ROOM.match(phrase) and not inner:
        return Where("middle")
    if kind == "between" and "and" in words:
        at = words.index("and")
        first, second = " ".join(words[:at]), " ".join(words[at + 1 :])
        return Where(kind, (_noun(first, first), replace(_noun(second, second), where=inner)))
    return Where(kind, (replace(_noun(" ".join(words), phrase), where=inner),))


def _sides_of(phrase: str) -> str:
    """The sides in a phrase: 'back left' of *the back left corner*."""
    sides = [
        w.replace("rear", "back")
        for w in phrase.replace("-", " ").split()
        if w in ("left", "right", "back", "front", "rear")
    ]
    return " ".join(sides)


def _noun(words: str, text: str) -> Reading:
    """Read the words of a noun; those of *the lamp ~or the shelf* as alternatives."""
    if " ~or " in words:
        either = tuple(_noun(w, text) for w in words.split(" ~or "))
        selectors = either[0].selectors
        return Reading(text, "", selectors, either=tuple(replace(e, selectors=()) for e in either))
    plain, denied = taken_denials(words)
    read = noun_words(plain)
    return Reading(
        spoken_denials(text),
        read.kept,
        read.selectors,
        (),
        read.sides,
        read.other,
        denied=denied,
        definite=plain.partition(" ")[0] in DEFINITE,
    )
