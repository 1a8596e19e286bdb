"""Texts of strangers end in an answer or in one named error, in time and memory, whichever reader gets them."""

from __future__ import annotations

import pytest

from tests.hostile.text_corpus import TEXTS
from tests.support.hostile_host import HostileHost

READERS_OF_CHANGED = ("replies", "descriptions", "questions", "queries", "edits")
FUZZED = {"descriptions": 6}
"""Runs other than forty. A description is composed whole, which takes a tenth of a second."""
READERS = ("describe", "query", "ask", "search_catalogue", "read_reply")
_HONEST = {
    "describe": "a desk with a lamp on it",
    "query": "the lamp on the desk",
    "ask": "how many chairs are there?",
    "search_catalogue": "qwzx armchair",
    "read_reply": "```python\nfrom scene.language import *\n\n@register\ndef a():\n    return primitive_call('cube', {})\n```",
}


@pytest.fixture(scope="module")
def warm_host(loaded_host: HostileHost) -> HostileHost:
    """A host that reads honest texts."""
    for reader, text in _HONEST.items():
        done = loaded_host.attempt(f"tests.support.hostile_texts:{reader}", text)
        assert done.outcome == "done", done
        assert done.value, reader
    return loaded_host


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_or_refused_by_name(name: str, warm_host: HostileHost) -> None:
    for reader in READERS:
        done = warm_host.attempt(f"tests.support.hostile_texts:{reader}", TEXTS[name])
        assert done.complaint() == "", reader
        assert done.error != "InternalError", done.message
        assert len(done.message) < 3_000, "an error quotes the whole text"
    assert warm_host.starts == 1


@pytest.mark.parametrize("reader", READERS_OF_CHANGED)
def test_changed_texts_are_read_or_refused_by_name(reader: str, warm_host: HostileHost) -> None:
    """The short tier of ``tests/benchmarks/fuzz_texts.py``."""
    done = warm_host.attempt("tests.support.text_fuzzing:fuzz_faults", reader, FUZZED.get(reader, 40), 22)
    assert done.outcome == "done", done
    assert done.value == []
