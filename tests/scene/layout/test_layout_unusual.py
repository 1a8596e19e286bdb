"""Things that stand where their kind does not: they hold up, and the report says so all the same."""

from __future__ import annotations

import json

import pytest

from scenewright.app.layout_table import print_report
from scenewright.scene.layout import LayoutReport, check_scene
from tests.support.certified_rooms import room_of

SOFA = "block(1.8, 0.45, 0.8), at=(0, 0, 0), name='sofa'"
LAMP = "disc(0.15, 1.5), at=(0.2, {y}, 0), name='{name}'"


def checked(*things: str, relations: str = "") -> LayoutReport:
    return check_scene(room_of(*things, relations=relations), settle=False)


def told(*things: str, relations: str = "") -> list[tuple[str, str]]:
    return [(u.path, u.on) for u in checked(*things, relations=relations).certificate.unusual]


def test_a_floor_lamp_on_a_sofa_holds_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    report = checked(SOFA, LAMP.format(y=0.45, name="floor_lamp"))
    assert report.holds
    assert "1 thing stands where such things usually do not" in report.summary()
    (found,) = json.loads(json.dumps(report.to_json()["unusual"]))
    assert found["paths"] == ["scene/floor_lamp", "scene/sofa"]
    print_report(report)
    assert "floor_lamp stands on scene/sofa" in capsys.readouterr().out


def test_what_the_program_says_is_meant() -> None:
    assert told(SOFA, LAMP.format(y=0.45, name="floor_lamp"), relations="relate(on('floor_lamp', 'sofa'))") == []


@pytest.mark.parametrize(
    ("thing", "host"),
    [
        (LAMP.format(y=0.45, name="table_lamp"), SOFA),
        (LAMP.format(y=0, name="floor_lamp"), "block(1.8, 0.45, 0.8), at=(1, 0, 1), name='sofa'"),
        ("block(0.5, 0.4, 0.5), at=(0, 0.45, 0), name='cushion'", SOFA),
        (
            "block(0.5, 0.5, 0.5), at=(0, 0.45, 0), name='chair_2'",
            "block(0.6, 0.45, 0.6), at=(0, 0, 0), name='chair_1'",
        ),
        (LAMP.format(y=0.2, name="floor_lamp"), "block(1.8, 0.2, 0.8), at=(0, 0, 0), name='stage'"),
        ("block(0.2, 0.3, 0.2), at=(0, 0.45, 0), name='chair'", SOFA),
        ("block(0.5, 0.5, 0.5), at=(0, 0.45, 0), name='potted_plant'", SOFA),
        (LAMP.format(y=0.01, name="floor_lamp"), "block(1.8, 0.01, 0.8), at=(0, 0, 0), name='rug'"),
    ],
    ids=["a table lamp", "on the floor", "a cushion", "stacked", "a stage", "a doll's chair", "a plant", "a rug"],
)
def test_what_is_usual_is_not_told(thing: str, host: str) -> None:
    assert told(host, thing) == []


@pytest.mark.parametrize(("name", "host"), [("chair", "desk"), ("bed", "dining_table"), ("wardrobe", "coffee table")])
def test_furniture_on_other_furniture_is_told(name: str, host: str) -> None:
    things = (
        f"block(1.5, 0.5, 1.2), at=(0, 0, 0), name='{host}'",
        f"block(0.6, 0.8, 0.6), at=(0, 0.5, 0), name='{name}'",
    )
    assert told(*things) == [(f"scene/{name}", f"scene/{host}")]
