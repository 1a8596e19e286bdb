"""The lead of a noun phrase, which is its determiner and its number: *the other two | red chairs*. All readers share it.

A reader gives word after word to :meth:`Lead.take`, or all words to :func:`read_lead`. Three readers use it: that of descriptions
(:mod:`scenewright.app.writers.embedded.noun_phrases`), that of names and captions (:mod:`scenewright.scene.semantics.words.phrases`), and
that of queries and questions (:mod:`scenewright.scene.english.noun_words`). The second one also reads the sizes, colours and materials
between the lead and the noun, for all three.

Each reader finds the noun in its own way. Descriptions use parts of speech, since they name things that no catalogue has. Names use the
words that a catalogue knows. Queries use the relation that follows, since they may name anything. Only the writer of descriptions reads
quantities without a number (*a row of chairs*) and adjectives that count (*a lone chair*): in a name these state a size (*a single bed*).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenewright.scene.english.numbers import CARDINALS, QUANTITIES, SEVERAL_WORDS, VAGUE_NUMBERS, cardinal
from scenewright.scene.english.small_words import DETERMINERS, EACH, NONE, OTHERS, TOTALS
from scenewright.scene.english.units import UNIT_WORDS

__all__ = ["LEADING", "Lead", "measures_thing", "read_lead"]

LEADING = "|".join(sorted(DETERMINERS | TOTALS | SEVERAL_WORDS, key=lambda word: (-len(word), word)))
"""Words that may begin a noun phrase, as a regular expression without groups."""
_TENS = range(20, 100, 10)
_LONGEST = 9
"""The most digits of a number that counts things."""
_SEATS = frozenset(("seater", "seat"))
_MEASURED = _SEATS | UNIT_WORDS


@dataclass(slots=True)
class Lead:
    """The determiner and the number of a noun phrase.

    `determiner`: 'the', 'a' (also for *an*), 'this', 'its', 'each' (also for *every*, *either*), 'no', 'any', 'both', 'another', 'other',
    'all' where no other determiner follows it; '' for none. `number`: how many things; None where the phrase does not say.
    `vague`: a word that counts without a number, such as *several*; '' for none. `each`, `other`, `total`: whether the phrase contains
    *each*, *other* or *all*, whatever its `determiner` is.
    """

    determiner: str = ""
    number: int | None = None
    vague: str = ""
    each: bool = False
    other: bool = False
    total: bool = False

    def take(self, word: str) -> bool:
        """Read one more word, in lower case. Return False, and change nothing, where the word does not belong to the lead."""
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
        """Read the next part of the lead at the start of `words`. Return its length: 0 or 1, 2 for *pair of*, 3 for *half a dozen*.

        At least one word is left for the noun. *no* and *zero* are left too, since they may begin a name (*no smoking sign*).
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
            value += before  # 'twenty-five' without its hyphen
        if value == 0:
            self.determiner = "no"
        else:
            self.number = value
        return True


def measures_thing(following: str) -> bool:
    """Whether a number before this word measures a thing instead of counting things: *two metre*, *three seater*."""
    return following in _MEASURED


def read_lead(words: Sequence[str]) -> tuple[Lead, int]:
    """The lead of a noun phrase and its length in words. `words` are in lower case, without hyphens. At least one is left for the noun."""
    lead = Lead()
    at = 0
    while width := lead.take_from(words[at:]):
        at += width
    return lead, at


def _quantity(words: Sequence[str]) -> tuple[int, int] | None:
    """(number, length in words) of *pair of*, *dozen* or *half a dozen* at the start; None for other words, or where nothing follows."""
    if words[0] == "half" and "dozen" in words[1:3]:
        width = words.index("dozen") + 1
        return (QUANTITIES["dozen"] // 2, width) if len(words) > width and words[1] in ("a", "dozen") else None
    if words[0] in QUANTITIES and len(words) > 2 and words[1] == "of":
        return QUANTITIES[words[0]], 2
    return (QUANTITIES[words[0]], 1) if words[0] in ("couple", "dozen") else None
