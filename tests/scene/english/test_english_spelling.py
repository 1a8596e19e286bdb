"""Which words are slips of the pen of others."""

from __future__ import annotations

import pytest

from scenewright.scene.english import is_slip, meant_word


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("chiar", "chair"),
        ("armchiar", "armchair"),
        ("wardobe", "wardrobe"),
        ("lapm", "lamp"),
        ("swop", "swap"),
        ("tabel", "table"),
        ("zylophone", "xylophone"),
    ],
)
def test_a_slip_is_read(said: str, meant: str) -> None:
    assert is_slip(said, meant)


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("tools", "stools"),
        ("tool", "stool"),
        ("table", "cable"),
        ("chair", "chair"),
        ("rug", "mug"),
        ("lamp", "stamp"),
        ("bed", "bad"),
        ("sofa", "soap dish"),
    ],
)
def test_another_word_is_no_slip(said: str, other: str) -> None:
    assert not is_slip(said, other)


def test_a_slip_of_two_words_means_neither() -> None:
    assert meant_word("lammp", ["lamp", "lamb", "lump"]) == "lamp"
    assert meant_word("lomp", ["lamp", "lump"]) is None
