"""The browser pages of one test: who opens them, what went wrong in them, what they looked like."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize, WebError

__all__ = ["WINDOW", "BrowserPages"]

WINDOW: ViewportSize = {"width": 1280, "height": 720}
_MILLISECONDS = 20_000


class BrowserPages:
    """Opens pages and keeps the errors of all of them. What a test provokes on purpose, it says with ``expect``."""

    def __init__(self, browser: Browser) -> None:
        self.errors: list[str] = []
        """What the pages wrote to the console as errors, and exceptions that nobody caught, in order."""
        self._browser = browser
        self.failed = False
        """Whether the test has failed."""
        self._contexts: list[BrowserContext] = []
        self._watched: list[BrowserContext] = []
        self._expected: list[re.Pattern[str]] = []

    def open(self, *, kept: bool = False, **settings: Any) -> Page:
        """A page of a person of its own: with cookies and storage that no other has. Settings are those of ``Browser.new_context``.

        A second tab of the same person is ``page.context.new_page()``. Unless told otherwise, the person wants little motion: without a
        graphics card, each picture of a turning wheel takes time from what the page waits for. `kept`: the page is there for later tests, too.
        """
        context = self._browser.new_context(**{"reduced_motion": "reduce", **settings})
        context.set_default_timeout(_MILLISECONDS)
        self.watch(context)
        if not kept:
            self._contexts.append(context)
        return context.new_page()

    def watch(self, context: BrowserContext) -> None:
        """Note the errors of a person's pages. They stay after the test, unless it fails or they are of the test's own."""
        context.on("console", self._note_message)
        context.on("weberror", self._note_exception)
        self._watched.append(context)

    def expect(self, pattern: str) -> None:
        """Errors in which this regular expression is found are the test's own doing."""
        self._expected.append(re.compile(pattern))

    def unexpected(self) -> list[str]:
        return [error for error in self.errors if not any(pattern.search(error) for pattern in self._expected)]

    def keep_screenshots(self, folder: Path, name: str) -> list[Path]:
        """A picture of each open page, as ``folder/name-1.png`` and so on."""
        pages = [page for context in self._watched for page in context.pages if not page.is_closed()]
        files = [folder / f"{name}-{number}.png" for number in range(1, len(pages) + 1)]
        for page, file in zip(pages, files, strict=True):
            page.screenshot(path=file)
        return files

    def close(self) -> None:
        for context in self._watched:
            context.remove_listener("console", self._note_message)
            context.remove_listener("weberror", self._note_exception)
        for context in self._watched if self.failed else self._contexts:
            context.close()

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(
                f"{message.text} ({message.location.get('url', '')}:{message.location.get('lineNumber', '')})"
            )

    def _note_exception(self, error: WebError) -> None:
        self.errors.append(f"{error.error.name}: {error.error.message}\n{error.error.stack or ''}")
