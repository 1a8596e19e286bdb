"""What a person does with a language model in the studio: talks, reads a brief, has a scene made, and what goes wrong. In a real browser, with a
server of our own that answers as providers do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from scenewright.app.studio import StudioModels, StudioServer
from scenewright.renderers.base import RenderRequest, warm_renderer
from scenewright.scene.folder import Project
from scenewright.scene.language.running import evaluate
from tests.support.browser_pages import BrowserPages
from tests.support.model_server import Call, Drop, Fault, Hang, ModelServer, Say, model_server
from tests.support.running_studio import running_studio
from tests.support.scripted_models import fenced
from tests.support.studio_pages import OFFICE, StudioPage
from tests.support.written_studies import STUDY

pytestmark = pytest.mark.slow

KEY = "sk-only-the-server-knows-5152"
BLUE = {
    "kind": "change",
    "says": "The chair is blue.",
    "edits": [{"kind": "recolour", "path": "office/chair", "color": "blue"}],
}
INTO_THE_DESK = {
    "kind": "change",
    "says": "It is there.",
    "edits": [{"kind": "move", "path": "office/chair", "to": [-0.5, 0, -1.1]}],
}
BRIEF = {
    "room": {"kind": "study"},
    "things": [{"id": "chair", "noun": "armchair", "count": 2}, {"id": "lamp", "noun": "floor lamp"}],
    "relations": [{"subject": "lamp", "kind": "near", "anchors": ["chair"]}],
}
TWO_THINGS = """from scene.language import *

@register('things on a table')
def scene():
    camera(eye=(7.3, 5.1, 6.9), target=(0, 0, 0), fov=37.85)
    return concat_shapes(
        place(primitive_call('cube', {'scale': (1.0, 1.0, 1.0)}, color=(0.7, 0.1, 0.1)), at=(-1.2, 0, 0.4), turn=30),
        place(primitive_call('sphere', {'radius': 0.6}, color=(0.1, 0.25, 0.8)), at=(1.2, 0, -0.3)),
    )
