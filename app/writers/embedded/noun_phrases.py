"""Noun phrases: runs of determiner, number, modifiers and nouns, with a phrase after *of*."""

from __future__ import annotations

from scenewright.app.writers.embedded.arrangement_words import GROUPINGS
from scenewright.app.writers.embedded.connectives import fixed_phrase
from scenewright.app.writers.embedded.elements import Phrase
from scenewright.app.writers.embedded.lexicon import (
    COUNTING_ADJECTIVES,
    INDEFINITE,
    NUMBERS,
    ORDINALS,
    PLENTY,
    QUANTITY_NOUNS,
    VERBS,
)
from scenewright.app.writers.embedded.quantities import UNITS, read_bound, read_number
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.english import Lead

__all__ = ["read_phrase"]


_BEDS = frozenset(["bed", "mattress", "duvet", "futon"])
"""Nouns for which *single* and *twin* state the size."""
_MIDDLES = ("middle", "center", "centre")
"""Nouns that no *and* joins with the adjective after it."""
_SIDES = frozenset(["left", "right", "front", "back", "rear"])
_SAT_AT = frozenset(["table", "booth", "desk", "counter", "island"])
"""Nouns of what people sit at: *of four* after them counts seats."""


def read_phrase(tokens: list[Token], i: int) -> tuple[Phrase | None, int]:
    """The noun phrase or pronoun that begins at `i`, None where none does, and the index after it."""
    n = len(tokens)
    phrase = Phrase(tokens=[])
    j = i
    added = 0
    bound = read_bound(tokens, j)
    if bound:
        added, phrase.at_least, width = bound
        j += width
    # determiners and numbers
    j = _lead(tokens, i, j, phrase, added)
    counted = j
    # 'two of the beds', 'each of them', 'one of which'
    if (
        j > i
        and j + 1 < n
        and tokens[j].low == "of"
        and tokens[j - 1].pos in ("M", "D")
        and (tokens[j + 1].pos in ("D", "I", "W") or tokens[j + 1].low in ("which", "whom"))
    ):
        inner, k = read_phrase(tokens, j + 1)
        if inner is None and tokens[j + 1].pos == "W":
            inner, k = Phrase(tokens=[tokens[j + 1]], pronoun="which"), j + 2
        if inner is not None:
            inner.tokens = tokens[i:k]
            inner.partitive = True
            inner.each = phrase.each
            inner.number = phrase.number if phrase.number is not None else inner.number
            return inner, k
    if counted > i and tokens[counted - 1].low in QUANTITY_NOUNS and j < n and tokens[j].low == "of":
        inner, k = read_phrase(tokens, j + 1)  # 'dozens of bottles': the tagger takes the quantity for a number
        if inner is not None and inner.head is not None and inner.plural and inner.number is None:
            inner.number, inner.indefinite, inner.plenty = phrase.number, True, phrase.plenty
            inner.tokens = tokens[i:k]
            return inner, k
    if j < n and tokens[j].pos == "I" and tokens[j].low not in ("there",) and j == i:
        return Phrase(tokens=[tokens[j]], pronoun=tokens[j].low), j + 1
    nouns: list[Token] = []
    while j < n:
        token = tokens[j]
        if j > i and fixed_phrase(tokens, j):
            break
        if token.pos == "G" and phrase.determiner == "the" and j > i and tokens[j - 1].low in ORDINALS:
            break  # 'the first holding books'
        if _names_side(tokens, j, phrase):
            phrase.head, phrase.tokens = phrase.modifiers.pop(), tokens[i:j]
            return phrase, j
        if token.pos == "I" and token.lemma == "one" and j > i and not nouns:
            return _one(tokens, i, j, phrase), j + 1
        if token.pos == "N":
            nouns.append(token)
        elif token.pos in ("A", "E", "G", "R", "M") and _attributive(tokens, j, nouns, phrase, i):
            if (
                token.pos == "M"
                and not nouns
                and phrase.number is None
                and read_number(token) is not None
                and not phrase.modifiers
                and not (j + 1 < n and tokens[j + 1].low in UNITS)
            ):
                phrase.number = read_number(token)
            else:
                phrase.modifiers += [*nouns, token]
                nouns = []
        elif (
            token.pos == ","
            and token.text == ","
            and not nouns
            and phrase.modifiers
            and phrase.modifiers[-1].pos == "A"
            and phrase.modifiers[-1].low not in ORDINALS
            and _more_looks(tokens, j + 1)
        ) or (
            token.pos == "C"
            and token.low in ("and", "or", "yet", "but")
            and not nouns
            and phrase.modifiers
            and phrase.modifiers[-1].low not in _MIDDLES  # 'a bowl in the middle and copper pans above the stove'
            and phrase.modifiers[-1].low not in ORDINALS
            and _adjectives_then_noun(tokens, j + 1)
        ):
            pass
        elif token.pos == "S" and nouns:
            phrase.possessor = [*phrase.modifiers, *nouns]
            bare = phrase.number is not None and not phrase.determiner
            # 'four children's chairs': four chairs
            phrase.modifiers, nouns, phrase.number = [], [], phrase.number if bare else None
            while j + 1 < n and tokens[j + 1].low == "own":
                j += 1
        else:
            break
        j += 1
    # drop a comma or conjunction with nothing after it
    while j > counted and tokens[j - 1].pos in (",", "C"):
        j -= 1
    if not nouns:
        return _headless(tokens, i, j, counted, phrase)
    # a pair word without 'of': 'a dozen eggs', 'a couple chairs', 'two dozen small cups'
    phrase.modifiers += nouns[:-1]
    if phrase.modifiers and phrase.modifiers[0].low in ("dozen", "couple", "half-dozen"):
        phrase.number = QUANTITY_NOUNS[phrase.modifiers.pop(0).low] * (phrase.number or 1) + added
    phrase.head = nouns[-1]
    phrase.pronoun = ""
    phrase.tokens = tokens[i:j]
    while phrase.modifiers and phrase.modifiers[0].low in INDEFINITE and phrase.modifiers[0].pos in ("A", "M"):
        low = phrase.modifiers.pop(0).low
        if phrase.number is None and low not in ("different",):
            phrase.number, phrase.indefinite, phrase.plenty = INDEFINITE[low], True, low in PLENTY
    while phrase.modifiers and phrase.modifiers[0].low in ("single", "lone", "sole", "solitary", "twin", "dual"):
        word = phrase.modifiers[0].low
        if word in ("twin", "dual") and not phrase.plural:
            break
        if phrase.head.lemma in _BEDS:  # 'twin beds': two, and of twin size
            phrase.number = NUMBERS[word] if phrase.number is None else phrase.number
            break
        phrase.modifiers.pop(0)
        if phrase.number is None:
            phrase.number = NUMBERS[word]
    if j + 1 < n and tokens[j].low == "of":
        return _of(tokens, i, j, phrase, added)
    return phrase, j


