"""Corrects parts of speech by the words of the catalogue.

The tagger was trained on other kinds of text: it tags *ottoman*, *bidet* and *mobile* as adjectives, *sinks* as a verb. A word of the
catalogue becomes a noun where a noun may stand. Another word becomes a verb where the clause still lacks one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scenewright.app.writers.embedded.lexicon import ORDINALS, PEOPLE, ROOMS, VERBS
from scenewright.app.writers.embedded.tagging import Token, as_noun, as_verb, verb_lemma
from scenewright.scene.language.vocabulary import color_words, surface_words
from scenewright.scene.semantics.words import BED_SIZES, OTHERS, SHAPES, SIZES, STYLES, singular

__all__ = ["retag"]

_LOOKS = color_words() | surface_words() | frozenset(SIZES) | frozenset(SHAPES) | STYLES | OTHERS | frozenset(BED_SIZES)


_POSED = frozenset(
    ["stand", "hang", "lie", "sit", "lean", "face", "rest", "line", "flank", "hold", "surround", "form", "fill"]
)
"""Verbs of where things are that are nouns, too."""
_PLACES = frozenset(["area", "room", "corner", "zone", "space", "hall", "table", "ground", "place"])
"""Nouns of what is named after what people do in it."""
_ONE = frozenset(["a", "an", "one", "another", "each", "every", "this"])
"""Words that open the name of one thing."""


def retag(tokens: list[Token], is_noun: Callable[[str], bool]) -> list[Token]:
    """A tagged sentence with corrected tags. `is_noun`: whether the catalogue has an object of these words, in the singular."""
    out = _filled(tokens)
    for i, token in enumerate(out):
        low = token.low
        before = out[i - 1] if i else None
        after = out[i + 1] if i + 1 < len(out) else None
        if low == "that" and _is_relative(before, after):
            out[i], out[i + 1] = replace(token, pos="W"), as_verb(out[i + 1])  # 'a table that seats six'
        elif low == "opposite" and before is not None and before.pos == "P" and after is not None and after.plural:
            out[i] = replace(token, pos="A")  # 'on opposite walls'
        elif low.endswith("ing") and _does_what_the_first_does(out, i):
            out[i] = replace(token, pos="G", lemma=_stem(token) or token.lemma, plural=False)
        elif (
            low == "well"
            and token.pos != "N"
            and before is not None
            and before.pos in ("D", "A")
            and _ends_phrase(after)
        ):
            out[i] = as_noun(token)  # 'a picket fence and a well'
        elif token.pos == "G" and _is_done_by_people(out, i):
            out[i] = replace(token, pos="V")  # 'two boys playing chess': chess is what they play
        elif token.pos == "A" and _ends_phrase(after) and low not in _LOOKS and is_noun(singular(low)):
            if before is not None and before.pos in ("D", "M", "A", "N", "S", "E"):
                out[i] = as_noun(token)  # 'a velvet ottoman and', 'a bidet are'
        elif token.pos == "N" and low.endswith("ing") and _is_gerund(out, i, is_noun):
            if before is not None and before.pos == "A":
                out[i - 1] = as_noun(before)
            out[i] = replace(token, pos="G", lemma=_stem(token) or token.lemma, plural=False)
        elif token.pos == "V" and "-" in low and token.lemma not in VERBS:
            out[i] = replace(token, pos="A", lemma=low)  # 'queen-size'
        elif token.pos == "N" and token.plural and _owns(token, after):
            out[i] = replace(token, text=singular(token.text), plural=False)  # 'teachers desk'
        elif token.pos in ("N", "V") and _is_verb_of_one(out, i):
            out[i] = as_verb(token)  # 'an electric guitar stands next to': one thing, and no guitar stands
        elif token.pos == "N" and _is_verb_of_several(out, i, is_noun):
            out[i] = as_verb(token)  # 'a desk and a bookcase stand against the wall'
        elif token.pos in ("V", "E", "G") and _is_compound(before, token, is_noun):
            out[i] = as_noun(token)  # 'two clothes rails along the wall', 'a macrame wall hanging adorns'
        elif token.pos == "V" and _is_counted(out, i, is_noun):
            out[i], out[i + 1] = as_noun(token), as_verb(out[i + 1])  # 'twin vessel sinks rest on'
        elif token.pos == "N" and _is_missing_verb(out, i, is_noun):
            out[i] = as_verb(token)
    return out


def _is_relative(before: Token | None, after: Token | None) -> bool:
    """Whether *that* between a noun and a word in -s begins a clause: it determines no plural."""
    return (
        before is not None
        and before.pos == "N"
        and after is not None
        and after.pos == "N"
        and after.plural
        and verb_lemma(after) is not None
    )


def _does_what_the_first_does(tokens: list[Token], i: int) -> bool:
    """Whether an -ing form says what one of several does: 'the first holding books'."""
    return i >= 2 and tokens[i - 1].low in ORDINALS and tokens[i - 2].low == "the" and _stem(tokens[i]) is not None


_BOARDS = frozenset(["shelf", "shelves", "rack", "racks", "bookcase", "bookcases", "bookshelf", "bookshelves"])
"""Nouns after which *of* says what they are full of."""


def _filled(tokens: list[Token]) -> list[Token]:
    """'full of books' and 'shelves of books' as 'filled with books'."""
    out = list(tokens)
    for i in reversed(range(len(out) - 2)):
        if (
            out[i].low in _BOARDS
            and out[i + 1].low == "of"
            and any(t.plural for t in out[i + 2 : i + 4] if t.pos == "N")
        ):
            out[i + 1 : i + 2] = [replace(out[i + 1], text="full"), out[i + 1]]
    for i, token in enumerate(out[:-1]):
        if token.low == "full" and out[i + 1].low == "of":
            out[i] = replace(token, text="filled", pos="E", lemma="fill")
            out[i + 1] = replace(out[i + 1], text="with", pos="P", lemma="with")
    return out


def _ends_phrase(after: Token | None) -> bool:
    return after is None or after.pos in ("C", "P", "V", "W", ",", "E", "G", "R", "T")


def _stem(token: Token) -> str | None:
    """The verb of an -ing form; None where it has none."""
    root = token.low.removesuffix("ing")
    forms = (root, f"{root}e", root[:-1] if root[-1:] == root[-2:-1] else root)
    return next((f for f in forms if f in VERBS), None)


def _is_gerund(tokens: list[Token], i: int, is_noun: Callable[[str], bool]) -> bool:
    """Whether an -ing noun is a gerund: 'a mobile hanging above', 'a suite showcasing a bed', but not 'wall hanging above'."""
    if i == 0 or i + 1 == len(tokens) or _stem(tokens[i]) is None:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if after.pos not in ("P", "D", "M") or after.low == "of" or is_noun(f"{before.low} {tokens[i].low}"):
        return False
    if before.pos == "P":
        return after.pos == "D" and before.low not in ("of", "with") and not is_noun(tokens[i].low)
    named = before.lemma in ROOMS or is_noun(singular(before.low))
    opens = i > 1 and tokens[i - 2].pos == "D"  # 'a mobile hanging above': the article needs 'mobile' as its noun
    return before.pos in ("N", "A") and named and (before.low not in _LOOKS or opens)


def _owns(token: Token, after: Token | None) -> bool:
    """Whether people before a noun are whose it is, written without the apostrophe."""
    return token.lemma in PEOPLE and after is not None and after.pos == "N" and not after.low.endswith("ing")


def _is_done_by_people(tokens: list[Token], i: int) -> bool:
    """Whether an -ing form says what the people before it do: not in 'a baby changing table', nor in 'a kids playing area'."""
    if i == 0 or i + 2 > len(tokens) or tokens[i - 1].lemma not in PEOPLE or tokens[i + 1].pos != "N":
        return False
    several = tokens[i - 1].plural or tokens[i - 1].lemma == "person"
    counted = i > 1 and tokens[i - 2].pos in ("M", "D", "A")
    return several and counted and tokens[i + 1].lemma not in _PLACES


def _is_verb_of_one(tokens: list[Token], i: int) -> bool:
    """Whether a word in -s is the verb of one thing, and not the last noun of its name: 'a violin stands on the table'."""
    token, after = tokens[i], _at(tokens, i + 1)
    if not token.low.endswith("s") or token.low.endswith("ss") or verb_lemma(token) is None or i == 0:
        return False
    if after is None or after.pos not in ("P", "D", "R") or after.low == "of" or tokens[i - 1].pos != "N":
        return False
    clause = _clause_before(tokens, i)
    start = next((n for n in reversed(range(len(clause))) if clause[n].pos not in ("N", "A", "E", "G")), None)
    return start is not None and clause[start].low in _ONE and not any(t.pos == "V" for t in clause)


def _is_verb_of_several(tokens: list[Token], i: int, is_noun: Callable[[str], bool]) -> bool:
    """Whether a word is the verb of two or more things, and not the last noun of the last one's name: 'a hat and a jacket hang on'."""
    token, after = tokens[i], _at(tokens, i + 1)
    if token.low not in _POSED or after is None or after.pos not in ("P", "D", "R") or after.low == "of":
        return False
    start = next(
        (n + 1 for n in reversed(range(i)) if tokens[n].pos in ("W", ".", "V", "P") or tokens[n].low == ";"), 0
    )
    if start and tokens[start - 1].pos in (
        "V",
        "P",
    ):  # 'coats hang by the door, and a hat and a jacket hang on the stand'
        ends = (n + 2 for n in range(start, i - 1) if tokens[n].low == "," and tokens[n + 1].low == "and")
        start = next(ends, i)
    listed = tokens[start:i]
    joined = any(t.low == "and" for t in listed)
    return joined and listed[-1].pos == "N" and not is_noun(f"{listed[-1].low} {token.low}")


