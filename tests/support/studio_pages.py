"""The studio in a browser, as a person uses it: opening a scene, clicking and dragging things in the view, reading the program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from scenewright.app.studio import StudioServer

__all__ = ["StudioPage"]

_LONG = 60_000
expect.set_options(timeout=20_000)


class StudioPage:
    """A page of a studio that shows a scene."""

    def __init__(self, page: Page, server: StudioServer, address: str | None = None) -> None:
        self.page = page
        page.goto(address or server.url)

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

    def tree_row(self, name: str) -> Locator:
        return self.page.get_by_role("tree", name="Things of the scene").get_by_role("treeitem", name=name)

    def selected_rows(self) -> list[str]:
        """Names of the rows that the outliner shows as selected."""
        rows = self.page.get_by_role("tree", name="Things of the scene").locator(
            '[role="treeitem"][aria-selected="true"]'
        )
        return [text.strip() for text in rows.all_inner_texts()]

    def point_of(self, path: str) -> tuple[float, float]:
        """Where the middle of a thing is in the page."""
        found: Mapping[str, float] | None = self.page.evaluate(
            "(path) => window.scenewright.viewport.pointOf(path)", path
        )
        assert found is not None, f"{path} is not in the view"
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
