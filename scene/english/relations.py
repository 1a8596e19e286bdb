"""Spoken relations: every phrase for where a thing is, with its one meaning.

The writer of descriptions, queries and questions all read this table. To teach a phrase to all three, add it here.
Adverbs (*just*, *directly*) and verbs of posture (*standing*, *hangs*) are in :mod:`scenewright.scene.english.manner`. A phrase of the
table begins after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scenewright.scene.english.small_words import DETERMINERS

__all__ = ["BARE", "IMPLIED", "KINDS", "PHRASES", "TABLE", "Meaning", "PhraseTable", "phrase_pattern"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says of a and b (*a is ... b*).

    `kind`: a key of :data:`KINDS`. `turned`: the relation holds from b to a (*a is surrounded by b*). `denied`: it does not hold.
    `within`: the greatest distance between the two, in metres; `beyond`: the least. Where either is given, it decides instead of the kind.
    `how`: a shade of the meaning that a reader may need (*along* is *against*, lengthwise). Equality ignores `how`.
    """

    kind: str
    turned: bool = False
    denied: bool = False
    within: float | None = None
    beyond: float | None = None
    how: str = field(default="", compare=False)

    @property
    def measured(self) -> bool:
        """Whether the phrase states a distance in metres."""
        return self.within is not None or self.beyond is not None

    def allows(self, gap: float) -> bool:
        """Whether a distance of `gap` metres between the two agrees with `within` and `beyond`."""
        return (self.within is None or gap <= self.within + 1e-6) and (self.beyond is None or gap >= self.beyond - 1e-6)

    @property
    def word(self) -> str:
        """`how` where it is given, else `kind`."""
        return self.how or self.kind


KINDS: dict[str, str] = {
    "on": "a rests on b",
    "under": "a is below b",
    "above": "a is over b",
    "inside": "a is in b",
    "outside": "a is by b, and not in it",
    "attached": "b holds a, which need not stand on it",
    "touching": "a and b meet",
    "next_to": "a is beside b, within half a metre",
    "near": "a is a step or two from b",
    "nearest": "of several, a is the nearest to b",
    "apart": "a keeps some distance from b",
    "far": "a is far from b",
    "farthest": "of several, a is the farthest from b",
    "left_of": "a is at the left hand of b",
    "right_of": "a is at the right hand of b",
    "in_front_of": "a is before the front of b",
    "behind": "a is at the back of b",
    "across": "a is opposite b, with room between them",
    "facing": "the front of a is turned to b; people at a desk or a piano look over it at b",
    "away": "the back of a is turned to b",
    "against": "a stands at b, as one stands at a wall",
    "around": "a are on all sides of b",
    "flank": "a are on two sides of b",
    "between": "a is between b and c",
    "centre": "a is at the middle of b",
    "end": "a is at a short side of b",
    "except": "a is not b",
}
"""Kind -> what it means, in plain words."""

IMPLIED = {"around": "near", "flank": "next_to", "outside": "near", "attached": "touching", "far": "farthest"}
"""Kind -> a simpler kind, for code that judges single pairs or rough boxes."""

_SIDES = (
    "to the {s} hand side of|to the {s} side of|to the {s} of"
    "|on the {s} of|at the {s} of|on {s} of|at {s} of|to {s} of|{s} hand of|{s} of|{s} from|{s} to"
)
_HALVES = "on the {s} hand side of|on the {s} side of|at the {s} side of|at {s} side of|on {s} side of"
"""Places on a thing, too: the left side of a sofa is where one sits at the left, or the floor beside it."""
_MIDDLES = "|".join(
    f"{at} the {middle} of" for at in ("in", "at", "on") for middle in ("middle", "center", "centre")
) + "".join(
    f"|in the {very} {middle} of"
    for very in ("exact", "dead", "very")
    for middle in ("middle", "center", "centre")
)  # fmt: skip

