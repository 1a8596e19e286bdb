"""Captures and archives of strangers: each is refused, or read, in seconds and little memory, and nothing outside of it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hostile.capture_corpus import ARCHIVES, CAPTURES
from tests.hostile.folder_corpus import FolderCase
from tests.support.capture_scenes import ring, write_transforms
from tests.support.hostile_folders import quick_folder
from tests.support.hostile_host import HostileHost

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


@pytest.mark.parametrize("case", CAPTURES, ids=lambda case: case.name)
def test_a_strangers_capture_is_held(host: HostileHost, case: FolderCase) -> None:
    with quick_folder() as place:
        folder = place / "capture"
        folder.mkdir()
        write_transforms(folder, ring(4))
        case.make(folder)
        _attempt(host, case, folder)


@pytest.mark.parametrize("case", ARCHIVES, ids=lambda case: case.name)
def test_a_strangers_archive_is_held(host: HostileHost, case: FolderCase) -> None:
    with quick_folder() as place:
        case.make(place)
        (given,) = place.glob("given*")
        _attempt(host, case, given)


def _attempt(host: HostileHost, case: FolderCase, given: Path) -> None:
    attempt = host.attempt(case.task, str(given))
    assert attempt.complaint() == ""
    if case.refused:
        assert attempt.outcome == "error", attempt.value
