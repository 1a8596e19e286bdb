"""One host for all cases of a module or of several; what it does not survive is a failed test, and the next case gets another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.hostile_host import HostileHost


@pytest.fixture(scope="session")
def loaded_host() -> Iterator[HostileHost]:
    """One host for all modules whose cases compare words by meaning: it has loaded that model, which takes seconds."""
    with HostileHost() as started:
        started.attempt("tests.support.hostile_texts:search_catalogue", "qwzx armchair")
        yield started


@pytest.fixture(scope="module")
def host() -> Iterator[HostileHost]:
    with HostileHost() as started:
        yield started
