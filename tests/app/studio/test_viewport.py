"""The viewport in a browser: what is drawn, what a pointer does, and what it costs."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

from scenewright.app.studio.page_build import find_node
from tests.support.browser_pages import BrowserPages
from tests.support.viewport_demo import ViewportDemo, served_demo, write_sheet

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_node() is None, reason="no Node 20.19 or newer with npm, and none of PyPI in this Python"),
]

ROOM = """from scene.language import *

@register('a room')
def room_scene():
    return concat_shapes(
        room(4, 4, 2.5),
        place(asset_call('wooden table'), at=(-1, 0, 0), name='table'),
        place(asset_call('bookcase'), at=(1, 0, -1.5), name='bookcase'),
    )
"""
BOX = """from scene.language import *

@register('a box')
def box_scene():
    return concat_shapes(
        place(primitive_call('cube', color=(0.1, 0.2, 0.9), shape_kwargs={'scale': (1, 1, 1)}), at=(0, 0, 0), name='crate'),
    )
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ViewportDemo]:
    with served_demo(tmp_path_factory.mktemp("viewport")) as demo:
        yield demo


@pytest.fixture(scope="module")
def room(demo: ViewportDemo) -> str:
    return demo.add_scene("room", ROOM)


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_function("window.demo || window.demoFailed")
    assert page.evaluate("window.demoFailed") is None
    settle(page)
    return page


def settle(page: Page) -> None:
    page.evaluate("demo.viewport.settled()")


def statistics(page: Page) -> dict[str, int]:
    found: dict[str, int] = page.evaluate("demo.viewport.statistics()")
    return found


def events(page: Page, kind: str) -> list[Any]:
    """What the viewport told since the last call."""
    return [one["values"][0] for one in page.evaluate("demo.log.splice(0)") if one["event"] == kind]


def picture(page: Page, width: int = 400, height: int = 300) -> np.ndarray[Any, Any]:
    data = page.evaluate(
        """async ([width, height]) => {
            const bytes = new Uint8Array(await (await demo.viewport.screenshot(width, height)).arrayBuffer());
            return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
        }""",
        [width, height],
    )
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")).astype(int)


def on_the_page(page: Page) -> np.ndarray[Any, Any]:
    """What the page shows of the view now, with what lies over the scene."""
    data = page.locator(".swv canvas").first.screenshot()
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)


def look_from_the_front(page: Page) -> None:
    page.evaluate("demo.viewport.look({ eye: [0, 1.6, 9], target: [0, 0.9, 0], fov: 30 })")
    settle(page)


def where(page: Page, x: float, y: float, z: float) -> tuple[float, float]:
    """Where a point of the world is in the picture of `look_from_the_front`."""
    eye, target = np.array([0, 1.6, 9.0]), np.array([0, 0.9, 0.0])
    forward = (target - eye) / np.linalg.norm(target - eye)
    right = np.array([1.0, 0.0, 0.0])
    up = np.cross(right, forward)
    away = np.array([x, y, z]) - eye
    scale = 720 / 2 / np.tan(np.radians(15)) / (away @ forward)
    return 640 + away @ right * scale, 360 - away @ up * scale


def test_clicks_select_things_and_the_floor_clears(page: Page, room: str) -> None:
    look_from_the_front(opened(page, room))
    page.mouse.click(*where(page, -1, 0.72, 0))
    page.keyboard.down("Shift")
    page.mouse.click(*where(page, 1, 1.85, -1.4))
    page.keyboard.up("Shift")
    page.mouse.click(*where(page, 0, 0, 1.5))
    assert events(page, "selection") == [
        ["room_scene/table"],
        ["room_scene/table", "room_scene/bookcase"],
        [],
    ]
    page.keyboard.down("Alt")
    page.mouse.click(*where(page, 0, 0, 1.5))
    page.keyboard.up("Alt")
    assert events(page, "selection") == [["room_scene/room/floor"]]
    assert "floor" in page.get_by_role("status").first.inner_text()