def _is_compound(before: Token | None, token: Token, is_noun: Callable[[str], bool]) -> bool:
    """Whether a noun and the word after it, tagged as a verb, are the name of one object."""
    return before is not None and before.pos == "N" and is_noun(f"{before.low} {singular(token.low)}")


def _is_counted(tokens: list[Token], i: int, is_noun: Callable[[str], bool]) -> bool:
    """Whether the verb at `i` is a plural noun, followed by the actual verb."""
    token = tokens[i]
    if i == 0 or i + 1 == len(tokens) or not token.low.endswith("s") or not is_noun(singular(token.low)):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    finite = (
        after.pos in ("N", "V") and not after.plural and (after.low in VERBS or after.low in ("are", "were", "have"))
    )
    beyond = _at(tokens, i + 2)
    closed = _ends_phrase(beyond) or (beyond is not None and beyond.pos in ("D", "M"))
    return before.pos in ("N", "A", "M") and not before.plural and finite and closed


def _is_missing_verb(tokens: list[Token], i: int, is_noun: Callable[[str], bool]) -> bool:
    """Whether a noun is the verb that its clause lacks: 'chairs in velvet face the fire', 'daylight streams through'."""
    token, after = tokens[i], _at(tokens, i + 1)
    if i == 0 or after is None or verb_lemma(token) is None:
        return False
    before = tokens[i - 1]
    clause = _clause_before(tokens, i)
    if before.pos == "I" and before.lemma == "one":
        return token.plural != before.plural and after.pos in ("P", "D", "R")  # 'the taller one stands in'
    if is_noun(singular(token.low)) or before.pos != "N" or any(t.pos == "V" for t in clause):
        return False
    subject = next((t for t in clause if t.pos == "N" and not _has_noun_after(clause, t)), None)
    if subject is None:
        return False
    if token.plural:  # a bare singular subject: 'soft daylight streams through the window'
        return not any(t.pos in ("D", "M", "P") for t in clause) and not before.plural and after.pos == "P"
    # a plural subject before a preposition: 'two armchairs in velvet face the fire'
    return subject.plural and subject is not before and after.pos in ("D", "M")


def _clause_before(tokens: list[Token], i: int) -> list[Token]:
    start = i
    while start > 0 and tokens[start - 1].pos not in (",", "C", "W", "."):
        start -= 1
    return tokens[start:i]


def _has_noun_after(clause: list[Token], token: Token) -> bool:
    """Whether another noun of the same phrase follows, so that `token` is not its head."""
    at = clause.index(token)
    return at + 1 < len(clause) and clause[at + 1].pos == "N"


def _at(tokens: list[Token], i: int) -> Token | None:
    return tokens[i] if i < len(tokens) else None
