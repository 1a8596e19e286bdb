"""One host for all cases of a module; what it does not survive is a failed test, and the next case gets another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.hostile_host import HostileHost


@pytest.fixture(scope="module")
def host() -> Iterator[HostileHost]:
    with HostileHost() as started:
        yield started