"""
_LONG = 120_000


@pytest.fixture(scope="module")
def models() -> Iterator[ModelServer]:
    with model_server(Drop()) as served:
        yield served


@pytest.fixture(scope="module")
def server(models: ModelServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    own = StudioModels("openai-chat:tiny", models.address("chat"), any_model=True)
    with running_studio(tmp_path_factory.mktemp("studio"), models=own) as running:
        yield running


@pytest.fixture(autouse=True)
def keyed(models: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    models.asked.clear()


@pytest.fixture
def start(page: Page, server: StudioServer) -> Page:
    """The first page."""
    page.goto(server.url)
    expect(page.get_by_role("heading", name="What should the scene be?")).to_be_visible()
    return page


class Chat:
    """The chat of a page, with a language model chosen."""

    def __init__(self, studio: StudioPage) -> None:
        self.page, self.pane = studio.page, studio.tab("Chat")
        self.answerer = self.pane.get_by_role("button", name="Who answers")
        self.turns = self.pane.get_by_role("list", name="Dialogue").locator("li.chat-turn")

    def choose_a_model(self) -> None:
        self.answerer.click()
        self.page.get_by_role("radio", name="A language model").click()
        self.page.keyboard.press("Escape")

    def say(self, text: str) -> Locator:
        """Say something, and return its turn."""
        count = self.turns.count()
        self.pane.get_by_label("What to change or to ask").fill(text)
        self.page.keyboard.press("Enter")
        return self.turns.nth(count)


def test_a_model_answers_the_chat_in_one_step(studio: StudioPage, folder: Path, models: ModelServer) -> None:
    chat = Chat(studio)
    expect(chat.answerer).to_contain_text("Embedded editor")
    chat.choose_a_model()
    expect(chat.answerer).to_contain_text("openai-chat:tiny")
    models.answers[:] = [Call(BLUE)]
    turn = chat.say("paint the chair blue, please")
    expect(turn).to_contain_text("The chair is blue.")
    expect(turn).to_contain_text("openai-chat:tiny")
    studio.wait_for_revision(2)
    red, green, blue = studio.node("office/chair")["color"]
    assert blue > 1.4 * max(red, green)
    turn.get_by_role("button", name="Undo this turn").click()
    studio.wait_for_revision(3)
    assert Project.open(folder).source == OFFICE
    assert KEY not in studio.page.content()
    with studio.page.expect_response(lambda answer: answer.url.endswith("/interface")):
        studio.page.keyboard.press("Alt+b")
    studio.page.reload()
    studio.wait_for_scene()
    expect(Chat(studio).answerer).to_contain_text("openai-chat:tiny")
    runs = studio.tab("Text").get_by_role("table")
    expect(runs).to_contain_text("paint the chair blue, please")
    expect(runs).to_contain_text("tiny")


def test_a_page_shows_what_a_model_does_and_stops_it(studio: StudioPage, folder: Path, models: ModelServer) -> None:
    chat = Chat(studio)
    chat.choose_a_model()
    models.answers[:] = [Call(INTO_THE_DESK), Hang()]
    turn = chat.say("put the chair into the desk")
    expect(turn.get_by_role("status")).to_contain_text("looks for a better change", timeout=_LONG)
    for done in ("The model reads the scene", "Trying the change", "Looking at what it brings about"):
        expect(turn).to_contain_text(done)
    chat.pane.get_by_label("What to change or to ask").focus()
    studio.page.keyboard.press("Escape")
    expect(turn).to_contain_text("Stopped. The scene is as it was.")
    assert Project.open(folder).source == OFFICE
    models.answers[:] = [Call(BLUE)]
    expect(chat.say("paint it blue")).to_contain_text("The chair is blue.", timeout=_LONG)


def test_each_fault_of_a_model_is_one_clear_line(studio: StudioPage, folder: Path, models: ModelServer) -> None:
    chat = Chat(studio)
    chat.choose_a_model()
    for answer, says in (
        (Fault(401, "Incorrect API key provided"), "refused the key"),
        (Say("I would pa", cut=True), "length limit"),
        (Call({"kind": "refuse", "says": "There is no piano to move."}), "There is no piano to move."),
    ):
        models.answers[:] = [answer]
        expect(chat.say("move the piano").locator(".chat-refused")).to_contain_text(says)
    chat.answerer.click()
    chat.page.get_by_label("Model", exact=True).fill("nonsense")
    expect(chat.page.get_by_text("Write provider:name")).to_be_visible()
    chat.page.keyboard.press("Escape")
    chat.pane.get_by_label("What to change or to ask").fill("hello")
    chat.page.keyboard.press("Enter")
    expect(chat.pane.get_by_role("alert")).to_contain_text("Name the model as provider:name")
    expect(chat.pane.get_by_label("What to change or to ask")).to_have_value("hello")
    assert Project.open(folder).source == OFFICE


def test_a_brief_is_shown_changed_and_written_by(start: Page, models: ModelServer) -> None:
    choose_a_model(start)
    start.get_by_label("Description of the scene").fill("a study with two armchairs and a lamp")
    models.answers[:] = [Call(BRIEF)]
    start.get_by_role("button", name="Brief: show what the text asks for").click()
    brief = start.get_by_role("region", name="Brief")
    expect(brief).to_contain_text("floor lamp near armchair")
    brief.get_by_role("button", name="Leave out: floor lamp", exact=True).click()
    expect(brief).not_to_contain_text("near")
    models.answers[:] = [Say(fenced(STUDY))]
    start.get_by_role("button", name="Make the scene").click()
    expect(start.get_by_role("application", name="3D view of the scene")).to_be_visible(timeout=_LONG)
    asked = models.asked[-1].text
    assert "floor lamp near" not in asked
    runs = start.get_by_role("tabpanel", name="Text").get_by_role("table")
    expect(runs).to_contain_text("a study with two armchairs")


def test_a_brief_without_a_model_is_read_only(start: Page) -> None:
    text = start.get_by_label("Description of the scene")
    text.fill("two red chairs facing a tall bookshelf")
    start.get_by_role("button", name="Brief: show what the text asks for").click()
    brief = start.get_by_role("region", name="Brief")
    expect(brief).to_contain_text("red chair facing tall bookshelf", timeout=_LONG)
    expect(brief.get_by_role("button", name=re.compile("^Leave out"))).to_have_count(0)
    text.fill("two blue chairs")
    expect(brief).to_contain_text("The text has changed since")


def test_a_run_that_fails_says_so_and_what_is_left(start: Page, models: ModelServer) -> None:
    choose_a_model(start)
    start.get_by_label("Description of the scene").fill("a lonely shed")
    models.answers[:] = [Call({"things": [{"id": "shed", "noun": "shed"}]}), Say(fenced(STUDY)), Hang()]
    start.get_by_role("button", name="Make the scene").click()
    running = start.get_by_role("region", name="Running jobs")
    expect(running.get_by_role("progressbar")).to_be_visible()
    wait_for_asked(start, models, 3)
    running.get_by_role("button", name="Cancel").click()
    expect(running).to_contain_text("a_lonely_shed.unfinished/runs/")
    with start.expect_download() as download:
        running.get_by_role("button", name="round 1.py").click()
    assert "def study" in Path(download.value.path()).read_text(encoding="utf-8")
    running.get_by_role("button", name="Close").click()
    models.answers[:] = [Fault(401, "Incorrect API key provided")]
    start.get_by_role("button", name="Make the scene").click()
    expect(running.get_by_role("alert")).to_contain_text("refused the key")
    expect(running.get_by_role("button", name="Try again")).to_be_visible()
    assert KEY not in start.content()


def wait_for_asked(page: Page, models: ModelServer, count: int) -> None:
    """Wait until a model was asked so often."""
    for _ in range(600):
        if len(models.asked) >= count:
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"asked {len(models.asked)} times")


def test_pictures_are_checked_and_taken_out(start: Page, pages: BrowserPages, tmp_path: Path) -> None:
    pages.expect("422")
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no picture")
    start.locator("input[type=file]").first.set_input_files(str(bad))
    strip = start.get_by_role("list", name="Pictures of the scene")
    expect(strip.get_by_role("alert")).to_contain_text("is not what its ending says")
    start.get_by_role("button", name="Make the scene").click()
    expect(start.get_by_text("Leave out the pictures that cannot be used.")).to_be_visible()
    strip.get_by_role("button", name="Leave out bad.png").click()
    expect(strip).to_have_count(0)


def test_a_picture_becomes_a_scene_that_is_seen_as_it_was(start: Page, tmp_path: Path) -> None:
    picture = tmp_path / "things.png"
    view = warm_renderer("preview").render(RenderRequest(evaluate(TWO_THINGS), width=320, height=240)).views[0]
    Image.fromarray(np.asarray(view.color)[..., :3]).save(picture)
    start.locator("input[type=file]").first.set_input_files(str(picture))
    strip = start.get_by_role("list", name="Pictures of the scene")
    expect(strip.locator("img")).to_be_visible()
    start.get_by_label("Description of the scene").fill("two things")
    start.get_by_role("button", name="Make the scene").click()
    expect(start.get_by_text("Text and pictures together need a language model.")).to_be_visible()
    start.get_by_label("Description of the scene").fill("")
    start.get_by_role("button", name="Make the scene").click()
    tree = start.get_by_role("tree", name="Things of the scene")
    expect(tree.get_by_role("treeitem", name="ball")).to_be_visible(timeout=_LONG)
    expect(tree.get_by_role("treeitem", name="box")).to_be_visible()
    start.wait_for_function(
        "() => Math.hypot(...(window.scenewright?.viewport?.pose().eye ?? [99])) < 20", timeout=_LONG
    )


def test_a_room_is_restyled_by_keys_and_taken_back(studio: StudioPage, folder: Path) -> None:
    pane = studio.tab("Room")
    pane.get_by_label("Style", exact=True).fill("Japandi")
    studio.page.keyboard.press("Enter")
    expect(pane.get_by_text("the Japandi style")).to_be_visible(timeout=_LONG)
    studio.wait_for_revision(2)
    assert Project.open(folder).history()[-1].kind == "restyle"
    pane.get_by_role("button", name="Undo").click()
    studio.wait_for_revision(3)
    assert Project.open(folder).source == OFFICE
    expect(pane.get_by_text("The scene has changed since.")).to_be_visible()
    pane.get_by_label("Style", exact=True).fill("qqq zzz")
    jobs = studio.page.get_by_role("tab", name="Jobs & gallery")
    pane.get_by_role("button", name="Restyle", exact=True).click()
    expect(pane.get_by_role("alert").or_(pane.get_by_text("the Japandi style"))).to_be_visible(timeout=_LONG)
    jobs.click()
    expect(studio.page.get_by_role("region", name="Jobs")).to_contain_text("Restyle: Japandi")


def choose_a_model(page: Page) -> None:
    page.get_by_role("button", name="Who writes the program").click()
    page.get_by_role("radio", name="A language model").click()
    expect(page.get_by_role("dialog")).to_contain_text("openai-chat:tiny is at 127.0.0.1")
    page.keyboard.press("Escape")