def test_a_box_selects_what_is_in_it(page: Page, room: str) -> None:
    look_from_the_front(opened(page, room))
    page.locator("canvas").focus()
    page.keyboard.press("b")
    page.mouse.move(*where(page, -1.9, 1.5, 0))
    page.mouse.down()
    page.mouse.move(*where(page, 0, 0.5, 0), steps=3)
    page.mouse.move(*where(page, 0, 0, 0.5), steps=3)
    page.mouse.up()
    assert events(page, "selection") == [["room_scene/table"]]


def test_locked_and_hidden_things_let_clicks_through(page: Page, room: str) -> None:
    look_from_the_front(opened(page, room))
    page.evaluate("demo.viewport.lock(['room_scene/table'])")
    page.mouse.click(*where(page, -1, 0.72, 0))
    page.evaluate("demo.viewport.lock([]); demo.viewport.hide(['room_scene/table'])")
    settle(page)
    page.mouse.click(*where(page, -1, 0.72, 0))
    assert events(page, "selection") == []
    page.evaluate("demo.viewport.hide([])")
    settle(page)
    page.mouse.click(*where(page, -1, 0.72, 0))
    assert events(page, "selection") == [["room_scene/table"]]


def test_nothing_is_drawn_while_nothing_changes(page: Page, room: str) -> None:
    opened(page, room)
    before = statistics(page)["frames"]
    page.wait_for_timeout(600)
    assert statistics(page)["frames"] == before
    page.evaluate("demo.viewport.select(['room_scene/table'])")
    settle(page)
    assert before < statistics(page)["frames"] <= before + 3


def test_a_motion_moves_things_without_a_fetch(page: Page, room: str) -> None:
    look_from_the_front(opened(page, room))
    before = picture(page)
    page.evaluate("demo.send(demo.moveStep('room_scene/table', [0.8, 0, 0.5]))")
    settle(page)
    assert events(page, "drawn")[-1] == statistics(page)["revision"]
    assert np.abs(picture(page) - before).max() > 60
    page.mouse.click(*where(page, -0.2, 0.72, 0.5))
    assert events(page, "selection") == [["room_scene/table"]]
    assert page.evaluate("demo.asked.length") == 1


def test_what_is_held_looks_as_in_a_whole_picture(page: Page, room: str) -> None:
    look_from_the_front(opened(page, room))
    at_rest = on_the_page(page)
    page.mouse.click(*where(page, -1, 0.72, 0))
    settle(page)
    for key in ("g", "x", "1", ".", "2"):
        page.keyboard.press(key)
        settle(page)
    held = on_the_page(page)
    assert (np.abs(held - at_rest).max(axis=2) > 60).sum() > 500
    for shading in ("entities", "lit"):  # another look draws all of it anew
        page.evaluate("(shading) => demo.viewport.setOptions({ shading })", shading)
        settle(page)
    assert np.abs(on_the_page(page) - held).max() <= 1


def test_a_place_under_the_pointer_is_on_what_is_there(page: Page, room: str) -> None:
    look_from_the_front(opened(page, room))
    x, y = where(page, -1, 0.74, 0)
    on_table = page.evaluate("([x, y]) => demo.viewport.placeUnder(x, y)", [x, y])
    assert on_table["on"] == "room_scene/table"
    assert 0.6 < on_table["at"][1] < 0.8
    x, y = where(page, 0.3, 0, 1)
    on_floor = page.evaluate("([x, y]) => demo.viewport.placeUnder(x, y)", [x, y])
    assert on_floor["on"] is None
    assert on_floor["at"] == pytest.approx([0.3, 0, 1], abs=0.05)


def test_draw_calls_are_few_for_many_things(page: Page, demo: ViewportDemo) -> None:
    names = ("office chair", "floor lamp", "potted plant", "mug")
    lines = [
        f"        place(asset_call('{names[i % 4]}'), at=({i % 12 * 1.5 - 8}, 0, {i // 12 * 1.5 - 8}), name='thing_{i}'),"
        for i in range(144)
    ]
    program = "\n".join(
        ["from scene.language import *", "", "@register('a crowd')", "def crowd():", "    return concat_shapes("]
        + [*lines, "    )", ""]
    )
    opened(page, demo.add_scene("crowd", program))
    page.evaluate("demo.viewport.select(['crowd/thing_0'])")
    settle(page)
    found = statistics(page)
    assert found["instances"] > 2000
    assert found["drawCalls"] <= 2 * found["geometries"] + 50


