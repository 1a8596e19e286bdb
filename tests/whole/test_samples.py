"""The samples of inputs that tests run on."""

from __future__ import annotations

import itertools

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.support.samples import ON_ALL_INPUTS, some_of


@pytest.mark.skipif(ON_ALL_INPUTS, reason="SCENEWRIGHT_TESTS is all: no test runs on a sample")
@given(st.integers(0, 300), st.integers(1, 40))
def test_a_sample_is_spread_over_the_list(count: int, most: int) -> None:
    taken = some_of(range(count), most)
    assert len(taken) == min(count, most)
    assert taken == sorted(set(taken))
    if count and most > 1:
        assert (taken[0], taken[-1]) == (0, count - 1)
        gaps = [b - a for a, b in itertools.pairwise(taken)]
        assert not gaps or max(gaps) - min(gaps) <= 1
