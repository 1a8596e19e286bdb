"""Programs that cost the host more than their own process: each is held within time and memory, or refused by name."""

from __future__ import annotations

import pytest

from tests.hostile.program_corpus import PROGRAMS, TRIED
from tests.support.hostile_host import MOST_SECONDS, HostileHost

_MOST_GLB_BYTES = 256 << 20


@pytest.mark.slow
@pytest.mark.parametrize("name", TRIED)
def test_a_program_costs_the_host_little(host: HostileHost, name: str) -> None:
    attempt = host.attempt("tests.support.hostile_programs:use_program", PROGRAMS[name])
    assert attempt.complaint(seconds=60.0) == ""
    if attempt.outcome == "done":
        assert attempt.value.pop("glb_bytes") <= _MOST_GLB_BYTES
        slow = {stage: entry["seconds"] for stage, entry in attempt.value.items() if entry["seconds"] > MOST_SECONDS}
        assert slow == {}
