"""Attacks on one running studio: each is refused clearly, nothing of others comes back, nothing outside is touched, and it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from _pytest.mark import ParameterSet

from tests.support.hostile_studio import GROUPS, KEY, Case, Ground, Reply, attacked_studio, opened_by_anna

_CASES = {case.name: case for case in chain.from_iterable(GROUPS.values())}
_SECONDS = 20.0
_MOST_SAID = 200_000
"""Bytes of an answer that refuses something."""
_RUNS = ("text/html", "image/svg", "text/xml", "application/xml", "application/xhtml")
"""Types of content that a browser may run."""


_LONG = {"program-that-never-ends"}
"""It takes all the time that a program may take."""


def _named(*groups: str) -> list[ParameterSet]:
    names = [case.name for group in groups for case in GROUPS[group]]
    return [pytest.param(name, marks=[pytest.mark.slow] if name in _LONG else []) for name in names]


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with attacked_studio(tmp_path_factory.mktemp("hostile")) as made:
        yield made


@pytest.fixture(scope="module")
def gradio(ground: Ground) -> Ground:
    """The studio after Gradio was loaded and Anna has a session of its own there."""
    opened_by_anna(ground)
    return ground


def test_the_corpus_is_large_and_without_doubles() -> None:
    assert len(_CASES) == sum(map(len, GROUPS.values()))
    assert len(_CASES) >= 120


@pytest.mark.parametrize("name", _named(*(group for group in GROUPS if group != "gradio")))
def test_an_attack_gets_nothing(name: str, ground: Ground) -> None:
    _attacked(ground, _CASES[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", _named("gradio"))
def test_an_attack_on_gradio_gets_nothing(name: str, gradio: Ground) -> None:
    _attacked(gradio, _CASES[name])


def test_no_key_is_left_behind(ground: Ground) -> None:
    """After all attacks: keys stand in no file of the studio."""
    kept = [f for f in ground.home.rglob("*") if f.is_file() and KEY.encode() in f.read_bytes()]
    assert kept == []


def _attacked(ground: Ground, case: Case) -> None:
    before = ground.elsewhere()
    ground.errors.clear()
    replies = list(case.send(ground))
    assert replies
    for reply in replies:
        shown = f"{case.tries}: {reply.status} {reply.body[:500]!r}"
        assert reply.status in case.statuses, shown
        assert reply.seconds < _SECONDS, shown
        _harmless(ground, reply, shown)
    assert ground.healthy()
    assert ground.elsewhere() == before
    assert ground.bait.visits == 0
    assert ground.errors == []


def _harmless(ground: Ground, reply: Reply, shown: str) -> None:
    said = reply.body + "\n".join(f"{k}: {v}" for k, v in reply.headers.items()).encode("utf-8", "replace")
    for what, secret in ground.secrets().items():
        assert secret not in said, f"{what} is in the answer to {shown}"
    assert KEY.encode() not in said, f"a key is in the answer to {shown}"
    if reply.status >= 400:
        assert len(reply.body) < _MOST_SAID, f"an answer of {len(reply.body):,} bytes to {shown}"
    kind = reply.headers.get("content-type", "")
    if kind.startswith(_RUNS):
        # the page, and the login, hold nothing of who asks
        assert b"hostile" not in reply.body, shown
        assert "script-src 'self'" in reply.headers["content-security-policy"], shown
    elif reply.status == 200 and reply.body:
        assert reply.headers["x-content-type-options"] == "nosniff", shown
    location = reply.headers.get("location")
    if location is not None:
        assert location.startswith((f"http://localhost:{ground.port}/", "/")), shown
        assert not location.startswith(("//", "/\\")), shown
