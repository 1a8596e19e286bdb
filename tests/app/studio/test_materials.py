"""The materials that a page browses."""

import itertools
import math

import pytest

from scenewright.app.studio.materials import found_materials
from scenewright.scene.language.vocabulary import find_surface


def names(words: str) -> list[str]:
    return [one["name"] for one in found_materials(words)]


def test_all_materials_are_what_programs_get() -> None:
    listed = found_materials("")
    assert {"oak", "brass", "marble", "linen"} <= {one["name"] for one in listed}
    for one in listed:
        found = find_surface(one["name"])
        assert found is not None
        assert all(math.isclose(a, b, abs_tol=1e-4) for a, b in zip(one["color"], found.color, strict=True))
        assert (one["kind"], one["roughness"], one["metallic"]) == (found.kind, found.roughness, found.metallic)


def test_materials_of_a_kind_stand_together() -> None:
    kinds = [one["kind"] for one in found_materials("")]
    assert len(list(dict.fromkeys(kinds))) == 1 + sum(a != b for a, b in itertools.pairwise(kinds))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Oak", "oak"),
        ("polished black marble", "polished black marble"),
        ("inox", "stainless steel"),
        ("velvet", "velvet"),
    ],
)
def test_what_the_words_name_comes_first(words: str, first: str) -> None:
    assert names(words)[0] == first


def test_words_find_names_synonyms_and_kinds() -> None:
    assert "walnut" in names("wood")
    assert "black marble" in names("marble")
    assert names("no such stuff") == []