def _names_side(tokens: list[Token], j: int, phrase: Phrase) -> bool:
    """Whether a phrase ends before `j` with a side: 'a cart to its right and drawings on the wall', 'on its left two swings'."""
    if (
        not phrase.modifiers
        or phrase.determiner not in ("its", "their", "the")
        or phrase.modifiers[-1] is not tokens[j - 1]
    ):
        return False
    after = tokens[j + 1] if j + 1 < len(tokens) else None
    joined = tokens[j].pos == "C" and (after is None or after.low not in _SIDES)
    return tokens[j - 1].low in _SIDES and (joined or tokens[j].pos == "M")


def _lead(tokens: list[Token], i: int, j: int, phrase: Phrase, added: int) -> int:
    """Read determiners and numbers from `j` on into the phrase that begins at `i`. Returns the index after them."""
    n = len(tokens)
    lead = Lead()
    while j < n and (tokens[j].pos in ("D", "M") or (j > i and tokens[j].low in ("single", "lone"))):
        token, low = tokens[j], tokens[j].low
        if token.pos == "M" and j + 1 < n and tokens[j + 1].low in UNITS:
            break
        if low in ("single", "twin") and any(t.lemma in _BEDS for t in tokens[j + 1 : j + 3]):
            break
        if low in COUNTING_ADJECTIVES:
            lead.number = COUNTING_ADJECTIVES[low]
        elif low in INDEFINITE:  # includes 'some', which is a determiner elsewhere
            lead.vague = low
        elif not lead.take(low):
            if token.pos == "M":
                phrase.modifiers.append(token)
            elif not lead.determiner:
                lead.determiner = low  # 'such', 'what'
            else:
                break
        j += 1
    if lead.vague:
        phrase.number, phrase.indefinite = INDEFINITE[lead.vague] + added, True
        phrase.plenty = lead.vague in PLENTY
    elif lead.number is not None:
        phrase.number = lead.number + added
    phrase.determiner = "the" if lead.total else lead.determiner
    phrase.pronoun = "all" if lead.total else ""
    phrase.each, phrase.other = lead.each, lead.other
    return j


