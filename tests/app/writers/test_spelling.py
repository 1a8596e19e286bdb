"""Slips of the keyboard: what is mended, and what is left as it is."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.composer import compose
from scenewright.app.writers.embedded.spelling import mended
from scenewright.assets import Catalogue

KNOWN = {"armchair", "bookshelf", "lamp", "library", "table", "disc", "crate", "nightstand", "wardrobe", "game"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a bokshelf and an armchiar", "a bookshelf and an armchair"),
        ("two lampps by the tabel", "two lamps by the table"),
        ("Libary with a bookshelf.", "Library with a bookshelf."),
        ("a nigthstnad", "a nightstand"),
    ],
)
def test_a_slip_is_read_as_the_word_that_was_meant(text: str, expected: str) -> None:
    found, slips = mended(text, KNOWN)
    assert found == expected
    assert slips
    assert all(wrong in text.lower() and meant in expected.lower() for wrong, meant in slips)


@pytest.mark.parametrize(
    "text",
    [
        "a disco with a cable",  # English words, one letter from known ones
        "a chair by Eamess and a bed",  # a name
        "a clepsydra, a kotatsu and a shoji",  # no known word is near
        "a lmp",  # too short to tell
        "wardrobes, bookshelves and lamps",
        "",
    ],
)
def test_what_is_no_slip_stays_byte_for_byte(text: str) -> None:
    assert mended(text, KNOWN) == (text, [])


def test_the_writer_serves_slips_and_says_so() -> None:
    made = compose("a reading corner with a bokshelf and an armchiar", Catalogue.built_in(), dress="only")
    assert {u.word for u in made.unserved} == set()
    assert "asset_call('bookshelf')" in made.program
    assert "asset_call('armchair')" in made.program
    assert "'bokshelf' was read as 'bookshelf'" in made.notes
