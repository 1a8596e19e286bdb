"""A mood or a style that a sentence gives a place is in its walls, floor, furniture, cloth and light."""

from __future__ import annotations

import re

import pytest

from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.app.writers.embedded.said_style import room_style
from scenewright.assets import Catalogue
from scenewright.assets.moods import lightness


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


def style_name(made: Composition) -> str:
    style = room_style(made.description)
    return "" if style is None else style.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a gloomy study", "gloomy"),
        ("a bright, airy living room with a sofa", "bright"),
        ("a bedroom in a dark rustic style", "dark rustic"),
        ("a living room in pastel colours", "pastel"),
        ("a living room with a sofa. The room is dark and gothic.", "dark gothic"),
        ("a dining room lit by candles", "candlelit"),
        ("an office, futuristic, with a desk", "futuristic"),
        ("a colourful kids bedroom", "colourful"),
    ],
)
def test_what_is_said_of_the_place_is_its_style(text: str, name: str, catalogue: Catalogue) -> None:
    made = compose(text, catalogue)
    assert style_name(made) == name
    assert made.asked.unread == ()


@pytest.mark.parametrize(
    "text",
    ["a living room with a bright red sofa", "an office with a dark wood desk", "a bedroom with an industrial shelf"],
)
def test_what_is_said_of_a_thing_is_no_style(text: str, catalogue: Catalogue) -> None:
    assert style_name(compose(text, catalogue)) == ""


def test_a_mood_is_in_surfaces_things_and_light(catalogue: Catalogue) -> None:
    dark, bright = compose("a dark living room", catalogue), compose("a bright living room", catalogue)
    for surface in ("wall", "floor"):
        assert lightness(dark.description.surfaces[surface]) < 0.42
        assert lightness(bright.description.surfaces[surface]) > 0.7
    assert "environment('dim" in dark.program
    assert "environment('bright" in bright.program
    assert re.search(r"'(?:charcoal|dark green velvet|burgundy velvet) [a-z ]*sofa'", dark.program)
    assert re.search(r"'(?:white|light grey|pale blue) [a-z ]*sofa'", bright.program)


def test_what_the_text_says_of_a_surface_stays(catalogue: Catalogue) -> None:
    made = compose("a dark bedroom with white walls and a pine bed", catalogue)
    assert made.description.surfaces["wall"] == "white"
    assert "'pine bed'" in made.program


@pytest.mark.parametrize(
    ("text", "wall", "furniture"),
    [
        ("a navy and white bedroom", "navy", "white"),
        ("a kitchen in sage green and cream", "sage green", "white"),
        ("a pink and green nursery", "pink", "green"),
        ("a gold and emerald dining room", "emerald", "gold"),
    ],
)
def test_two_colours_of_a_room_are_both_seen(text: str, wall: str, furniture: str, catalogue: Catalogue) -> None:
    made = compose(text, catalogue)
    assert made.description.surfaces["wall"] == wall
    assert f"'{furniture} " in made.program
    assert made.unserved == []