def _headless(tokens: list[Token], i: int, j: int, counted: int, phrase: Phrase) -> tuple[Phrase | None, int]:
    """A phrase without a noun: an adjective that serves as one (*a sectional*), or a pronoun (*two*, *the other*)."""
    adjectives = [t for t in phrase.modifiers if t.pos == "A"]
    if phrase.determiner == "the" and len(phrase.modifiers) == 1 and phrase.modifiers[0].low in ORDINALS:
        phrase.tokens, phrase.modifiers, phrase.pronoun = tokens[i:j], [], "ordinal"
        return phrase, j
    if (
        adjectives
        and counted > i
        and tokens[j - 1] is adjectives[-1]
        and phrase.determiner in ("a", "the", "another", "this", "")
        and not _comparative(adjectives[-1])
    ):
        phrase.modifiers = phrase.modifiers[:-1]
        phrase.head = adjectives[-1]
        phrase.tokens = tokens[i:j]
        return phrase, j
    if counted > i:
        phrase.tokens = tokens[i:counted]
        last = phrase.pronoun or tokens[counted - 1].low
        if phrase.determiner in ("a",) and phrase.number is None and not phrase.other:
            return None, i
        phrase.pronoun = (
            "another" if last == "another" else "other" if phrase.other else "each" if phrase.each else last
        )
        if phrase.pronoun in ("the", "its", "their", "his", "her", "no", "any"):
            return None, i
        return phrase, counted
    return None, i


def _one(tokens: list[Token], i: int, j: int, phrase: Phrase) -> Phrase:
    """A phrase for something named before: 'the taller one', 'the red ones', 'the other one'."""
    phrase.tokens = tokens[i : j + 1]
    phrase.pronoun = "other" if phrase.other and not phrase.modifiers else "one"
    if phrase.number is None and not tokens[j].plural:
        phrase.number = 1
    return phrase


def _comparative(token: Token) -> bool:
    return token.low in ("same", "rest", "next", "former", "latter") or token.low.endswith(("er", "est"))


