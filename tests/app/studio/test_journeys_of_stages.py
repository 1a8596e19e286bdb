"""A scene that a language model makes stage by stage, in a real browser: how one asks for it, what one sees while it grows, what a run shows
afterwards, and how another scene goes on from one of its stages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from scenewright.app.studio import StudioModels, StudioServer
from tests.support.model_server import Drop, Fault, Hang, ModelServer, Say, model_server
from tests.support.running_studio import running_studio
from tests.support.scripted_models import fenced
from tests.support.staged_rooms import STAGED_TEXT, stage_programs

pytestmark = pytest.mark.slow

PLAN, FURNISHED, WALLS, CEILING, ALL = stage_programs()
MARKED = f"<img src=x onerror=\"document.title='taken'\">{fenced(PLAN)}"
_LONG = 120_000


@pytest.fixture(scope="module")
def models() -> Iterator[ModelServer]:
    with model_server(Drop()) as served:
        yield served


@pytest.fixture(scope="module")
def server(models: ModelServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    own = StudioModels("openai-chat:tiny", models.address("chat"))
    with running_studio(tmp_path_factory.mktemp("studio"), models=own) as running:
        yield running


@pytest.fixture(autouse=True)
def keyed(models: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-only-the-server-knows-5153")
    models.asked.clear()


@pytest.fixture
def start(page: Page, server: StudioServer) -> Page:
    """The first page, with a language model that makes scenes in stages."""
    page.goto(server.url)
    page.get_by_role("button", name="Who writes the program").click()
    page.get_by_role("radio", name="A language model").click()
    page.get_by_role("radio", name="Quick").click()
    page.get_by_role("radio", name="In stages").click()
    expect(page.get_by_role("dialog")).to_contain_text("Plan, furniture, walls, ceiling, small things")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Who writes the program")).to_contain_text("in stages")
    page.get_by_label("Description of the scene").fill(STAGED_TEXT)
    return page


def said(*programs: str) -> list[Say]:
    return [Say(fenced(program), tokens=(700, 300)) for program in programs]


def stage(page: Page, title: str) -> Locator:
    stages = page.get_by_role("region", name="Running jobs").get_by_role("list", name="Stages")
    return stages.get_by_role("listitem").filter(has_text=title)


def opened_run(page: Page) -> Locator:
    """The only run of the scene, opened from the list."""
    expect(page.get_by_role("application", name="3D view of the scene")).to_be_visible(timeout=_LONG)
    page.get_by_role("tabpanel", name="Text").get_by_role("table").get_by_role("button", name=STAGED_TEXT).click()
    run = page.get_by_role("dialog", name=STAGED_TEXT)
    expect(run.get_by_role("list", name="Turns")).to_be_visible()
    return run


def test_each_finished_stage_is_shown_while_the_next_is_made(start: Page, models: ModelServer) -> None:
    models.answers[:] = [*said(PLAN, FURNISHED), Hang()]
    start.get_by_role("button", name="Make the scene").click()
    expect(stage(start, "The walls")).to_have_attribute("aria-current", "step", timeout=_LONG)
    for title in ("The plan", "The furniture"):
        picture = stage(start, title).get_by_role("button")
        expect(picture.locator("img")).to_have_js_property("complete", True)
        assert picture.locator("img").evaluate("each => each.naturalWidth") > 0
    expect(stage(start, "The small things")).to_contain_text("comes later")
    stage(start, "The furniture").get_by_role("button").press("Enter")
    expect(start.get_by_role("dialog", name="After the furniture")).to_be_visible()
    start.keyboard.press("Escape")
    start.get_by_role("region", name="Running jobs").get_by_role("button", name="Cancel").click()
    expect(stage(start, "The walls")).to_contain_text("left out", timeout=_LONG)


def test_a_run_is_read_in_order_and_gone_on_from(start: Page, models: ModelServer) -> None:
    models.answers[:] = [Say(MARKED, tokens=(700, 300)), *said(FURNISHED), Fault(401, "Incorrect API key provided")]
    start.get_by_role("button", name="Make the scene").click()
    run = opened_run(start)
    heads = run.get_by_role("heading", level=3).all_inner_texts()
    assert [re.sub(r"\s+", " ", head) for head in heads[:6]] == [
        "1. Writer of the plan", "Program 1, checked", "Done: the plan",
        "2. Writer of the furniture", "Program 2, checked", "Done: the furniture",
    ]  # fmt: skip
    expect(run).to_contain_text("700 + 300 tokens")
    expect(run).to_contain_text("onerror")
    assert start.title() != "taken"
    expect(run.get_by_text("refused the key")).to_be_visible()
    expect(run.get_by_text("a_room").first).not_to_be_visible()
    run.get_by_text(re.compile(r"^Program \d+ lines$")).first.click()
    expect(run.get_by_text("def a_room").first).to_be_visible()
    models.answers[:] = said(WALLS, CEILING, ALL)
    run.get_by_role("button", name="Go on from here: another scene after the furniture").click()
    expect(run).not_to_be_visible()
    tree = start.get_by_role("tree", name="Things of the scene")
    expect(tree.get_by_role("treeitem", name="apple")).to_be_visible(timeout=_LONG)
    again = opened_run(start)
    expect(again).to_contain_text("It went on from the furniture of an earlier run.")
    expect(again.get_by_text("All checks passed")).to_be_visible()
