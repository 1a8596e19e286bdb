"""What a person does in the studio, in a real browser: each test is one journey with clicks, drags and keys."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.browser_pages import BrowserPages
from tests.support.running_studio import running_studio
from tests.support.studio_pages import OFFICE, StudioPage, place_of

pytestmark = pytest.mark.slow


def test_an_example_becomes_a_room(server: StudioServer, page: Page) -> None:
    studio = StudioPage(page, server)
    page.get_by_role("button", name="Study").click()
    studio.wait_for_scene()
    assert "name='desk')" in studio.program
    expect(studio.tree_row("desk").first).to_be_visible()
    assert page.evaluate("() => window.scenewright.viewport.statistics().triangles") > 1_000


def test_a_drag_rewrites_a_number_and_can_be_taken_back(studio: StudioPage, folder: Path) -> None:
    before = place_of(studio.program, "chair")
    studio.click_thing("office/chair")
    studio.drag_thing("office/chair", -90, 20)
    studio.wait_for_revision(2)
    expect(studio.page.locator(".cm-content").first).not_to_contain_text("at=(0.9, 0, 0.4)")
    moved = place_of(studio.program, "chair")
    assert moved[0] < before[0] - 0.2
    assert place_of(Project.open(folder).source, "chair") == moved
    studio.page.get_by_role("button", name="Undo").click()
    studio.wait_for_revision(3)
    expect(studio.page.locator(".cm-content").first).to_contain_text("at=(0.9, 0, 0.4)")
    studio.page.get_by_role("button", name="Redo").click()
    studio.wait_for_revision(4)
    expect(studio.page.locator(".cm-content").first).not_to_contain_text("at=(0.9, 0, 0.4)")
    assert place_of(studio.program, "chair") == moved


def test_keys_move_a_thing_as_in_blender(studio: StudioPage) -> None:
    studio.click_thing("office/chair")
    for key in ("g", "x", "-", "0", ".", "5", "Enter"):
        studio.page.keyboard.press(key)
    studio.wait_for_revision(2)
    expect(studio.page.locator(".cm-content").first).to_contain_text("at=(0.4, 0, 0.4)")
    for key in ("r", "9", "0", "Enter"):
        studio.page.keyboard.press(key)
    studio.wait_for_revision(3)
    expect(studio.page.locator(".cm-content").first).to_contain_text("turn=270")
    studio.page.keyboard.press("Control+z")
    studio.wait_for_revision(4)
    expect(studio.page.locator(".cm-content").first).to_contain_text("turn=180")


def test_a_click_selects_and_a_text_field_keeps_its_keys(studio: StudioPage, folder: Path) -> None:
    studio.page.locator(".cm-line", has_text="asset_call('potted plant')").locator(
        "span", has_text="'potted plant'"
    ).click()
    expect(studio.tree_row("plant").first).to_have_attribute("aria-selected", "true")
    studio.click_thing("office/chair")
    expect(studio.tree_row("chair").first).to_have_attribute("aria-selected", "true")
    expect(studio.tree_row("plant").first).to_have_attribute("aria-selected", "false")
    # with a thing selected, keys in a text field stay there
    studio.page.get_by_role("searchbox", name="Search the outliner").click()
    studio.page.keyboard.type("gxdel")
    studio.page.keyboard.press("Delete")
    expect(studio.page.get_by_role("searchbox", name="Search the outliner")).to_have_value("gxdel")
    assert Project.open(folder).revision == 1


def test_an_edit_of_the_code_moves_the_thing(studio: StudioPage) -> None:
    page = studio.page
    before = studio.point_of("office/plant")
    page.locator(".cm-line", has_text="'potted plant'").get_by_text("1.5").dblclick()
    page.keyboard.type("-1.5")
    studio.wait_for_revision(2)
    page.evaluate("() => window.scenewright.viewport.settled()")
    assert studio.point_of("office/plant")[0] < before[0] - 50


def test_a_broken_program_leaves_the_last_good_scene(studio: StudioPage, folder: Path) -> None:
    page = studio.page
    instances = page.evaluate("() => window.scenewright.viewport.statistics().instances")
    page.locator(".cm-line", has_text="'potted plant'").click()
    page.keyboard.press("End")
    page.keyboard.type(" (")
    alert = page.get_by_role("tabpanel", name="Program").get_by_text(re.compile(r"line \d+|Line \d+")).first
    expect(alert).to_be_visible(timeout=20_000)
    assert page.evaluate("() => window.scenewright.viewport.statistics().instances") == instances
    assert Project.open(folder).source == OFFICE
    for _ in range(2):
        page.keyboard.press("Backspace")
    expect(page.get_by_role("tabpanel", name="Program").get_by_text("Saved")).to_be_visible(timeout=20_000)


def test_a_reload_at_once_finds_scene_and_panels_again(studio: StudioPage) -> None:
    page = studio.page
    drawer = page.get_by_role("button", name="Drawer", exact=True)
    expect(drawer).to_have_attribute("aria-pressed", "false")
    # the page keeps what it shows after a pause, and what it has not kept then when it goes
    with page.expect_response(lambda answer: answer.url.endswith("/interface")):
        studio.click_thing("office/chair")
    expect(studio.tree_row("chair").first).to_have_attribute("aria-selected", "true")
    drawer.click()
    page.reload()
    studio.wait_for_scene()
    expect(studio.tree_row("chair").first).to_have_attribute("aria-selected", "true")
    expect(drawer).to_have_attribute("aria-pressed", "true")


def test_two_of_six_tabs_show_one_scene_and_stay_in_step(studio: StudioPage, server: StudioServer) -> None:
    """Each tab listens to the server all the time, and a browser keeps only six plain connections to one."""
    scene = studio.page.url
    for _ in range(4):
        listening = studio.page.context.new_page()
        listening.goto(server.url)
        expect(listening.get_by_role("heading", name="What should the scene be?")).to_be_visible()
    other = StudioPage(studio.page.context.new_page(), server, scene)
    other.wait_for_scene()
    studio.page.bring_to_front()
    studio.click_thing("office/chair")
    for key in ("g", "z", "-", "1", "Enter"):
        studio.page.keyboard.press(key)
    for each in (studio, other):
        each.wait_for_revision(2)
        expect(each.page.locator(".cm-content").first).to_contain_text("at=(0.9, 0, -0.6)")


def test_two_people_do_not_see_each_other(tmp_path: Path, pages: BrowserPages) -> None:
    pages.expect("401|404")
    with running_studio(tmp_path, users={"anna": "apple", "bob": "pear"}) as server:
        base = f"http://localhost:{server.port}/"
        people = []
        for name, password in server.settings.users.items():
            page = pages.open()
            page.goto(base)
            page.get_by_label("Name").fill(name)
            page.get_by_label("Password").fill(password)
            page.get_by_role("button", name="Log in").click()
            expect(page.get_by_role("button", name="Bedroom")).to_be_visible()
            people.append(page)
        anna, bob = people
        anna.get_by_role("button", name="Bedroom").click()
        expect(anna.get_by_role("application", name="3D view of the scene")).to_be_visible(timeout=180_000)
        address = anna.url
        bob.reload()
        expect(bob.get_by_role("button", name="Bedroom")).to_be_visible()
        assert bob.evaluate("() => fetch('/api/places').then((r) => r.json())")["places"] == []
        session = address.rpartition("/")[2]
        assert bob.evaluate(f"() => fetch('/api/sessions/{session}/scene/state').then((r) => r.status)") == 404
