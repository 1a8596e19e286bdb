"""What a name of a place means among the kinds of place that recipes know."""

from __future__ import annotations

import pytest

from scenewright.assets.recipe_book import own_recipes


@pytest.mark.parametrize(
    ("kind", "recipe"),
    [
        ("cozy little tea shop", "cafe"),
        ("rooftop terrace bar", "rooftop terrace"),
        ("violin teacher's studio", "music room"),
        ("tailor's workroom", "tailor"),
        ("podcast room", "podcast studio"),
        ("ceramics room", "pottery studio"),
        ("dentist's waiting room", "waiting room"),
        ("large open-plan office", "open office"),
        ("attic study", "study"),
    ],
)
def test_a_name_that_no_recipe_has_means_the_nearest(kind: str, recipe: str) -> None:
    found = own_recipes().find(kind)
    assert found is not None
    assert found.name == recipe


@pytest.mark.parametrize("kind", ["", "scene", "space", "two towers", "map room", "desert"])
def test_what_is_no_place_means_none(kind: str) -> None:
    assert own_recipes().find(kind) is None


@pytest.mark.parametrize(
    ("kind", "around"),
    [("attic study", "attic"), ("log cabin bedroom", "log cabin"), ("dentist's waiting room", ""), ("study", "")],
)
def test_the_place_around_is_named_before(kind: str, around: str) -> None:
    assert own_recipes().around(kind) == around


def test_the_opening_of_a_text_names_its_place() -> None:
    book = own_recipes()
    assert book.named_by("A sunny pottery studio with a kiln") == "pottery studio"
    assert book.named_by("A tailor's workshop with two mannequins") == "tailor's workshop"
    assert book.named_by("Two armchairs facing each other") == ""
    assert book.named_by("A sunny rooftop terrace bar with a sofa") == "rooftop terrace bar"
    assert book.named_by("A violin teacher's studio") == "violin teacher's studio"
    assert book.named_by("A shoe room") == ""  # nothing is sold there
