"""Random changes of replies, descriptions, questions, queries and edits: the short tier of ``tests/benchmarks/fuzz_texts.py``."""

from __future__ import annotations

import pytest

from tests.support.text_fuzzing import READERS, fuzz

RUNS = {"descriptions": 40}
"""A description is composed whole, which takes a tenth of a second."""


@pytest.mark.parametrize("reader", READERS)
def test_changed_texts_are_read_or_refused_by_name(reader: str) -> None:
    run = fuzz(reader, RUNS.get(reader, 100), seed=22)
    assert run.faults == []
