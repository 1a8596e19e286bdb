"""Light, materials and second thoughts in a dialogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.app.agent.embedded.reading import read_clause
from scenewright.app.agent.embedded.wanted import LightWanted
from tests.support.held_dialogues import HeldDialogue

DAY = '\nenvironment("soft daylight")\n'


@pytest.mark.parametrize(
    ("said", "how", "loosely"),
    [
        ("could you turn the lights down a bit", "darker", "little"),
        ("the lighting is too harsh", "darker", ""),
        ("brighten up the room", "brighter", ""),
        ("the room needs much more light", "brighter", "much"),
        ("a little warmer light please", "warmer", "little"),
        ("the light is rather cold", "warmer", ""),
        ("make the lights cooler", "cooler", ""),
        ("lights off", "off", ""),
    ],
)
def test_wishes_for_light_are_read(said: str, how: str, loosely: str) -> None:
    assert read_clause(said) == LightWanted(how, loosely)


@pytest.mark.parametrize(
    "said", ["make the sofa darker", "move the lights to the left", "add a bright lamp", "paint it night blue"]
)
def test_what_is_no_light_is_not_read_as_light(said: str) -> None:
    assert not isinstance(read_clause(said), LightWanted)


def test_degrees_of_light_add_up_and_cancel(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations=DAY)
    talk.say("dim the lights")
    assert "environment('soft daylight, darker')" in talk.session.source
    talk.say("a little darker still")
    talk.say("make it a bit brighter in here")
    talk.say("brighten the room")
    assert talk.session.scene.environment is not None
    assert talk.session.scene.environment.words == "soft daylight"


def test_there_is_a_most_of_light(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations=DAY)
    assert talk.say("make the light much warmer").outcome == "changed"
    assert talk.say("warmer light please").outcome == "refused"
    assert "cannot get warmer" in talk.told


def test_lamps_go_off_and_on(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations=DAY)
    talk.say("turn off the lights")
    assert talk.session.scene.lights[0].intensity == 0.0
    assert talk.say("turn the light off").outcome == "refused"
    talk.say("back on")
    assert talk.session.scene.lights[0].intensity == 1.0
    assert talk.session.scene.environment is not None
    assert talk.session.scene.environment.words == "soft daylight"


def test_an_hour_of_the_day_is_named(tmp_path: Path) -> None:
    talk = HeldDialogue(
        tmp_path / "scene", relations=DAY + 'light("sun", direction=(-0.4, -0.8, -0.5), intensity=3.0)\n'
    )
    talk.say("let it be dusk")
    assert talk.session.scene.environment is not None
    assert talk.session.scene.environment.words == "dusk, darker"
    sun = next(light for light in talk.session.scene.lights if light.kind == "sun")
    assert sun.intensity < 1.0
    talk.say("undo")
    assert talk.session.scene.environment.words == "soft daylight"


def test_a_reason_and_its_request_are_one_change(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", relations=DAY)
    talk.say("it is so dim in here, could you have more light?")
    assert talk.told == "Made the light brighter."


def test_a_scene_without_surroundings_gets_some(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("darker in here")
    assert talk.session.source.endswith("environment('even light, darker')\n")


def test_materials_are_given_and_passed_on(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("upholster the sofa in red velvet").outcome == "changed"
    assert "of red velvet" in talk.told
    talk.say("the desk should be made of walnut")
    assert talk.told == "Made the desk of walnut."
    talk.say("the coffee table too please")
    assert talk.told == "Made the coffee table of walnut."


def test_the_wrong_thing_is_taken_back_in_one_step(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("remove the desk")
    end = talk.say("no, i meant the coffee table")
    assert end.steps == 1
    paths = {p.partition("/")[2] for p in talk.session.scene.paths}
    assert "desk" in paths
    assert "coffee_table" not in paths


def test_another_one_of_the_kind_is_painted_instead(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    before = talk.session.source
    first = talk.say("paint the left armchair green").paths
    second = talk.say("no, the one on the right").paths
    assert {*first, *second} == {"lounge/armchair", "lounge/armchair[1]"}
    talk.say("undo the last two changes")
    assert talk.session.source == before


def test_what_was_taken_away_comes_back(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    before = talk.session.source
    talk.say("get rid of the wall clock")
    assert talk.say("i would like the clock back").outcome == "stepped"
    assert talk.session.source == before


def test_both_of_the_last_changes_are_undone(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    before = talk.session.source
    talk.say("make the sofa blue")
    talk.say("make the desk white")
    assert talk.say("undo both").outcome == "stepped"
    assert talk.session.source == before


def test_new_things_face_what_is_said(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    assert talk.say("add a chair that looks at the sofa").outcome == "changed"
    assert talk.told == "Added a chair facing the sofa."


def test_there_is_where_a_thing_was_put(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more='place(asset_call("mug"), at=(-0.3, 0.39, 0), name="mug"),')
    talk.say("put a vase on the desk")
    talk.say("move the mug there as well")
    assert talk.told == "Moved the mug onto the desk."


def test_a_complaint_and_its_remedy_are_one_change(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("the desk is too wide, make it 10 percent narrower")
    assert talk.told.count("hanged the size") == 1
    assert "1.26 m wide" in talk.told


def test_a_verb_may_stand_for_two_orders(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene", more='place(asset_call("mug"), at=(-0.3, 0.39, 0), name="mug"),')
    talk.say("move the mug onto the desk and the sofa 10 cm to the left")
    assert talk.told == "Moved the mug onto the desk; moved the sofa 10 cm to the left."


def test_a_colour_may_stand_for_two_things(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("make the desk yellow and the sofa as well")
    assert "the desk yellow" in talk.told
    assert "the sofa yellow" in talk.told


def test_the_nearest_is_meant_where_none_is_near(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("remove the armchair by the desk")
    assert talk.told == "Removed the armchair 2."


def test_a_regret_before_an_undo_is_no_second_one(tmp_path: Path) -> None:
    talk = HeldDialogue(tmp_path / "scene")
    talk.say("make the sofa blue")
    after_one = talk.session.source
    talk.say("make the desk white")
    assert talk.say("that is worse, undo it").outcome == "stepped"
    assert talk.session.source == after_one
