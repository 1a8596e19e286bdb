"""The classes of data sets: their numbers never change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.app.dataset_rooms import DatasetError, shipped_taxonomy
from scenewright.app.dataset_rooms.build_taxonomy import catalogue_words
from scenewright.app.dataset_rooms.taxonomy import BUILDING, Taxonomy, extended, read_taxonomy

FIRST = "4143c897c24f857ac82132e667f18b1d03ad61e79796e886856c4dd9190bc77c"
"""Of the first version that was released."""

WORDS = st.lists(st.text("abcdef", min_size=1, max_size=4), max_size=12)


def test_the_shipped_taxonomy_has_all_words_of_the_catalogue() -> None:
    taxonomy = shipped_taxonomy()
    lacking = [word for word, _ in catalogue_words() if taxonomy.id_of(word) is None]
    assert not lacking, "run python -m scenewright.app.dataset_rooms.build_taxonomy"


def test_what_the_first_version_said_still_holds() -> None:
    taxonomy = shipped_taxonomy()
    assert taxonomy.sha256_at(1) == FIRST
    assert [c.name for c in taxonomy.classes[: len(BUILDING)]] == list(BUILDING)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_taxonomy_is_only_appended_to(releases: list[list[str]]) -> None:
    taxonomy: Taxonomy | None = None
    for words in releases:
        new = extended(taxonomy, [(word, "group") for word in words])
        assert all(new.id_of(word) is not None for word in words)
        if taxonomy is not None:
            assert new.holds(taxonomy)
            assert new.sha256_at(taxonomy.version) == taxonomy.sha256
            assert (new == taxonomy) == all(taxonomy.id_of(word) is not None for word in words)
        taxonomy = new


def test_a_changed_class_is_found(tmp_path: Path) -> None:
    taxonomy = extended(extended(None, [("bed", "beds")]), [("lamp", "lighting")])
    file = tmp_path / "taxonomy.json"
    file.write_text(taxonomy.to_text())
    assert read_taxonomy(file) == taxonomy
    file.write_text(taxonomy.to_text().replace('"bed"', '"cot"'))
    with pytest.raises(DatasetError, match="what version 1 said was changed"):
        read_taxonomy(file)
