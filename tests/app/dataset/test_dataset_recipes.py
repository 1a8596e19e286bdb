"""Recipes of data sets: what they draw, and what they say of mistakes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from scenewright.app.dataset_rooms import DatasetError, parse_dataset_recipe, plan_room
from scenewright.app.dataset_rooms.distributions import Count, NumberRange, Words
from scenewright.app.dataset_rooms.room_plans import split_of
from tests.app.dataset.conftest import recipe_of

HEAD = 'name = "n"\nrooms = 10\n'
ROOM = '[room]\nkind = "study"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = 'n'\nrooms = 3\n", r"recipe\.toml, room: it is missing: write room = \.\.\."),
        (HEAD + ROOM + "colour = 'red'\n", r"line 5, room\.colour: there is no such key: use kind, style"),
        (
            HEAD + '[room]\nkind = ["study", "bedrom"]\n',
            r"line 4, room\.kind: there is no recipe for 'bedrom': do you mean bedroom",
        ),
        (
            HEAD + ROOM + "style = 'Scandinavain'\n",
            r"line 5, room\.style: no style is called .*do you mean scandinavian",
        ),
        (
            HEAD + ROOM + "[[object]]\nthing = 'glbe'\n",
            r"line 6, object 1\.thing: the catalogue has no 'glbe': .*globe",
        ),
        (HEAD + '[room]\nkind = "beach"\n', r"line 4, room\.kind: a beach is out of doors"),
        (HEAD + "views = 0\n" + ROOM, r"line 3, views: must be at least 1"),
        (
            HEAD + ROOM + "width = { uniform = [5, 3] }\n",
            r"line 5, room\.width: uniform goes from the least to the most: write \[3, 5\]",
        ),
        (HEAD + ROOM + "width = 4\n", r"line 3, room: width and depth go together"),
        (HEAD + ROOM + "[camera]\nheight = { normal = [1.5, 0.2] }\n", r"line 5, camera: height must stay between"),
        (
            HEAD + ROOM + "[[object]]\nthing = 'lamp'\n[[object]]\nthing = 'tv'\ncount = -1\n",
            r"line 9, object 2\.count: must be at least 0",
        ),
        (
            HEAD + ROOM + "[[object]]\nthing = 'lamp'\nkinds = ['attic']\n",
            r"line 7, object 1\.kinds: no room of this data set is a attic",
        ),
        (HEAD + ROOM + "[splits]\ntrain = 0.9\n", r"line 5, splits: train, val and test add up to 1\.1"),
        (
            HEAD + ROOM + "[splits.hold_out]\ncategories = ['armchairr']\n",
            r"line 6, splits\.hold_out\.categories: .*armchair",
        ),
        (HEAD + "[room\n", r"line 3: it cannot be read as TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_key(text: str, says: str) -> None:
    with pytest.raises(DatasetError, match=says) as caught:
        parse_dataset_recipe(text.encode(), "recipe.toml")
    assert caught.value.kind == "recipe"
    assert "\n" not in str(caught.value)


def test_a_style_makes_no_other_kind_of_room() -> None:
    """An industrial kitchen is one of a restaurant."""
    recipe = parse_dataset_recipe((HEAD + '[room]\nkind = "kitchen"\nstyle = "industrial"\n').encode(), "recipe.toml")
    text = plan_room(recipe, 0).text
    assert text == "a kitchen in industrial style."
    modern = recipe.model_copy(
        update={"room": recipe.room.model_copy(update={"style": Words.model_validate(["modern"])})}
    )
    assert plan_room(modern, 0).text == "a modern kitchen."


def test_distributions_draw_what_they_declare() -> None:
    random = Random(1)
    words = Words.model_validate(["a", {"value": "b", "weight": 3}])
    drawn = Counter(words.draw(random) for _ in range(4000))
    assert drawn["b"] / drawn["a"] == pytest.approx(3.0, rel=0.15)
    normal = NumberRange.model_validate({"normal": (4.0, 1.0), "least": 3.0, "most": 5.0})
    values = [normal.draw(random) for _ in range(2000)]
    assert min(values) >= 3.0
    assert max(values) <= 5.0
    assert sum(values) / len(values) == pytest.approx(4.0, abs=0.05)
    assert {Count.model_validate({"uniform": [1, 3]}).draw(random) for _ in range(200)} == {1, 2, 3}
    table = Count.model_validate({"weights": {"0": 1, "4": 1}})
    assert {table.draw(random) for _ in range(100)} == {0, 4}


def test_the_same_recipe_draws_the_same_rooms() -> None:
    text = (
        HEAD + '[room]\nkind = ["study", "bedroom"]\nwidth = { uniform = [3, 5] }\ndepth = 4\nstyle = ["", "Japandi"]\n'
    )
    first = [plan_room(recipe_of(text), n) for n in range(10)]
    assert first == [plan_room(recipe_of(text), n) for n in range(10)]
    other = [plan_room(recipe_of(text + "[light]\nlamp = 1\n").model_copy(update={"seed": 1}), n) for n in range(10)]
    assert [p.text for p in other] != [p.text for p in first]
    assert len({p.seed for p in first}) == 10


def test_another_attempt_keeps_kind_and_split() -> None:
    recipe = recipe_of(HEAD + '[room]\nkind = ["study", "bedroom", "kitchen"]\n')
    for index in range(10):
        first, second = plan_room(recipe, index), plan_room(recipe, index, 1)
        assert (first.kind, first.split) == (second.kind, second.split)
        assert first.seed != second.seed
        assert replace(first, attempt=1) != second


def test_rooms_keep_their_splits_when_a_data_set_grows() -> None:
    few = recipe_of(HEAD + ROOM)
    many = few.model_copy(update={"rooms": 10_000, "views": 8})
    assert [split_of(few, n) for n in range(10)] == [split_of(many, n) for n in range(10)]
    counts = Counter(split_of(many, n) for n in range(5000))
    assert counts["train"] / 5000 == pytest.approx(0.8, abs=0.02)
    assert counts["val"] / 5000 == pytest.approx(0.1, abs=0.02)


def test_kinds_that_are_held_out_are_tests() -> None:
    recipe = recipe_of(HEAD + '[room]\nkind = ["study", "bedroom"]\n[splits.hold_out]\nkinds = ["master bedroom"]\n')
    plans = [plan_room(recipe, n) for n in range(200)]
    assert {p.split for p in plans if p.kind == "bedroom"} == {"test"}
    assert "train" in {p.split for p in plans if p.kind == "study"}


def test_a_held_out_category_is_asked_for_in_tests_alone() -> None:
    recipe = recipe_of(HEAD + ROOM + "[[object]]\nthing = 'globe'\n[splits.hold_out]\ncategories = ['globe']\n")
    plans = [plan_room(recipe, n) for n in range(200)]
    assert {p.split for p in plans if "globe" in p.text} == {"test"}


def test_a_sentence_says_what_was_drawn() -> None:
    recipe = recipe_of(
        HEAD
        + '[room]\nkind = "study"\nstyle = "industrial"\nwidth = 4.0\ndepth = 3.5\nfloor = "oak"\nwalls = "sage green"\n'
        + "[[object]]\nthing = 'armchair'\ncount = 2\ncolour = 'red'\nmaterial = 'leather'\n[[object]]\nthing = 'globe'\n"
    )
    assert plan_room(recipe, 0).text == (
        "an industrial study of 4 by 3.5 metres with two red leather armchairs and a globe. The floor is oak. The walls are sage green."
    )
