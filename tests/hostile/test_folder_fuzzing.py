"""Mutated files of a scene folder, of jobs, settings and packs: read or refused with a message, never another exception."""

from __future__ import annotations

import pytest

from tests.support.hostile_folders import quick_folder
from tests.support.hostile_host import HostileHost
from tests.support.hostile_readers import READERS


@pytest.mark.parametrize("name", READERS)
def test_mutated_files_are_read_or_refused(host: HostileHost, name: str) -> None:
    with quick_folder() as place:
        attempt = host.attempt("tests.support.hostile_readers:fuzz", name, str(place), 1, 100)
    assert attempt.complaint(seconds=60.0) == ""
    assert sum(attempt.value.values()) == 100
