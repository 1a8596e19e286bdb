"""A page of the studio that goes from the scene of one test to that of the next, as a person does with Back and Forward."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, Page

from scenewright.app.studio import StudioServer
from tests.support.browser_pages import WINDOW, BrowserPages
from tests.support.studio_pages import StudioPage

__all__ = ["KeptStudio"]

_GO = """async (title) => {
    for (const button of document.querySelectorAll(".toast [aria-label=Dismiss]")) button.click();
    localStorage.clear();
    const { places } = await (await fetch("/api/places")).json();
    const place = places.find((each) => each.title === title).id;
    const head = { "content-type": "application/json" };
    const session = await (await fetch("/api/sessions", { method: "POST", headers: head, body: JSON.stringify({ place }) })).json();
    window.left = window.scenewright.viewport;
    history.pushState(null, "", `/s/${session.id}`);
    dispatchEvent(new PopStateEvent("popstate"));
}"""
_GONE = "() => window.scenewright?.viewport != null && window.scenewright.viewport !== window.left"


class KeptStudio:
    """The page, with what it remembers of itself: nothing of a scene, and no message of an earlier one, is left when it shows the next."""

    def __init__(self) -> None:
        self._page: Page | None = None
        self._server: StudioServer | None = None

    def show(self, pages: BrowserPages, server: StudioServer, folder: Path) -> StudioPage:
        """Show the scene of a folder, with its pages watched for the test. `folder`: its name is the title of the scene."""
        page = self._page
        if page is None or page.is_closed() or self._server is not server:
            self.close()
            self._server = server
            self._page = pages.open(kept=True, viewport=WINDOW)
            return StudioPage.opened(self._page, server.url, folder)
        pages.watch(page.context)
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.set_viewport_size(WINDOW)
        page.emulate_media(color_scheme="light")
        page.mouse.move(1, 1)
        if page.evaluate("() => window.scenewright?.viewport == null"):
            return StudioPage.opened(page, server.url, folder)
        page.evaluate(_GO, folder.name)
        page.wait_for_function(_GONE)
        studio = StudioPage(page, None)
        studio.wait_for_scene()
        return studio

    def close(self) -> None:
        if self._page is not None and not self._page.is_closed():
            with suppress(Error):
                self._page.context.close()
        self._page = None
