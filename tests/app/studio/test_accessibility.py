"""The studio for people who use it by keyboard, or with the eyes of a program: axe-core finds nothing serious, and Tab leads everywhere."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from scenewright.app.studio import StudioModels, StudioServer
from scenewright.app.studio.page_build import PagePlace, find_node
from scenewright.scene.folder import Project
from tests.support.browser_pages import BrowserPages
from tests.support.locations import REPOSITORY
from tests.support.running_studio import running_studio
from tests.support.studio_pages import OFFICE, StudioPage

pytestmark = pytest.mark.slow

AXE = REPOSITORY / "app" / "studio" / "web" / "node_modules" / "axe-core" / "axe.min.js"

PANES = (
    "Program",
    "Inspector",
    "Query",
    "Layout",
    "History",
    "Chat",
    "Room",
    "Text",
    "Jobs & gallery",
    "Views & timeline",
)


def serious(page: Page, part: Locator | None = None) -> list[str]:
    """What axe-core finds of weight in a part of the page as it is now; None: in all of it."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    # what fades in has its colours only when it is there
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)))")
    found: dict[str, Any] = page.evaluate(
        "(part) => axe.run(part ?? document, { resultTypes: ['violations'] })", part and part.element_handle()
    )
    return [
        f"{each['id']}: {each['help']} at {node['target']} {node['any'][0]['message'] if node['any'] else ''}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


def serious_in_both(page: Page, part: Locator | None = None) -> list[str]:
    """What it finds in the dark and in the light theme, where the page follows the system."""
    found: list[str] = []
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("html")).to_have_attribute("data-theme", scheme)
        found += [f"{scheme}: {each}" for each in serious(page, part)]
    return found


@pytest.fixture
def axe() -> None:
    if find_node() is None:
        pytest.skip("no Node 20.19 or newer with npm, and none of PyPI in this Python")
    if not AXE.is_file():
        # any tool of the page brings all its packages for development
        PagePlace(REPOSITORY / "app" / "studio").run_tool("typescript", ["--version"])


def choose_theme(page: Page, theme: str) -> None:
    page.get_by_role("button", name="Theme").click()
    page.get_by_role("menuitem", name=theme).click()
    expect(page.locator("html")).to_have_attribute("data-theme", theme.lower())


