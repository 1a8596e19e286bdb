"""Attach the relations of a query to its nouns: a second relation may belong to the thing looked for, or to what the first one names.

Which of these is meant is left open: all ways to read the words are given, the likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.scene.english import Meaning
from scenewright.scene.semantics.queries.markers import marker_at
from scenewright.scene.semantics.queries.readings import Where, read_noun
from scenewright.scene.semantics.words import default_lexicon

__all__ = ["attached", "relation_starts", "relation_ways", "split_relations"]

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


def split_relations(tokens: Sequence[str], anything: bool) -> tuple[list[str], list[_Part]]:
    """Split into the words before the first relation, and each relation with the words up to the next one."""
    parts: list[_Part] = []
    head: list[str] = []
    at, apart = 0, False
    while at < len(tokens):
        if tokens[at] == ",":
            apart, at = True, at + 1
            continue
        if tokens[at] == "of" and 0 < at < len(tokens) - 1 and _one_name(tokens[at - 1], tokens[at + 1]):
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


def _one_name(noun: str, after: str) -> bool:
    """Whether *noun of after* is one name: *a vase of flowers*, *a loaf of bread*."""
    return noun in _AMOUNTS or default_lexicon().knows(f"{noun} of {after}")


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
    head, parts = split_relations(tokens, True)
    if head or not parts:
        return None
    meaning, words, _ = parts[0]
    return meaning, " ".join(words), attached(parts)


_MOST_WAYS = 16
"""The most ways to attach the remaining relations that are tried. They double with each relation, and people use at most six."""
_ITS_OWN = ("with", "across", "behind", "nearest", "farthest", "far", "facing", "part_of", "supports")
"""Relations that tell one wall from another. The others say where on a wall a thing is."""


def attached(parts: Sequence[_Part]) -> list[tuple[Where, ...]]:
    """The ways to attach relations to one noun."""
    (meaning, words, _), rest = parts[0], parts[1:]
    ways = attached(rest)[:_MOST_WAYS] if rest else []
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
        return Where(kind, (read_noun(first, first), replace(read_noun(second, second), where=inner)))
    return Where(kind, (replace(read_noun(" ".join(words), phrase), where=inner),))


def _sides_of(phrase: str) -> str:
    """The sides in a phrase: 'back left' of *the back left corner*."""
    sides = [
        w.replace("rear", "back")
        for w in phrase.replace("-", " ").split()
        if w in ("left", "right", "back", "front", "rear")
    ]
    return " ".join(sides)
