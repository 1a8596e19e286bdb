"""What a person does with a thing: put a material onto it, drag one in, pin it, read its names; and size the room by its own numbers."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

LOUNGE = """from scene.language import *

WIDTH = 5

@register('a lounge')
def lounge():
    armchair = asset_call('armchair')
    crate = primitive_call('cube', {'scale': (0.5, 0.5, 0.5)}, color=(0.6, 0.6, 0.6))
    return concat_shapes(
        room(WIDTH, 4, 2.6),
        place(armchair, at=(-1.2, 0, 0)),
        place(armchair, at=(1.2, 0, 0), turn=-90),
        place(crate, at=(0.2, 0, 1), name='crate'))

camera((3.2, 2.4, 4.4), (0, 0.6, 0))
"""


@pytest.fixture
def lounge(open_scene: Callable[[str], StudioPage]) -> StudioPage:
    return open_scene(LOUNGE)


def source(server: StudioServer, tmp_path: Path) -> str:
    return Project.open(server.settings.scenes / tmp_path.name, writable=False).source


def drag(page: Page, card: Locator, x: float, y: float) -> None:
    """Press on a card of the catalogue and lead it to a point, without letting go."""
    box = card.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(x, y, steps=8)


def materials(page: Page, words: str) -> Locator:
    """The cards of the materials that fit some words."""
    page.get_by_role("button", name="Add an object").click()
    page.get_by_role("radio", name="Materials").click()
    page.get_by_role("searchbox", name="Search the materials").fill(words)
    cards = page.get_by_role("list", name="Materials").locator(".catalogue-card")
    expect(cards.filter(has_not_text=words)).to_have_count(0)  # the list of all moves under the hand until then
    return cards


def test_a_material_is_dragged_onto_a_thing(lounge: StudioPage, server: StudioServer, tmp_path: Path) -> None:
    page = lounge.page
    cards = materials(page, "brass")
    card = cards.filter(has_text=re.compile("^brass")).first
    drag(page, card, *lounge.point_of("lounge/crate"))
    expect(page.locator(".catalogue-ghost-place")).to_have_text("onto crate")
    page.mouse.up()
    lounge.wait_for_revision(2)
    red, green, blue = lounge.node("lounge/crate")["color"]
    assert red > green > blue
    assert "adjust('crate', material='brass')" in source(server, tmp_path)


def test_enter_puts_a_material_onto_the_selection(lounge: StudioPage, server: StudioServer, tmp_path: Path) -> None:
    page = lounge.page
    card = materials(page, "oak").filter(has_text=re.compile("^oak")).first
    card.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Messages")).to_contain_text("Select what is to be of oak")
    assert lounge.revision() == 1
    page.keyboard.press("Escape")
    lounge.tree_row("armchair 2").click()
    card = materials(page, "leather").filter(has_text=re.compile("^leather")).first
    expect(page.get_by_text("put it onto armchair 2")).to_be_visible()
    card.focus()
    page.keyboard.press("Enter")
    lounge.wait_for_revision(2)
    assert "adjust('armchair[1]', material='leather')" in source(server, tmp_path)


def free_floor(studio: StudioPage) -> tuple[float, float]:
    """A point of the page, beside the catalogue, at which there is floor and nothing near it."""
    catalogue = studio.page.locator(".add-popover").bounding_box()
    assert catalogue is not None
    left, y = catalogue["x"] + catalogue["width"], studio.point_of("lounge/room")[1]
    look = """([x, y]) => [[0, 0], [40, 0], [-40, 0], [0, 40], [0, -40]].every(([a, b]) => {
        const place = window.scenewright.viewport.placeUnder(x + a, y + b);
        return place !== null && place.on === null;
    })"""
    for x in range(50, 240, 10):
        for up in (0, 60, -60):
            if studio.page.evaluate(look, [left + x, y + up]):
                return left + x, y + up
    raise AssertionError("no free floor is in view")


def test_a_dragged_object_shows_where_it_would_stand(lounge: StudioPage) -> None:
    page = lounge.page
    page.get_by_role("button", name="Add an object").click()
    page.get_by_role("searchbox", name="Search the catalogue by meaning").fill("floor lamp")
    objects = page.get_by_role("list", name="Objects")
    card = objects.get_by_role("button", name=re.compile("^floor lamp", re.IGNORECASE)).first
    expect(card).to_be_visible()
    lounge.page.evaluate("() => window.scenewright.viewport.view('top')")
    lounge.settle()
    free = free_floor(lounge)
    shades = lounge.color_at(*free)
    drag(page, card, *free)
    expect(page.locator(".catalogue-ghost-place")).to_have_text("on the floor")
    lounge.settle()
    marked = lounge.color_at(*free)
    assert max(abs(a - b) for a, b in zip(shades, marked, strict=True)) > 15
    page.keyboard.press("Escape")
    page.mouse.up()
    page.mouse.move(5, 5)
    lounge.settle()
    expect(page.locator(".catalogue-ghost")).to_have_count(0)
    page.keyboard.press("Escape")
    left = lounge.color_at(*free)
    assert max(abs(a - b) for a, b in zip(shades, left, strict=True)) < 6
    assert lounge.revision() == 1


def test_a_pin_is_seen_wherever_the_thing_is(lounge: StudioPage) -> None:
    page = lounge.page
    row = lounge.tree_row("armchair 2")
    row.click(button="right")
    page.get_by_role("menuitem", name="Pin where it is").click()
    expect(row).to_have_accessible_name(re.compile("pinned"))
    expect(page.locator(".swv-pinned")).to_have_text("pinned")
    expect(page.locator(".status-selection")).to_contain_text("pinned")
    pane = lounge.tab("Inspector")
    expect(pane.get_by_role("button", name=re.compile("^Pinned: layout and chat leave it"))).to_be_visible()
    with page.expect_request(lambda sent: sent.url.endswith("/interface") and sent.method == "PUT"):
        lounge.tree_row("crate").click()
    expect(page.locator(".swv-pinned")).to_have_text("")
    page.reload()
    lounge.wait_for_scene()
    expect(lounge.tree_row("armchair 2")).to_have_accessible_name(re.compile("pinned"))
    lounge.tree_row("armchair 2").click()
    lounge.tab("Inspector").get_by_role("button", name=re.compile("^Pinned: layout and chat leave it")).click()
    expect(page.locator(".swv-pinned")).to_have_count(0)


def test_a_thing_has_one_name_and_that_of_the_program_beside(lounge: StudioPage) -> None:
    page = lounge.page
    lounge.tree_row("armchair 2").click()
    pane = lounge.tab("Inspector")
    expect(pane.get_by_role("heading", name="armchair 2")).to_be_visible()
    expect(pane.locator(".inspector-path")).to_contain_text("lounge/armchair[1]: the program counts things of one name")
    title = lounge.tree_row("armchair 2").locator(".outliner-label").get_attribute("title")
    assert title is not None
    assert "lounge/armchair[1]" in title
    color = pane.get_by_role("textbox", name="Main: name or hex")
    color.fill("navy")
    page.keyboard.press("Enter")
    lounge.wait_for_revision(2)
    told = page.get_by_role("region", name="Messages")
    expect(told).to_contain_text(re.compile(r"Coloured the .* of armchair 2|Coloured the .* of navy"))
    expect(told).not_to_contain_text("[1]")


def test_the_room_is_sized_by_its_own_numbers(lounge: StudioPage, server: StudioServer, tmp_path: Path) -> None:
    page = lounge.page
    lounge.page.evaluate("() => window.scenewright.viewport.select(['lounge/room/floor'])")
    lounge.tree_row("room").first.click()
    pane = lounge.tab("Inspector")
    expect(pane.get_by_role("group", name="Position of the bottom centre")).to_have_count(0)
    for side, value, wanted in (("Width", "6.2", "WIDTH = 6.2"), ("Depth", "3.5", "room(WIDTH, 3.5, 2.6)")):
        before = lounge.revision()
        field = pane.get_by_role("textbox", name=re.compile(f"^{side} of the room"))
        field.fill(value)
        page.keyboard.press("Enter")
        lounge.wait_for_revision(before + 1)
        assert wanted in source(server, tmp_path)
    assert lounge.node("lounge/room/floor")["size"][0] == pytest.approx(6.2, abs=0.3)
    assert "adjust" not in source(server, tmp_path)


def test_the_view_cube_stops_at_the_floor(lounge: StudioPage) -> None:
    page = lounge.page
    cube = page.get_by_role("group", name="View cube").bounding_box()
    assert cube is not None
    x, y = cube["x"] + cube["width"] / 2, cube["y"] + cube["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 4, y - 300, steps=12)
    page.mouse.up()
    lounge.settle()
    height = page.evaluate("() => window.scenewright.viewport.pose().eye[1]")
    assert 0 < height < 1


def test_the_chat_suggests_what_the_scene_can_answer(lounge: StudioPage) -> None:
    page = lounge.page
    pane = lounge.tab("Chat")
    suggested = pane.get_by_role("group", name="Suggestions").get_by_role("button")
    expect(suggested.first).to_have_text("How many armchairs are there?")
    suggested.first.click()
    turns = pane.get_by_role("list", name="Dialogue").locator("li.chat-turn")
    expect(turns.nth(0)).to_contain_text("2 armchairs")
    expect(suggested.first).not_to_have_text("How many armchairs are there?")
    page.keyboard.press("Escape")
