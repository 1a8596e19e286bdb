"""Edits and requests of strangers, and wrong types from Python, end in one error that names the field, the value and what is wanted."""

from __future__ import annotations

import pytest

from tests.hostile.edit_corpus import EDIT_FILES, PYTHON_CALLS, PYTHON_EDITS, REQUESTS
from tests.support.hostile_edits import texts_of_edits
from tests.support.hostile_host import Attempt, HostileHost

TASKS = "tests.support.hostile_edits:"


@pytest.fixture(scope="module")
def warm_host(loaded_host: HostileHost) -> HostileHost:
    """A host that makes honest edits."""
    for text in texts_of_edits():
        done = loaded_host.attempt(f"{TASKS}apply_file", text)
        assert (done.outcome, done.value) == ("done", 1), (text, done)
    return loaded_host


def _is_named(done: Attempt) -> None:
    assert done.complaint() == ""
    assert done.error != "InternalError", done.message
    assert len(done.message) < 1_500, "an error quotes the whole input"
    assert "pydantic" not in done.message
    assert "Traceback" not in done.message


@pytest.mark.parametrize("name", EDIT_FILES)
def test_a_file_of_edits_is_made_or_refused_by_name(name: str, warm_host: HostileHost) -> None:
    _is_named(warm_host.attempt(f"{TASKS}apply_file", EDIT_FILES[name]))


@pytest.mark.parametrize("name", PYTHON_EDITS)
def test_edits_from_python_are_checked_as_those_from_json(name: str, warm_host: HostileHost) -> None:
    _is_named(warm_host.attempt(f"{TASKS}edit_with_python", PYTHON_EDITS[name]))


@pytest.mark.parametrize("name", PYTHON_CALLS)
def test_python_functions_refuse_wrong_types_by_name(name: str, warm_host: HostileHost) -> None:
    _is_named(warm_host.attempt(f"{TASKS}call_python", PYTHON_CALLS[name]))


@pytest.mark.parametrize("name", REQUESTS)
def test_requests_of_actions_are_run_or_refused_by_name(name: str, warm_host: HostileHost) -> None:
    _is_named(warm_host.attempt(f"{TASKS}run_json", *REQUESTS[name]))


def test_numbers_are_strict(warm_host: HostileHost) -> None:
    for fields, says in (
        ('"by": ["1", 0, 0]', "by.0: must be a number, not '1'"),
        ('"by": [true, 0, 0]', "by.0: must be a number, not true"),
        ('"by": "abc"', "by: must be a list, not 'abc'"),
        ('"by": [1e308, 0, 0]', "by.0: must be at most 1000000000, not 1e+308"),
        ('"by": [NaN, 0, 0]', "NaN is no number that can be used"),
        ('"by": [1, 0, 0], "by": [2, 0, 0]', "the field 'by' is given twice"),
    ):
        done = warm_host.attempt(f"{TASKS}apply_file", f'[{{"kind": "move", "path": "chair", {fields}}}]')
        assert done.error == "EditError"
        assert says in done.message
