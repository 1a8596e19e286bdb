"""What a person does with a scene in the studio: asks, lays out, adds, changes, talks, goes back. In a real browser, by clicks, drags and keys."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.studio_pages import OFFICE, StudioPage, place_of

pytestmark = pytest.mark.slow


def far(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """How much two colours differ."""
    return max(abs(x - y) for x, y in zip(a, b, strict=True))


def test_a_query_heats_things_and_selects_them(studio: StudioPage) -> None:
    page = studio.page
    point = studio.point_of("office/chair")
    cold = studio.color_at(*point)
    pane = studio.tab("Query")
    pane.get_by_label("Query or question").fill("something to sit on")
    page.keyboard.press("Enter")
    results = pane.get_by_role("region", name="Results of something to sit on")
    expect(results.get_by_role("button", name="chair")).to_be_visible()
    studio.settle()
    hot = studio.color_at(*point)
    assert far(hot, cold) > 20
    results.get_by_role("button", name=re.compile("^Select")).click()
    expect(studio.tree_row("chair").first).to_have_attribute("aria-selected", "true")
    pane.get_by_role("slider", name="Threshold").focus()
    page.keyboard.press("End")
    expect(results).to_contain_text("Nothing reaches 100 %")
    expect(results.get_by_role("button", name=re.compile("^Select"))).to_be_disabled()
    page.keyboard.press("Home")
    expect(results.get_by_role("button", name="chair")).to_be_visible()
    pane.get_by_text("Heat in the viewport").click()
    studio.settle()
    assert far(studio.color_at(*point), hot) > 20


def test_a_question_is_answered_and_leads_to_things(studio: StudioPage) -> None:
    pane = studio.tab("Query")
    pane.get_by_label("Query or question").fill("How many chairs are there?")
    pane.get_by_role("button", name="Ask").click()
    answer = pane.get_by_role("article", name="Answer")
    expect(answer).to_contain_text(re.compile("one|1", re.IGNORECASE))
    answer.get_by_role("button", name="Select it").click()
    expect(studio.tree_row("chair").first).to_have_attribute("aria-selected", "true")


CROWDED = OFFICE.replace("at=(0.9, 0, 0.4), turn=180", "at=(-0.5, 0, -1.1), turn=180")


def test_a_conflict_is_found_selected_repaired_taken_back(
    open_scene: Callable[[str], StudioPage], server: StudioServer, tmp_path: Path
) -> None:
    folder = server.settings.scenes / tmp_path.name
    studio = open_scene(CROWDED)
    page = studio.page
    pane = studio.tab("Layout")
    pane.get_by_role("button", name="Check").click()
    expect(pane.get_by_text("The layout does not hold")).to_be_visible()
    pane.get_by_role("button", name=re.compile("chair.*desk|desk.*chair")).first.click()
    for name in ("chair", "desk"):
        expect(studio.tree_row(name).first).to_have_attribute("aria-selected", "true")
    pane.get_by_role("button", name="Lay out").click()
    accept = pane.get_by_role("button", name="Accept")
    holds = pane.get_by_text("Everything holds")
    expect(accept.or_(holds)).to_be_visible(timeout=120_000)
    if accept.is_visible():
        accept.click()
    expect(holds).to_be_visible()
    studio.wait_for_revision(2)
    assert Project.open(folder).source != CROWDED
    assert Project.open(folder).history()[-1].author == "solver"
    page.get_by_role("button", name="Undo").click()
    studio.wait_for_revision(3)
    expect(pane.get_by_text("The scene has changed since this report.")).to_be_visible()
    assert Project.open(folder).source == CROWDED


def test_a_drag_from_the_catalogue_lands_on_the_desk(studio: StudioPage, folder: Path) -> None:
    page = studio.page
    page.get_by_role("button", name="Add an object").click()
    page.get_by_role("searchbox", name="Search the catalogue by meaning").fill("table lamp")
    card = (
        page.get_by_role("list", name="Objects")
        .get_by_role("button", name=re.compile("^(table|desk) lamp", re.IGNORECASE))
        .first
    )
    box = card.bounding_box()
    assert box is not None
    x, y = top_of_the_desk(studio)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(x, y, steps=8)
    expect(page.locator(".catalogue-ghost-place")).to_have_text("on desk")
    # the thing itself is seen there, once its shape has come
    page.wait_for_function("() => window.scenewright.viewport.places.ghost.showsShape")
    page.mouse.up()
    studio.wait_for_revision(2)
    lamp = studio.selected_node()
    desk = studio.node("office/desk")
    assert lamp["at"][1] == pytest.approx(desk["size"][1], abs=0.02)
    assert abs(lamp["at"][0] - desk["at"][0]) < desk["size"][0] / 2
    assert abs(lamp["at"][2] - desk["at"][2]) < desk["size"][2] / 2
    assert "lamp" in Project.open(folder).source


def top_of_the_desk(studio: StudioPage) -> tuple[float, float]:
    """A point of the page at which the top of the desk is seen."""
    x, y = studio.point_of("office/desk")
    height = studio.node("office/desk")["size"][1]
    for up in range(0, 120, 4):
        found = studio.page.evaluate("([x, y]) => window.scenewright.viewport.placeUnder(x, y)", [x, y - up])
        if found is not None and found["on"] == "office/desk" and abs(found["at"][1] - height) < 0.02:
            return x, y - up - 4
    raise AssertionError("the top of the desk is not in view")


def test_a_button_adds_where_there_is_room(studio: StudioPage, folder: Path) -> None:
    page = studio.page
    page.get_by_role("button", name="Add an object").click()
    page.get_by_role("searchbox", name="Search the catalogue by meaning").fill("floor lamp")
    objects = page.get_by_role("list", name="Objects")
    objects.get_by_role("button", name=re.compile("^floor lamp", re.IGNORECASE)).first.hover()
    objects.get_by_role("button", name="Add floor lamp").first.click()
    studio.wait_for_revision(2)
    lamp = studio.selected_node()
    assert lamp["at"][1] == pytest.approx(0, abs=0.01)
    for name in ("desk", "chair", "plant"):
        other = studio.node(f"office/{name}")
        gaps = [abs(lamp["at"][i] - other["at"][i]) - 0.4 * min(lamp["size"][i], other["size"][i]) for i in (0, 2)]
        assert max(gaps) > 0, name
    assert "floor lamp" in Project.open(folder).source


def test_keys_add_what_they_lead_to_in_the_view(studio: StudioPage, folder: Path) -> None:
    """Shift-A, words, arrow keys and Enter: a cup on the desk, then a stool on the floor, each where nothing is in the way."""
    page = studio.page
    studio.tree_row("desk").first.click()
    page.keyboard.press("Shift+A")
    search = page.get_by_role("searchbox", name="Search the catalogue by meaning")
    expect(search).to_be_focused()
    page.keyboard.type("mug")
    cards = page.get_by_role("list", name="Objects").locator(".catalogue-card")
    expect(cards.first).to_contain_text("mug")
    page.keyboard.press("ArrowDown")
    expect(cards.first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(cards.nth(1)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    studio.wait_for_revision(2)
    mug, desk = studio.selected_node(), studio.node("office/desk")
    assert mug["at"][1] == pytest.approx(desk["size"][1], abs=0.02)
    page.keyboard.type("stool")
    expect(search).to_have_value("mugstool")
    search.fill("stool")
    expect(cards.first).to_contain_text("stool")
    page.keyboard.press("Enter")
    studio.wait_for_revision(3)
    stool = studio.selected_node()
    assert stool["at"][1] == pytest.approx(0, abs=0.01)
    assert abs(stool["at"][0]) < 2
    assert abs(stool["at"][2]) < 1.8
    assert studio.page.evaluate("(path) => window.scenewright.viewport.pointOf(path)", stool["path"]) is not None
    search.fill("")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert [e.author for e in Project.open(folder).history()[1:]] == ["person", "person"]


def test_the_history_says_and_shows_what_changed(studio: StudioPage) -> None:

    edit_scene(studio, {"kind": "move", "path": "office/chair", "by": [0.4, 0, 0]})
    pane = studio.tab("History")
    row = pane.get_by_role("button", name=re.compile("Moved chair by 0.4 m along x"))
    row.click()
    difference = pane.get_by_label("Difference of the program")
    box = pane.bounding_box()
    assert box is not None
    for kind, value in (("del", "0.9"), ("ins", "1.3")):
        mark = difference.locator(kind)
        expect(mark).to_have_text(value)
        place = mark.bounding_box()
        assert place is not None
        assert box["x"] < place["x"] < place["x"] + place["width"] < box["x"] + box["width"]


def test_the_program_wraps_and_its_pane_becomes_wide(studio: StudioPage) -> None:
    """Both by key, from within the editor; what was chosen is there after a reload."""
    page = studio.page
    text = page.locator(".cm-content")
    text.click()
    expect(text).to_have_class(re.compile("cm-lineWrapping"))
    page.keyboard.press("Alt+z")
    expect(text).not_to_have_class(re.compile("cm-lineWrapping"))
    width = "() => document.querySelector('.right-tabs').getBoundingClientRect().width"
    before = page.evaluate(width)
    with page.expect_response(lambda answer: answer.url.endswith("/interface")):
        page.keyboard.press("Alt+w")
        page.wait_for_function(f"(least) => ({width})() > least", arg=1.4 * before)
    page.reload()
    studio.wait_for_scene()
    expect(page.locator(".cm-content")).not_to_have_class(re.compile("cm-lineWrapping"))
    page.wait_for_function(f"(least) => ({width})() > least", arg=1.4 * before)
    page.get_by_role("button", name="Make the pane as it was").click()
    page.wait_for_function(f"(wanted) => Math.abs(({width})() - wanted) < 3", arg=before)


def edit_scene(studio: StudioPage, *edits: dict[str, object]) -> None:
    """Make edits as one step, beside the page."""
    revision = studio.revision()
    script = """([path, edits]) => fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ edits }) }).then((a) => a.ok)"""
    session = studio.page.url.rpartition("/")[2]
    assert studio.page.evaluate(script, [f"/api/sessions/{session}/scene/edit", list(edits)])
    studio.wait_for_revision(revision + 1)


def test_the_inspector_changes_number_colour_and_name(studio: StudioPage, folder: Path) -> None:
    page = studio.page
    pane = studio.tab("Inspector")
    studio.tree_row("chair").first.click()
    field = pane.get_by_role("textbox", name="Position X")
    expect(field).to_have_value("0.9")
    field.fill("0.4")
    page.keyboard.press("Enter")
    studio.wait_for_revision(2)
    assert place_of(Project.open(folder).source, "chair") == (0.4, 0, 0.4)
    label = pane.locator("label.scrub-label", has_text="Z")
    box = label.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 45, box["y"] + 5, steps=6)
    page.mouse.up()
    studio.wait_for_revision(3)
    assert place_of(Project.open(folder).source, "chair")[2] == pytest.approx(0.6, abs=0.03)
    color = pane.get_by_role("textbox", name="Main: name or hex")
    color.fill("navy")
    page.keyboard.press("Enter")
    studio.wait_for_revision(4)
    red, green, blue = studio.node("office/chair")["color"]
    assert blue > 1.8 * max(red, green)
    name = pane.get_by_role("textbox", name="Name", exact=True)
    name.fill("seat")
    page.keyboard.press("Enter")
    studio.wait_for_revision(5)
    expect(studio.tree_row("seat").first).to_have_attribute("aria-selected", "true")
    assert "name='seat'" in Project.open(folder).source
    assert len(Project.open(folder).history()) == 5


def test_the_chat_adds_takes_back_and_answers(studio: StudioPage, folder: Path) -> None:
    pane = studio.tab("Chat")

    def say(text: str) -> None:
        pane.get_by_label("What to change or to ask").fill(text)
        studio.page.keyboard.press("Enter")

    turns = pane.get_by_role("list", name="Dialogue").locator("li.chat-turn")
    say("add a floor lamp beside the desk")
    expect(turns.nth(0).get_by_role("button", name="Undo this turn")).to_be_visible()
    studio.wait_for_revision(2)
    assert "lamp" in Project.open(folder).source
    say("undo that")
    studio.wait_for_revision(3)
    expect(turns.nth(0)).to_contain_text("undone")
    assert Project.open(folder).source == OFFICE
    say("how many chairs are there?")
    expect(turns.nth(2)).to_contain_text(re.compile("one|1", re.IGNORECASE))
    assert Project.open(folder).revision == 3
    assert [entry.kind for entry in Project.open(folder).history()][1:] != []
    say("paint the chair red")
    studio.wait_for_revision(4)
    turns.nth(3).get_by_role("button", name="Undo this turn").click()
    studio.wait_for_revision(5)
    assert Project.open(folder).source == OFFICE


def test_the_history_goes_back_two_steps(studio: StudioPage, folder: Path) -> None:
    studio.click_thing("office/chair")
    for number, way in enumerate(("-", ""), start=2):
        studio.type_keys("g", "x", *way, "0", ".", "2", "Enter")
        studio.wait_for_revision(number)
    moved = Project.open(folder).source
    pane = studio.tab("History")
    pane.get_by_role("button", name="Take back 2 changes, this one too").click()
    studio.wait_for_revision(5)
    assert Project.open(folder).source == OFFICE
    pane.get_by_role("button", name="Do 2 changes again, to this one").click()
    studio.wait_for_revision(7)
    assert Project.open(folder).source == moved


def test_keys_work_after_a_click_on_a_tool(studio: StudioPage, folder: Path) -> None:
    studio.click_thing("office/chair")
    tools = studio.page.get_by_role("toolbar", name="Viewport")
    tools.get_by_role("radio", name="Move").click()
    studio.type_keys("g", "x", "-", "0", ".", "5", "Enter")
    studio.wait_for_revision(2)
    assert place_of(Project.open(folder).source, "chair")[0] == pytest.approx(0.4)
    tools.get_by_role("button", name="View", exact=True).click()
    studio.page.get_by_role("menuitem", name="Top: the plan").click()
    expect(studio.page.get_by_role("menu")).to_have_count(0)
    studio.type_keys("g", "x", "0", ".", "5", "Enter")
    studio.wait_for_revision(3)
    assert place_of(Project.open(folder).source, "chair")[0] == pytest.approx(0.9)
