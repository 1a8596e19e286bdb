"""Random bytes of a child, from fixed seeds: `python -m tests.benchmarks.fuzz_wire` runs fifty times as many."""

from __future__ import annotations

import pytest

from tests.support.wire_fuzzing import decode_mutants, hold_mutants


@pytest.mark.slow
def test_random_changes_of_a_scene_are_refused_or_usable() -> None:
    assert decode_mutants(100, seed=1).faults == ()


@pytest.mark.slow
def test_random_conversations_end_in_one_error() -> None:
    assert hold_mutants(100, seed=2).faults == ()
