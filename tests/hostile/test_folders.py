"""Scene folders and other files of strangers: each is refused, or read, in seconds and little memory, and the host lives on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scenewright.scene.folder import Project
from tests.hostile.folder_corpus import OTHERS, SCENES, FolderCase
from tests.support.hostile_folders import PROGRAM, quick_folder
from tests.support.hostile_host import HostileHost

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")

_ARGUMENT = {"read_settings": "config.toml", "source_of": "reply.md"}


@pytest.mark.parametrize("case", SCENES, ids=lambda case: case.name)
def test_a_strangers_scene_is_held(host: HostileHost, case: FolderCase) -> None:
    with quick_folder() as place:
        Project.create(place / "scene", PROGRAM)
        _attempt(host, case, place / "scene")


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case.name)
def test_a_strangers_file_is_held(host: HostileHost, case: FolderCase) -> None:
    with quick_folder() as place:
        (place / "given").mkdir()
        _attempt(host, case, place / "given")


def _attempt(host: HostileHost, case: FolderCase, folder: Path) -> None:
    case.make(folder)
    task = case.task.partition(":")[2]
    given = folder
    if task in _ARGUMENT:
        given = next(p for p in folder.iterdir() if p.stem in ("config", "reply"))
    arguments = [str(given)]
    if task == "export_scene":
        arguments.append(str(folder.parent / "out.glb"))
    attempt = host.attempt(case.task, *arguments)
    assert attempt.complaint() == ""
    if case.refused:
        assert attempt.outcome == "error", attempt.value
