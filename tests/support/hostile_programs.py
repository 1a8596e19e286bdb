"""What a host does with one program: evaluate it, then each thing that people ask of its scene."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from scenewright.app.actions.table import run_action
from scenewright.app.session import Session
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job

SECONDS = 3.0
"""Of the wall clock that each stage may take, as a server limits it. A stage that is stopped then ended in a named error."""


def use_program(source: str) -> dict[str, Any]:
    """Seconds of each stage, and the error of those that ended in one of ours. The first error ends nothing: later stages meet it, too."""
    with tempfile.TemporaryDirectory(prefix="scenewright-hostile-") as name:
        folder = Path(name)
        path = folder / "program.py"
        path.write_text(source, encoding="utf-8")
        return use_session(Session.open(path), folder)


_BORROWER = """from scene.language import *
import hostile
from hostile import *

@register('a borrower')
def borrower():
    return library_call('thing')
"""


def use_library(source: str) -> dict[str, Any]:
    """The evaluation of a program that imports this one as a library, as :func:`use_program` does it."""
    with tempfile.TemporaryDirectory(prefix="scenewright-hostile-") as name:
        folder = Path(name)
        (folder / "hostile.py").write_text(source, encoding="utf-8")
        path = folder / "borrowing.py"
        path.write_text(_BORROWER, encoding="utf-8")
        return use_session(Session.open(path), folder, stages=("evaluate",))


def _processor_seconds() -> float:
    """Of this process and of its children that ended."""
    return sum(os.times()[:4])


def use_session(session: Session, folder: Path, stages: Collection[str] | None = None) -> dict[str, Any]:
    """The stages on an open scene, or those that are named. Files are written into `folder`."""

    def run(name: str, values: dict[str, Any]) -> Any:
        return run_action(session, name, values, job=Job(seconds=SECONDS, name=f"the {name}"))

    def evaluated() -> None:
        json.dumps(run("evaluate", {}).report())

    all_stages: dict[str, Callable[[], Any]] = {
        "evaluate": evaluated,
        "query": lambda: run("query", {"queries": ["the red chair next to the table"]}),
        "layout": lambda: run("layout", {"check": True}),
        "render": lambda: run("render", {"out": str(folder / "pictures"), "width": 96, "height": 72}),
        "export": lambda: run("export", {"out": str(folder / "scene.glb")}),
    }
    report: dict[str, Any] = {}
    for stage, work in all_stages.items():
        if stages is not None and stage not in stages:
            continue
        began, began_at = _processor_seconds(), time.monotonic()
        entry: dict[str, Any] = {}
        try:
            work()
        except ScenewrightError as error:
            entry = {"error": type(error).__name__, "message": str(error)[:400]}
        # a busy machine makes the clock slow, and several threads the processor's time long: the smaller is what the stage took
        seconds = min(_processor_seconds() - began, time.monotonic() - began_at)
        report[stage] = {**entry, "seconds": seconds}
        if stage == "evaluate" and entry:
            break  # each later stage evaluates first, and ends in the same error
    glb = folder / "scene.glb"
    report["glb_bytes"] = glb.stat().st_size if glb.exists() else 0
    return report
