"""Tagged words to noun phrases, verb groups, prepositions and joints: the level between words and meaning.

Nothing is decided here about what can be placed. The chunker is deterministic and local: a noun phrase is a run of
determiner, number, modifiers and nouns; a verb group is a run of auxiliaries and one main verb; prepositions of several
words (*in front of*, *across from*) are one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.agent.lexicon import BOUNDED, INDEFINITE, NUMBERS, QUANTITY_NOUNS, VERBS, word_set
from app.agent.tagging import Token

__all__ = ["Element", "Joint", "Phrase", "Preposition", "Verb", "chunk"]


@dataclass
class Phrase:
    """A noun phrase. `head` is None for a pronoun (*it*, *two*, *each*, *one of them*)."""

    tokens: list[Token]
    determiner: str = ""
    number: int | None = None
    at_least: bool = False
    indefinite: bool = False  # the number came from 'several', 'a collection of' ...
    modifiers: list[Token] = field(default_factory=list)
    head: Token | None = None
    possessor: list[Token] = field(default_factory=list)
    partitive: bool = False  # 'two of the beds'
    other: bool = False  # 'the other', 'another'
    each: bool = False
    pronoun: str = ""
    of: Phrase | None = None

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.of.end if self.of else self.tokens[-1].end

    @property
    def plural(self) -> bool:
        return self.head is not None and self.head.plural

    @property
    def definite(self) -> bool:
        return self.determiner in _DEFINITE or bool(self.possessor)


@dataclass
class Verb:
    """A verb group. `form`: 'finite', 'participle', 'gerund', 'infinitive', 'be' (with nothing after it that makes it another)."""

    lemma: str
    form: str
    tokens: list[Token]
    negated: bool = False
    existential: bool = False
    predicate: list[Token] = field(default_factory=list)  # 'is red and round'

    @property
    def group(self) -> str:
        return VERBS.get(self.lemma, "be" if self.lemma == "be" else "")


@dataclass
class Preposition:
    """`word` is canonical: 'in_front_of', 'next_to', 'on', 'with' ... `bare`: nothing follows that it governs (*overhead*, *on top*)."""

    word: str
    tokens: list[Token]
    bare: bool = False


@dataclass
class Joint:
    """What holds clauses and lists together. `kind`: ',', 'and', 'while', 'rel' (which, that, where), 'not', 'end'."""

    kind: str
    token: Token


Element = Phrase | Verb | Preposition | Joint

_DEFINITE = word_set("the this that these those its their his her your my our both")
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am"])
_AUXILIARY = word_set("be have do will would can could may might must shall should get")

_LONG_PREPOSITIONS: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): word
    for word, phrases in {
        "in_front_of": "in front of|in the front of|just in front of|ahead of|in-front of",
        "behind": "in back of|at the back of|to the rear of|to the back of",
        "on": "on top of|atop of|up on|on to|over top of",
        "next_to": "next to|right beside|adjacent to|alongside of|next door to|abutting|adjoining|side by side with|immediately beside",
        "near": "close to|near to|nearby to|not far from|in proximity to|in close proximity to|within reach of|within arm's reach of"
        "|a short distance from|in the vicinity of|hard by",
        "across": "across from|opposite to|opposite of|opposite from|directly opposite|on the other side of"
        "|on the opposite side of|at the opposite end of"
        "|facing away from|on the far side of",
        "far": "far from|far away from|away from|distant from|well away from",
        "between": "in between|in-between|halfway between|midway between",
        "around": "all around|around about|all round",
        "along": "all along|up along|along side of",
        "against": "up against|flush against|flat against|right up against",
        "inside": "inside of|in the inside of|within",
        "outside": "outside of|out of",
        "and": "along with|together with|as well as|in addition to|accompanied with|and also|plus|in combination with",
        "with": "complete with|replete with",
        "such_as": "such as|for example|for instance|e.g|like",
        "not": "instead of|rather than|in place of|apart from|except for|but no|other than|in lieu of",
        "cause": "because of|thanks to|due to|by means of|according to|depending on|in order to|so as to"
        "|in case of|based on|as a|as an|in terms of",
    }.items()
    for phrase in phrases.split("|")
}
_BARE: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): word
    for word, phrases in {
        "above": "overhead|above|high above|up above",
        "near": "nearby|close by|near by|close at hand|not far away|in the vicinity",
        "next_to": "alongside|side by side|back to back|one by one|adjacent|beside|to the side"
        "|off to the side|to one side|on the side|at the side|to each other|next to each other",
        "under": "below|underneath|beneath|down below",
        "behind": "behind|in back",
        "in_front_of": "in front|out front|up front|directly in front",
        "on": "on top|atop|on it|on them|upon it",
        "across": "opposite|across the room|across the way|on the other side|on the opposite side|on the far side|face to face|across",
        "inside": "inside|within|in it",
        "around": "all around|around",
        "between": "in between|in-between|between",
    }.items()
    for phrase in phrases.split("|")
}
_SINGLE = {
    "atop": "on", "upon": "on", "onto": "on", "beside": "next_to", "besides": "next_to", "alongside": "next_to",
    "by": "by", "beneath": "under",
    "underneath": "under", "below": "under", "over": "above", "opposite": "across", "amid": "around",
    "amidst": "around", "among": "near", "amongst": "near",
    "within": "inside", "into": "inside", "throughout": "throughout", "toward": "toward", "towards": "toward",
    "round": "around", "like": "such_as",
    "beyond": "behind", "past": "near", "off": "near", "upside": "on", "via": "cause", "per": "cause",
    "during": "cause", "through": "through",
}  # fmt: skip
_PARTICLES = word_set("on in over around along by near about opposite across underneath above below")
_INVERTED_ADVERBS = word_set("above below beneath behind nearby overhead opposite alongside underneath inside adjacent")


def chunk(tokens: list[Token]) -> list[Element]:
    """The elements of one sentence, in order; the last is ``Joint('end')``."""
    out: list[Element] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.pos == ",":
            out.append(Joint(":" if token.text in ":;" else token.text if token.text in "()" else ",", token))
            i += 1
            continue
        found = None if _bound(tokens, i) else _preposition(tokens, i)
        if found:
            element, i = found
            out.append(element)
            continue
        phrase, j = _phrase(tokens, i)
        if phrase:
            out.append(phrase)
            i = j
            continue
        verb, j = _verb(tokens, i)
        if verb:
            out.append(verb)
            i = j
            continue
        if token.pos == "W":
            out.append(Joint("rel", token))
        elif token.pos == "C":
            out.append(Joint("and" if token.low in ("and", "or", "plus", "&", "nor", "then") else "while", token))
        elif token.pos == "X":
            out.append(Joint("not", token))
        elif token.pos == "A":
            out.append(Verb("be", "be", [token], predicate=[token]))
        i += 1
    if tokens:
        out.append(Joint("end", tokens[-1]))
    return out


# -- prepositions --------------------------------------------------------------------------------------------------


def _preposition(tokens: list[Token], i: int) -> tuple[Preposition, int] | None:
    low = [t.low for t in tokens[i : i + 6]]
    for width in range(len(low), 1, -1):
        key = tuple(low[:width])
        if key in _LONG_PREPOSITIONS and i + width < len(tokens) and _governs(tokens, i + width):
            return Preposition(_LONG_PREPOSITIONS[key], tokens[i : i + width]), i + width
        if key in _BARE and not _governs(tokens, i + width):
            if i + width < len(tokens) and tokens[i + width].low == "of":
                continue
            return Preposition(_BARE[key], tokens[i : i + width], bare=True), i + width
    token = tokens[i]
    word = token.low
    if (word,) in _LONG_PREPOSITIONS and token.pos in ("P", "A", "G") and _governs(tokens, i + 1):
        return Preposition(_LONG_PREPOSITIONS[(word,)], tokens[i : i + 1]), i + 1
    if (word,) in _BARE and token.pos in ("P", "R", "A") and not _governs(tokens, i + 1):
        if token.pos == "A" and i + 1 < len(tokens) and tokens[i + 1].pos in ("N", "A"):
            return None
        return Preposition(_BARE[(word,)], [token], bare=True), i + 1
    if token.pos == "P":
        if word in _INVERTED_ADVERBS and i + 1 < len(tokens) and tokens[i + 1].pos == "V":
            return Preposition(_BARE.get((word,), word), [token], bare=True), i + 1
        return Preposition(_SINGLE.get(word, word), [token]), i + 1
    if token.pos == "R" and word in _PARTICLES and _governs(tokens, i + 1):
        return Preposition(_SINGLE.get(word, word), [token]), i + 1
    return None


_FIXED_PHRASES = {key for key in _BARE if len(key) > 2 and key[0] not in ("on", "in", "to", "at", "across")}


def _fixed_phrase(tokens: list[Token], i: int) -> bool:
    """'side by side' and its like, which begin with a noun."""
    return any(tuple(t.low for t in tokens[i : i + len(key)]) == key for key in _FIXED_PHRASES)


def _governs(tokens: list[Token], i: int) -> bool:
    """Whether a noun phrase begins at `i`: what stands before it is a preposition and no adverb."""
    if i >= len(tokens):
        return False
    token = tokens[i]
    if token.pos in ("D", "M", "N", "A", "W") or (token.pos == "I" and token.low != "there"):
        return token.low not in ("each other", "then") and not (token.pos == "W" and token.low != "which")
    return (
        token.pos in ("E", "G", "R")
        and any(t.pos == "N" for t in tokens[i + 1 : i + 3])
        and not any(t.pos in ("P", ",", "V", "D") for t in tokens[i + 1 : i + 2])
    )


# -- noun phrases --------------------------------------------------------------------------------------------------


_UNITS = word_set(
    """mm cm m km inch inches foot feet ft metre metres meter meters watt watts liter litre percent degree degrees"""
)


def _number(token: Token) -> int | None:
    low = token.low
    if low.isdigit():
        return int(low)
    if low in NUMBERS:
        return NUMBERS[low]
    tens, _, unit = low.partition("-")
    if tens in NUMBERS and unit in NUMBERS and NUMBERS[tens] >= 20 > NUMBERS[unit]:
        return NUMBERS[tens] + NUMBERS[unit]
    return None


def _bound(tokens: list[Token], i: int) -> tuple[int, bool, int] | None:
    """('at least' ...) before a number: (what is added, whether more will do, how many words)."""
    for width in (3, 2, 1):
        key = " ".join(t.low for t in tokens[i : i + width])
        if (
            key in BOUNDED
            and i + width < len(tokens)
            and (_number(tokens[i + width]) is not None or tokens[i + width].low in ("a", "dozen"))
        ):
            if tokens[i + width].low == "a" and not (
                i + width + 1 < len(tokens) and tokens[i + width + 1].low in ("dozen", "couple", "few")
            ):
                continue
            before = tokens[i - 1] if i else None
            if key in ("above", "under", "over", "around", "about") and not _counts(before, tokens[i + width]):
                continue  # 'a lamp over two tables'
            return BOUNDED[key], BOUNDED[key] > 0 or key in ("at least", "no fewer than", "no less than"), width
    return None


def _counts(before: Token | None, number: Token) -> bool:
    """Whether 'over' before a number bounds it (*holds over ten toys*) and says no place (*hangs over two tables*)."""
    if before is None or before.pos == ",":
        return (_number(number) or 0) >= 10
    return before.pos in ("V", "G") and (VERBS.get(before.lemma) in ("have", "hold") or before.lemma == "be")


def _phrase(tokens: list[Token], i: int) -> tuple[Phrase | None, int]:
    n = len(tokens)
    phrase = Phrase(tokens=[])
    j = i
    added = 0
    bound = _bound(tokens, j)
    if bound:
        added, phrase.at_least, width = bound
        j += width
    # determiners and numbers
    while j < n and (tokens[j].pos in ("D", "M") or (j > i and tokens[j].low in ("single", "lone"))):
        token = tokens[j]
        if token.pos == "M" and j + 1 < n and tokens[j + 1].low in _UNITS:
            break
        low = token.low
        value = _number(token)
        if low in ("each", "every", "either"):
            phrase.each = True
            phrase.determiner = phrase.determiner or "each"
        elif low == "both":
            phrase.number, phrase.determiner = 2, "both"
        elif low in ("another", "other"):
            phrase.other = True
            phrase.determiner = phrase.determiner or low
        elif low == "all":
            phrase.determiner = "the"
            phrase.pronoun = "all"
        elif low in ("no", "neither", "zero", "any") or value == 0:
            phrase.determiner = "any" if low == "any" else "no"
        elif value is not None:
            phrase.number = value + added
        elif low in INDEFINITE:
            phrase.number, phrase.indefinite = INDEFINITE[low] + added, True
        elif token.pos == "D" and not phrase.determiner:
            phrase.determiner = "a" if low == "an" else low
        elif token.pos == "M":
            phrase.modifiers.append(token)
        else:
            break
        j += 1
    counted = j
    # 'two of the beds', 'each of them', 'one of which'
    if (
        j > i
        and j + 1 < n
        and tokens[j].low == "of"
        and tokens[j - 1].pos in ("M", "D")
        and (tokens[j + 1].pos in ("D", "I", "W") or tokens[j + 1].low in ("which", "whom"))
    ):
        inner, k = _phrase(tokens, j + 1)
        if inner is None and tokens[j + 1].pos == "W":
            inner, k = Phrase(tokens=[tokens[j + 1]], pronoun="which"), j + 2
        if inner is not None:
            inner.tokens = tokens[i:k]
            inner.partitive = True
            inner.each = phrase.each
            inner.number = phrase.number if phrase.number is not None else inner.number
            return inner, k
    if j < n and tokens[j].pos == "I" and tokens[j].low not in ("there",) and j == i:
        return Phrase(tokens=[tokens[j]], pronoun=tokens[j].low), j + 1
    nouns: list[Token] = []
    while j < n:
        token = tokens[j]
        if j > i and _fixed_phrase(tokens, j):
            break
        if token.pos == "N":
            nouns.append(token)
        elif token.pos in ("A", "E", "G", "R", "M") and _attributive(tokens, j, nouns, phrase, i):
            if (
                token.pos == "M"
                and not nouns
                and phrase.number is None
                and _number(token) is not None
                and not phrase.modifiers
                and not (j + 1 < n and tokens[j + 1].low in _UNITS)
            ):
                phrase.number = _number(token)
            else:
                phrase.modifiers += [*nouns, token]
                nouns = []
        elif (
            token.pos == ","
            and token.text == ","
            and not nouns
            and phrase.modifiers
            and phrase.modifiers[-1].pos == "A"
            and _adjectives_then_noun(tokens, j + 1)
        ) or (
            token.pos == "C"
            and token.low in ("and", "or", "yet", "but")
            and not nouns
            and phrase.modifiers
            and _adjectives_then_noun(tokens, j + 1)
        ):
            pass
        elif token.pos == "S" and nouns:
            phrase.possessor = [*phrase.modifiers, *nouns]
            phrase.modifiers, nouns, phrase.number = [], [], None
            while j + 1 < n and tokens[j + 1].low == "own":
                j += 1
        else:
            break
        j += 1
    # a comma or conjunction that led nowhere
    while j > counted and tokens[j - 1].pos in (",", "C"):
        j -= 1
    if not nouns:
        return _headless(tokens, i, j, counted, phrase)
    # a pair word without 'of': 'a dozen eggs', 'a couple chairs'
    if len(nouns) > 1 and nouns[0].low in ("dozen", "couple", "half-dozen"):
        phrase.number = QUANTITY_NOUNS[nouns[0].low] * (phrase.number or 1) + added
        nouns = nouns[1:]
    phrase.modifiers += nouns[:-1]
    phrase.head = nouns[-1]
    phrase.pronoun = ""
    phrase.tokens = tokens[i:j]
    while phrase.modifiers and phrase.modifiers[0].low in INDEFINITE and phrase.modifiers[0].pos in ("A", "M"):
        low = phrase.modifiers.pop(0).low
        if phrase.number is None and low not in ("different",):
            phrase.number, phrase.indefinite = INDEFINITE[low], True
    while phrase.modifiers and phrase.modifiers[0].low in ("single", "lone", "sole", "solitary", "twin", "dual"):
        word = phrase.modifiers[0].low
        if word in ("twin", "dual") and not phrase.plural:
            break
        phrase.modifiers.pop(0)
        if phrase.number is None:
            phrase.number = NUMBERS[word]
    if j + 1 < n and tokens[j].low == "of":
        return _of(tokens, i, j, phrase, added)
    return phrase, j


def _headless(tokens: list[Token], i: int, j: int, counted: int, phrase: Phrase) -> tuple[Phrase | None, int]:
    """A phrase without a noun: an adjective that serves as one (*a sectional*), or a pronoun (*two*, *the other*)."""
    adjectives = [t for t in phrase.modifiers if t.pos == "A"]
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


def _comparative(token: Token) -> bool:
    return token.low in ("same", "rest", "next", "former", "latter") or token.low.endswith(("er", "est"))


def _of(tokens: list[Token], i: int, j: int, phrase: Phrase, added: int) -> tuple[Phrase, int]:
    inner, k = _phrase(tokens, j + 1)
    if inner is None or inner.head is None:
        if inner is not None:
            phrase.of = inner
            phrase.tokens = tokens[i:k]
            return phrase, k
        return phrase, j
    assert phrase.head is not None
    word = phrase.head.low
    if word in QUANTITY_NOUNS and (inner.plural or inner.number is not None) and inner.determiner in ("", "no"):
        base = QUANTITY_NOUNS[word]
        exact = word in ("pair", "couple", "duo", "trio", "quartet", "quintet", "dozen", "half-dozen")
        if inner.number is None:
            inner.number = base * (phrase.number or 1) + added if exact else base
            inner.indefinite = not exact
        elif phrase.number is not None:
            inner.number *= phrase.number
        inner.determiner, inner.other, inner.each = phrase.determiner, phrase.other, phrase.each
        inner.at_least = inner.at_least or phrase.at_least
        inner.tokens = tokens[i:k]
        # what kind of group it was, and how it looks, stays with what it is made of
        inner.modifiers = [*[m for m in phrase.modifiers if m.pos in ("A", "E")], *inner.modifiers]
        return inner, k
    phrase.of = inner
    phrase.tokens = tokens[i:k]
    return phrase, k


def _attributive(tokens: list[Token], j: int, nouns: list[Token], phrase: Phrase, first: int) -> bool:
    """Whether the adjective, participle or adverb at `j` belongs to the noun phrase that runs there."""
    token = tokens[j]
    n = len(tokens)
    if token.pos == "M" and j + 1 < n and tokens[j + 1].low in _UNITS:
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


def _adjectives_then_noun(tokens: list[Token], j: int) -> bool:
    """Whether modifiers only, and then a noun, follow from `j` on."""
    n = len(tokens)
    while j < n:
        pos = tokens[j].pos
        if _fixed_phrase(tokens, j):
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


# -- verb groups ---------------------------------------------------------------------------------------------------


def _verb(tokens: list[Token], i: int) -> tuple[Verb | None, int]:
    n = len(tokens)
    token = tokens[i]
    if token.pos == "I" and token.low == "there" and i + 1 < n and tokens[i + 1].pos in ("V", "R", "M", "X"):
        verb, j = _verb(tokens, i + 1)
        if verb:
            verb.existential = verb.lemma == "be" or verb.group == "at"
            return verb, j
        return None, i
    if token.pos == "A" and i + 1 < n and tokens[i + 1].pos == "P" and token.low.endswith(("ed", "en")):
        lemma = participle_lemma(token.low)
        if lemma:
            return Verb(lemma, "participle", [token]), i + 1
    if token.pos not in ("V", "E", "G", "T"):
        return None, i
    main: Token | None = None
    negated = False
    j = i
    infinitive = token.pos == "T"
    while j < n:
        t = tokens[j]
        if t.pos == "X" or t.low in ("never", "longer"):
            negated = True
        elif t.pos in ("V", "E", "G"):
            if main is not None and not (main.lemma in _AUXILIARY or main.low in _BE):
                break
            if main is not None and t.pos == "G" and main.low not in _BE:
                break
            main = t
        elif (
            t.pos == "T" and j + 1 < n and tokens[j + 1].pos == "V" and (main is None or main.lemma in _AUXILIARY)
        ) or (
            t.pos == "R"
            and _verb_follows(tokens, j + 1)
            and (main is None or main.lemma in _AUXILIARY or main.low in _BE)
        ):
            pass
        else:
            break
        j += 1
    if main is None:
        return None, i
    lemma = "be" if main.low in _BE else main.lemma
    if lemma not in VERBS and lemma != "be":
        lemma = participle_lemma(main.low) or lemma
    auxiliary = main is not tokens[i] and any(t.low in _BE for t in tokens[i:j] if t is not main)
    form = "infinitive" if infinitive else {"E": "participle", "G": "gerund"}.get(main.pos, "finite")
    if main.pos == "G" and auxiliary:
        form = "finite"
    if main.pos == "E" and auxiliary:
        form = "passive"
    verb = Verb(lemma, form, tokens[i:j], negated)
    if lemma == "be":
        verb.form = "be"
        k = j
        while k < n and (
            tokens[k].pos in ("A", "R", "X")
            or (
                tokens[k].pos == "C"
                and tokens[k].low == "and"
                and verb.predicate
                and k + 1 < n
                and tokens[k + 1].pos == "A"
            )
        ):
            if _preposition(tokens, k) or _phrase(tokens, k)[0] is not None:
                break
            if tokens[k].pos == "A":
                verb.predicate.append(tokens[k])
            elif tokens[k].pos == "X":
                verb.negated = True
            k += 1
        j = k
    return verb, j


def _verb_follows(tokens: list[Token], j: int) -> bool:
    while j < len(tokens) and tokens[j].pos in ("R", "X"):
        j += 1
    return j < len(tokens) and tokens[j].pos in ("V", "E", "G")


_IRREGULAR = {
    "hung": "hang", "laid": "lay", "lain": "lie", "lying": "lie", "held": "hold", "stood": "stand", "sat": "sit",
    "built": "build", "left": "leave",
    "kept": "keep", "spread": "spread", "set": "set", "put": "put", "lit": "light", "shown": "show", "worn": "wear",
    "strewn": "strew", "set up": "set",
    "found": "locate", "seen": "locate", "taken": "take", "thrown": "drop", "hidden": "hide", "made": "make",
    "leant": "lean", "brought": "bring",
}  # fmt: skip


def participle_lemma(word: str) -> str | None:
    """The verb of a form in -ed, -ing or -s, among the verbs that descriptions use."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ed", "ing", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            options = [
                stem,
                stem + "e",
                stem[:-1] if stem[-1:] == stem[-2:-1] else stem,
                stem[:-1] + "y" if stem.endswith("i") else stem,
            ]
            for option in options:
                if option in VERBS:
                    return option
    return word if word in VERBS else None
