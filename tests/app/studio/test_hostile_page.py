"""Texts of strangers in the real page: whatever they hold, they are text there, and nothing that they hold runs."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Route, expect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.browser_pages import BrowserPages
from tests.support.hostile_studio import MARKUP
from tests.support.running_studio import let_in, running_studio
from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

IMAGE = "<img src=x onerror=window.hostile=1>"
TEMPLATE = "${window.hostile=1}"
ADDRESS = "javascript:window.hostile=1"
ALL = " ".join(MARKUP)

PROGRAM = f"""from scene.language import *

# {ALL}
@register({IMAGE + " block"!r})
def block(side):
    return primitive_call('cube', {{'scale': (side, side, side)}}, color=(0.6, 0.4, 0.2))

@register({"a row </script><script>window.hostile=1</script>"!r})
def row():
    relate(near({IMAGE!r}, {TEMPLATE!r}, 0.0, 5.0))
    return concat_shapes(
        place(block(0.5), at=(0, 0.25, 0), name={IMAGE!r}),
        place(block(0.5), at=(0.1, 0.25, 0), name={TEMPLATE!r}),
        place(block(0.5), at=(2, 0.25, 0), name={ADDRESS!r}))

camera((3, 2, 4), (1, 0, 0))
"""

WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.__violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""

FOUND = """() => ({
    flag: window.hostile ?? null,
    violations: window.__violations,
    elements: [...document.querySelectorAll(
        '[onerror],[onload],[onclick],img[src="x"],a[href^="javascript" i],script:not([src]),iframe,object,embed,base,noscript img'
    )].map((element) => element.outerHTML.slice(0, 200)),
})"""

SAID = re.compile(
    r"(title|phrase|message|reason|reasons|warning|warnings|remark|remarks|why|what|summary|meaning|about|text|said|answer|name|word|synonyms"
    r"|licence|author|category|line|lines|log|user)\Z"
)
"""Fields of answers that people read. In a page that is tampered with, all of them hold markup."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    with running_studio(tmp_path_factory.mktemp("studio")) as running:
        Project.create(running.settings.scenes / "hostile", PROGRAM, title=f"{IMAGE} scene")
        yield running


class Watched:
    """A page in which whatever runs, opens or leaves is noted."""

    def __init__(self, pages: BrowserPages, server: StudioServer) -> None:
        self.page = pages.open(viewport={"width": 1280, "height": 720})
        self.elsewhere: list[str] = []
        self.dialogs: list[str] = []
        origin = f"http://localhost:{server.port}/"
        self.page.add_init_script(WATCH)
        self.page.on("dialog", self._dialog)
        self.page.context.on("request", lambda r: self._requested(r.url, origin))
        self.visited: list[str] = []

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _requested(self, url: str, origin: str) -> None:
        if not url.startswith((origin, "data:", "blob:")) or url.rstrip("/").endswith("/x"):
            self.elsewhere.append(url)

    def calm(self, where: str) -> None:
        """Nothing has run, and no element was made of a text."""
        self.visited.append(where)
        found = self.page.evaluate(FOUND)
        assert found == {"flag": None, "violations": [], "elements": []}, where
        assert self.elsewhere == [], where
        assert self.dialogs == [], where
        assert len(self.page.context.pages) == 1, where

    def visit_tabs(self) -> None:
        for name in self.page.get_by_role("tab").all_inner_texts():
            tab = self.page.get_by_role("tab", name=name.split("\n")[0], exact=False).first
            tab.click()
            self.page.wait_for_timeout(120)
            self.calm(f"tab {name}")

    def visit_buttons(self, within: Locator, but: str = r"^$") -> None:
        """Press each button of a part of the page, and close what opens."""
        for n in range(within.get_by_role("button").count()):
            button = within.get_by_role("button").nth(n)
            name = button.get_attribute("aria-label") or button.inner_text()
            if re.search(but, name) or not button.is_enabled() or not button.is_visible():
                continue
            button.click()
            self.page.wait_for_timeout(150)
            self.calm(f"button {name}")
            self.page.keyboard.press("Escape")
            self.page.wait_for_timeout(80)


@pytest.fixture
def watched(pages: BrowserPages, server: StudioServer) -> Watched:
    pages.expect("the server responded with a status of 4")
    return Watched(pages, server)


def test_texts_of_a_scene_stay_texts(watched: Watched, server: StudioServer) -> None:
    page = watched.page
    studio = StudioPage(page, server)
    card = page.get_by_role("button", name=re.compile(r"<img src=x")).first
    expect(card).to_be_visible()
    watched.calm("first page")
    card.click()
    studio.wait_for_scene()
    expect(page.get_by_role("tree", name="Things of the scene")).to_contain_text("<img src=x")
    watched.calm("scene")
    for row in page.get_by_role("tree", name="Things of the scene").get_by_role("treeitem").all()[:4]:
        row.click()
        page.wait_for_timeout(150)
        watched.calm("a selected thing")
    _query(watched, f"the {IMAGE} near {TEMPLATE}")
    _query(watched, f"how many {IMAGE} are there?")
    _query(watched, "block")
    _chat(watched, f"move {IMAGE} next to {ADDRESS}")
    watched.visit_tabs()
    watched.visit_buttons(page.get_by_role("banner"), r"All scenes|Undo|Redo|Outliner|Drawer|Panes")
    watched.visit_buttons(page.get_by_role("toolbar", name="Viewport"))
    page.keyboard.press("Shift+?")
    page.wait_for_timeout(150)
    watched.calm("shortcuts")
    page.keyboard.press("Escape")
    _broken_program(watched)
    assert len(watched.visited) > 15


