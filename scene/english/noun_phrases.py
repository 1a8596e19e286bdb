"""What leads a noun phrase: its determiner and its number, as all readers cut them off: *the other two | red chairs*.

A reader gives word after word to :meth:`Lead.take`, or all of them to :func:`read_lead`. Three things are built on it: noun phrases of
descriptions (:mod:`scenewright.app.writers.embedded.noun_phrases`), of names and captions
(:mod:`scenewright.scene.semantics.words.phrases`), and of queries and questions (:mod:`scenewright.scene.english.noun_words`). What is said
between the lead and the noun (sizes, colours, stuffs) is read by the second of these for all.

Which word is the noun stays apart, since each reader knows it by something else: descriptions by parts of speech, for they name things
that no catalogue has; names by the words that a catalogue knows; queries by the relation that follows, for they may name anything. Two
things are the writer's alone: quantities without a number (*a row of chairs* places some), and adjectives that count (*a lone chair*),
which in a name say a size (*a single bed*).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenewright.scene.english.numbers import CARDINALS, QUANTITIES, SEVERAL_WORDS, VAGUE_NUMBERS, cardinal
from scenewright.scene.english.small_words import DETERMINERS, EACH, NONE, OTHERS, TOTALS
from scenewright.scene.english.units import UNIT_WORDS

__all__ = ["LEADING", "Lead", "measures_thing", "read_lead"]

LEADING = "|".join(sorted(DETERMINERS | TOTALS | SEVERAL_WORDS, key=lambda word: (-len(word), word)))
"""What may begin a noun phrase, as a pattern without groups."""
_TENS = range(20, 100, 10)
_LONGEST = 9
"""Digits of a number that can count things."""
_SEATS = frozenset(("seater", "seat"))
_MEASURED = _SEATS | UNIT_WORDS


@dataclass(slots=True)
class Lead:
    """What leads a noun phrase.

    `determiner`: 'the', 'a' (also for *an*), 'this', 'its', 'each' (also for *every*, *either*), 'no', 'any', 'both', 'another', 'other',
    'all' where nothing else follows it; '' for none. `number`: of things; None where none is said. `vague`: the word that counts
    without a number, *several*. `each`, `other`, `total`: *each*, *other* and *all* are said, whatever else is.
    """

    determiner: str = ""
    number: int | None = None
    vague: str = ""
    each: bool = False
    other: bool = False
    total: bool = False

    def take(self, word: str) -> bool:
        """Read one more word, in lower case. False, and nothing changes, where it does not belong to the lead."""
        if word in EACH:
            self.each = True
            self.determiner = self.determiner or "each"
        elif word == "both":
            self.number, self.determiner = 2, "both"
        elif word in OTHERS:
            self.other = True
            self.determiner = self.determiner or word
        elif word == "all":
            self.total = True
            self.determiner = self.determiner or "all"
        elif word in NONE:
            self.determiner = "no"
        elif word in VAGUE_NUMBERS:
            self.vague = word
        elif word in DETERMINERS:
            return self._take_determiner("a" if word == "an" else word)
        else:
            return self._take_number(word)
        return True

    def take_from(self, words: Sequence[str]) -> int:
        """Read what words begin with, and say how many of them belong to the lead: 0, 1, 2 for *pair of*, 3 for *half a dozen*.

        At least one word is left for the noun, and so are *no* and *zero*, which may begin a name (*no smoking sign*).
        """
        if len(words) < 2 or words[0] in NONE or cardinal(words[0]) == 0:
            return 0
        quantity = _quantity(words)
        if quantity is not None and (self.number is None or words[0] == "dozen"):
            self.number = quantity[0] * (self.number or 1)  # 'two dozen eggs'
            return quantity[1]
        if measures_thing(words[1]) and cardinal(words[0]) is not None:
            return 0
        return 1 if self.take(words[0]) else 0

    def _take_determiner(self, word: str) -> bool:
        if self.determiner == "no" and word == "a":
            return True  # 'neither a desk'
        if self.determiner in ("", "all"):  # 'all the chairs'
            self.determiner = word
            return True
        return self.determiner == "both"  # 'both the chairs'

    def _take_number(self, word: str) -> bool:
        value = cardinal(word) if len(word) <= _LONGEST or not word.isdecimal() else None
        if value is None:
            return False
        before = self.number
        if before is not None:
            if not (before in _TENS and 0 < value < 10 and word in CARDINALS):
                return False
            value += before  # 'twenty five', where a hyphen was
        if value == 0:
            self.determiner = "no"
        else:
            self.number = value
        return True


def measures_thing(following: str) -> bool:
    """Whether a number before this word measures the thing and counts nothing: *two metre*, *three seater*."""
    return following in _MEASURED


def read_lead(words: Sequence[str]) -> tuple[Lead, int]:
    """What leads a noun phrase, and how many words say so. At least one word is left for the noun. Lower case, no hyphens."""
    lead = Lead()
    at = 0
    while width := lead.take_from(words[at:]):
        at += width
    return lead, at


def _quantity(words: Sequence[str]) -> tuple[int, int] | None:
    """(number, how many words) of *pair of*, *dozen*, *half a dozen*; None where the words do not begin so, or nothing follows."""
    if words[0] == "half" and "dozen" in words[1:3]:
        width = words.index("dozen") + 1
        return (QUANTITIES["dozen"] // 2, width) if len(words) > width and words[1] in ("a", "dozen") else None
    if words[0] in QUANTITIES and len(words) > 2 and words[1] == "of":
        return QUANTITIES[words[0]], 2
    return (QUANTITIES[words[0]], 1) if words[0] in ("couple", "dozen") else None
