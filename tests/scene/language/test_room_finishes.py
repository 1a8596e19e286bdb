"""What walls, floors and roofs of rooms are built of."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.vocabulary import FINISHES
from scenewright.scene.model import Scene
from tests.support.composed_rooms import written

WINDOWS = "doors=[('right', 0.3)], windows=[('back', 0.2), ('left', -0.4)]"


def a_room(options: str) -> Scene:
    return evaluate_here(
        "from scene.language import *\n\n@register('a room')\ndef den():\n"
        f"    return concat_shapes(room(4.0, 3.0, 2.4, {WINDOWS}, {options}))\n"
    )


@pytest.mark.parametrize("finish", sorted(FINISHES))
def test_pieces_stay_within_their_wall(finish: str) -> None:
    plain, built = a_room("wall_color='#887766'"), a_room(f"wall_color='#887766', wall_finish={finish!r}")
    for wall in ("left", "right", "back", "front"):
        low, high = built.find_all(f"room/wall_{wall}")[0].bounds
        wide, tall = plain.find_all(f"room/wall_{wall}")[0].bounds
        assert low[1] >= -1e-6
        assert high[1] <= tall[1] + 1e-6
        inside = 1.0 if wall in ("left", "back") else -1.0
        axis = 0 if wall in ("left", "right") else 2
        # the inner face is where it was: what stands at a wall has the same room
        assert (high if inside > 0 else low)[axis] * inside <= (tall if inside > 0 else wide)[axis] * inside + 0.02
    assert len(built) > len(plain)
    assert np.allclose(built.find_all("room/floor")[0].bounds[1][1], 0.0, atol=1e-6)


def test_a_dado_ends_at_its_height() -> None:
    scene = a_room("dado=('tiles', 1.2, (0.2, 0.6, 0.9))")
    colors = scene.nodes.color
    blue = np.flatnonzero(colors[:, 2] > colors[:, 0] + 0.3)
    assert len(blue) > 50
    assert max(scene.entity(int(row)).bounds[1][1] for row in blue) == pytest.approx(1.2, abs=1e-6)


def test_a_pitched_roof_rises_above_its_walls() -> None:
    scene = a_room("roof='gable'")
    assert scene.room is not None
    assert scene.room.height > 3.0
    assert scene.bounds[1][1] >= scene.room.height - 1e-6


def test_unknown_finishes_and_roofs_are_named() -> None:
    for options, said in (
        ("wall_finish='brik'", "brick"),
        ("roof='dome'", "gable"),
        ("dado=('tiles', -1)", "above 0"),
        ("floor_finish=3", "floorboards"),
    ):
        with pytest.raises(ProgramError, match=said):
            a_room(options)


def test_places_are_built_of_what_suits_them() -> None:
    for text, said in (
        ("an attic", "roof='gable'"),
        ("a log cabin", "wall_finish='logs'"),
        ("a fishmonger", "dado=('tiles'"),
    ):
        composition, _ = written(text, "light")
        assert said in composition.program


def test_said_walls_replace_those_of_the_recipe() -> None:
    composition, _ = written("a wine cellar with stone walls", "light")
    assert "wall_finish='stone'" in composition.program
    composition, _ = written("a bedroom with a slate floor", "light")
    assert "floor_finish='flagstones'" in composition.program


def test_a_rooftop_has_a_parapet() -> None:
    _, scene = written("a rooftop terrace", "light")
    assert scene.find_all("enclosure")
