"""Edits from a page, its chat, a second tab and the solver at once: the journal of the scene folder has each of them, and each once."""

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from scenewright.app.studio import StudioServer
from scenewright.scene.folder import Project
from tests.support.studio_pages import StudioPage, place_of

pytestmark = pytest.mark.slow

EDITS = int(os.environ.get("SCENEWRIGHT_MANY_EDITS", "16"))
"""How many in all; 200 is the figure of the studio, and takes some minutes."""


def test_edits_from_all_sides_are_kept_once_each(studio: StudioPage, server: StudioServer, folder: Path) -> None:
    rounds = EDITS // 4
    first, url = studio.page, studio.page.url
    other = StudioPage(first.context.new_page(), server, url)
    other.wait_for_scene()
    inspector = other.tab("Inspector")
    other.tree_row("plant").first.click()
    height = inspector.get_by_role("textbox", name="Position Y, height above zero")
    first.bring_to_front()
    chat = studio.tab("Chat")
    words = chat.get_by_label("What to change or to ask")
    turns = chat.get_by_role("list", name="Dialogue").locator("li.chat-turn")
    jobs: list[str] = []
    session = url.rpartition("/")[2].partition("?")[0]
    for number in range(1, rounds + 1):
        studio.click_thing("office/chair")
        expect(studio.tree_row("office chair").first).to_have_attribute("aria-selected", "true")
        studio.type_keys("g", "x", "-", "0", ".", "0", "1", "Enter")
        # the plant is lifted, each time to another height, and the solver puts it down
        height.fill(f"{0.05 + 0.001 * number:.3f}")
        height.press("Enter")
        words.fill(f"paint the desk {'red' if number % 2 else 'blue'}")
        words.press("Enter")
        jobs.append(
            first.evaluate(
                """(session) => fetch(`/api/sessions/${session}/jobs/layout`, {
                    method: "POST",
                    headers: {"content-type": "application/json"},
                    body: JSON.stringify({request: {settle: false}}),
                }).then((answer) => answer.json()).then((answer) => answer.job.id)""",
                session,
            )
        )
        expect(turns).to_have_count(number)
        expect(chat.get_by_role("button", name="Send")).to_be_visible()
        if number % 2 == 0:  # else it races with the edits of the next round
            ended(studio, jobs[-1])
    reports = [ended(studio, job) for job in jobs]
    studio.wait_for_revision(3 * rounds + 1)
    history = Project.open(folder).history()[1:]
    by = Counter(str(entry.author) for entry in history)
    solved = sum(1 for report in reports if report["changed"])
    assert solved > 0, "the solver has changed nothing"
    steps = [(str(e.author), e.operation.get("path"), e.operation.get("to") or e.operation.get("by")) for e in history]
    assert by == {"person": 2 * rounds, "agent": rounds, "solver": solved}, steps
    source = Project.open(folder).source
    assert place_of(source, "chair")[0] == pytest.approx(0.9 - 0.01 * rounds)
    assert [entry.revision for entry in history] == list(range(2, len(history) + 2))
    studio.wait_for_revision(len(history) + 1)
    other.wait_for_revision(len(history) + 1)
    chair = re.escape(f"at=({place_of(source, 'chair')[0]:g}, ")
    for each in (studio, other):
        expect(each.page.locator(".cm-content").first).to_contain_text(re.compile(chair))


def ended(studio: StudioPage, job: str) -> dict[str, Any]:
    """The report of a layout when it has ended. One that raced with edits was carried on."""
    state = studio.page.evaluate(
        """async (job) => {
            for (;;) {
                const { state } = (await (await fetch(`/api/jobs/${job}`)).json()).job;
                if (!["waiting", "running"].includes(state)) return state;
                await new Promise((done) => setTimeout(done, 100));
            }
        }""",
        job,
    )
    if state != "finished":
        told = studio.page.evaluate("(job) => fetch(`/api/jobs/${job}`).then((answer) => answer.json())", job)["job"]
        raise AssertionError(f"the layout ended as {state}: {told['error']}")
    report: dict[str, Any] = studio.page.evaluate(
        "(job) => fetch(`/api/jobs/${job}/result`).then((answer) => answer.json())", job
    )
    return report


def test_a_press_before_the_next_frame_meets_no_faded_wall(studio: StudioPage) -> None:
    """A recolour makes a new drawing of the scene; a press may come before its first frame, when frames are slow."""
    studio.click_thing("office/chair")
    at = studio.point_of("office/chair")
    studio.settle()
    session = studio.page.url.rpartition("/")[2].partition("?")[0]
    studio.page.evaluate(
        "() => { window.drawNext = window.requestAnimationFrame; window.requestAnimationFrame = () => 0; }"
    )
    assert studio.page.evaluate(
        """(session) => fetch(`/api/sessions/${session}/scene/edit`, {
            method: "POST",
            headers: {"content-type": "application/json"},
            body: JSON.stringify({edits: [{kind: "recolour", path: "desk", color: "red"}]}),
        }).then((answer) => answer.ok)""",
        session,
    )
    studio.page.wait_for_function("() => window.scenewright.viewport.statistics().revision >= 2", polling=50)
    studio.page.mouse.click(*at)
    studio.page.evaluate("() => { window.requestAnimationFrame = window.drawNext; }")
    expect(studio.tree_row("office chair").first).to_have_attribute("aria-selected", "true")
