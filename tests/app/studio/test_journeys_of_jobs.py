"""Long tasks of the studio in a real browser: pictures, exports and trainings, with pages that are loaded anew and servers that die."""

import json
import re
import struct
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, Page, Route, expect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.browser_pages import BrowserPages
from tests.support.photographs import photographs, write_capture
from tests.support.studio_pages import OFFICE, StudioPage, place_of
from tests.support.studio_process import KillableStudio

pytestmark = pytest.mark.slow

_RENDER = 60_000
"""Milliseconds in which a small render ends on a busy machine."""


def begin_render(studio: StudioPage, width: int, height: int, samples: int) -> None:
    """Ask for a picture of the view, by the dialog."""
    page = studio.page
    page.get_by_role("button", name="Render", exact=True).click()
    dialog = page.get_by_role("dialog", name="Render")
    for label, value in (("Width", width), ("Height", height), ("Samples", samples)):
        field = dialog.get_by_role("textbox", name=label)
        field.fill(str(value))
        field.press("Tab")
    dialog.get_by_role("button", name="Render", exact=True).click()
    expect(dialog).to_be_hidden()


def job_rows(studio: StudioPage) -> Locator:
    return studio.page.get_by_role("region", name="Jobs").locator("li.job-row")


def pictures(studio: StudioPage) -> Locator:
    return studio.page.get_by_role("region", name="Gallery").locator("button.gallery-picture")


def test_a_render_of_this_view_ends_in_the_gallery(studio: StudioPage) -> None:
    page = studio.page
    page.get_by_role("button", name="View", exact=True).click()
    page.get_by_role("menuitem", name="Right").click()
    begin_render(studio, 160, 90, 4)
    row = job_rows(studio).first
    expect(row).to_contain_text("Render with preview")
    expect(row.get_by_role("progressbar").or_(row.get_by_text("Finished"))).to_be_visible()
    expect(row.get_by_text("Finished")).to_be_visible(timeout=_RENDER)
    expect(pictures(studio)).to_have_count(1)
    pictures(studio).first.click()
    box = page.get_by_role("dialog", name=re.compile("preview"))
    image = box.get_by_role("img")
    expect(image).to_be_visible()
    page.wait_for_function("() => document.querySelector('.lightbox img')?.naturalWidth === 160")
    expect(box).to_contain_text("Render with preview")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def saved(page: Page, label: str, ending: str) -> Download:
    """What the browser saves when a person exports in a format."""
    page.get_by_role("button", name="Export", exact=True).click()
    dialog = page.get_by_role("dialog", name="Export")
    dialog.get_by_role("button", name=re.compile("Format")).click()
    page.get_by_role("option", name=label).click()
    with page.expect_download(lambda file: file.suggested_filename.endswith(ending), timeout=_RENDER) as download:
        dialog.get_by_role("button", name="Export", exact=True).click()
    return download.value


def test_exports_are_saved_and_can_be_opened(studio: StudioPage, pages: BrowserPages, tmp_path: Path) -> None:
    page = studio.page
    glb = tmp_path / "office.glb"
    download = saved(page, "glTF binary (.glb)", ".glb")
    assert download.suggested_filename.endswith(".glb")
    download.save_as(glb)
    data = glb.read_bytes()
    magic, version, length = struct.unpack_from("<4sII", data)
    assert (magic, version, length) == (b"glTF", 2, len(data))
    (head,) = struct.unpack_from("<I", data, 12)
    names = {node.get("name") for node in json.loads(data[20 : 20 + head])["nodes"]}
    assert any("chair" in (name or "") for name in names), names
    html = tmp_path / "office.html"
    saved(page, "Web page (.html)", ".html").save_as(html)
    reader = pages.open()
    reader.goto(html.as_uri())
    view = reader.get_by_role("application", name="3D view of the scene")
    expect(view).to_be_visible()
    blank = len(set(view.screenshot()))
    assert blank > 100, "the exported page shows nothing"


