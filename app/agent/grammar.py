"""Tagged words to noun phrases, verb groups, prepositions and joints: the level between words and meaning.

Nothing is decided here about what can be placed. The chunker is deterministic and local: a noun phrase is a run of
determiner, number, modifiers and nouns; a verb group is a run of auxiliaries and one main verb; prepositions of several
words (*in front of*, *across from*) are one.
"""

from __future__ import annotations

from app.agent.connectives import fixed_phrase, read_preposition
from app.agent.elements import Element, Joint, Phrase, Verb
from app.agent.lexicon import BOUNDED, INDEFINITE, NUMBERS, QUANTITY_NOUNS, VERBS, word_set
from app.agent.tagging import Token

__all__ = ["chunk", "participle_lemma"]


_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am"])
_AUXILIARY = word_set("be have do will would can could may might must shall should get")


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
        found = None if _bound(tokens, i) else read_preposition(tokens, i)
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
        if j > i and fixed_phrase(tokens, j):
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
            if read_preposition(tokens, k) or _phrase(tokens, k)[0] is not None:
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