def test_gaussians_hide_and_are_hidden(page: Page, demo: ViewportDemo) -> None:
    """A red sheet behind a blue box, a green one before it, both in the same file's frame."""
    address = demo.add_scene("box", BOX)
    write_sheet(demo.folder / "red.ply", z=-1.5, width=3, height=1.6, color=(0.9, 0.1, 0.1))
    write_sheet(demo.folder / "green.ply", z=1.5, width=0.4, height=0.4, color=(0.1, 0.8, 0.1))
    identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]
    splats = [
        {"row": 1, "path": f"box_scene/{name}", "url": f"{name}.ply", "matrix": identity, "count": 1600}
        for name in ("red", "green")
    ]
    opened(page, f"{address}&splats={quote(json.dumps(splats))}")
    page.evaluate("demo.viewport.look({ eye: [0, 0.5, 9], target: [0, 0.5, 0], fov: 30 })")
    settle(page)
    seen = picture(page, 480, 480)
    # metres of the box's front at 8.5 m: 480 pixels for 2 * 8.5 * tan(15 degrees)
    scale = 480 / (2 * 8.5 * np.tan(np.radians(15)))
    middle, box_side, beside = (
        seen[240 + int(0.35 * scale), 240],
        seen[240, 240 + int(0.4 * scale)],
        seen[200, 240 + int(0.9 * scale)],
    )
    assert middle.argmax() == 1, middle
    assert box_side.argmax() == 2, box_side
    assert beside.argmax() == 0, beside
    before = statistics(page)["frames"]
    page.wait_for_timeout(600)
    assert statistics(page)["frames"] <= before + 1


def test_a_lost_graphics_context_comes_back(page: Page, room: str) -> None:
    opened(page, room)
    before = picture(page)
    page.evaluate(
        "window.lost = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context'); lost.loseContext()"
    )
    page.get_by_role("alert").filter(has_text="graphics card").wait_for()
    page.evaluate("lost.restoreContext()")
    page.get_by_role("alert").wait_for(state="hidden")
    settle(page)
    assert np.abs(picture(page) - before).mean() < 1


def test_without_webgl_the_host_says_why(page: Page, room: str) -> None:
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(room)
    page.wait_for_function("window.demoFailed")
    assert "WebGL 2" in page.get_by_role("alert").inner_text()


def test_a_scene_that_cannot_be_fetched_says_why(
    page: Page, pages: BrowserPages, demo: ViewportDemo, room: str
) -> None:
    pages.expect("404")
    page.route("**/shapes.safetensors", lambda route: route.fulfill(status=404))
    page.goto(room)
    page.wait_for_function("window.demoFailed")
    assert "404" in page.get_by_role("alert").inner_text()


def test_a_viewport_ends_with_its_host(page: Page, room: str) -> None:
    opened(page, room)
    page.evaluate("window.kept = document.querySelector('canvas'); document.getElementById('viewport').remove()")
    page.wait_for_function("kept.getContext('webgl2').isContextLost()")


def test_text_of_a_scene_is_no_markup(page: Page, demo: ViewportDemo) -> None:
    name = "<img src=x onerror=document.title=1>"
    address = demo.add_scene("hostile", ROOM)
    file = demo.folder / "hostile" / "state.json"
    state = json.loads(file.read_text(encoding="utf-8"))
    for node in state["nodes"]:
        # a word that only one thing has is its name
        node["word"] = name if node["path"] == "room_scene/table" else f"{name}{node['row']}"
        node["phrase"] = name
    file.write_text(json.dumps(state), encoding="utf-8")
    look_from_the_front(opened(page, address))
    page.evaluate("demo.viewport.setOptions({ labels: true }); demo.viewport.select(['room_scene/table'])")
    settle(page)
    assert page.get_by_text(name, exact=True).count() == 1
    assert name in page.get_by_role("status").first.inner_text()
    assert page.locator("#viewport img").count() == 0
    assert page.title() == "Viewport"
