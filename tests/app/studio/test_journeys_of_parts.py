"""Alike things have telling names, and a double click leads into the parts of a thing that has some."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.browser_pages import BrowserPages
from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

WORKSHOP = """from scene.language import *

@register('a leg')
def leg():
    return primitive_call('cube', color=(0.3, 0.2, 0.1), shape_kwargs={'scale': (0.15, 0.7, 0.15)})

@register('a work bench')
def bench():
    top = place(primitive_call('cube', color=(0.7, 0.5, 0.3), shape_kwargs={'scale': (1.6, 0.1, 0.8)}), at=(0, 0.7, 0))
    legs = [place(library_call('leg'), at=(x, 0, 0.25)) for x in (-0.6, 0.6)]
    return concat_shapes(top, *legs)

@register('a workshop')
def workshop():
    return concat_shapes(
        room(4, 3.6, 2.5),
        place(library_call('bench'), at=(-0.6, 0, 0)),
        place(asset_call('chair'), at=(1.3, 0, -0.4)),
        place(asset_call('chair'), at=(1.3, 0, 0.6)),
        place(asset_call('chair'), at=(1.3, 0, -1.3), name='spare_chair'))

camera((3, 3, 4), (0, 0.5, 0))
"""


@pytest.fixture
def workshop(open_scene: Callable[[str], StudioPage]) -> StudioPage:
    return open_scene(WORKSHOP)


def test_twins_have_names_of_their_own(workshop: StudioPage) -> None:
    page = workshop.page
    for name in ("chair 1", "chair 2", "spare chair"):
        expect(workshop.tree_row(re.compile(f"^{name},|^{name} "))).to_have_count(1)
    page.get_by_role("button", name="Labels").click()
    labels = page.locator(".swv-label")
    expect(labels.filter(has_text=re.compile("^chair 2$"))).to_have_count(1)
    expect(labels.filter(has_text=re.compile("^spare chair$"))).to_have_count(1)
    workshop.tree_row(re.compile("^chair 2,")).click()
    expect(page.locator(".status-selection")).to_contain_text("chair 2")
    page.keyboard.press("Delete")
    workshop.wait_for_revision(2)
    expect(workshop.tree_row(re.compile("^chair,"))).to_have_count(1)


def test_a_double_click_goes_into_parts_and_esc_back(workshop: StudioPage) -> None:
    page = workshop.page
    workshop.click_thing("workshop/bench/leg[1]")
    expect(workshop.tree_row("bench")).to_have_attribute("aria-selected", "true")
    workshop.click_thing("workshop/bench/leg[1]", click_count=2)
    expect(workshop.tree_row(re.compile("^leg 2,"))).to_have_attribute("aria-selected", "true")
    crumbs = page.get_by_role("navigation", name="What it is part of")
    expect(crumbs).to_contain_text("bench")
    page.keyboard.press("Escape")
    expect(workshop.tree_row("bench")).to_have_attribute("aria-selected", "true")
    expect(crumbs).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".status-selection")).to_have_text("Nothing selected")

    # what has no parts says so
    workshop.click_thing("workshop/chair[1]", click_count=2)
    expect(workshop.tree_row(re.compile("^chair 2,"))).to_have_attribute("aria-selected", "true")
    expect(page.locator(".status-hint")).to_contain_text("chair 2 is one object of the catalogue")
    workshop.tree_row("spare chair").click()
    workshop.click_thing("workshop/bench/leg")
    expect(page.locator(".status-hint")).not_to_contain_text("catalogue")


def test_a_material_is_set_in_the_program(workshop: StudioPage, pages: BrowserPages) -> None:
    """By a named finish and by a number; what several things share, and what the catalogue gives, says why not."""
    page = workshop.page
    workshop.tree_row("bench").click()
    pane = workshop.tab("Inspector")
    material = pane.get_by_role("group", name="Material")
    material.get_by_role("button", name="Finish").click()
    page.get_by_role("option", name="Polished metal").click()
    workshop.wait_for_revision(2)
    workshop.tab("Program")
    assert workshop.program.count("'metallic': 1") == 2
    workshop.tab("Inspector")
    rough = material.get_by_role("textbox", name="Roughness")
    expect(rough).to_have_value("0.1")
    rough.fill("0.35")
    page.keyboard.press("Enter")
    workshop.wait_for_revision(3)
    expect(material.get_by_role("button", name="Finish")).to_contain_text("Its own")
    workshop.click_thing("workshop/bench/leg", click_count=2)
    pages.expect("status of 422")
    material.get_by_role("button", name="Finish").click()
    page.get_by_role("option", name="Matt").click()
    expect(page.get_by_text("give the function a parameter for the material")).to_be_visible()
    workshop.tree_row("spare chair").click()
    expect(material).to_contain_text("To make it of another material")
