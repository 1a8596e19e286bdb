"""What the inspector shows of a thing is what the scene has made of it."""

from pathlib import Path

import pytest

from scenewright.app.session import Session
from scenewright.app.viewing.thing_details import thing_details
from scenewright.scene.folder import Project
from scenewright.scene.language.editing import Recolour

ROOM = """from scene.language import *

@register('a corner')
def corner():
    return concat_shapes(place(asset_call('armchair'), at=(0, 0, 0), name='armchair'))
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    Project.create(tmp_path / "scene", ROOM)
    return Session.open(tmp_path / "scene", writable=True)


def part_colors_of(session: Session) -> dict[str, str]:
    (shown,) = thing_details(session.scene, session.derived.geometry(), ["corner/armchair"], session.assets)
    return {part["name"]: part["color_name"] for part in shown["parts"]}


def test_parts_have_the_colour_that_they_were_given(session: Session) -> None:
    before = part_colors_of(session)
    session.edit([Recolour("armchair", "blue")])
    after = part_colors_of(session)
    assert "blue" not in before.values()
    assert after["seat_cushion"] == after["arm"] == "blue"
    assert after["leg"] == before["leg"]


def test_a_thing_that_is_gone_is_left_out(session: Session) -> None:
    shown = thing_details(session.scene, session.derived.geometry(), ["corner/sofa", "corner/armchair"], session.assets)
    assert [record["path"] for record in shown] == ["corner/armchair"]
