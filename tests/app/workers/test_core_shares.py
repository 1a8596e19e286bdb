"""Owners that have work at the same time share the cores fairly."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from scenewright.app.workers.cores import CoreShares, shared_out

pytestmark = pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="cores cannot be chosen here")


def test_one_owner_has_all_cores() -> None:
    assert shared_out([0, 1, 2, 3], ["anna"]) == {"anna": (0, 1, 2, 3)}
    assert shared_out([0, 1], []) == {}


@pytest.mark.parametrize(("cores", "owners"), [(2, 2), (4, 3), (64, 5)])
def test_several_owners_have_cores_of_their_own(cores: int, owners: int) -> None:
    shares = shared_out(list(range(cores)), list(range(owners)))
    every = [core for share in shares.values() for core in share]
    assert len(set(every)) == len(every)
    assert {len(share) for share in shares.values()} == {cores // owners}


def test_more_owners_than_cores_take_one_each_in_turn() -> None:
    assert shared_out([0, 1], list("abcd")) == {"a": (0,), "b": (1,), "c": (0,), "d": (1,)}


@pytest.fixture
def sleeper() -> Iterator[int]:
    with subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(600)"]) as process:
        yield process.pid
        process.kill()


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="there is one core")
def test_a_worker_gives_way_while_another_owner_has_work(sleeper: int) -> None:
    shares = CoreShares()
    every = os.sched_getaffinity(sleeper)
    shares.add("anna", sleeper)
    shares.begin("anna")
    assert os.sched_getaffinity(sleeper) == every
    shares.begin("bert")
    assert len(os.sched_getaffinity(sleeper)) == len(every) // 2
    shares.end("bert")
    shares.remove("anna", sleeper)
