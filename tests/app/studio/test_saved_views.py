"""Saved views belong to the scene: every page, every visit and every later server has the same ones. A view can become a camera."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project, SavedViews
from tests.support.browser_pages import BrowserPages
from tests.support.running_studio import running_studio
from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow


def views_of(studio: StudioPage) -> Locator:
    if not studio.page.get_by_role("region", name="Saved views").is_visible():
        studio.page.get_by_role("tab", name="Views & timeline").click()
    return studio.page.get_by_role("region", name="Saved views")


def eye(studio: StudioPage) -> list[float]:
    studio.settle()
    found: list[float] = studio.page.evaluate("() => window.scenewright.viewport.pose().eye")
    return found


def test_a_second_page_and_a_new_session_see_the_views(
    studio: StudioPage, server: StudioServer, pages: BrowserPages, folder: Path
) -> None:
    other = StudioPage(studio.page.context.new_page(), server, studio.page.url)
    other.wait_for_scene()
    theirs = views_of(other)
    expect(theirs).to_contain_text("No saved views")
    views = views_of(studio)
    there = eye(studio)
    views.get_by_role("button", name="Save this view").click()
    expect(theirs.get_by_role("button", name="View 1", exact=True)).to_be_visible()
    theirs.get_by_role("button", name="Rename View 1").click()
    field = theirs.get_by_role("textbox", name="Name of the view")
    field.fill("<img src=x onerror=alert(1)> door")
    field.press("Enter")
    renamed = views.get_by_role("button", name="<img src=x onerror=alert(1)> door", exact=True)
    expect(renamed).to_be_visible()
    assert [v.name for v in SavedViews(folder).listed()] == ["<img src=x onerror=alert(1)> door"]
    # another browser has another session
    stranger = StudioPage.opened(pages.open(), server.url, folder)
    seen = views_of(stranger)
    stranger.page.evaluate("() => window.scenewright.viewport.view('top')")
    assert eye(stranger) != pytest.approx(there, abs=0.05)
    seen.get_by_role("button", name=re.compile("door$")).first.click()
    stranger.page.wait_for_function(
        "(there) => window.scenewright.viewport.pose().eye.every((v, k) => Math.abs(v - there[k]) < 0.02)", arg=there
    )
    seen.get_by_role("button", name=re.compile("^Delete")).click()
    expect(views).to_contain_text("No saved views")
    expect(theirs).to_contain_text("No saved views")


def test_a_view_becomes_a_camera_of_the_program(studio: StudioPage, folder: Path) -> None:
    views_of(studio)
    cameras = studio.page.get_by_role("region", name="Cameras of the program")
    expect(cameras.locator(".view-list li")).to_have_count(1)
    x, y, z = eye(studio)
    cameras.get_by_role("button", name="Add this view as a camera").click()
    studio.wait_for_revision(2)
    expect(cameras.locator(".view-list li")).to_have_count(2)
    last = Project.open(folder).source.strip().splitlines()[-1]
    numbers = [float(n) for n in re.findall(r"-?[0-9.]+", last)]
    assert last.startswith("camera((")
    assert numbers[:3] == pytest.approx((x, y, z), abs=0.01)
    studio.page.get_by_role("button", name="Undo").click()
    expect(cameras.locator(".view-list li")).to_have_count(1)


def test_views_outlive_the_server(tmp_path: Path, pages: BrowserPages) -> None:
    from tests.support.studio_pages import OFFICE

    folder = tmp_path / "scenes" / "den"
    Project.create(folder, OFFICE, title="den")
    for turn in range(2):
        with running_studio(tmp_path) as running:
            studio = StudioPage.opened(pages.open(), running.url, folder)
            views = views_of(studio)
            if turn == 0:
                views.get_by_role("button", name="Save this view").click()
            expect(views.get_by_role("button", name="View 1", exact=True)).to_be_visible()
            studio.page.close()
