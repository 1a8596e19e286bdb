"""The tools of the viewport in a browser: keys and drags change the program of a scene that a studio serves."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request

from scenewright.app.studio import StudioServer
from scenewright.app.studio.page_build import PagePlace, find_node
from tests.support.locations import REPOSITORY
from tests.support.running_studio import let_in, running_studio
from tests.support.worker_scenes import scene_folder

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_node() is None, reason="no Node 20.19 or newer with npm, and none of PyPI in this Python"),
]

FIRST = "at=(0, 0.25, 0)"
_SECONDS = 60.0
_MOST_BYTES = 4096
"""Of an edit that a hand makes."""


class Viewport:
    """A page that shows a row of three blocks."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.bodies: list[str] = []
        page.on("request", self._note)

    @property
    def canvas(self) -> Locator:
        return self.page.locator(".swv canvas")

    def program(self) -> str:
        return (self.folder / "program.py").read_text(encoding="utf-8")

    def spoken(self) -> str:
        """What screen readers heard last."""
        return self.page.locator(".swv [role=status]").text_content() or ""

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def until(self, holds: Callable[[], bool], wanted: str) -> None:
        end = time.monotonic() + _SECONDS
        while not holds():
            assert time.monotonic() < end, f"{wanted}; heard last: {self.spoken()!r}; the program is\n{self.program()}"
            self.page.wait_for_timeout(50)

    def says(self, text: str) -> None:
        self.until(lambda: text in self.program(), f"the program does not come to say {text}")

    def _note(self, request: Request) -> None:
        if request.url.endswith("/scene/edit"):
            self.bodies.append(request.post_data or "")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    PagePlace(REPOSITORY / "app" / "studio").build()
    with running_studio(tmp_path_factory.mktemp("tools")) as running:
        yield running


@pytest.fixture
def viewport(server: StudioServer, page: Page, tmp_path: Path) -> Iterator[Viewport]:
    folder = scene_folder(server.settings.scenes / tmp_path.name)
    title = folder.name.replace("_", " ")
    with let_in(server) as client:
        place = next(p["id"] for p in client.get("/api/places").json()["places"] if p["title"] == title)
        session = client.post("/api/sessions", json={"place": place}).json()["id"]
        # its worker starts now, so that no test waits for that
        client.get(f"/api/sessions/{session}/scene/state")
    shown = Viewport(page, folder)
    page.goto(server.url)
    page.goto(f"http://localhost:{server.port}/s/{session}")
    page.locator(".sw-cube").wait_for()
    # the first thing can be selected once the scene is here
    shown.until(lambda: _selected(shown), "nothing comes to be selected")
    yield shown
    assert all(len(body) <= _MOST_BYTES for body in shown.bodies)


def _selected(shown: Viewport) -> bool:
    shown.canvas.focus()
    shown.press("Alt+a", "Tab")
    return "a is selected" in shown.spoken()


def test_typed_numbers_rewrite_the_program(viewport: Viewport) -> None:
    viewport.press("g", "x", "1", ".", "5")
    readout = viewport.page.locator(".sw-readout")
    assert "along world x" in (readout.text_content() or "")
    viewport.press("Enter")
    viewport.says("at=(1.5, 0.25, 0)")
    assert readout.is_hidden()
    viewport.press("Control+z")
    viewport.says(FIRST)
    viewport.press("Control+Shift+z")
    viewport.says("at=(1.5, 0.25, 0)")
    assert len(viewport.bodies) == 1


def test_moves_in_quick_succession_are_all_kept(viewport: Viewport) -> None:
    viewport.press("g", "x", "-", "1", "Enter", "g", "z", "2", "Enter", "g", "z", "1", "Enter")
    viewport.says("at=(-1, 0.25, 3)")
    assert len(viewport.bodies) == 3


def test_what_is_left_by_escape_is_never_sent(viewport: Viewport) -> None:
    viewport.press("r", "9", "0", "Escape", "s", "2", "Escape", "g", "5", "Escape")
    viewport.page.wait_for_timeout(300)
    assert viewport.bodies == []
    assert FIRST in viewport.program()


def test_a_drag_slides_over_the_floor(viewport: Viewport) -> None:
    viewport.press("f")
    viewport.page.wait_for_timeout(1500)
    box = viewport.canvas.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    viewport.page.mouse.move(x, y)
    viewport.page.mouse.down()
    viewport.page.mouse.move(x - 30, y + 5, steps=4)
    viewport.page.mouse.move(x - 60, y + 10, steps=4)
    viewport.page.mouse.up()
    viewport.until(lambda: FIRST not in viewport.program(), "the drag changes nothing")
    line = next(line for line in viewport.program().splitlines() if "name='a'" in line)
    assert ", 0.25, " in line
    viewport.press("Control+z")
    viewport.says(FIRST)


def test_copies_and_deletions(viewport: Viewport) -> None:
    viewport.press("Shift+D", "z", "1", "Enter")
    viewport.until(lambda: viewport.program().count("place(") == 4, "there is no copy")
    # nothing is selected until the copy is here, and then that is
    viewport.until(lambda: "a 2 is selected" in viewport.spoken(), "the copy is not selected")
    viewport.press("Delete")
    viewport.until(lambda: viewport.program().count("place(") == 3, "the copy stays")
    assert FIRST in viewport.program()


def test_keys_in_a_text_field_are_text(viewport: Viewport) -> None:
    viewport.page.evaluate("document.body.appendChild(document.createElement('input')).id = 'field'")
    viewport.page.locator("#field").focus()
    viewport.page.keyboard.type("gx1")
    viewport.press("Enter", "Delete")
    viewport.page.wait_for_timeout(300)
    assert viewport.page.locator("#field").input_value() == "gx1"
    assert viewport.bodies == []


def test_nobody_is_kept_in_the_viewport(viewport: Viewport) -> None:
    inside = "document.activeElement === document.querySelector('.swv canvas')"
    viewport.press("Tab", "Tab")
    assert viewport.page.evaluate(inside)
    viewport.press("Tab")
    assert not viewport.page.evaluate(inside)
    viewport.canvas.focus()
    viewport.press("Shift+Tab")
    assert not viewport.page.evaluate(inside)
