"""What a sentence says moves becomes an animation, and what cannot move is told."""

from __future__ import annotations

import pytest

from scenewright.app.writers.asked import AskedMotion
from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.app.writers.embedded.said_motions import motions_apart
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


def frames_of(made: Composition, catalogue: Catalogue) -> Scene:
    return evaluate(made.program, assets=catalogue)


@pytest.mark.parametrize(
    ("text", "still", "says"),
    [
        ("a carousel that turns slowly", "a carousel", "the carousel turns"),
        ("a clock with a swinging pendulum", "a pendulum clock", "the pendulum swings"),
        ("a windmill whose sails are turning", "a windmill", "the sails turn"),
        ("a playroom where a ball rolls across the floor", "a playroom with a ball on the floor", "the ball rolls across the floor"),
        ("a train going round a track", "a toy train on the floor", "the train goes round the track"),
        ("a spinning globe on a desk", "a globe on a desk", "the globe spins"),
        ("a hall with an opening door", "a hall with a door", "the door opens"),
        ("a car driving along a street", "a car on a street", "the car drives along a street"),
        ("a farm with a windmill. Its sails turn.", "a farm with a windmill.", "the sails turn"),
    ],
)  # fmt: skip
def test_movements_are_read_apart_from_things(text: str, still: str, says: str, catalogue: Catalogue) -> None:
    left, motions = motions_apart(text, catalogue)
    assert left == still
    assert [motion.says for motion in motions] == [says]


@pytest.mark.parametrize(
    "text",
    ["a rocking chair in a nursery", "a kitchen with a rolling pin", "a room with a spinning wheel", "a road that crosses a field"],
)  # fmt: skip
def test_names_that_sound_like_movements_are_names(text: str, catalogue: Catalogue) -> None:
    assert motions_apart(text, catalogue) == (text, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a carousel that turns", "carousel"),
        ("a ceiling fan spinning in a bedroom", "ceiling_fan"),
        ("a hall with a grandfather clock with a swinging pendulum", "grandfather_clock"),
        ("a ball rolling along the floor", "ball"),
        ("a rocking chair that rocks", "rocking_chair"),
    ],
)
def test_what_moves_differs_from_frame_to_frame(text: str, name: str, catalogue: Catalogue) -> None:
    scene = frames_of(compose(text, catalogue), catalogue)
    path = next(path for path in scene.paths if path.endswith(f"/{name}"))
    states = {
        (scene.frame(n).find(path).asset.id, scene.frame(n).world_from_local[scene.find(path).index].tobytes())
        for n in range(scene.frames)
    }
    assert len(states) > scene.frames / 2


def test_only_the_sails_of_a_windmill_turn(catalogue: Catalogue) -> None:
    still = catalogue.resolve("windmill", None, 0)
    turned = catalogue.resolve("windmill turned 30 degrees", None, 0)
    assert still.id != turned.id
    assert turned.hull[:, 1].min() == pytest.approx(still.hull[:, 1].min(), abs=1e-6)
    scene = frames_of(compose("a windmill with turning sails", catalogue), catalogue)
    places = [scene.frame(n).world_from_local[scene.find("windmill").index] for n in range(scene.frames)]
    assert all(place == pytest.approx(places[0]) for place in places)


def test_a_train_stays_on_its_round_track(catalogue: Catalogue) -> None:
    scene = frames_of(compose("a toy train going round a track", catalogue), catalogue)
    row, track = scene.find("toy_train").index, scene.find("track")
    middle = track.bounds.mean(axis=0)
    away = [
        abs(complex(*(scene.frame(n).world_from_local[row][[0, 2], 3] - middle[[0, 2]]))) for n in range(scene.frames)
    ]
    assert max(away) - min(away) < 0.02


def test_the_leaf_of_a_door_opens(catalogue: Catalogue) -> None:
    scene = frames_of(compose("a bedroom with a door that opens", catalogue), catalogue)
    last, row = scene.frame(scene.frames - 1), scene.find("room/door").index
    assert last.entity(row).bounds[1, 0] - last.entity(row).bounds[0, 0] > 0.5


def test_what_cannot_move_is_told(catalogue: Catalogue) -> None:
    made = compose("a garden with a cat running through the garden", catalogue)
    assert made.asked.motions == (AskedMotion("the cat runs", (), "nothing says how a cat moves"),)
    assert "register_animation" not in made.program