TABLE: tuple[tuple[Meaning, str], ...] = (
    (Meaning("left_of", how="half"), _HALVES.format(s="left")),
    (Meaning("right_of", how="half"), _HALVES.format(s="right")),
    (Meaning("left_of"), _SIDES.format(s="left")),
    (Meaning("right_of"), _SIDES.format(s="right")),
    (
        Meaning("in_front_of"),
        "in front of|in front|infront of|in-front of|in the front of|at the front of|ahead of|before",
    ),
    (
        Meaning("behind"),
        "behind of|behind|at the back of|in back of|in the back of|to the back of|to the rear of|at the rear of|round the back of"
        "|around the back of|beyond",
    ),
    (Meaning("on", how="top"), "on top of|on the top of|on top|atop of|atop|over top of|up on top of"),
    (Meaning("on"), "upon|onto|on to|up on|on"),
    (Meaning("under"), "underneath of|underneath|beneath|under of|under|below of|below"),
    (Meaning("above"), "over the top of|above of|above|over"),
    (Meaning("inside"), "inside of|in the inside of|inside|within"),
    (Meaning("inside", how="in"), "in"),
    (Meaning("inside", how="into"), "into"),
    (Meaning("outside"), "outside of|outside"),
    (
        Meaning("attached", how="from"),
        "hanging from|hung from|suspended from|dangling from",
    ),
    (Meaning("attached", how="to"), "attached to|fixed to|fastened to"),
    (Meaning("touching"), "touching|in contact with|in touch with"),
    (
        Meaning("next_to"),
        "next to|next of|beside of|beside|besides|alongside of|along side of|alongside|adjacent to|adjoining|abutting|next door to"
        "|side by side with|to the side of|at the side of|by the side of|level with",
    ),
    (Meaning("next_to", how="by"), "by"),
    (Meaning("next_to", how="at"), "at"),
    (
        Meaning("near"),
        "in the near of|in the vicinity of|in close proximity to|in proximity to|a short distance from|not far away from|not far from"
        "|close to|close by|close with|near to|near of|near by|nearby to|nearby|near from|hard by|near",
    ),
    (Meaning("near", within=0.8), "within arm's reach of|within reach of|in reach of"),
    (
        Meaning("nearest"),
        "most near to|most close to|nearest to|nearest from|closest to|closest from|closest by|nearer to|closer to|nearest|closest"
        "|nearer|closer",
    ),
    (Meaning("apart"), "some distance from|at a distance from|well away from|away from"),
    (Meaning("far"), "far away from|far from|distant from|a long way from"),
    (
        Meaning("farthest"),
        "farthest away from|furthest away from|farther away from|further away from|farthest from|furthest from|farther from"
        "|further from|most far from|most distant from|farthest|furthest",
    ),
    (
        Meaning("around"),
        "all around|all round|around about|around|round|surrounding|encircling|circling|ringing",
    ),
    (Meaning("around", turned=True), "surrounded by|encircled by|ringed by"),
    (
        Meaning("flank"),
        "on either side of|either side of|on both sides of|both sides of|at both sides of|on each side of|flanking",
    ),
    (Meaning("flank", turned=True), "flanked by"),
    (
        Meaning("between"),
        "halfway between|half way between|midway between|in the middle between|in the gap between|in the space between"
        "|sandwiched between|in between of|in between|in-between|inbetween|between|amid|amidst|among|amongst",
    ),
    (Meaning("against"), "flush with|up against|against"),
    (Meaning("against", how="along"), "all along|up along|along"),
    (
        Meaning("away"),
        "faces away from|face away from|facing away from|turned away from|looking away from|pointing away from|angled away from"
        "|with its back to|with its back towards"
        "|with its back toward|with their backs to|with the back to|with its back turned to|turning its back on",
    ),
    (
        Meaning("facing"),
        "looking at|looking toward|looking towards|looking to|turned to|turned toward|turned towards|pointing at|pointing to"
        "|pointing toward|pointing towards|pointed at|directed at|angled toward|angled towards|oriented toward|oriented towards"
        "|facing to|facing towards|facing toward|facing",
    ),
    (Meaning("facing", how="toward"), "toward|towards"),
    (
        Meaning("across"),
        "across from|on the other side of|on the opposite side of|on the far side of|at the opposite side of|at the other side of"
        "|at the opposite end of|at the other end of|opposite to|opposite from|opposite of|in opposite of|opposite|across",
    ),
    (Meaning("centre"), f"at the heart of|{_MIDDLES}"),
    (Meaning("end"), "at the end of"),
    (Meaning("except"), "except for|except|other than|apart from|but not|excluding"),
)
"""(Meaning, its phrases with | between them). Of several phrases that fit at one place, the longest is meant."""

