"""What a hand and an eye meet in the studio: outlines, the view after another size of the room, panning, keys, lines of the program."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import expect

from scenewright.app.studio.page_build import find_node
from tests.support.studio_pages import StudioPage

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_node() is None, reason="no Node 20.19 or newer with npm, and none of PyPI in this Python"),
]

TWINS = """from scene.language import *

WIDTH = 4

@register('two armchairs')
def lounge():
    armchair = asset_call('armchair')
    return concat_shapes(
        room(WIDTH, 3.6, 2.5),
        place(armchair, at=(-0.8, 0, 0), name='left_one'),
        place(armchair, at=(0.8, 0, 0), name='right_one'))
"""


def picture(studio: StudioPage) -> NDArray[np.int16]:
    """The viewport as it is seen, (height, width, 3)."""
    studio.settle()
    shot = studio.page.locator(".swv canvas").screenshot()
    return np.asarray(Image.open(io.BytesIO(shot)).convert("RGB"), dtype=np.int16)


def pose(studio: StudioPage) -> dict[str, Any]:
    found: dict[str, Any] = studio.page.evaluate("() => window.scenewright.viewport.pose()")
    return found


def press(studio: StudioPage, key: str) -> None:
    studio.page.locator(".swv canvas").focus()
    studio.page.keyboard.press(key)
    studio.settle()


@pytest.fixture
def lounge(open_scene: Callable[[str], StudioPage]) -> StudioPage:
    return open_scene(TWINS)


def test_in_a_plan_outlines_go_and_things_stick_to_the_hand(studio: StudioPage) -> None:
    press(studio, "7")
    select = "(paths) => window.scenewright.viewport.select(paths)"
    studio.page.evaluate(select, ["office/chair"])
    alone = picture(studio)
    studio.page.evaluate(select, ["office/room", "office/desk", "office/plant"])
    assert np.abs(picture(studio) - alone).max() > 40
    studio.page.evaluate(select, ["office/chair"])
    assert np.abs(picture(studio) - alone).max() < 12
    x, y = studio.point_of("office/plant")
    box = studio.page.locator(".swv canvas").bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    studio.page.mouse.move(*middle)
    studio.page.mouse.down()
    for step in range(1, 9):
        studio.page.mouse.move(middle[0] - 10 * step, middle[1] + 5 * step)
    studio.page.mouse.up()
    studio.settle()
    assert np.allclose(studio.point_of("office/plant"), (x - 80, y + 40), atol=6)


def test_view_and_light_follow_the_size_of_the_room(lounge: StudioPage) -> None:
    press(lounge, "Home")
    first, before = pose(lounge), picture(lounge)
    lounge.page.locator(".cm-line", has_text="WIDTH = 4").click()
    lounge.page.keyboard.press("End")
    lounge.page.keyboard.type("0")
    lounge.wait_for_revision(2)
    press(lounge, "Home")
    assert np.abs(np.subtract(pose(lounge)["eye"], first["eye"])).max() > 10
    press(lounge, "Control+z")
    lounge.wait_for_revision(3)
    press(lounge, "Home")
    assert np.allclose(pose(lounge)["eye"], first["eye"], atol=1e-3)
    assert np.abs(picture(lounge) - before).mean() < 1


def test_no_drag_leads_the_eye_below_the_floor(studio: StudioPage) -> None:
    box = studio.page.locator(".swv canvas").bounding_box()
    assert box is not None
    for _ in range(3):
        studio.page.mouse.move(box["x"] + 30, box["y"] + box["height"] - 20)
        studio.page.mouse.down()
        for step in range(1, 9):
            studio.page.mouse.move(box["x"] + 30, box["y"] + box["height"] - 20 - 50 * step)
        studio.page.mouse.up()
        studio.settle()
    eye, target = pose(studio)["eye"], pose(studio)["target"]
    assert 0 <= eye[1] < target[1]
    press(studio, "Home")
    eye, target = pose(studio)["eye"], pose(studio)["target"]
    assert eye[1] > target[1] + 0.5


def test_keys_work_after_a_dialog_and_at_once_in_another(studio: StudioPage) -> None:
    page = studio.page
    page.get_by_role("button", name="Shortcuts and help").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("7")
    studio.settle()
    assert pose(studio)["fov"] is None
    hint = page.locator(".status-hint")
    expect(hint).to_contain_text("B or Ctrl-drag draws a box")
    page.keyboard.press("b")
    expect(hint).to_contain_text("Drag a box around things")
    page.keyboard.press("Escape")
    expect(hint).to_contain_text("B or Ctrl-drag draws a box")
    studio.click_thing("office/chair")
    studio.tab("Inspector").get_by_role("button", name="Replace with something else").click()
    expect(studio.page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()


def test_a_line_that_places_a_variable_selects_its_thing(lounge: StudioPage) -> None:
    lounge.page.locator(".cm-line", has_text="right_one").get_by_text("0.8").click()
    expect(lounge.page.locator(".status-selection")).to_contain_text("right one")
    expect(lounge.page.locator(".cm-line", has_text="right_one").locator(".cm-spanMark")).not_to_have_count(0)
    lounge.page.evaluate("() => window.scenewright.viewport.select([])")
    lounge.click_thing("lounge/left_one")
    expect(lounge.page.locator(".cm-line", has_text="left_one").locator(".cm-spanMark")).not_to_have_count(0)
    expect(lounge.page.locator(".cm-line", has_text="right_one").locator(".cm-spanMark")).to_have_count(0)


def test_the_text_stays_where_somebody_types(open_scene: Callable[[str], StudioPage]) -> None:
    at = TWINS.index("        place(armchair, at=(0.8")
    studio = open_scene(TWINS[:at] + "        # far below\n" * 60 + TWINS[at:])
    page = studio.page
    studio.click_thing("lounge/right_one")
    scroller = page.locator(".cm-scroller").first
    page.wait_for_function("() => document.querySelector('.cm-scroller').scrollTop > 300")
    scroller.evaluate("(scroller) => { scroller.scrollTop = 0; }")
    page.locator(".cm-line", has_text="WIDTH = 4").click()
    page.keyboard.press("End")
    page.keyboard.type(".5")
    studio.wait_for_revision(2)
    studio.settle()
    expect(page.locator(".status-selection")).to_contain_text("right one")
    assert scroller.evaluate("(scroller) => scroller.scrollTop") < 100
