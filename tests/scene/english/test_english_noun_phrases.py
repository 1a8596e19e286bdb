"""One reading of noun phrases: descriptions, names and queries cut the same determiner, number, noun and modifiers out of each.

Questions read their nouns as queries do. Where two differ on purpose, :data:`APART` says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from scenewright.app.writers.embedded.nominals import phrase_text
from scenewright.app.writers.embedded.noun_phrases import read_phrase
from scenewright.app.writers.embedded.plain_text import normalize
from scenewright.app.writers.embedded.retagging import retag
from scenewright.app.writers.embedded.tagging import sentences
from scenewright.scene.english import ORDER, ORDINALS, read_lead
from scenewright.scene.english.noun_words import noun_words
from scenewright.scene.semantics.queries import read_query
from scenewright.scene.semantics.words import ObjectPhrase, normalise, parse
from tests.support.description_nouns import nouns

VOCABULARY = nouns().vocabulary


@dataclass(frozen=True)
class Slots:
    """What a reader cut out of a phrase. `number`: None where none is said; one for *a lamp*."""

    determiner: str
    number: int | None
    head: str
    modifiers: frozenset[str]


def slots(determiner: str, number: int | None, reading: ObjectPhrase) -> Slots:
    said = (*reading.colors, *reading.materials, *reading.sizes, *reading.styles, *reading.others, *reading.leftover)
    parts = (f"{part.words} {part.part}" for part in reading.parts)
    shape = (reading.shape,) if reading.shape else ()
    return Slots(determiner, number, reading.head, frozenset((*said, *parts, *shape)))


def one(determiner: str, number: int | None) -> int | None:
    return 1 if number is None and determiner in ("a", "another") else number


def by_description(text: str) -> Slots:
    tokens = retag(sentences(normalize(text))[0], lambda words: words in VOCABULARY)
    phrase, end = read_phrase(tokens, 0)
    assert phrase is not None
    assert phrase.head is not None
    assert end == len(tokens)
    said = phrase_text(phrase)
    if phrase.of is not None and phrase.of.head is not None:
        said = f"{said} of {phrase_text(phrase.of)}"
    number = None if phrase.indefinite else one(phrase.determiner, phrase.number)
    return slots(phrase.determiner, number, parse(said, VOCABULARY))


def by_name(text: str) -> Slots:
    reading = parse(text, VOCABULARY)
    return slots(reading.determiner, reading.count, reading)


def by_query(text: str) -> Slots:
    words = noun_words(" ".join(normalise(text)))
    number = None if words.lead.vague else one(words.lead.determiner, words.lead.number)
    # an ordinal is a selector to queries, and a modifier to the others
    counted = {s.ordinal for s in words.selectors if s.measure == ORDER}
    ordinals = [word for word in normalise(text) if ORDINALS.get(word) in counted]
    return slots(words.lead.determiner, number, parse(" ".join([*ordinals, words.kept]), VOCABULARY))


_READ_ALIKE = (
    # determiners
    "a red lamp|the small table|an oak desk|my desk|our green sofa|their bed|its lamp|her large wardrobe|his old desk|your chair|this sofa"
    "|that chair|these stools|those four plates|any lamp|each chair|every red chair|either lamp|the desk|chairs|red chairs|oak desk|a bowl"
    "|the scissors|her own bed|all the chairs"
    # others than those that were named
    "|another lamp|the other lamp|the other two lamps|two other lamps|another two chairs"
    # numbers
    "|one chair|one red chair|two chairs|three wooden chairs|the two black office chairs|twelve plates|twenty-one books|thirty-six chairs"
    "|15 books|both chairs|both wooden chairs|a pair of lamps|a pair of small white vases|a dozen plates|a couple of stools|two dozen eggs"
    "|half a dozen eggs|half a dozen plates|several chairs|a few cups|many books|various plants|numerous candles|multiple screens"
    # measures count nothing
    "|a 2 m sofa|a 60 cm table|a 65-inch tv|two 2 m sofas"
    # sizes, shapes, colours, stuffs
    "|a small round coffee table|a tall white bookshelf|the long wooden bench|a large dark blue rug|a navy blue velvet sofa"
    "|a light gray armchair|the marble-topped table|a steel-framed bed|a brass floor lamp|an l-shaped sofa|a square side table"
    "|three tall thin candles|a hexagonal shelf|a gold-trimmed mirror|the ceramic vase|a very large rug|a quite small desk"
    "|the five red, blue and green cushions|a big, soft pillow|a big and soft pillow|two identical white lamps|two matching nightstands"
    # beds
    "|a king-size bed|a single bed|two single beds|a double bed|a twin bed"
    # styles and kinds
    "|a rustic farmhouse table|a modern office chair|a mid-century modern armchair|a vintage leather armchair|the scandinavian wooden chair"
    "|the fairly old chair|a comfortable reading chair|an adjustable desk lamp|a folding chair|a hanging lamp|the second chair"
    "|the first two chairs|a third chair|a wall clock|a filing cabinet|the trash can|a potted plant|a wooden dining table"
    "|a chest of drawers|two chests of drawers|a bowl of fruit"
)
ALIKE = _READ_ALIKE.split("|")

TOTAL = "*all* is definite for a writer, who knows what was named: 'all chairs' are the chairs"
NAMED = "a name may begin with *no* (a no smoking sign), and a query may be one"
PLACED = "a writer places some of them; a name says which group it is, and a query looks the group up"
COUNTED = "an adjective that counts: for a writer a number, in a name what tells the thing apart"
CHOSEN = "a query chooses among things by order or side; a writer and a name have none to choose from"
HYPHENS = "a query has no hyphens left, so that a number before a part counts"
BOUNDED = "a bound on a number is heard by a writer alone; names and queries are of what is there"
POSSESSOR = "whose it is, is no modifier for a writer; in a name it may be what tells the thing apart"
PAIRS = "what is always a pair is one thing to a name; the writer sees to it when it asks for the thing"
SOME = "*some* counts for a writer, who places three"
APART = {
    "all chairs": TOTAL, "all three chairs": TOTAL, "some books": SOME, "no chairs": NAMED, "zero lamps": NAMED,
    "a set of six dining chairs": PLACED, "a stack of books": PLACED, "a row of four stools": PLACED, "a set of four mugs": PLACED,
    "a single chair": COUNTED, "a lone chair": COUNTED, "the largest chair": CHOSEN, "the second largest chair": CHOSEN,
    "the taller lamp": CHOSEN, "the leftmost chair": CHOSEN, "the left lamp": CHOSEN, "the top shelf": CHOSEN, "the lower shelf": CHOSEN,
    "a middle shelf": CHOSEN, "a glass-topped coffee table": HYPHENS, "a four-poster bed": HYPHENS, "a two-drawer nightstand": HYPHENS,
    "at least two lamps": BOUNDED, "over ten books": BOUNDED, "the room's desk": POSSESSOR,
    "mom's red armchair": POSSESSOR, "a pair of scissors": PAIRS,
}  # fmt: skip
"""Phrase -> why not all read it alike."""


def test_at_least_eighty_phrases_are_read_alike() -> None:
    assert len(set(ALIKE)) >= 80


@pytest.mark.parametrize("text", ALIKE)
def test_three_readers_cut_a_phrase_alike(text: str) -> None:
    assert by_description(text) == by_name(text) == by_query(text)


@pytest.mark.parametrize("text", APART)
def test_what_is_said_to_differ_does(text: str) -> None:
    assert not by_description(text) == by_name(text) == by_query(text)


@pytest.mark.parametrize("text", [text for text, why in APART.items() if why == CHOSEN])
def test_choosing_words_are_all_that_differs_there(text: str) -> None:
    description, name, query = by_description(text), by_name(text), by_query(text)
    assert description == name
    assert replace(description, modifiers=frozenset()) == query
    assert noun_words(text).selectors or noun_words(text).sides


@pytest.mark.parametrize("text", ALIKE)
def test_a_query_has_the_noun_of_its_phrase(text: str) -> None:
    """A sentence that is a noun phrase and nothing else is read as one."""
    reading = read_query(text)
    if "of" not in text.split():
        assert reading.noun == noun_words(" ".join(normalise(text))).kept
        assert reading.where == ()


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("lamp", 0), ("a lamp", 1), ("the two", 1), ("no smoking sign", 0), ("zero gravity chair", 0), ("two seater sofa", 0),
        ("a 2 m sofa", 1), ("two dozen eggs", 2), ("half a dozen eggs", 3), ("half dozen eggs", 2), ("a pair of lamps", 3), ("a pair of", 1),
        ("half a dozen", 0), ("both the lamps", 2), ("all of them", 1), ("twenty five lamps", 2), ("two three lamps", 1),
    ],
)  # fmt: skip
def test_a_lead_ends_before_the_name(words: str, length: int) -> None:
    assert read_lead(words.split())[1] == length
