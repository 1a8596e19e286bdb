"""How long a person waits in the studio: selecting, moving and typing in a room of about 200 things, first paint, and what 2,000 things with
10,000 Gaussians among them take.

python -m tests.benchmarks.bench_studio_latency [--rounds N] [--things N] [--many N] [--json FILE] [--pictures FOLDER]

A real browser (Debian's Chromium, software WebGL) on the same machine, driven by real pointers and keys. Figures named "event to frame" are
taken in the page: from the time stamp of the event of the person to the end of the frame in which all views that are in front show the
change: outliner, status line, viewport, and the program or the inspector. A move ends with Enter: letting go of the gizmo takes the same way. Figures named "whole wall time" are those of the driver, from before
it sends the event until it has heard of that frame; its own cost of some ten milliseconds is in them. All are medians, with the
least and the 90th percentile beside them. `load` is the machine's at the start and the end: with other work on it, the figures say little.
"""

from __future__ import annotations

import os
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
from tests.support.viewport_demo import write_sheet

WORDS = ("office chair", "floor lamp", "wooden table", "bookcase", "potted plant", "sofa", "mug", "monitor")
NOT_AT_HAND = 77
PAUSE = 500
"""Milliseconds between two things that a person does. The server looks meanwhile at what the last change makes collide."""
SHEET = 100
"""Gaussians of the sheet in each direction."""

WATCH = """({ event, key, wanted }) => new Promise((resolve, reject) => {
    const viewport = window.scenewright.viewport;
    const inFront = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
    const texts = (selector) => inFront(selector).map((each) => each.value ?? each.textContent).join('|');
    const views = {
        outliner: () => inFront('[role=treeitem][aria-selected=true]').map((each) => each.id).join(),
        status: () => texts('.status-selection'),
        code: () => texts('.cm-spanLine') + texts('.cm-content').length,
        text: () => texts('.cm-line'),
        inspector: () => texts('.inspector-pane input') + texts('.inspector-path'),
        revision: () => viewport.statistics().revision,
    };
    addEventListener(event, (happened) => {
        if (key !== null && happened.key !== key) return;
        const before = Object.fromEntries(wanted.map((name) => [name, views[name]()]));
        const at = {};
        let rest = wanted;
        setTimeout(() => reject(new Error(`not shown after 30 s: ${rest}`)), 30_000);
        const look = () => {
            const now = performance.now() - happened.timeStamp;
            rest = rest.filter((name) => {
                if (views[name]() === before[name]) return true;
                at[name] = now;
                return false;
            });
            // the viewport draws in the frame after it has changed; that one is done when the next begins
            const end = () => requestAnimationFrame(() => resolve({ ...at, frame: performance.now() - happened.timeStamp }));
            requestAnimationFrame(rest.length > 0 ? look : end);
        };
        look();
    }, { capture: true, once: key === null });
})"""
"""Milliseconds from an event to the change of each wanted view, and to the end of the frame that shows all of them."""

SELECTED = {
    "program": ["outliner", "status", "code"],
    "inspector": ["outliner", "status", "inspector"],
}
MOVED = {"program": ["text", "revision"], "inspector": ["inspector", "revision"]}


def hall(things: int, splats: str | None = None) -> str:
    """A program of a hall with so many objects of the catalogue. `splats`: a file of Gaussians that stand in the middle of it."""
    side = int(things**0.5 + 0.999)
    size = 1.35 * side + 2
    lines = ["from scene.language import *", "", "@register('a hall')", "def hall():", "    return concat_shapes("]
    lines.append(f"        room({size:.1f}, {size:.1f}, 3),")
    for n in range(things):
        x, z = (1.35 * (k - (side - 1) / 2) for k in divmod(n, side))
        lines.append(
            f"        place(asset_call({WORDS[n % len(WORDS)]!r}), at=({x:.2f}, 0, {z:.2f}), name='thing_{n}'),"
        )
    if splats is not None:
        lines.append(f"        place(splat_call({splats!r}), at=(0, 0, 0), name='gaussians'),")
    return "\n".join([*lines, "    )", "", f"camera(({size / 2:.1f}, 9, {size / 2:.1f}), (0, 0, 0))", ""])


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--rounds", type=int, default=30, metavar="N")
    parser.add_argument("--things", type=int, default=200, metavar="N", help="things of the hall; 0: leave it out")
    parser.add_argument(
        "--many", type=int, default=2_000, metavar="N", help="things of the large scene; 0: leave it out"
    )
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="keep a picture of the large scene there")
    given = parser.parse_args()
    program = chromium_program()
    if program is None:
        print("no Chromium: apt-get install chromium", file=sys.stderr)
        return NOT_AT_HAND
    figures: dict[str, Any] = {"load": [os.getloadavg()[0]]}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        home = Path(name)
        write_sheet(home / "sheet.ply", z=0.0, width=5.0, height=2.2, color=(0.85, 0.25, 0.2), across=SHEET)
        rooms = ({"hall": hall(given.things)} if given.things else {}) | (
            {"many": hall(given.many, "sheet.ply")} if given.many else {}
        )
        for room, text in rooms.items():
            source = home / f"{room}.py"
            source.write_text(text)
            GENERATE(GenerateSceneRequest(source=str(source), out=home / "scenes" / room, layout=False, renderers=()))
        browser = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_FLAGS))
        for room in rooms:
            with running_studio(home / room, scene=home / "scenes" / room) as server:
                page = browser.new_page(viewport={"width": 1280, "height": 720})
                studio = StudioPage(page, server)
                page.locator("canvas").first.wait_for(timeout=300_000)  # a busy machine takes long to start a worker
                studio.wait_for_scene()
                if room == "many":
                    picture = None if given.pictures is None else given.pictures / "many_things_and_gaussians.png"
                    figures[room] = large_figures(studio, 12, picture)
                else:
                    figures[room] = small_figures(studio, given.rounds)
                    figures["first paint, warm, ms"] = first_paint(page)
                page.close()
        browser.close()
    figures["load"].append(os.getloadavg()[0])
    give(figures, given.json)
    return 0


