"""One lexicon: what readers of English have of their own agrees with it, and differs only where it is said here."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded import lexicon as writer_words
from scenewright.app.writers.embedded.elements import Phrase
from scenewright.app.writers.embedded.tagging import sentences
from scenewright.scene.english import (
    CARDINALS,
    COLOR_FAMILIES,
    COLOR_SYNONYMS,
    COLORS,
    DEFINITE,
    DETERMINERS,
    FARTHEST,
    NEAREST,
    QUANTITIES,
    SEVERAL_WORDS,
    SIZED,
    TOTALS,
    VAGUE_NUMBERS,
)
from scenewright.scene.language.vocabulary import color_words, find_color
from scenewright.scene.semantics.queries import read_query
from scenewright.scene.semantics.questions.asking_phrases import bare_phrase
from scenewright.scene.semantics.words import SIZES, color_name, is_color, lexicon


def test_every_plain_colour_is_called_so() -> None:
    """But for beige: what CSS calls so is so light that people call it white."""
    found = {word: find_color(word) for word in COLORS}
    called = {word: color_name(color) for word, color in found.items() if color is not None}
    assert called == {**{word: word for word in COLORS}, "beige": "white"}


@pytest.mark.parametrize("word", sorted(COLOR_SYNONYMS))
def test_another_name_of_a_colour_names_the_plain_one(word: str) -> None:
    color, plain = find_color(word), COLOR_SYNONYMS[word]
    assert color is not None
    assert is_color(color, plain) == is_color(color, word)


def test_the_last_word_of_a_shade_is_a_colour_itself() -> None:
    """Gold and violet are no plain colours: what is gold is called yellow or brown, and violet is purple."""
    assert COLOR_FAMILIES - set(COLORS) == {"gold", "violet"}
    assert color_words() >= COLOR_FAMILIES
    assert all(find_color(f"pale {word}") is not None for word in COLOR_FAMILIES)


def test_the_writer_tags_every_determiner_as_one() -> None:
    """*That* begins a clause as well, and *some* counts: the writer places three."""
    tagged = {word: sentences(f"{word} chairs")[0][0].pos for word in DETERMINERS | TOTALS}
    assert {word for word, pos in tagged.items() if pos != "D"} <= {"that", "some"}
    assert tagged["some"] == "M"


def test_the_writer_takes_the_same_words_for_definite() -> None:
    """*Both* is definite for a writer alone: a query for both lamps does not say that there are two."""
    definite = {word for word in DETERMINERS | TOTALS if Phrase(tokens=[], determiner=word).definite}
    assert definite == DEFINITE | {"both"}


@pytest.mark.parametrize("word", sorted(DETERMINERS | TOTALS))
def test_queries_and_questions_leave_out_determiners(word: str) -> None:
    assert read_query(f"{word} lamp").noun == "lamp"
    assert bare_phrase(f"{word} lamp") == "lamp"


def test_object_phrases_leave_out_a_few_words_more() -> None:
    """*Both* is a count there."""
    assert {"another", "other", "own", "such"} == lexicon.DETERMINERS - DETERMINERS
    assert DETERMINERS < lexicon.DETERMINERS
    assert lexicon.COUNTS["both"] == 2


def test_all_count_by_the_same_numbers() -> None:
    """Zero counts for the writer (*zero chairs* are none), and names nothing that a phrase could mean."""
    assert CARDINALS.items() <= writer_words.NUMBERS.items()
    assert {w: n for w, n in CARDINALS.items() if n}.items() <= lexicon.COUNTS.items()
    assert QUANTITIES.items() <= writer_words.QUANTITY_NOUNS.items()
    assert all(lexicon.COUNTS[f"{noun} of"] == number for noun, number in QUANTITIES.items())


def test_the_writer_places_some_of_every_vague_number() -> None:
    assert writer_words.INDEFINITE.keys() >= VAGUE_NUMBERS


@pytest.mark.parametrize("word", sorted(SEVERAL_WORDS))
def test_queries_tell_apart_as_many_as_are_told_apart(word: str) -> None:
    reading = read_query(f"the taller of the {word} chairs")
    assert reading.noun == "chairs"
    assert [(s.measure, s.most, s.ordinal) for s in reading.selectors] == [("height", True, 1)]


def test_words_of_nearness_and_distance_are_the_same() -> None:
    for words, kind in ((NEAREST, "nearest"), (FARTHEST, "farthest")):
        for word in words.split("|"):
            reading = read_query(f"the chair {word} to the door")
            assert [where.kind for where in reading.where] == [kind]


def test_every_word_of_size_has_a_measure() -> None:
    """A square or round size has none; *deep*, *shallow* and *thick* are measured and not sorted into sizes of objects."""
    assert set(SIZES.values()) <= SIZED.keys()
