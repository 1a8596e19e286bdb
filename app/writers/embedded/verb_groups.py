"""Verb groups: runs of auxiliaries and one main verb, with the predicate after *be*."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.connectives import begins_relation, read_preposition
from scenewright.app.writers.embedded.elements import Verb
from scenewright.app.writers.embedded.lexicon import VERBS
from scenewright.app.writers.embedded.noun_phrases import read_phrase
from scenewright.app.writers.embedded.tagging import Token

__all__ = ["read_verb"]

_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am"])
_AUXILIARY = word_set("be have do will would can could may might must shall should get")


def read_verb(tokens: list[Token], i: int) -> tuple[Verb | None, int]:
    """The verb group that begins at `i`, None where none does, and the index after it."""
    n = len(tokens)
    token = tokens[i]
    if token.pos == "I" and token.low == "there" and i + 1 < n and tokens[i + 1].pos in ("V", "R", "M", "X"):
        verb, j = read_verb(tokens, i + 1)
        if verb:
            verb.existential = verb.lemma == "be" or verb.group == "at"
            return verb, j
        return None, i
    if token.pos == "A" and i + 1 < n and tokens[i + 1].pos == "P" and token.low.endswith(("ed", "en")):
        lemma = _lemma(token.low)
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
        if j > i and begins_relation(tokens, j):
            break  # 'is facing away from', 'stands looking at'
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
        lemma = _lemma(main.low) or lemma
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
            if read_preposition(tokens, k) or read_phrase(tokens, k)[0] is not None:
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


def _lemma(word: str) -> str | None:
    """The lemma of a form in -ed, -ing or -s, among the verbs of descriptions; None where there is none."""
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
