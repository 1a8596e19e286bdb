"""The studio in a browser, as a person uses it: opening a scene, clicking and dragging things in the view, reading the program."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page, expect

from scenewright.app.studio import StudioServer

__all__ = ["OFFICE", "StudioPage", "place_of"]

OFFICE = """from scene.language import *

@register('a small office')
def office():
    return concat_shapes(
        room(4, 3.6, 2.5),
        place(asset_call('desk'), at=(-0.6, 0, -1.2), name='desk'),
        place(asset_call('office chair'), at=(0.9, 0, 0.4), turn=180, name='chair'),
        place(asset_call('potted plant'), at=(1.5, 0, -1.4), name='plant'))

camera((3, 3, 4), (0, 0.5, 0))
"""

_LONG = 120_000
_HALF_PATCH = 4
expect.set_options(timeout=20_000)


class StudioPage:
    """A page of a studio that shows a scene. `server`: whose page is opened; None: it is open."""

    def __init__(self, page: Page, server: StudioServer | str | None, address: str | None = None) -> None:
        self.page = page
        if server is not None:
            page.goto(address or (server if isinstance(server, str) else server.url))

    @classmethod
    def opened(cls, page: Page, address: str, folder: Path) -> StudioPage:
        """The page of a person who chose a scene on the first page. `address`: of the first page, with the key."""
        studio = cls(page, address)
        page.get_by_role("button", name=folder.name).first.click()
        studio.wait_for_scene()
        return studio

    def wait_for_scene(self) -> None:
        """Wait until the viewport has drawn the scene and the program is there."""
        expect(self.page.get_by_role("application", name="3D view of the scene")).to_be_visible(timeout=_LONG)
        self.page.wait_for_function("() => window.scenewright?.viewport?.statistics().instances > 0", timeout=_LONG)
        self.page.evaluate("() => window.scenewright.viewport.settled()")
        expect(self.page.locator(".cm-content").first).to_contain_text("scene.language", timeout=_LONG)

    @property
    def program(self) -> str:
        """The text in the program pane."""
        return str(
            self.page.evaluate("() => [...document.querySelectorAll('.cm-line')].map((l) => l.textContent).join('\\n')")
        )

    def tree_row(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("tree", name="Things of the scene").get_by_role("treeitem", name=name)

    def selected_rows(self) -> list[str]:
        """Names of the rows that the outliner shows as selected."""
        rows = self.page.get_by_role("tree", name="Things of the scene").locator(
            '[role="treeitem"][aria-selected="true"]'
        )
        return [text.strip() for text in rows.all_inner_texts()]

    def point_of(self, path: str) -> tuple[float, float]:
        """Where the middle of a thing is in the page."""
        # a pane that has just opened makes the view smaller with the next frame
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found: Mapping[str, float] = self.page.wait_for_function(
            "(path) => window.scenewright.viewport.pointOf(path)", arg=path
        ).json_value()
        return found["x"], found["y"]

    def click_thing(self, path: str, **how: Any) -> None:
        self.page.mouse.click(*self.point_of(path), **how)

    def drag_thing(self, path: str, x: float, y: float) -> None:
        """Press on a thing and move the pointer by pixels, in steps as a hand does."""
        left, top = self.point_of(path)
        self.page.mouse.move(left, top)
        self.page.mouse.down()
        for step in range(1, 9):
            self.page.mouse.move(left + x * step / 8, top + y * step / 8)
        self.page.mouse.up()

    def revision(self) -> int:
        """The revision that the viewport shows."""
        return int(self.page.evaluate("() => window.scenewright.viewport.statistics().revision"))

    def wait_for_revision(self, least: int) -> None:
        """Wait until the viewport shows a revision, or a later one."""
        self.page.wait_for_function(
            "(least) => window.scenewright?.viewport?.statistics().revision >= least", arg=least, timeout=_LONG
        )

    def tab(self, name: str) -> Locator:
        """Brings a tab to the front, at the right or in the drawer. Returns its panel."""
        self.page.get_by_role("tab", name=name).click()
        return self.page.get_by_role("tabpanel", name=name)

    def nodes(self) -> list[dict[str, Any]]:
        """What the server tells of the things of the scene, as the protocol's SceneNode."""
        session = self.page.url.rpartition("/")[2].partition("?")[0]
        state = self.page.evaluate(
            f"() => fetch('/api/sessions/{session}/scene/state').then((answer) => answer.json())"
        )
        nodes: list[dict[str, Any]] = state["nodes"]
        return nodes

    def node(self, path: str) -> dict[str, Any]:
        nodes = self.nodes()
        found = next((node for node in nodes if node["path"] == path), None)
        assert found is not None, f"{path} is none of {[node['path'] for node in nodes]}"
        return found

    def selected_node(self) -> dict[str, Any]:
        """The one thing that the outliner shows as selected."""
        row = self.page.get_by_role("tree", name="Things of the scene").locator(
            '[role="treeitem"][aria-selected="true"]'
        )
        expect(row).to_have_count(1)
        number = int((row.get_attribute("id") or "").rpartition("-")[2])
        return next(node for node in self.nodes() if node["row"] == number)

    def settle(self) -> None:
        """Wait until the viewport has drawn all that it was told."""
        self.page.evaluate("() => window.scenewright.viewport.settled()")

    def color_at(self, x: float, y: float) -> tuple[float, float, float]:
        """The mean colour of the page around a point, 0 to 255."""
        side = 2 * _HALF_PATCH
        clip: FloatRect = {"x": x - _HALF_PATCH, "y": y - _HALF_PATCH, "width": side, "height": side}
        pixels = np.asarray(Image.open(io.BytesIO(self.page.screenshot(clip=clip))).convert("RGB"), dtype=np.float64)
        red, green, blue = pixels.reshape(-1, 3).mean(axis=0)
        return float(red), float(green), float(blue)

    def wait_for_text(self, text: str) -> None:
        """Wait until the program pane shows a text."""
        expect(self.page.locator(".cm-content").first).to_contain_text(text)

    def type_keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)


def place_of(program: str, name: str) -> tuple[float, ...]:
    """The place of a thing in the text of a program, metres."""
    found = re.search(rf"at=\(([^)]*)\)[^\n]*name='{name}'", program)
    assert found is not None, program
    return tuple(float(n) for n in found[1].split(","))
