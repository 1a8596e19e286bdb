"""Chains of actions in one process: which scene a step works on, and where it writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scenewright.app.actions.table import ACTIONS
from scenewright.app.chains import ChainOrder, ChainReport, PathUse, paths_of, run_chain
from scenewright.app.workers import result_report
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job
from tests.support.worker_scenes import ROW, scene_folder

MOVE = {"kind": "edit", "edits": [{"kind": "move", "path": "a", "by": [0, 0, 0.25]}]}
READ = {
    "image", "images", "like", "scene", "capture", "splats", "features", "weights", "vocabulary", "field", "file", "files", "folder", "recipe", "cameras_file",
}  # fmt: skip
"""All fields that name what an action reads. A new one belongs here, or into the tables of `step_paths`."""


def chain(tmp_path: Path, *steps: dict[str, Any], scene: Path | None = None) -> ChainReport:
    folder, cache = tmp_path / "job", tmp_path / "cache"
    folder.mkdir()
    cache.mkdir()
    order = ChainOrder(steps=steps, scene=None if scene is None else str(scene), folder=folder, cache=cache)
    return run_chain(order, result_report, job=Job())


def test_every_path_of_every_action_is_told_apart() -> None:
    """A path that is written must not be taken for one that is read: it would be looked for, and written outside of the job."""
    read = set()
    for name, action in ACTIONS.items():
        for field in action.request.model_fields:
            for _, use in paths_of(name, {field: "x"}):
                if use is PathUse.READ:
                    read.add(field)
    assert read - {"source"} == READ


def test_a_scene_that_is_given_is_not_changed(tmp_path: Path) -> None:
    scene = scene_folder(tmp_path / "row")
    report = chain(tmp_path, MOVE, {"kind": "evaluate"}, scene=scene)
    assert report.error is None
    assert Project.open(scene).source == ROW
    assert Project.open(tmp_path / "job" / "scene").source != ROW


def test_results_name_files_by_their_place_in_the_job(tmp_path: Path) -> None:
    report = chain(tmp_path, {"kind": "export", "out": "deep/row.glb"}, scene=scene_folder(tmp_path / "row"))
    assert report.steps[0]["result"]["files"] == ["deep/row.glb"]
    assert (tmp_path / "job" / "deep" / "row.glb").is_file()


def test_the_first_failing_step_ends_the_chain(tmp_path: Path) -> None:
    wrong = {"kind": "edit", "edits": [{"kind": "move", "path": "nobody", "by": [0, 0, 1]}]}
    report = chain(tmp_path, {"kind": "evaluate"}, wrong, {"kind": "evaluate"}, scene=scene_folder(tmp_path / "row"))
    assert [s["kind"] for s in report.steps] == ["evaluate"]
    assert report.failed == 1
    assert "nobody" in str(report.error)


def test_a_program_text_cannot_be_changed_in_place(tmp_path: Path) -> None:
    (tmp_path / "row.py").write_text(ROW)
    report = chain(tmp_path, MOVE, scene=tmp_path / "row.py")
    assert "is no scene folder" in str(report.error)


def test_a_step_that_makes_a_scene_hands_it_on(tmp_path: Path) -> None:
    report = chain(
        tmp_path,
        {"kind": "generate", "program": ROW, "out": "scene", "renderers": [], "layout": False},
        MOVE,
        {"kind": "history"},
    )
    assert report.error is None
    assert len(report.steps[2]["result"]["history"]) == 2


@pytest.mark.parametrize("out", ["/etc/x.glb", "../x.glb", "a/../../x.glb"])
def test_nothing_is_written_outside_of_the_job(tmp_path: Path, out: str) -> None:
    report = chain(tmp_path, {"kind": "export", "out": out}, scene=scene_folder(tmp_path / "row"))
    assert "outside of the folder" in str(report.error)