PHRASES: dict[str, Meaning] = {phrase: meaning for meaning, said in TABLE for phrase in said.split("|")}
"""Phrase -> its meaning."""

_BEFORE_DETERMINERS = frozenset([("round",), ("on", "to")])
"""Words that also mean something else (*a round table*, *switch it on to read*). They are a relation only between a noun and a
determiner."""
_DETERMINERS = (DETERMINERS - {"any"}) | {"both", "all"}

_BARE_TABLE: tuple[tuple[Meaning, str], ...] = (
    (Meaning("above"), "overhead|above|high above|up above"),
    (Meaning("near"), "nearby|close by|near by|close at hand|not far away|in the vicinity"),
    (
        Meaning("next_to"),
        "alongside|side by side|back to back|one by one|adjacent|beside|to the side|off to the side|to one side|on the side"
        "|at the side|to each other|next to each other",
    ),
    (Meaning("under"), "below|underneath|beneath|down below"),
    (Meaning("behind"), "behind|in back"),
    (Meaning("in_front_of"), "in front|out front|up front|directly in front"),
    (Meaning("on", how="top"), "on top|atop"),
    (Meaning("on"), "on it|on them|upon it"),
    (
        Meaning("across"),
        "opposite|across the room|across the way|on the other side|on the opposite side|on the far side|face to face|across",
    ),
    (Meaning("inside"), "inside|within|in it"),
    (Meaning("around"), "all around|around"),
    (Meaning("between"), "in between|in-between|between"),
)
BARE: dict[str, Meaning] = {phrase: meaning for meaning, said in _BARE_TABLE for phrase in said.split("|")}
"""Phrases that name no b; b is the thing mentioned before (*a desk with a lamp above*)."""


class PhraseTable:
    """Looks up the phrase that begins at a token.

    Args:
        phrases: pairs of a phrase, split into words as the reader splits its text, and its meaning.
    """

    def __init__(self, phrases: Iterable[tuple[Sequence[str], Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for words, meaning in sorted(phrases, key=lambda p: -len(p[0])):
            self._by_first.setdefault(words[0], []).append((tuple(words), meaning))

    def at(self, tokens: Sequence[str], start: int) -> tuple[Meaning, int] | None:
        """The meaning and the length in words of the longest phrase that begins at `start`; None where none begins there."""
        for words, meaning in self._by_first.get(tokens[start], ()):
            end = start + len(words)
            if tuple(tokens[start:end]) == words and (
                words not in _BEFORE_DETERMINERS or _stands_between(tokens, start, end)
            ):
                return meaning, len(words)
        return None


def _stands_between(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether a determiner follows tokens[start:end], and none stands before them."""
    return end < len(tokens) and tokens[end] in _DETERMINERS and not (start and tokens[start - 1] in _DETERMINERS)


def phrase_pattern(phrase: str) -> str:
    """A regular expression that finds a phrase in a text with single spaces."""
    if tuple(phrase.split()) not in _BEFORE_DETERMINERS:
        return re.escape(phrase)
    return rf"(?<!\bthe )(?<!\ban )(?<!\ba ){re.escape(phrase)}(?= (?:{'|'.join(sorted(_DETERMINERS))})\b)"
