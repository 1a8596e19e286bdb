"""How long an MCP client waits: seconds to the answer of ``initialize`` (and processor seconds of the start), of the first call, and of each
tool in a warm server; and how many times as long that is as the same action takes in this process.

The scene is a room of the embedded writer, seed 11. Each figure is the best of some tries: a client's wait also depends on the machine.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from scenewright.app.actions.table import run_action
from scenewright.app.session import Session
from tests.benchmarks.figures import give, options
from tests.support.raw_mcp import HANDSHAKE, RawStdio

TEXT = "a home office with a desk, an office chair, two bookshelves, a sofa and a plant"
SEED = 11
VIEW = {"width": 800, "height": 600}


def best(work: Callable[[], object], tries: int) -> float:
    """Seconds of the fastest try."""
    spent = []
    for _ in range(tries):
        begun = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begun)
    return min(spent)


def start(root: Path) -> dict[str, float]:
    """A fresh server: its start, its list of tools, and its first call."""
    begun = time.perf_counter()
    client = RawStdio(root, version=HANDSHAKE)
    ready = time.perf_counter() - begun
    processor = sum(psutil.Process(client.process.pid).cpu_times()[:2])
    listing = best(lambda: client.request("tools/list"), 1)
    first = best(lambda: client.once("read_scene", scene="office"), 1)
    client.close()
    return {
        "initialize, s": ready,
        "initialize, CPU s": processor,
        "tools/list, first, s": listing,
        "first call with its worker, s": first,
    }


def calls(
    scene: str, revision: Callable[[], int]
) -> dict[str, tuple[Callable[[], tuple[str, dict[str, Any]]], str, Callable[[], dict[str, Any]]]]:
    """Each tool: its call, and the action that does the same with its request."""
    move = [{"kind": "move", "path": "plant", "by": [0.01, 0, 0]}]
    on: dict[str, Any] = {"scene": scene}

    def changing(tool: str, **more: Any) -> Callable[[], tuple[str, dict[str, Any]]]:
        return lambda: (tool, {**on, "revision": revision(), **more})

    def reading(tool: str, **more: Any) -> Callable[[], tuple[str, dict[str, Any]]]:
        return lambda: (tool, {**on, **more})

    return {
        "read_scene": (reading("read_scene"), "evaluate", dict),
        "edit_scene": (changing("edit_scene", edits=move), "edit", lambda: {"edits": move}),
        "tell_scene": (
            changing("tell_scene", text="move the plant 1 cm to the left"),
            "chat",
            lambda: {"text": "move the plant 1 cm to the left"},
        ),
        "step_scene": (changing("step_scene"), "step", lambda: {"what": "undo"}),
        "check_scene": (reading("check_scene"), "layout", lambda: {"check": True}),
        "arrange_scene": (changing("arrange_scene"), "layout", dict),
        "find_things": (
            reading("find_things", query="a place to sit"),
            "query",
            lambda: {"queries": ["a place to sit"]},
        ),
        "ask_scene": (
            reading("ask_scene", question="how many books are there?"),
            "ask",
            lambda: {"question": "how many books are there?"},
        ),
        "view_scene": (reading("view_scene"), "render", lambda: {**VIEW, "cameras": [0]}),
        "export_scene": (reading("export_scene"), "export", dict),
        "look_up": (
            lambda: ("look_up", {"words": "round table"}),
            "search_catalogue",
            lambda: {"words": "round table", "number": 12, "related": True},
        ),
        "look_up language": (
            lambda: ("look_up", {"kind": "language", "words": "place"}),
            "reference",
            lambda: {"name": "place"},
        ),
    }


def main() -> None:
    parser = options(__doc__)
    parser.add_argument("--tries", type=int, default=3, help="of each call")
    given = parser.parse_args()
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="bench-mcp-") as folder:
        root = Path(folder) / "scenes"
        made = {"text": TEXT, "seed": SEED, "renderers": [], "out": root / "office"}
        run_action(None, "generate", {**made, "out": str(made["out"])})  # loads what the next one finds loaded
        in_process = best(lambda: run_action(None, "generate", {**made, "out": f"{folder}/again"}), 1)
        starts = [start(root) for _ in range(given.tries)]
        figures |= {name: round(min(one[name] for one in starts), 3) for name in starts[0]}
        client = RawStdio(root, version=HANDSHAKE)
        client.once("read_scene", scene="office")
        session = Session.open(root / "office", writable=False)
        own = Session.open(_copied(root / "office", Path(folder) / "own"), writable=True)

        def revision() -> int:
            return int(client.once("read_scene", scene="office", part="history")["structuredContent"]["revision"])

        slowest = 0.0
        for name, (call, action, request) in calls("office", revision).items():
            waits, works = [], []
            for _ in range(given.tries):
                tool, arguments = call()
                begun = time.perf_counter()
                result = client.once(tool, **arguments)
                waits.append(time.perf_counter() - begun)
                assert not result.get("isError"), (name, result["content"])
                values = request()
                if action in ("render", "export"):
                    values["out"] = f"{folder}/{name}.{'png' if action == 'render' else 'glb'}"
                begun = time.perf_counter()
                run_action(own if action in ("edit", "chat", "step", "layout") else session, action, values)
                works.append(time.perf_counter() - begun)
            slowest = max(slowest, *waits)
            figures[f"{name}, s"] = round(min(waits), 3)
            figures[f"{name}, over {action} in process"] = round(min(waits) / max(min(works), 1e-3), 2)
        begun = time.perf_counter()
        result = client.once("create_scene", description=TEXT, seed=SEED, picture=False)
        answered = time.perf_counter() - begun
        while result["structuredContent"].get("job", {}).get("state") == "running":
            asked = time.perf_counter()
            result = client.once("job", job=result["structuredContent"]["job"]["id"])
            answered = max(answered, time.perf_counter() - asked)
        whole = time.perf_counter() - begun
        figures["create_scene, slowest answer, s"] = round(answered, 2)
        figures["create_scene, whole, s"] = round(whole, 2)
        figures["create_scene, over generate in process"] = round(whole / in_process, 2)
        figures["slowest answer of all, s"] = round(max(slowest, answered), 2)
        client.close()
    give(figures, given.json)


def _copied(scene: Path, to: Path) -> Path:
    """A copy of a scene, for changes in process."""
    run_action(None, "copy_scene", {"scene": str(scene), "out": str(to)})
    return to


if __name__ == "__main__":
    main()
