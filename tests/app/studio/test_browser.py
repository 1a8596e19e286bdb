"""What the fixtures for browser tests promise to the tests that use them."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browser_pages import BrowserPages
from tests.support.chromium import NO_CHROMIUM, chromium_program
from tests.support.locations import REPOSITORY, SOURCES

TESTS_OF_A_USER = """
import asyncio

def test_error(page):
    page.set_content("<h1>A page</h1><script>console.error('the lamp is broken')</script>")

def test_exception(page):
    page.set_content("<script>throw new TypeError('no lamp')</script>")

def test_expected(page, pages):
    pages.expect("lamp")
    page.set_content("<script>console.error('the lamp is broken')</script>")

def test_second_tab(page):
    page.context.new_page().set_content("<script>console.error('the second lamp')</script>")

def test_asyncio_after_a_page():
    assert asyncio.run(asyncio.sleep(0, 7)) == 7

def test_sound(page):
    page.set_content("<h1>A page</h1>")
    assert page.locator("h1").inner_text() == "A page"
"""

WEBGL = """() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    gl.clearColor(0.2, 0.4, 0.6, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const pixel = new Uint8Array(4);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    return [...pixel];
}"""


@pytest.mark.slow
def test_an_error_of_a_page_fails_its_test_and_leaves_a_picture(tmp_path: Path) -> None:
    if chromium_program() is None:
        pytest.skip(NO_CHROMIUM)
    (tmp_path / "test_errors_here.py").write_text(TESTS_OF_A_USER, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    environment["PYTHONPATH"] = os.pathsep.join([str(REPOSITORY), str(SOURCES)])
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-rA",
        "-p",
        "tests.support.browser_fixtures",
        "-p",
        "no:cacheprovider",
        ".",
    ]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=240)
    said = done.stdout
    for failed in ("test_error", "test_exception", "test_second_tab"):
        assert f"FAILED test_errors_here.py::{failed}" in said, said
    for passed in ("test_expected", "test_asyncio_after_a_page", "test_sound"):
        assert f"PASSED test_errors_here.py::{passed}" in said, said
    assert "the lamp is broken" in said
    assert "TypeError: no lamp" in said
    picture = REPOSITORY / "build" / "browser" / "test_errors_here.py-test_error-1.png"
    assert str(picture) in said
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_page_draws_with_webgl(page: Page) -> None:
    assert page.evaluate(WEBGL) == [51, 102, 153, 255]


def test_two_people_share_no_storage(pages: BrowserPages) -> None:
    anna, ben = pages.open(), pages.open()
    for person in (anna, ben):
        person.route("**/*", lambda route: route.fulfill(body="<p>here</p>", content_type="text/html"))
        person.goto("http://127.0.0.1:1/")
    anna.evaluate("() => localStorage.setItem('scene', 'attic')")
    assert ben.evaluate("() => localStorage.getItem('scene')") is None


def test_asyncio_works_in_a_process_with_a_browser(browser_process: object) -> None:
    assert asyncio.run(asyncio.sleep(0, "done")) == "done"
