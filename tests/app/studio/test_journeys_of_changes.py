"""What a person sees of a change: a new material, walls that fade with what hangs on them, the lines of the program, a repair on offer."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

DEN = (
    """from scene.language import *

WIDTH = 4

@register('a den')
def den():
    return concat_shapes(
        room(WIDTH, 4, 2.6),
        place(asset_call('cream armchair'), at=(-0.9, 0, 0.4), name='armchair'),
        place(asset_call('wall clock'), at=(0.6, 1.6, 1.97), turn=180, name='clock'),
        place(asset_call('desk'), at=(WIDTH/2 - 0.4, 0, -0.6), turn=-90, name='desk'),
        place(asset_call('mug'), at=(1.6, 0.75, -0.4), name='mug'))
"""
    + "\n".join(f"# a note on the den, number {number}" for number in range(60))
    + """

camera((3.2, 2.4, 4.4), (0, 0.6, 0))
"""
)


@pytest.fixture
def den(open_scene: Callable[[str], StudioPage]) -> StudioPage:
    return open_scene(DEN)


def source(server: StudioServer, tmp_path: Path) -> str:
    return Project.open(server.settings.scenes / tmp_path.name, writable=False).source


def messages(page: Page) -> Locator:
    return page.get_by_role("region", name="Messages")


def test_a_click_puts_a_material_on(den: StudioPage, server: StudioServer, tmp_path: Path) -> None:
    page = den.page
    den.tree_row(re.compile("armchair")).click()
    page.get_by_role("button", name="Add an object").click()
    page.get_by_role("radio", name="Materials").click()
    page.get_by_role("searchbox", name="Search the materials").fill("walnut")
    cards = page.get_by_role("list", name="Materials").locator(".catalogue-card")
    cards.filter(has_text=re.compile("^walnut")).first.click()
    expect(messages(page)).to_contain_text("Armchair is walnut now.")
    expect(messages(page)).to_contain_text("keeps its own colour")
    den.wait_for_revision(2)
    armchair = den.node("den/armchair")
    red, green, blue = armchair["color"]
    assert (round(red, 2), round(green, 2), round(blue, 2)) == (0.39, 0.26, 0.19)
    assert (armchair["word"], armchair["asset"]["words"]) == ("armchair", "cream armchair")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^Undo")).first.click()
    den.wait_for_revision(3)
    assert source(server, tmp_path) == DEN


SOLID = "(path) => !window.scenewright.viewport.drawing.isAbsent(window.scenewright.viewport.index.node(path))"


def test_what_hangs_on_a_faded_wall_fades_with_it(den: StudioPage) -> None:
    page = den.page

    def is_there(path: str) -> bool:
        return bool(page.evaluate(SOLID, path))

    # the first view looks through the front wall, on which the clock hangs
    assert not is_there("den/clock")
    assert is_there("den/mug")
    den.tree_row(re.compile("clock")).click()
    page.wait_for_function(SOLID, arg="den/clock")
    page.get_by_role("application", name="3D view of the scene").press("Escape")
    page.wait_for_function(f"(path) => !({SOLID})(path)", arg="den/clock")
    page.evaluate("() => window.scenewright.viewport.look({ eye: [0.6, 1.5, -1], target: [0.6, 1.5, 1.9] })")
    page.wait_for_function(SOLID, arg="den/clock")


LINE_IN_SIGHT = """(text) => {
    const pane = document.querySelector('.cm-scroller').getBoundingClientRect();
    const line = [...document.querySelectorAll('.cm-line')].find((each) => each.textContent.includes(text));
    if (line === undefined) return false;
    const box = line.getBoundingClientRect();
    return box.top >= pane.top && box.bottom <= pane.bottom;
}"""


def test_the_program_comes_to_what_was_changed(den: StudioPage) -> None:
    page = den.page
    den.tree_row(re.compile("armchair")).click()
    page.get_by_role("application", name="3D view of the scene").focus()
    den.type_keys("s", "1", ".", "5", "Enter")
    den.wait_for_revision(2)
    page.wait_for_function(LINE_IN_SIGHT, arg="adjust('armchair', scale=1.5")
    expect(page.locator(".cm-freshLine").last).to_contain_text("scale=1.5")
    # a comparison leads away, and back to where one was
    page.get_by_role("button", name="Show the last change").click()
    expect(page.locator(".cm-changedText, .cm-insertedLine").first).to_be_visible()
    page.get_by_role("button", name="Show the last change").click()
    page.wait_for_function(LINE_IN_SIGHT, arg="adjust('armchair', scale=1.5")


def test_a_text_that_is_written_gets_its_remarks(den: StudioPage) -> None:
    page = den.page
    line = page.locator(".cm-line").filter(has_text="WIDTH = 4").first
    line.click()
    den.type_keys("End", "Backspace", "6")
    den.wait_for_revision(2)
    page.get_by_role("button", name=re.compile("remarks? on the last change")).click()
    expect(page.get_by_role("dialog", name="Remarks on the last change")).to_contain_text("mug floats")


STACK = """from scene.language import *

@register('a shed')
def shed():
    box = primitive_call('cube', {'scale': (0.9, 0.9, 0.9)}, color=(0.6, 0.6, 0.6))
    return concat_shapes(
        room(5, 5, 2.6),
        place(box, at=(-1, 0.45, 0), name='left'),
        place(box, at=(1, 0.45, 0), name='right'),
        place(box, at=(0, 0.45, 1.5), name='third'),
        relate(near('left', 'right', 0.2)), relate(near('third', 'right', 0.2)))

camera((3.2, 2.4, 4.4), (0, 0.6, 0))
"""


def test_a_repair_is_seen_before_it_is_accepted(open_scene: Callable[[str], StudioPage]) -> None:
    shed = open_scene(STACK)
    page = shed.page
    shed.tab("Layout")
    page.get_by_role("button", name="Lay out", exact=True).click()
    accept = page.get_by_role("button", name="Accept", exact=True)
    expect(accept).to_be_visible(timeout=120_000)
    expect(page.get_by_role("button", name=re.compile("^Would move"))).to_be_visible()
    expect(page.get_by_text("Moves on offer")).to_be_visible()
    before = shed.revision()
    boxes = "() => [...window.scenewright.viewport.drawing.poses.boxes].map((n) => n.toFixed(3)).join()"
    stands = page.evaluate(boxes)
    page.get_by_role("radio", name="With the repair").click()
    page.wait_for_function(f"(was) => ({boxes})() !== was", arg=stands)
    assert shed.revision() == before
    jobs = page.evaluate("() => fetch('/api/jobs').then((answer) => answer.json())")
    accept.click()
    shed.wait_for_revision(before + 1)
    expect(messages(page)).to_contain_text("The repair is made")
    # nothing was found anew for it
    assert len(page.evaluate("() => fetch('/api/jobs').then((answer) => answer.json())")["jobs"]) == len(jobs["jobs"])
    expect(accept).to_have_count(0)