def small_figures(studio: StudioPage, rounds: int) -> dict[str, Any]:
    """Figures of a hall of some hundred things."""
    page = studio.page
    wait_until_quiet(studio)
    times = Times()
    points = clickable(studio, rounds)
    for pane in ("inspector", "program"):
        page.get_by_role("tab", name=pane.title()).click()
        for number in range(rounds):
            x, y = points[number % len(points)]
            page.mouse.move(x, y)
            studio.settle()
            times.take(
                page,
                f"selection, {pane} in front",
                SELECTED[pane],
                "pointerup",
                lambda x=x, y=y: page.mouse.click(x, y),
            )
    for pane in ("inspector", "program"):
        page.get_by_role("tab", name=pane.title()).click()
        page.mouse.click(*points[0])
        page.get_by_role("application", name="3D view of the scene").focus()
        for number in range(rounds):
            wait_until_quiet(studio)
            for key in ("g", "x", *("-" * (number % 2)), "0", ".", "1"):
                page.keyboard.press(key)
            studio.settle()
            took = times.take(
                page,
                f"end of a move, {pane} in front",
                MOVED[pane],
                "keydown",
                lambda: page.keyboard.press("Enter"),
                key="Enter",
            )
            if "text" in took:
                times.add("end of a move to the new text in the program", took["text"])
    page.locator(".cm-content").first.click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("End")
    for number in range(rounds):
        wait_until_quiet(studio)
        key = " " if number % 2 == 0 else "Backspace"
        times.take(
            page,
            "typing to the viewport",
            ["revision"],
            "keydown",
            lambda key=key: page.keyboard.press(key),
            key=key,
        )
    return times.summaries()


class Times:
    """Milliseconds by what they are of."""

    def __init__(self) -> None:
        self._times: dict[str, list[float]] = {}

    def add(self, name: str, milliseconds: float) -> None:
        self._times.setdefault(name, []).append(milliseconds)

    def take(
        self, page: Page, name: str, wanted: list[str], event: str, act: Callable[[], object], key: str | None = None
    ) -> dict[str, float]:
        """Do something as a person does, and wait until the page shows it everywhere."""
        given = {"event": event, "key": key, "wanted": wanted}
        handle = page.evaluate_handle(f"(given) => ({{ promise: ({WATCH})(given) }})", given)
        begun = time.perf_counter()
        act()
        took: dict[str, float] = handle.evaluate("(held) => held.promise")
        self.add(f"{name}: whole wall time", 1000 * (time.perf_counter() - begun))
        self.add(f"{name}: event to frame", took["frame"])
        return took

    def summaries(self) -> dict[str, Any]:
        return {name: summary(values) for name, values in self._times.items()}


def clickable(studio: StudioPage, most: int) -> list[tuple[float, float]]:
    """Places in the page at which clicks select things, each another one."""
    page, found = studio.page, {}
    for number in range(0, 10_000, 7):
        if (
            len(found) == most
            or page.evaluate("(p) => window.scenewright.viewport.pointOf(p)", f"hall/thing_{number}") is None
        ):
            break
        x, y = studio.point_of(f"hall/thing_{number}")
        page.mouse.click(x, y)
        studio.settle()
        selected = page.locator(".status-selection").inner_text()
        if selected.startswith("thing "):
            found.setdefault(selected, (x, y))
    return list(found.values())


def wait_until_quiet(studio: StudioPage) -> None:
    """Wait until the page has nothing to do, and then as long as a person takes to begin the next thing."""
    studio.settle()
    studio.page.wait_for_timeout(PAUSE)
    studio.settle()


def large_figures(studio: StudioPage, rounds: int, picture: Path | None) -> dict[str, Any]:
    """Figures of a hall of very many things, with a sheet of Gaussians among them."""
    page = studio.page
    studio.settle()
    values = page.evaluate("() => window.scenewright.viewport.statistics()")
    times = Times()
    for x, y in clickable(studio, rounds):
        page.mouse.move(x, y)
        studio.settle()
        times.take(page, "selection", SELECTED["program"], "pointerup", lambda x=x, y=y: page.mouse.click(x, y))
    if picture is not None:
        page.evaluate("() => window.scenewright.viewport.look({ eye: [2.2, 3.4, 6.5], target: [0, 0.9, 0], fov: 50 })")
        studio.settle()
        page.screenshot(path=picture)
    return {**times.summaries(), **values, "draw calls allowed": 2 * values["geometries"] + 50}


def first_paint(page: Page) -> float:
    page.reload()
    page.wait_for_load_state("load")
    page.wait_for_timeout(3_000)
    return round(page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"), 1)


def summary(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median ms": round(statistics.median(ordered), 1),
        "least ms": round(ordered[0], 1),
        "p90 ms": round(ordered[int(0.9 * (len(ordered) - 1))], 1),
        "n": len(ordered),
    }


if __name__ == "__main__":
    sys.exit(main())
