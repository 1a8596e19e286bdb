"""Views that are saved with a scene folder: every change is kept, nothing that is no view is read."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import MOST_VIEWS, Project, SavedViews, ViewPose

POSE = ViewPose(eye=(1.0, 2.0, 3.0), target=(0.0, 0.0, 0.0), fov=50.0)
PROGRAM = "from scene.language import *\n@register('a')\ndef a():\n    return primitive_call('cube')\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Project.create(tmp_path / "scene", PROGRAM)
    return tmp_path / "scene"


def names(folder: Path) -> list[str]:
    return [v.name for v in SavedViews(folder).listed()]


def test_views_are_saved_renamed_repointed_and_deleted(folder: Path) -> None:
    views = SavedViews(folder)
    assert views.listed() == ()
    door, other = views.add("Door", POSE), views.add("Door", POSE)
    assert names(folder) == ["Door", "Door 2"]
    views.change(other.id, name="  From\tabove \n", pose=ViewPose(eye=(0, 9, 0), target=(0, 0, 0), height=4.0))
    assert names(folder) == ["Door", "From above"]
    assert SavedViews(folder).listed()[1].pose.height == 4.0
    assert SavedViews(folder).listed()[1].id == other.id
    views.drop(door.id)
    assert names(folder) == ["From above"]
    for change in (lambda: views.drop(door.id), lambda: views.change(door.id, name="x")):
        with pytest.raises(ProjectError, match="somebody deleted it"):
            change()
    assert Project.open(folder).source == PROGRAM
    assert len(Project.open(folder).history()) == 1


def test_names_are_one_line_that_can_be_shown(folder: Path) -> None:
    SavedViews(folder).add("a\u202eb\0c" + "x" * 200, POSE)
    SavedViews(folder).add(" \n ", POSE)
    first, second = names(folder)
    assert first.isprintable()
    assert len(first) <= 80
    assert second == "View"


def test_many_at_once_are_all_kept(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda k: SavedViews(folder).add("View", POSE).id, range(24)))
    assert {v.id for v in SavedViews(folder).listed()} == set(made)
    assert len(set(names(folder))) == 24


def test_there_is_an_end_to_them(folder: Path) -> None:
    listed = [{"id": f"{k:012x}", "name": str(k), "pose": POSE.model_dump(mode="json")} for k in range(MOST_VIEWS)]
    (folder / "views.json").write_text(json.dumps({"schema": 1, "views": listed}))
    with pytest.raises(ProjectError, match="delete some"):
        SavedViews(folder).add("one more", POSE)
    assert len(names(folder)) == MOST_VIEWS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"schema": 2, "views": []}',
        '{"schema": 1, "views": [], "more": 1}',
        '{"schema": 1, "views": [1]}',
        '{"schema": 1, "views": [{"id": "../../x", "name": "a", "pose": {"eye": [1,2,3], "target": [0,0,0], "fov": 50}}]}',
        '{"schema": 1, "views": [{"id": "aaaaaaaaaaaa", "name": "", "pose": {"eye": [1,2,3], "target": [0,0,0], "fov": 50}}]}',
        '{"schema": 1, "views": [{"id": "aaaaaaaaaaaa", "name": "a", "pose": {"eye": [1,2,NaN], "target": [0,0,0], "fov": 50}}]}',
        '{"schema": 1, "views": [{"id": "aaaaaaaaaaaa", "name": "a", "pose": {"eye": [1,2,3], "target": [1,2,3], "fov": 50}}]}',
        "[" * 5000,
        "x" * 200_000,
    ],
)
def test_what_is_no_file_of_views_is_refused_and_stays(folder: Path, text: str) -> None:
    file = folder / "views.json"
    file.write_text(text)
    for use in (SavedViews(folder).listed, lambda: SavedViews(folder).add("a", POSE)):
        with pytest.raises(ProjectError, match="saved views") as refused:
            use()
        assert refused.value.kind in ("damaged", "too-large")
    assert file.read_text() == text


def test_a_link_out_of_the_folder_and_a_pipe_are_refused(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    outside.write_text('{"schema": 1, "views": []}')
    (folder / "views.json").symlink_to(outside)
    with pytest.raises(ProjectError):
        SavedViews(folder).listed()
    (folder / "views.json").unlink()
    os.mkfifo(folder / "views.json")
    with pytest.raises(ProjectError):
        SavedViews(folder).listed()


@settings(deadline=None, max_examples=60)
@given(
    st.fixed_dictionaries(
        {
            "eye": st.tuples(*[st.floats(-1e6, 1e6)] * 3),
            "target": st.tuples(*[st.floats(-1e6, 1e6)] * 3),
            "fov": st.none() | st.floats(0.5, 180),
            "height": st.none() | st.floats(0, 10),
        }
    )
)
def test_poses_come_back_as_they_were_or_are_refused(values: dict[str, Any]) -> None:
    sound = (
        (values["fov"] is None) != (values["height"] is None)
        and values["eye"] != values["target"]
        and (values["fov"] is None or 1 <= values["fov"] <= 170)
        and values["height"] != 0
    )
    if not sound:
        with pytest.raises(ValidationError):
            ViewPose(**values)
        return
    pose = ViewPose(**values)
    assert ViewPose.model_validate(json.loads(json.dumps(pose.model_dump(mode="json")))) == pose
