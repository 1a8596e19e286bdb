"""Sets of furniture are their pieces, a lamp hangs over each table, and blackboards of cafes show menus."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.app.writers.embedded.composer import compose
from scenewright.app.writers.embedded.furniture_sets import with_sets_written_out
from scenewright.scene.language.running import evaluate
from tests.support.composed_rooms import catalogue


@pytest.mark.parametrize(
    ("said", "pieces"),
    [
        ("a deck with a teak patio set", "a deck with a teak garden table with four teak garden chairs around it"),
        ("an oak dining set for six", "an oak dining table with six oak chairs around it"),
        ("a bedroom suite in walnut", "a walnut double bed, two walnut nightstands and a walnut dresser"),
        ("a dining set in the corner", "a dining table with four chairs around it in the corner"),
        ("a bistro set by the window", "a small round table with two chairs around it by the window"),
        ("a lounge with a brown three-piece suite", "a lounge with a brown sofa and two brown armchairs"),
    ],
)
def test_a_set_is_written_out_as_its_pieces(said: str, pieces: str) -> None:
    assert with_sets_written_out(said) == pieces


@pytest.mark.parametrize("said", ["a tea set on a tray", "a set of knives", "a film set with a camera", "a drum set"])
def test_other_sets_stay_as_they_are_said(said: str) -> None:
    assert with_sets_written_out(said) == said


def test_lamps_over_tables_hang_amid_each() -> None:
    text = "a diner with four tables and pendant lamps over the tables"
    scene = evaluate(compose(text, catalogue(), dress="only", seed=4).program, assets=catalogue())
    places = {
        name: sorted(
            tuple(map(float, scene.world_from_local[e.index][[0, 2], 3])) for e in scene.entities() if e.name == name
        )
        for name in ("table", "pendant_lamp")
    }
    assert len(places["pendant_lamp"]) == len(places["table"]) == 4
    assert np.allclose(places["pendant_lamp"], places["table"], atol=0.05)


def test_a_blackboard_where_people_are_served_shows_a_menu() -> None:
    program = compose("a bistro with a bar and a blackboard on the wall", catalogue(), dress="only", seed=4).program
    assert "menu board" in program
    assert "menu board" not in compose("a classroom with a blackboard", catalogue(), dress="only", seed=4).program
