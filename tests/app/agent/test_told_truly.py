"""What the editor tells: numbers that are right, whose left was taken, what became of things."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.scene.english import article
from scenewright.scene.semantics.questions.asking_answers import Fact
from tests.support.held_dialogues import HeldDialogue

ON_DESK = "".join(
    f'place(asset_call("{word}"), at=({x}, 0.75, -1.7), name="{word.replace(" ", "_")}"),\n        '
    for word, x in (("laptop", 1.6), ("mouse", 1.95), ("mug", 1.25), ("stapler", 1.05))
)
BIG_CHAIR = 'place(transform_shape(asset_call("office chair"), scale_matrix(1.5)), at=(1.6, 0, -1.2), turn=180, name="office_chair"),'


@pytest.mark.parametrize(
    ("an", "words"),
    [
        ("a", ("unicorn", "university", "uniform", "utensil", "one-seater", "European clock", "lamp")),
        (
            "an",
            ("hour", "umbrella", "L-shaped sofa", "x-ray", "uninviting chair", "honest man", "8 cm gap", "armchair"),
        ),
    ],
)
def test_the_article_follows_the_sound(an: str, words: tuple[str, ...]) -> None:
    wrong = [word for word in words if article(word) != an]
    assert wrong == []


def test_a_count_is_no_length() -> None:
    assert Fact("found", (), 0.0).said_value("m") == "0"
    assert Fact("found", (), 0.0).to_json()["power"] == 0
    assert Fact("distance", (), 1.5).to_json()["power"] == 1


def test_like_things_beyond_the_first_are_counted_each(tmp_path: Path) -> None:
    candles = "".join(f'place(asset_call("candle"), at=({x}, 0.39, 0), name="candle"),' for x in (-0.3, 0.1))
    talk = HeldDialogue(tmp_path / "scene", more=ON_DESK + candles)
    talk.say("remove the laptop, the mouse, the mug, the stapler, the candles and the wall clock")
    assert talk.told == "Removed the laptop, the mouse, the mug, the stapler and 3 more."


def test_what_only_reaches_into_a_desk_is_not_on_it(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more=ON_DESK + BIG_CHAIR)
    end = talk.say("delete everything on the desk")
    assert {path.rpartition("/")[2] for path in end.gone} == {"laptop", "mouse", "mug", "stapler"}


def test_a_chair_takes_nothing_of_the_desk_along(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more=ON_DESK + BIG_CHAIR)
    before = [talk.pose(name) for name in ("laptop", "mouse", "mug", "stapler")]
    assert talk.say("move the office chair 30 cm to the left").outcome == "changed"
    assert [talk.pose(name) for name in ("laptop", "mouse", "mug", "stapler")] == before


def test_it_says_whose_left_was_taken(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("add a stool to the left of the sofa")
    assert "to the left of the sofa (its own left; on the right in the picture)" in talk.told
    assert talk.pose("stool")[0] > talk.pose("sofa")[0]


def test_left_in_the_picture_is_the_pictures(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("add a stool to the left of the sofa in the picture")
    assert "to the right of the sofa (its own right; on the left in the picture)" in talk.told
    assert talk.pose("stool")[0] < talk.pose("sofa")[0]


def test_the_corner_next_to_a_thing_is_the_nearest(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("add a floor lamp in the corner next to the window")
    x, _, z, _ = talk.pose("floor_lamp")
    assert x < -1.5
    assert abs(z) > 1.2
    assert "in the corner next to the window" in talk.told


def test_no_path_is_told_in_a_refusal(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("put a bookcase in the corner by the door").outcome == "refused"
    assert "lounge/" not in talk.told
