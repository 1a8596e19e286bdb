"""Changed files of each kind: every reader refuses them by its own errors or reads them, in little time and memory.

``python -m tests.benchmarks.fuzz_pictures`` does the same with 5,000 changes of each.
"""

from __future__ import annotations

import pytest

from tests.support.hostile_file_readers import FILE_KINDS, PICTURE_KINDS
from tests.support.hostile_host import HostileHost

TASKS = "tests.support.hostile_file_readers"
_CHANGES = 100
_MOST_SECONDS = 2.0
"""Of the processor, for one changed file."""


@pytest.mark.parametrize("kind", PICTURE_KINDS)
def test_changed_pictures_are_read_or_refused(host: HostileHost, kind: str) -> None:
    attempt = host.attempt(f"{TASKS}:change_pictures", kind, 0, _CHANGES)
    assert attempt.complaint(seconds=60.0) == ""
    assert attempt.outcome == "done", attempt.message
    assert attempt.value["broke"] == 0


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_changed_files_are_read_or_refused(host: HostileHost, kind: str) -> None:
    attempt = host.attempt(f"{TASKS}:change_files", kind, 0, _CHANGES)
    assert attempt.complaint(seconds=60.0) == ""
    assert attempt.outcome == "done", attempt.message
    assert attempt.value["faults"] == []
    assert attempt.value["slowest"] < _MOST_SECONDS
