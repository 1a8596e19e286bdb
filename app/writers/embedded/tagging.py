"""Splits a description into words and tags their parts of speech.

The tagger is HanTa (Wartena, "The Hanover Tagger", 2023), a hidden Markov model over morphemes whose English model
(1.7 MB, BNC C5 tags) comes inside its package: pure Python, no network, no torch, 0.3 s to load. Alternatives were tried
and rejected: spaCy's English model is not on the package index under its own name and cannot be fetched at run time; NLTK's
taggers need a data download; TextBlob's Brill tagger tags nouns of furniture as verbs. The model confuses some nouns and verbs in
this kind of text (*a lamp lights the desk*, *three pendant lights*); :func:`_mend` corrects them by number agreement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.lexicon import NUMBERS, VERBS
from scenewright.scene.english import DETERMINERS, TOTALS, VAGUE_NUMBERS
from scenewright.scene.semantics.words import singular

__all__ = ["Token", "as_noun", "as_verb", "is_familiar", "sentences", "tag", "verb_lemma"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `start` and `end` are offsets in the normalised text.

    `pos`: D determiner, M number, A adjective, N noun, V finite verb or infinitive, G -ing form, E participle, P preposition, R adverb,
    C conjunction, W relative or question word, I pronoun, S the possessive 's, T to, X not, '.' end of a sentence, ',' other points.
    """

    text: str
    pos: str
    lemma: str
    start: int
    end: int
    plural: bool = False
    proper: bool = False

    @property
    def low(self) -> str:
        return self.text.lower()


_COARSE = {
    "AT0": "D", "DT0": "D", "DPS": "D", "DTQ": "W", "PNQ": "W", "AVQ": "W", "CJT": "W", "EX0": "I", "PNP": "I",
    "PNX": "I", "PNI": "I",
    "AJ0": "A", "AJC": "A", "AJS": "A", "NN0": "N", "NN1": "N", "NN2": "N", "NP0": "N", "UNC": "N", "ZZ0": "N",
    "AV0": "R", "AVP": "R", "ITJ": "R",
    "PRP": "P", "PRF": "P", "CJC": "C", "CJS": "C", "CRD": "M", "ORD": "A", "POS": "S", "TO0": "T", "XX0": "X",
    "VVG": "G", "VVN": "E",
    "VBG": "G", "VHG": "G", "VDG": "G", "VBN": "E", "VHN": "E", "VDN": "E",
}  # fmt: skip

_PREPOSITIONS = word_set(
    """about above across against along alongside amid amidst among amongst around at atop before behind below
    beneath beside besides between beyond by down for from in inside into near off on onto opposite outside over
    past per through throughout to toward towards under underneath upon via with within without of"""
)
# Words that the tagger tags wrongly in every context of this kind of text.
_FIXED = {
    **dict.fromkeys(DETERMINERS - {"that"}, "D"), **dict.fromkeys(TOTALS, "D"), **dict.fromkeys(VAGUE_NUMBERS, "M"),
    "apiece": "D", "another": "D", "other": "D", "no": "D", "either": "D", "neither": "D", "some": "M", "dozens": "M",
    "lots": "M", "plenty": "M", "it": "I",
    "them": "I", "they": "I", "itself": "I",
    "which": "W", "who": "W", "whose": "W", "where": "W", "while": "C", "and": "C", "or": "C", "but": "C",
    "plus": "C", "is": "V", "are": "V",
    "was": "V", "were": "V", "has": "V", "have": "V", "had": "V", "not": "X", "n't": "X", "there": "I", "tv": "N",
    "tvs": "N", "pc": "N", "couple": "N", "pair": "N",
    "dozen": "N", "nearby": "R", "overhead": "R", "others": "I", "everything": "I", "'s": "S", "&": "C", "atop": "P",
    "unlike": "P", "including": "G",
    "of": "P", "with": "P", "without": "P", "beside": "P", "beneath": "P", "between": "P", "against": "P",
    "topped": "E", "via": "P", "per": "P", "also": "R", "only": "R",
    "just": "R", "sofa": "N", "assorted": "A", "led": "A", "upholstered": "A", "single": "A",
    "lone": "A", "facing": "G", "whereas": "C", "strung": "E", "slung": "E", "nor": "C",
    "round": "A", "minimalist": "A", "l-shaped": "A", "u-shaped": "A", "cozy": "A", "cosy": "A", "comfy": "A",
    "sleek": "A", "wooden": "A", "tall": "A", "low": "A",
}  # fmt: skip
_SINGULAR_DETERMINERS = word_set("a an one each every this that another single lone")
_MODALS = word_set("can could will would may might must shall should do have be")
_WORD = re.compile(r"(?:'s\b)|\d[dD]\b|\d+(?:[.,]\d+)*(?:-[^\W_]+)*|[^\W_]+(?:[-'.](?!s\b)[^\W_]+)*|[^\w\s]")


