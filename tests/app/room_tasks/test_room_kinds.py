"""The kind of a room is recognised from its words, else from what is in it."""

from __future__ import annotations

import pytest

from scenewright.app.room_tasks.room_kind import kind_by_things, kind_of_room
from scenewright.assets.recipe_book import own_recipes


@pytest.mark.parametrize(
    ("things", "kind"),
    [
        (["bed", "nightstand", "wardrobe", "table lamp"], "bedroom"),
        (["sofa", "coffee table", "TV stand", "TV", "armchair"], "living room"),
        (["toilet", "bathtub", "washbasin", "towel"], "bathroom"),
        (["stove", "fridge", "kitchen cabinet", "kitchen sink"], "kitchen"),
        (["dining table", "dining chair", "chandelier", "sideboard"], "dining room"),
        (["crib", "changing table", "rocking chair"], "nursery"),
        (["school desk", "blackboard", "globe"], "classroom"),
    ],
)
def test_things_tell_the_kind(things: list[str], kind: str) -> None:
    found = kind_by_things(own_recipes(), things)
    assert found is not None
    assert kind in (found.name, *found.kinds)


def test_words_come_before_things() -> None:
    found = kind_of_room(own_recipes(), ["a cosy study with a sofa"], [])
    assert found is not None
    assert found.name == "study"


def test_nothing_tells_of_an_empty_room() -> None:
    assert kind_of_room(own_recipes(), ["", "scene"], []) is None