def test_a_reload_in_a_render_loses_nothing(studio: StudioPage) -> None:
    begin_render(studio, 320, 180, 64)
    row = job_rows(studio).first
    expect(row.get_by_role("progressbar")).to_be_visible()
    studio.page.reload()
    studio.wait_for_scene()
    row = job_rows(studio).first
    expect(row).to_contain_text("Render with preview")
    expect(row.get_by_text("Finished")).to_be_visible(timeout=_RENDER)
    expect(pictures(studio)).to_have_count(1)


def test_a_killed_server_comes_back_with_everything(tmp_path: Path, page: Page, pages: BrowserPages) -> None:
    pages.expect("ERR_CONNECTION|WebSocket|502|Failed to load resource|ERR_EMPTY_RESPONSE|ERR_SOCKET")
    folder = tmp_path / "scenes" / "corner_room"
    Project.create(folder, OFFICE, title="corner_room")
    with KillableStudio.running(tmp_path) as server:
        studio = StudioPage.opened(page, server.url, folder)
        studio.click_thing("office/chair")
        studio.type_keys("g", "x", "-", "0", ".", "5", "Enter")
        studio.wait_for_revision(2)
        begin_render(studio, 1600, 1200, 400)
        row = job_rows(studio).first
        expect(row.get_by_text("Running")).to_be_visible()
        server.kill()
        expect(page.get_by_text("Not connected")).to_be_visible()
        server.start()
        expect(page.get_by_text("Saved", exact=True).first).to_be_visible(timeout=60_000)
        expect(row.get_by_text("Lost")).to_be_visible()
        expect(row).to_contain_text("start it again")
        assert place_of(studio.program, "chair") == (0.4, 0, 0.4)
        studio.click_thing("office/chair")
        studio.type_keys("g", "x", "-", "0", ".", "1", "Enter")
        studio.wait_for_revision(3)
        assert place_of(Project.open(folder).source, "chair")[0] == pytest.approx(0.3)
        row.get_by_role("button", name="Do it again").click()
        expect(job_rows(studio)).to_have_count(2)
        first = job_rows(studio).first
        expect(first.get_by_text("Running")).to_be_visible()
        first.get_by_role("button", name="Cancel").click()
        expect(first.get_by_text("Cancelled")).to_be_visible()


def hurried(route: Route) -> None:
    """Half of the least training that the page offers is enough to watch it."""
    body = route.request.post_data_json
    body["request"]["minutes"] /= 2
    route.continue_(post_data=json.dumps(body))


def test_a_capture_becomes_a_scene_that_is_asked(server: StudioServer, page: Page, tmp_path: Path) -> None:
    shots = write_capture(tmp_path / "shots", photographs(8))
    archive = tmp_path / "shots.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in sorted(f for f in shots.rglob("*") if f.is_file()):
            zipped.write(file, f"shots/{file.relative_to(shots)}")
    studio = StudioPage(page, server)
    page.route("**/jobs/capture_train", hurried)
    page.get_by_role("button", name="From a capture").click()
    dialog = page.get_by_role("dialog", name="From a capture")
    with page.expect_file_chooser() as chooser:
        dialog.get_by_role("button", name="Choose files").click()
    chooser.value.set_files(archive)
    expect(dialog.get_by_text("shots.zip")).to_be_visible()
    dialog.get_by_role("textbox", name="Training time").fill("0.5")
    page.keyboard.press("Tab")
    dialog.get_by_role("button", name="Train", exact=True).click()
    watch = page.get_by_role("button", name="Watch the splats")
    watch.click(timeout=_RENDER)
    preview = page.get_by_role("dialog", name="Training")
    expect(preview.get_by_role("application", name="3D view of the scene")).to_be_visible(timeout=_RENDER)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="a captured scene", level=1)).to_be_visible(timeout=_RENDER)
    # a scene of Gaussians alone has no meshes to wait for
    expect(
        page.get_by_role("tree", name="Things of the scene").get_by_role("treeitem", name="scene capture")
    ).to_be_visible()
    pane = studio.tab("Query")
    pane.get_by_label("Query or question").fill("capture")
    page.keyboard.press("Enter")
    expect(pane.get_by_role("region", name="Results of capture").get_by_role("button").first).to_be_visible()