@lru_cache(maxsize=1)
def _tagger() -> Any:
    from HanTa import HanoverTagger

    return HanoverTagger.HanoverTagger("morphmodel_en.pgz")


_FAMILIAR = -26.0
"""Log-probability below which the model knows neither a word nor its morphemes."""


def is_familiar(word: str) -> bool:
    """Whether the model knows a lower-case word, whole or by its parts (*bookshelf*)."""
    readings = _tagger().tag_word(word)
    return bool(readings) and float(readings[0][1]) > _FAMILIAR


def _split(text: str) -> list[tuple[str, int, int]]:
    out: list[tuple[str, int, int]] = []
    for found in _WORD.finditer(text):
        word = found.group()
        out.append((word, found.start(), found.end()))
    return out


def sentences(text: str) -> list[list[Token]]:
    """The tagged sentences of a normalised text."""
    out: list[list[Token]] = []
    words: list[tuple[str, int, int]] = []
    for word in _split(text):
        if word[0] in {".", "!", "?"}:
            if words:
                out.append(tag(words))
            words = []
        else:
            words.append(word)
    if words:
        out.append(tag(words))
    return out


def tag(words: list[tuple[str, int, int]]) -> list[Token]:
    """The tokens of one sentence, given as (word, start, end)."""
    if not words:
        return []
    found = _tagger().tag_sent(
        [w if i else w.lower() if w.lower() in _FIXED else w for i, (w, _, _) in enumerate(words)]
    )
    tokens = [
        _token(w, s, e, str(lemma), str(pos), i)
        for i, ((w, s, e), (_, lemma, pos)) in enumerate(zip(words, found, strict=True))
    ]
    return _mend(tokens)


def _token(word: str, start: int, end: int, lemma: str, pos: str, index: int) -> Token:
    low = word.lower()
    if not any(c.isalnum() for c in word):
        return Token(word, "S" if low == "'" else ",", low, start, end)
    coarse = _FIXED.get(low) or ("V" if pos.startswith("V") and pos not in _COARSE else _COARSE.get(pos, "N"))
    if low in _PREPOSITIONS and coarse not in ("P", "T"):
        coarse = "P" if pos not in ("AVP", "AV0", "AJ0", "NN1") or low in ("on", "in", "under", "opposite") else "R"
    if low in NUMBERS and low not in ("single", "lone", "sole", "solitary", "twin", "dual"):
        coarse = "M"
    if low[0].isdigit():
        coarse = "M" if low.isdigit() else "A"
    plural = False
    if coarse == "N":
        lemma = _singular(low)
        plural = lemma != low or (pos == "NN2" and low.endswith("s") and not low.endswith(_NEVER_PLURAL))
    elif coarse == "M":
        lemma = low
    proper = coarse == "N" and pos == "NP0" and word[0].isupper() and index > 0
    return Token(word, coarse, lemma.lower(), start, end, plural, proper)


_NEVER_PLURAL = (
    "ss",
    "us",
    "is",
    "thermos",
    "canvas",
    "lens",
    "chaos",
    "cosmos",
    "series",
    "atlas",
    "christmas",
    "gas",
)
_YET_PLURAL = frozenset(["menus", "taxis", "bikinis", "skis", "gnus"])


def _singular(noun: str) -> str:
    if noun.endswith(_NEVER_PLURAL) and noun not in _YET_PLURAL:
        return noun
    return singular(noun)


