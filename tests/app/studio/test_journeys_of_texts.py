"""A person makes a scene of a sentence, reads what it shows of it, dresses it, and asks for another one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from scenewright.app.studio import StudioServer
from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

TEXT = "A bedroom with a red armchair, three round books on a desk and a <b>quibbler</b>"
_LONG = 180_000


def rows(page: Page, heading: str) -> list[str]:
    """What the pane lists below a heading."""
    group = page.locator(".text-group").filter(has_text=re.compile(rf"^{heading} \("))
    expect(group).to_be_visible()
    return [row.strip() for row in group.locator(".text-line").all_inner_texts()]


def test_a_scene_says_what_it_shows_of_its_text(server: StudioServer, page: Page) -> None:
    page.goto(server.url)
    page.get_by_label("Description of the scene").fill(TEXT)
    page.get_by_role("button", name=re.compile("you did not ask for")).click()
    page.get_by_role("radio", name="Furniture").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Make the scene").click()
    summary = page.locator(".text-summary")
    expect(summary).to_contain_text("The scene shows", timeout=_LONG)
    assert "three books" in rows(page, "Shown")
    missing = rows(page, "Not shown")
    assert any("round" in row and "rectangular" in row for row in missing)
    assert any("quibbler" in row for row in missing)
    assert page.locator(".text-pane b").count() == 0
    studio = StudioPage(page, None)
    studio.wait_for_scene()
    lived_in = studio.tree_row(re.compile("light switch|curtains|socket|painting"))
    expect(lived_in).to_have_count(0)

    page.get_by_role("button", name="Light", exact=True).click()
    told = page.locator(".text-dressing .notice")
    expect(told).to_contain_text("came", timeout=_LONG)
    expect(lived_in.first).to_be_visible(timeout=_LONG)
    expect(summary).to_contain_text("it has changed since")
    page.get_by_role("button", name="None", exact=True).click()
    expect(told).to_contain_text("went", timeout=_LONG)
    expect(lived_in).to_have_count(0)

    page.get_by_role("button", name="Another one, seed 1").click()
    expect(page.get_by_role("button", name="Another one, seed 2")).to_be_visible(timeout=_LONG)
    expect(page.locator(".text-said")).to_have_text(TEXT)


def test_a_scene_of_a_program_says_what_it_lacks(studio: StudioPage) -> None:
    pane = studio.tab("Text")
    expect(pane.get_by_text("This scene was not made of a text here")).to_be_visible()
    pane.get_by_role("button", name="Light", exact=True).click()
    expect(pane.get_by_role("alert")).to_contain_text("nothing says what kind of place it is", timeout=_LONG)
    pane.get_by_label("Kind of place").fill("office")
    pane.get_by_role("button", name="Light", exact=True).click()
    expect(pane.locator(".notice")).to_contain_text("came", timeout=_LONG)