def _of(tokens: list[Token], i: int, j: int, phrase: Phrase, added: int) -> tuple[Phrase, int]:
    inner, k = read_phrase(tokens, j + 1)
    if inner is None or inner.head is None:
        if inner is not None and inner.number is not None and phrase.head is not None and phrase.head.lemma in _SAT_AT:
            phrase.seats = inner.number  # 'tables of four'
            phrase.tokens = tokens[i:k]
            return phrase, k
        if inner is not None:
            phrase.of = inner
            phrase.tokens = tokens[i:k]
            return phrase, k
        return phrase, j
    assert phrase.head is not None
    word = phrase.head.low
    if word in QUANTITY_NOUNS and (inner.plural or inner.number is not None) and inner.determiner in ("", "no"):
        base = QUANTITY_NOUNS[word]
        if inner.number is None:
            inner.counted_by, inner.groups = word, phrase.number or 0
            inner.plenty = word in PLENTY
        exact = word in ("pair", "couple", "duo", "trio", "quartet", "quintet", "dozen", "half-dozen")
        if inner.number is None:
            inner.number = base * (phrase.number or 1) + added if exact else base
            inner.indefinite = not exact
        elif phrase.number is not None:
            inner.number *= phrase.number
        elif phrase.plural and word not in ("lots", "scores", "dozens"):
            inner.number, inner.at_least = 2 * inner.number, True  # 'rows of three chairs'
        inner.determiner, inner.other, inner.each = phrase.determiner, phrase.other, phrase.each
        if word in GROUPINGS:
            inner.grouping, inner.groups = word, phrase.number or 0
        inner.at_least = inner.at_least or phrase.at_least
        inner.tokens = tokens[i:k]
        # adjectives of the group are kept as adjectives of its members
        inner.modifiers = [*[m for m in phrase.modifiers if m.pos in ("A", "E")], *inner.modifiers]
        return inner, k
    if (
        phrase.head.lemma == "wall"
        and phrase.modifiers
        and phrase.modifiers[-1].low == "gallery"
        and inner.determiner == ""
    ):
        inner.grouping, inner.groups = "gallery", 0  # 'a gallery wall of five paintings'
        if inner.number is None:
            inner.number, inner.indefinite = QUANTITY_NOUNS["gallery"] + 1, True
        inner.tokens = tokens[i:k]
        return inner, k
    phrase.of = inner
    phrase.tokens = tokens[i:k]
    return phrase, k


def _attributive(tokens: list[Token], j: int, nouns: list[Token], phrase: Phrase, first: int) -> bool:
    """Whether the adjective, participle or adverb at `j` belongs to the noun phrase being read."""
    token = tokens[j]
    n = len(tokens)
    if token.pos == "M" and j + 1 < n and tokens[j + 1].low in UNITS:
        return True
    if token.pos == "M":
        return (not nouns and j + 1 < n and tokens[j + 1].pos in ("N", "A")) or (
            bool(nouns) and j + 1 < n and tokens[j + 1].low in ("inch", "mm", "cm")
        )
    if token.pos == "R":
        return (
            not nouns
            and j + 1 < n
            and tokens[j + 1].pos in ("A", "E", "G", "R", "M")
            and _adjectives_then_noun(tokens, j + 1)
        )
    if token.pos == "A":
        if not nouns:
            governed = j + 1 < n and tokens[j + 1].low in ("with", "by") and token.low.endswith(("ed", "en"))
            return not (governed and j == first)
        return _adjectives_then_noun(tokens, j) and not (j + 1 < n and tokens[j + 1].pos in ("P",))
    # participles
    if not _adjectives_then_noun(tokens, j + 1):
        return False
    group = VERBS.get(token.lemma, "")
    if not nouns:
        bare = j == first
        return not (bare and token.pos == "G" and group not in ("", "at", "say"))
    if token.pos == "E":
        return tokens[j + 1].pos in ("N", "A")
    return group in ("", "at") and tokens[j + 1].pos == "N"


def _more_looks(tokens: list[Token], j: int) -> bool:
    """Whether looks and a noun follow a comma: 'a small, oak table', and not 'its drawers are open, papers'."""
    bare = tokens[j].pos == "N" and not (j + 1 < len(tokens) and tokens[j + 1].pos == "N") if j < len(tokens) else True
    return not bare and _adjectives_then_noun(tokens, j)


def _adjectives_then_noun(tokens: list[Token], j: int) -> bool:
    """Whether a noun follows from `j` on, after nothing but modifiers."""
    n = len(tokens)
    while j < n:
        pos = tokens[j].pos
        if fixed_phrase(tokens, j):
            return False
        if pos == "N":
            return True
        if pos in ("A", "R", "E", "G") or (
            ((pos == "," and tokens[j].text == ",") or (pos == "C" and tokens[j].low in ("and", "or", "yet")))
            and j + 1 < n
            and tokens[j + 1].pos in ("A", "R", "E")
            and tokens[j - 1].pos in ("A", "E")
        ):
            j += 1
        else:
            return False
    return False
