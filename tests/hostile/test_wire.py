"""Bytes of a child that is not what it says: each is refused by name, or is a scene that can be used."""

from __future__ import annotations

import pytest

from tests.hostile.wire_corpus import BYTES, CONVERSATIONS, DUMPS, SCENES, STATUSES
from tests.support.hostile_host import Attempt, HostileHost

TASKS = "tests.support.hostile_wire"


def held(attempt: Attempt) -> None:
    """A scene that passes is used in five stages, each with the time of one attempt."""
    assert attempt.complaint(seconds=30.0) == ""


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENES)
def test_a_changed_scene_is_refused_or_usable(host: HostileHost, name: str) -> None:
    held(host.attempt(f"{TASKS}:use_scene", name))


@pytest.mark.slow
@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_scene_are_refused(host: HostileHost, name: str) -> None:
    attempt = host.attempt(f"{TASKS}:use_bytes", name)
    assert attempt.complaint() == ""
    assert attempt.error == "ConfinementError"


@pytest.mark.slow
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_conversation_ends_in_one_error(host: HostileHost, name: str) -> None:
    attempt = host.attempt(f"{TASKS}:hold_conversation", name)
    assert attempt.complaint() == ""
    assert attempt.error in ("", "ProgramError", "BudgetError", "ConfinementError")


@pytest.mark.slow
@pytest.mark.parametrize("name", DUMPS)
def test_a_crash_report_says_a_line_or_nothing(host: HostileHost, name: str) -> None:
    assert host.attempt(f"{TASKS}:read_dump", name).complaint() == ""


@pytest.mark.slow
@pytest.mark.parametrize("name", STATUSES)
def test_a_status_that_is_none_is_a_named_end(host: HostileHost, name: str) -> None:
    attempt = host.attempt(f"{TASKS}:read_status", name)
    assert attempt.complaint() == ""
    assert attempt.error == "ConfinementError"