def verb_lemma(token: Token) -> str | None:
    """The lemma of the verb that a word may be a form of, among the verbs of descriptions; None where it is none."""
    low = token.low
    forms = [low]
    if low.endswith("ies"):
        forms.append(low[:-3] + "y")
    if low.endswith("es"):
        forms.append(low[:-2])
    if low.endswith("s") and not low.endswith("ss"):
        forms.append(low[:-1])
    return next((f for f in forms if f in VERBS), None)


def as_noun(token: Token) -> Token:
    """The same word as a noun."""
    lemma = _singular(token.low)
    return replace(token, pos="N", lemma=lemma, plural=lemma != token.low)


def as_verb(token: Token) -> Token:
    """The same word as a finite verb."""
    stem = verb_lemma(token) or (token.low[:-1] if token.low.endswith("s") else token.low)
    return replace(token, pos="V", lemma=stem, plural=False)


def _mend(tokens: list[Token]) -> list[Token]:
    """Correct the tags of nouns and verbs with the same form, by number agreement and the words after them."""
    out = list(tokens)
    last = len(out) - 1

    def pos(i: int) -> str:
        return out[i].pos if 0 <= i <= last else "."

    start: int | None = None  # start of the current noun phrase
    for i, token in enumerate(out):
        low = token.low
        before, after = pos(i - 1), pos(i + 1)
        if low in ("one", "ones") and i and (before == "A" or out[i - 1].low in ("other", "another")):
            out[i] = replace(token, pos="I", lemma="one", plural=low == "ones")  # 'the taller one', 'the other ones'
        elif low == "that" and token.pos in ("D", "W"):
            out[i] = replace(token, pos="W" if before in ("N", ",") and after in ("V", "E", "R") else "D")
        elif low == "can" and before == "N" and after not in ("V", "X") and not (after == "R" and pos(i + 2) == "V"):
            out[i] = as_noun(token)
        elif (
            token.pos in ("V", "E")
            and before == "N"
            and start is not None
            and (out[start].low in _SINGULAR_DETERMINERS)
            and low not in _FIXED
            and not low.endswith(("s", "ed"))
            and not (
                token.pos == "E"
                and (token.lemma != low or low in VERBS)
                and (low.endswith(("en", "wn", "un", "t")) or token.lemma in VERBS)
            )
            and not out[i - 1].plural
            and (token.lemma == low or token.lemma not in VERBS)
            and low not in _MODALS
            and after != "D"
            and not (low in VERBS and _listed_subject(out, start, i))
        ):
            # 'a media console below': as a verb it would agree with its subject
            out[i] = as_noun(token)
        elif low == "like" and before in ("N", ","):
            out[i] = replace(token, pos="P")
        elif low in ("opposite", "across") and token.pos != "N":
            out[i] = replace(token, pos="A" if low == "opposite" and before == "D" else "P")
        elif token.pos == "G" and after in ("D", "M") and i > 0 and out[i - 1].low in ("both", "each", "all"):
            pass  # 'two chairs, both facing the desk'
        elif token.pos == "V" and i > 0 and out[i - 1].low == "each" and low.endswith("s") and verb_lemma(token):
            pass  # 'each holds a lamp': no plural follows *each*
        elif (
            token.pos in ("V", "G")
            and before == "A"
            and start is not None
            and i - start >= 2
            and after in ("D", "M")
            and not _has_noun(out, start, i)
        ):
            # 'a potted succulent adorns the table', 'an ottoman facing a sofa'
            out[i - 1] = as_noun(out[i - 1])
        elif (
            token.pos == "G"
            and before == "A"
            and after in ("D", "M")
            and verb_lemma(replace(token, text=token.low.removesuffix("ing")))
            and start is not None
            and i - start == 1
        ):
            out[i - 1] = as_noun(out[i - 1])
        elif (
            token.pos in ("V", "G", "E")
            and before in ("D", "M", "A", "S")
            and start is not None
            and low not in _FIXED
            and not _has_noun(out, start, i)
        ):
            # no finite verb inside a noun phrase before its noun
            if token.pos == "V":
                adjective = after in ("N", "A", "M") and low.endswith("ed")
                out[i] = replace(token, pos="A") if adjective else as_noun(token)
            elif after not in ("N", "A", "G", "E", "M", ",", "C") or (after in (",", "C") and low.endswith("ing")):
                out[i] = as_noun(token) if low.endswith("ing") else token
        elif token.pos in ("N", "A") and start is not None and _has_noun(out, start, i) and low != "one":
            head = out[i - 1]
            singular_start = out[start].low in _SINGULAR_DETERMINERS
            plural_start = out[start].pos == "M" and out[start].low not in ("1", "one")
            counted = head.low in ("dozen", "couple", "pair", "half-dozen")
            if (
                token.plural
                and before == "N"
                and singular_start
                and not (head.plural or counted)
                and after not in ("N", "S")
            ):
                # 'a floor lamp arches over': a singular phrase cannot end in a plural noun
                out[i] = as_verb(token)
            elif (
                not token.plural
                and head.plural
                and before == "N"
                and verb_lemma(token)
                and (plural_start or after in ("P", "D"))
            ):
                # 'three lamps light the table'
                out[i] = as_verb(token)
            elif token.plural and head.plural and before == "N" and after in ("D", "M", "P", "I"):
                # 'books and newspapers line': the nouns before a noun are singular
                out[i] = as_verb(token)
            elif before == "N" and not token.plural and low in VERBS and _listed_subject(out, start, i):
                # 'a vase and a candle sit atop the desk'
                out[i] = as_verb(token)
            elif (
                token.plural and before == "N" and out[start].pos == "D" and not plural_start and not singular_start and verb_lemma(token)
                and after in ("P", "D", "M", "R") and not head.plural and not _has_finite(out, i)
            ):  # fmt: skip
                out[i] = as_verb(token)
        elif (
            token.plural and before == "A" and start is not None and out[start].low in _SINGULAR_DETERMINERS and after in ("D", "M")
            and i - start >= 2
        ):  # fmt: skip
            # 'a gray sectional anchors the room'
            out[i - 1], out[i] = as_noun(out[i - 1]), as_verb(token)
        elif (
            token.pos == "V"
            and start is not None
            and out[start].pos == "M"
            and out[start].low not in ("1", "one")
            and low.endswith("s")
            and not low.endswith("ss")
            and low not in ("is", "was", "has")
            and before in ("N", "A")
            and not out[i - 1].plural
        ):
            # 'three pendant lights over the table'
            out[i] = as_noun(token)
        pos_now = out[i].pos
        if pos_now in ("D", "M") and (start is None or before not in ("D", "M")):
            start = i
        elif pos_now in ("V", "P", "C", "W", "I", ",", "T") and not (
            pos_now in (",", "C") and after == "A" and start is not None and not _has_noun(out, start, i)
        ):
            start = None
        elif start is None and pos_now in ("A", "N"):
            start = i
    return out


def _listed_subject(tokens: list[Token], start: int, index: int) -> bool:
    """Whether the words up to `index` are a list of noun phrases that opens the sentence and has no verb yet."""
    if start < 2 or (
        tokens[start - 1].low != "and" and not (tokens[start - 1].pos == "C" or tokens[start - 1].pos == ",")
    ):
        return False
    if not any(t.low == "and" for t in tokens[:start]):
        return False
    for i, token in enumerate(tokens[:index]):
        if token.pos in ("V", "G", "T", "W") or token.low in ("with", "including"):
            return False
        if token.pos == "P" and i > 0 and token.low != "of":
            return False
    rest = tokens[index + 1 :]
    for token in rest:
        if token.pos in ("C", ","):
            break
        if token.pos == "V":
            return False
    return True


def _has_noun(tokens: list[Token], start: int, end: int) -> bool:
    return any(t.pos == "N" for t in tokens[start:end])


def _has_finite(tokens: list[Token], index: int) -> bool:
    """Whether the clause around a word has a finite verb."""
    left = index - 1
    while left >= 0 and tokens[left].pos not in (",", "C", "W"):
        if tokens[left].pos == "V":
            return True
        left -= 1
    return False