def test_jobs_and_files_stay_texts(watched: Watched, server: StudioServer) -> None:
    page = watched.page
    studio = StudioPage(page, server)
    page.get_by_role("button", name=re.compile(r"<img src=x")).first.click()
    studio.wait_for_scene()
    session = page.url.rpartition("/s/")[2].partition("?")[0]
    programs = [PROGRAM.replace("return concat", f"raise ValueError({ALL!r})\n    return concat"), f"{ALL}"]
    with let_in(server) as client:
        requests = [("generate", {"program": text, "layout": False}) for text in programs]
        requests += [("render", {"renderer": IMAGE}), ("export", {"format": "obj"})]
        jobs = []
        for action, request in requests:
            answer = client.post(f"/api/sessions/{session}/jobs/{action}", json={"request": request})
            assert answer.status_code == 200, answer.text
            jobs.append(answer.json()["job"]["id"])
        for job in jobs:
            while client.get(f"/api/jobs/{job}").json()["job"]["state"] in ("waiting", "running"):
                page.wait_for_timeout(100)
    page.get_by_role("tab", name=re.compile("Jobs")).click()
    watched.calm("jobs")
    jobs_list = page.get_by_role("region", name="Jobs")
    expect(jobs_list).to_contain_text("<img src=x")
    watched.visit_buttons(jobs_list, r"again|Again|Delete|Open|Save")
    page.get_by_role("button", name="All scenes").click()
    begin = page.get_by_role("region", name="Begin with files")
    expect(begin).to_be_visible()
    for n in range(begin.get_by_role("button").count()):
        begin.get_by_role("button").nth(n).click()
        page.wait_for_timeout(150)
        _give_files(watched)
        page.keyboard.press("Escape")
        page.wait_for_timeout(100)


def test_answers_that_hold_markup_stay_texts(watched: Watched, server: StudioServer) -> None:
    """Each text of each answer holds markup, as those of models, packs and scenes of strangers may."""
    page = watched.page
    page.context.route("**/api/**", _tampered)
    studio = StudioPage(page, server)
    card = page.get_by_role("button", name=re.compile(r"<img src=x")).first
    expect(card).to_be_visible()
    watched.calm("first page")
    card.click()
    expect(page.get_by_role("application", name="3D view of the scene")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(1_500)
    watched.calm("scene")
    rows = page.get_by_role("tree", name="Things of the scene").get_by_role("treeitem")
    expect(rows.first).to_be_visible()
    rows.nth(1).click()
    page.wait_for_timeout(300)
    watched.calm("a selected thing")
    _query(watched, "block")
    _query(watched, "how many blocks are there?")
    _chat(watched, "move the block to the left")
    watched.visit_tabs()
    watched.visit_buttons(page.get_by_role("banner"), r"All scenes|Undo|Redo|Outliner|Drawer|Panes")
    assert studio.page.inner_text("body").count("<img src=x") > 3


def _tampered(route: Route) -> None:
    try:
        answer = route.fetch()
    except PlaywrightError:  # the page has gone meanwhile
        return
    if not answer.headers.get("content-type", "").startswith("application/json"):
        route.fulfill(response=answer)
        return
    route.fulfill(response=answer, body=json.dumps(_marked(answer.json())))


def _marked(values: Any, field: str = "") -> Any:
    if isinstance(values, dict):
        return {name: _marked(value, name) for name, value in values.items()}
    if isinstance(values, list):
        return [_marked(value, field) for value in values]
    return f"{values} {IMAGE} {TEMPLATE}" if isinstance(values, str) and SAID.match(field) else values


def _query(watched: Watched, text: str) -> None:
    page = watched.page
    page.get_by_role("tab", name="Query").click()
    page.get_by_role("textbox", name="Query or question").fill(text)
    page.get_by_role("textbox", name="Query or question").press("Enter")
    pane = page.get_by_role("region", name="Query")
    expect(pane.locator("[aria-busy=false]")).to_be_visible(timeout=30_000)
    page.wait_for_timeout(300)
    watched.calm(f"query {text}")


def _chat(watched: Watched, text: str) -> None:
    page = watched.page
    page.get_by_role("tab", name="Chat").click()
    boxes = page.get_by_role("tabpanel", name="Chat").get_by_role("textbox")
    if boxes.count() == 0:  # a page without a dialogue
        return
    boxes.first.fill(text)
    boxes.first.press("Enter")
    page.wait_for_timeout(2_500)
    watched.calm(f"chat {text}")


def _broken_program(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("tab", name="Program").click()
    page.locator(".cm-content").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(f"\n{ALL}\nraise ValueError({IMAGE!r})\n")
    expect(page.get_by_role("tabpanel", name="Program").get_by_text(re.compile("[Ll]ine \\d+")).first).to_be_visible()
    watched.calm("an error of the program")


def _give_files(watched: Watched) -> None:
    """Files whose names hold markup, in the dialog that is open."""
    page = watched.page
    inputs = page.locator("input[type=file]")
    if inputs.count() == 0:
        watched.calm("a dialog without files")
        return
    inputs.first.set_input_files(
        [{"name": f"{IMAGE}.svg", "mimeType": "image/svg+xml", "buffer": b"<svg onload='window.hostile=1'/>"}]
    )
    page.wait_for_timeout(1_000)
    watched.calm("a file with a hostile name")