@pytest.mark.usefixtures("axe")
def test_axe_finds_nothing_on_the_first_page(server: StudioServer, page: Page, folder: Path) -> None:
    StudioPage(page, server)
    expect(page.get_by_role("button", name=folder.name).first).to_be_visible()
    assert serious_in_both(page) == []
    for name in ("Open a folder", "From pictures", "From a capture"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
        assert serious_in_both(page, page.get_by_role("dialog", name=name)) == [], name
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    for theme in ("Dark", "Light"):
        choose_theme(page, theme)
    # later pages of this person follow the system again
    with page.expect_response(lambda answer: answer.url.endswith("/interface")):
        page.get_by_role("button", name="Theme").click()
        page.get_by_role("menuitem", name="As the system").click()


@pytest.mark.usefixtures("axe")
def test_axe_finds_nothing_in_panes_and_dialogs(studio: StudioPage) -> None:
    page = studio.page
    studio.tree_row("chair").first.click()
    found: dict[str, list[str]] = {"All": serious_in_both(page)}
    for pane in PANES:
        panel = studio.tab(pane)
        expect(panel).to_be_visible()
        found[pane] = serious_in_both(page, panel)
    page.get_by_role("button", name="Add an object").click()
    expect(page.get_by_role("list", name="Objects").get_by_role("button").first).to_be_visible()
    found["Catalogue"] = serious_in_both(page, page.get_by_role("dialog"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    for button, title in (("Render", "Render"), ("Export", "Export"), ("Shortcuts and help", "Shortcuts")):
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("dialog", name=title)).to_be_visible()
        if title == "Render":
            expect(page.get_by_role("textbox", name="Width")).to_be_visible()
        found[title] = serious_in_both(page, page.get_by_role("dialog", name=title))
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    assert {name: errors for name, errors in found.items() if errors} == {}


@pytest.mark.usefixtures("axe")
def test_axe_finds_nothing_where_models_are_chosen(tmp_path: Path, page: Page) -> None:
    folder = tmp_path / "scenes" / "zz"
    Project.create(folder, OFFICE, title="zz")
    with running_studio(tmp_path, models=StudioModels("ollama:tiny", any_model=True)) as server:
        start = StudioPage(page, server)
        page.get_by_label("Description of the scene").fill("two red chairs facing a tall bookshelf")
        page.get_by_role("button", name="Brief: show what the text asks for").click()
        expect(page.get_by_role("region", name="Brief")).to_contain_text("red chair", timeout=120_000)
        page.get_by_role("button", name="Who writes the program").click()
        page.get_by_role("radio", name="A language model").click()
        expect(page.get_by_role("textbox", name="Model")).to_be_visible()
        assert serious_in_both(page) == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_role("button", name=re.compile("^Leave out")).first).to_be_visible()
        assert serious_in_both(page) == []
        page.get_by_role("button", name=folder.name).first.click()
        start.wait_for_scene()
        start.tab("Chat").get_by_role("button", name="Who answers").click()
        page.get_by_role("radio", name="A language model").click()
        assert serious_in_both(page) == []


LOOK = """async () => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    element.dataset.reached = "";
    const name = `${element.tagName.toLowerCase()}.${element.className} ${element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40)}`;
    // where text is written the caret shows the focus; the viewport, which Tab leads through, is left as it is
    if (element.isContentEditable) return { name, shown: true };
    if (element instanceof HTMLCanvasElement) return { name, shown: getComputedStyle(document.querySelector(".swv-focus")).boxShadow !== "none" };
    const drawn = () => {
        const around = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling, ...element.querySelectorAll("*")];
        return JSON.stringify([...new Set(around)].filter((each) => each instanceof Element).slice(0, 40).flatMap((each) => [null, "::after"].map((part) => {
            const style = getComputedStyle(each, part);
            return [style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.opacity, style.transform];
        })));
    };
    const still = async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        for (const each of document.getAnimations()) if (each.effect?.getComputedTiming().iterations !== Infinity) each.finish();
    };
    await still();
    const focused = drawn();
    element.blur();
    await still();
    const plain = drawn();
    element.focus({ preventScroll: true });
    return { name, shown: focused !== plain };
}"""

UNREACHED = """() => {
    const groups = "[role=toolbar], [role=tablist], [role=radiogroup], [role=tree], [role=group]";
    const controls = [...document.querySelectorAll("button, a[href], input, textarea, select, [tabindex='0']")];
    return controls.filter((each) => {
        if (each.disabled || !each.checkVisibility({ visibilityProperty: true }) || each.closest("[inert], [aria-hidden=true]")) return false;
        if ("reached" in each.dataset || each.tabIndex < 0) return false;
        return each.closest(groups)?.querySelector("[data-reached]") == null && each.querySelector("[data-reached]") === null;
    }).map((each) => `${each.tagName.toLowerCase()}.${each.className} ${each.getAttribute("aria-label") ?? each.textContent.trim().slice(0, 40)}`);
}"""


def walk(page: Page, most: int) -> list[str]:
    """Press Tab until everything was there. Returns what had the focus and did not show it."""
    seen: list[str] = []
    unseen: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate(LOOK)
        if found is None:
            continue
        if found["name"] in seen and len(seen) > 5 and found["name"] == seen[0]:
            break
        seen.append(found["name"])
        if not found["shown"]:
            unseen.append(found["name"])
    assert len(seen) > 5, json.dumps(seen)
    return unseen


def test_tab_leads_everywhere_on_the_first_page(server: StudioServer, page: Page, folder: Path) -> None:
    StudioPage(page, server)
    expect(page.get_by_role("button", name=folder.name).first).to_be_visible()
    assert walk(page, 80) == []
    assert page.evaluate(UNREACHED) == []


def test_tab_leads_everywhere_in_the_workspace(
    server: StudioServer, page: Page, pages: BrowserPages, folder: Path
) -> None:
    pages.expect("422")  # Tab within the program indents, until Esc leaves it: a text so changed may not run
    studio = StudioPage.opened(page, server.url, folder)
    assert walk(studio.page, 120) == []
    assert studio.page.evaluate(UNREACHED) == []
