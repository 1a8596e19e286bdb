"""Every program of the corpus is stopped by all layers, and by the kernel's alone; where nothing stops it, it gets out."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from scenewright.scene.children.kernel import KernelLevel
from scenewright.scene.errors import BudgetError, PolicyError
from scenewright.scene.language.running import what_holds
from tests.escape.escape_corpus import CORPUS, Effect, Escape
from tests.escape.escape_world import BUDGETS, World
from tests.support.samples import some_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel boundary is Linux's"),
]
EACH = pytest.mark.parametrize("escape", CORPUS, ids=lambda escape: escape.name)
SOME_UNCONFINED = pytest.mark.parametrize("escape", some_of(CORPUS, 30), ids=lambda escape: escape.name)
"""Whether a program does what it tries depends on it and on Python, not on us."""
SOME_AS_LIBRARIES = pytest.mark.parametrize("escape", some_of(CORPUS[::4], 12), ids=lambda escape: escape.name)
"""A library runs in the same child behind the same policy: these tell whether it does."""
BUDGETED = {Effect.CPU, Effect.TIME, Effect.MEMORY, Effect.FLOOD}


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    report = what_holds()
    if report.level is not KernelLevel.FULL:
        pytest.skip(f"the kernel boundary does not hold on this machine: {'; '.join(report.problems) or report.proofs}")
    with World() as made:
        yield made


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert len({escape.name for escape in CORPUS}) == len(CORPUS) >= 80
    assert {escape.effect for escape in CORPUS} == set(Effect)


@SOME_UNCONFINED
def test_gets_out_unconfined(world: World, escape: Escape) -> None:
    outcome = world.unconfined(escape)
    assert outcome.reached, outcome.detail


@EACH
def test_is_stopped(world: World, escape: Escape) -> None:
    outcome = world.confined(escape, policy=True)
    assert not outcome.reached, outcome.detail
    assert outcome.seconds < BUDGETS.wall_seconds + 10.0
    if escape.passes_policy:
        assert isinstance(outcome.error, BudgetError)
        assert outcome.error.line is not None
    elif isinstance(outcome.error, PolicyError):
        assert outcome.error.line is not None
        assert len(outcome.error.message) > 20


@EACH
def test_is_stopped_without_the_policy(world: World, escape: Escape) -> None:
    outcome = world.confined(escape, policy=False)
    assert not outcome.reached, outcome.detail
    assert not isinstance(outcome.error, PolicyError)
    assert outcome.seconds < BUDGETS.wall_seconds + 10.0
    if escape.effect in BUDGETED:
        assert outcome.error is not None


@SOME_AS_LIBRARIES
@pytest.mark.parametrize("policy", [True, False], ids=["policy", "no policy"])
def test_is_stopped_as_a_library(world: World, escape: Escape, policy: bool) -> None:
    outcome = world.confined(escape, policy=policy, as_library=True)
    assert not outcome.reached, outcome.detail
    assert outcome.seconds < BUDGETS.wall_seconds + 10.0
    if isinstance(outcome.error, PolicyError):
        assert policy
        assert outcome.error.library == "borrowed"
        assert outcome.error.line is not None


def test_the_host_goes_on_after_all_of_them(world: World) -> None:
    innocent = Escape("innocent", "none", Effect.WORD, "print('hello')\n")
    outcome = world.confined(innocent, policy=True)
    assert outcome.error is None
    assert outcome.detail["printed"] == "hello\n"
