"""What a host does with one program: evaluate it, then each thing that people ask of its scene."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scenewright.app.actions.table import run_action
from scenewright.app.session import Session
from scenewright.scene.errors import ScenewrightError

STAGES = ("evaluate", "query", "layout", "render", "export")


def use_program(source: str) -> dict[str, Any]:
    """Seconds of each stage, and the error of those that ended in one of ours. The first error ends nothing: later stages meet it, too."""
    with tempfile.TemporaryDirectory(prefix="scenewright-hostile-") as name:
        folder = Path(name)
        path = folder / "program.py"
        path.write_text(source, encoding="utf-8")
        return use_session(Session.open(path), folder)


def _processor_seconds() -> float:
    """Of this process and of its children that ended."""
    return sum(os.times()[:4])


def use_session(session: Session, folder: Path) -> dict[str, Any]:
    """The stages on an open scene. Files are written into `folder`."""

    def evaluated() -> None:
        json.dumps(run_action(session, "evaluate", {}).report())

    stages: dict[str, Callable[[], Any]] = {
        "evaluate": evaluated,
        "query": lambda: run_action(session, "query", {"queries": ["the red chair next to the table"]}),
        "layout": lambda: run_action(session, "layout", {"check": True}),
        "render": lambda: run_action(session, "render", {"out": str(folder / "pictures"), "width": 96, "height": 72}),
        "export": lambda: run_action(session, "export", {"out": str(folder / "scene.glb")}),
    }
    report: dict[str, Any] = {}
    for stage, run in stages.items():
        began = _processor_seconds()
        entry: dict[str, Any] = {}
        try:
            run()
        except ScenewrightError as error:
            entry = {"error": type(error).__name__, "message": str(error)[:400]}
        report[stage] = {**entry, "seconds": _processor_seconds() - began}
        if stage == "evaluate" and entry:
            break  # each later stage evaluates first, and ends in the same error
    glb = folder / "scene.glb"
    report["glb_bytes"] = glb.stat().st_size if glb.exists() else 0
    return report
