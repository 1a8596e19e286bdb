"""Kills at every write point of every change of a scene folder: how many there are, and whether each folder opens after it.

python -m tests.benchmarks.bench_crashes [--json FILE]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project
from tests.benchmarks.figures import give, options
from tests.support.locations import SUPPORT

DRIVER = SUPPORT / "crash_driver.py"
OPERATIONS = ("create", "save", "undo", "redo", "configure", "add_asset", "lock_asset", "record_render", "open")


def _before(work: Path, operation: str) -> None:
    """A scene that the operation can change: two texts in its history, an asset."""
    if operation == "create":
        return
    project = Project.create(work / "before", "# the old text\n", seed=1)
    project.save("# the text between\n", author="person", operation={"kind": "edit"})
    project.assets.add_bytes(b"an asset", "glb")
    if operation == "redo":
        project.undo()
    if operation == "open":  # an edit by hand, which opening enters in the journal
        (work / "before" / "program.py").write_text("# by hand\n", encoding="utf-8")


def main() -> int:
    given = options(__doc__).parse_args()
    points: dict[str, int] = {}
    broken: list[str] = []
    for operation in OPERATIONS:
        for mode in ("before", "torn"):
            with tempfile.TemporaryDirectory() as folder:
                work = Path(folder)
                _before(work, operation)
                command = [sys.executable, str(DRIVER), folder, operation, mode]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                names = json.loads(done.stdout)
                points[f"{operation}, {mode}"] = len(names)
                for n in range(1, len(names) + 1):
                    scene = work / str(n) / "scene"
                    if operation == "create" and not (scene / "scene.toml").exists():
                        continue  # nothing was made, which is one of the two things that may be left
                    try:
                        faults = Project.open(scene).verify()
                    except ProjectError as error:
                        faults = [str(error)]
                    broken += [f"{operation}, {mode}, point {n}: {fault}" for fault in faults]
    figures = {"kills": sum(points.values()), "folders that do not open or verify": broken, "write points": points}
    give(figures, given.json)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
