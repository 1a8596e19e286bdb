"""How long a person waits in the studio: selecting, moving and typing in a room of about 200 things, first paint, and draw calls of 2,000 things.

python -m tests.benchmarks.bench_studio_latency [--rounds N] [--things N] [--many N] [--json FILE]

A real browser (Debian's Chromium, software WebGL) on the same machine. Times are taken in the page: from the event of the person to the
change in the document, and to the frame that shows it. They are medians, with the 90th percentile beside them.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from scenewright.app.actions.generating import GENERATE, GenerateSceneRequest
from tests.benchmarks.figures import give, options
from tests.support.chromium import CHROMIUM_FLAGS, chromium_program
from tests.support.running_studio import running_studio
from tests.support.studio_pages import StudioPage

WORDS = ("office chair", "floor lamp", "wooden table", "bookcase", "potted plant", "sofa", "mug", "monitor")
NOT_AT_HAND = 77

STEP = """() => new Promise((resolve) => {
    const text = () => document.querySelector('.cm-content').textContent;
    const before = text(), viewport = window.scenewright.viewport, revision = viewport.statistics().revision;
    const out = {};
    addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        const begun = performance.now();
        const look = () => {
            if (out.text === undefined && text() !== before) out.text = performance.now() - begun;
            if (out.views === undefined && out.text !== undefined && viewport.statistics().revision > revision)
                out.views = performance.now() - begun;
            if (out.views !== undefined) resolve(out); else setTimeout(look, 1);
        };
        look();
    }, { capture: true, once: true });
})"""
"""Milliseconds from the key that ends a move to the program's new text, and to all views in step."""

TYPED = """() => new Promise((resolve) => {
    const viewport = window.scenewright.viewport, revision = viewport.statistics().revision;
    addEventListener('keydown', () => {
        const begun = performance.now();
        const look = () => viewport.statistics().revision > revision
            ? viewport.settled().then(() => resolve(performance.now() - begun)) : setTimeout(look, 1);
        look();
    }, { capture: true, once: true });
})"""
"""Milliseconds from a key in the program to the frame that shows what it changed."""


def hall(things: int) -> str:
    """A program of a hall with so many objects of the catalogue."""
    side = int(things**0.5 + 0.999)
    size = 1.35 * side + 2
    lines = ["from scene.language import *", "", "@register('a hall')", "def hall():", "    return concat_shapes("]
    lines.append(f"        room({size:.1f}, {size:.1f}, 3),")
    for n in range(things):
        x, z = (1.35 * (k - (side - 1) / 2) for k in divmod(n, side))
        lines.append(
            f"        place(asset_call({WORDS[n % len(WORDS)]!r}), at=({x:.2f}, 0, {z:.2f}), name='thing_{n}'),"
        )
    return "\n".join([*lines, "    )", "", f"camera(({size / 2:.1f}, 9, {size / 2:.1f}), (0, 0, 0))", ""])


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--rounds", type=int, default=30, metavar="N")
    parser.add_argument("--things", type=int, default=200, metavar="N")
    parser.add_argument(
        "--many", type=int, default=2_000, metavar="N", help="things of the large scene; 0: leave it out"
    )
    given = parser.parse_args()
    program = chromium_program()
    if program is None:
        print("no Chromium: apt-get install chromium", file=sys.stderr)
        return NOT_AT_HAND
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        home = Path(name)
        rooms = {"hall": given.things, **({"many": given.many} if given.many else {})}
        for room, things in rooms.items():
            source = home / f"{room}.py"
            source.write_text(hall(things))
            GENERATE(GenerateSceneRequest(source=str(source), out=home / "scenes" / room, layout=False, renderers=()))
        browser = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_FLAGS))
        figures = {}
        for room in rooms:
            with running_studio(home / room, scene=home / "scenes" / room) as server:
                page = browser.new_page(viewport={"width": 1280, "height": 720})
                studio = StudioPage(page, server)
                studio.wait_for_scene()
                figures[room] = (
                    large_figures(studio, given.many) if room == "many" else small_figures(studio, given.rounds)
                )
                if room == "hall":
                    figures["first paint, warm, ms"] = first_paint(page)
                page.close()
        browser.close()
    give(figures, given.json)
    return 0


def small_figures(studio: StudioPage, rounds: int) -> dict[str, Any]:
    page = studio.page
    time.sleep(3)  # what the server warms up in the background
    times: dict[str, list[float]] = {}
    visible = [
        f"thing_{n}"
        for n in range(0, 200, 7)
        if page.evaluate("(p) => window.scenewright.viewport.pointOf(p)", f"hall/thing_{n}")
    ]
    for number in range(rounds):
        x, y = studio.point_of(f"hall/{visible[number % len(visible)]}")
        page.mouse.move(x, y)
        begun = time.perf_counter()
        page.mouse.click(x, y)
        page.evaluate("() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))")
        selected = page.locator('[role="treeitem"][aria-selected="true"]').count()
        if selected:
            times.setdefault("selection", []).append(1000 * (time.perf_counter() - begun))
    page.get_by_role("treeitem", name="thing_0,").or_(page.get_by_role("treeitem").nth(2)).first.click()
    page.get_by_role("application", name="3D view of the scene").focus()
    for number in range(rounds):
        for key in ("g", "x", *("-" * (number % 2)), "0", ".", "1"):
            page.keyboard.press(key)
        took = awaited(page, STEP, lambda: page.keyboard.press("Enter"))
        times.setdefault("move to the program's text", []).append(took["text"])
        times.setdefault("move to all views", []).append(took["views"])
        page.wait_for_timeout(400)
    page.locator(".cm-content").first.click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("End")
    for number in range(rounds):
        key = " " if number % 2 == 0 else "Backspace"
        times.setdefault("typing to the viewport", []).append(
            awaited(page, TYPED, lambda key=key: page.keyboard.press(key))
        )
        page.wait_for_timeout(300)
    return {name: summary(values) for name, values in times.items()}


def awaited(page: Page, script: str, act: Callable[[], None]) -> Any:
    """What a script resolves to that listens before a person acts."""
    handle = page.evaluate_handle(f"() => {{ const promise = ({script})(); return {{ promise }}; }}")
    act()
    return handle.evaluate("(held) => held.promise")


def large_figures(studio: StudioPage, things: int) -> dict[str, Any]:
    page = studio.page
    values = page.evaluate("() => window.scenewright.viewport.statistics()")
    times = []
    for number in range(0, things, max(things // 12, 1)):
        point = page.evaluate("(p) => window.scenewright.viewport.pointOf(p)", f"hall/thing_{number}")
        if point is None:
            continue
        begun = time.perf_counter()
        page.mouse.click(point["x"], point["y"])
        page.evaluate("() => window.scenewright.viewport.settled()")
        times.append(1000 * (time.perf_counter() - begun))
    return {"selection": summary(times), **values, "draw calls allowed": 2 * values["geometries"] + 50}


def first_paint(page: Page) -> float:
    page.reload()
    page.wait_for_load_state("load")
    page.wait_for_timeout(3_000)
    return round(page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"), 1)


def summary(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median ms": round(statistics.median(ordered), 1),
        "p90 ms": round(ordered[int(0.9 * (len(ordered) - 1))], 1),
        "n": len(ordered),
    }


if __name__ == "__main__":
    sys.exit(main())
