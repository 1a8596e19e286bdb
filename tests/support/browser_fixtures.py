"""Fixtures for tests in a browser, with one browser a process of the suite: `conftest.py` of a folder imports them.

``page`` is a page, ``pages`` opens more of them for several people. An error in the console of a page fails the test. A test that fails leaves
pictures of its pages in ``build/browser/``.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.support.browser_pages import WINDOW, BrowserPages
from tests.support.chromium import CHROMIUM_FLAGS, NO_CHROMIUM, chromium_program
from tests.support.locations import REPOSITORY

__all__ = ["BrowserProcess", "browser", "browser_process", "page", "pages", "pytest_runtest_call"]

PICTURES = REPOSITORY / "build" / "browser"
_PAGES = pytest.StashKey[BrowserPages]()


class BrowserProcess:
    """A Chromium with the Playwright that leads it.

    Playwright's loop counts as running in this thread from its start to its end, and no other test of the process could use asyncio. So it
    counts only while a test of ours uses the browser.
    """

    def __init__(self, program: str) -> None:
        self._playwright: Playwright = sync_playwright().start()
        self._loop = asyncio.get_running_loop()
        try:
            self.browser: Browser = self._playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_FLAGS))
        except BaseException:
            self._playwright.stop()
            raise
        asyncio._set_running_loop(None)

    @contextmanager
    def used(self) -> Iterator[Browser]:
        asyncio._set_running_loop(self._loop)
        try:
            yield self.browser
        finally:
            asyncio._set_running_loop(None)

    def close(self) -> None:
        with self.used():
            self.browser.close()
            self._playwright.stop()


@pytest.fixture(scope="session")
def browser_process() -> Iterator[BrowserProcess]:
    program = chromium_program()
    if program is None:
        pytest.skip(NO_CHROMIUM)
    process = BrowserProcess(program)
    yield process
    process.close()


@pytest.fixture
def browser(browser_process: BrowserProcess) -> Iterator[Browser]:
    with browser_process.used() as browser:
        yield browser


@pytest.fixture
def pages(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserPages]:
    pages = BrowserPages(browser)
    request.node.stash[_PAGES] = pages
    yield pages
    pages.close()


@pytest.fixture
def page(pages: BrowserPages) -> Page:
    return pages.open(viewport=WINDOW)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """The test, then the verdict on its pages. Whatever failed, pictures are kept."""
    pages = item.stash.get(_PAGES, None)
    if pages is None:
        return (yield)
    try:
        result = yield
        errors = pages.unexpected()
        if errors:
            pytest.fail("the console of the page has errors:\n" + "\n".join(errors), pytrace=False)
    except pytest.skip.Exception:
        raise
    except BaseException:
        pages.failed = True
        item.add_report_section("call", "pictures of the pages", _kept(pages, item.nodeid))
        raise
    return result


def _kept(pages: BrowserPages, test: str) -> str:
    PICTURES.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w.-]+", "-", test.rsplit("/", 1)[-1])
    try:
        return "\n".join(str(file) for file in pages.keep_screenshots(PICTURES, name))
    except PlaywrightError as error:  # the browser itself may be what failed
        return f"none: {error}"
