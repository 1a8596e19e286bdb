"""What the host does for a program while it runs: remembered, charged, and ended by a cancel."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest

from scenewright.scene.asset_provider import AssetContent, AssetError
from scenewright.scene.errors import BudgetError, ConfinementError, JobCancelled, ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running import evaluate
from scenewright.scene.language.running.host_answers import HostAnswers
from scenewright.scene.language.running.sandbox import default_sandbox
from scenewright.scene.model import AssetRef, Vec3

HEAD = "from scene.language import *\n@register('a thing')\ndef thing():\n"
HULL = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0.0, 1.0) for z in (-0.5, 0.5)])


class Shelf:
    """A catalogue that takes its time, and has nothing of the name 'nothing'."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.asked: list[tuple[str, Vec3 | None, int]] = []

    def resolve(self, words: str, size: Vec3 | None, seed: int) -> AssetRef:
        self.asked.append((words, size, seed))
        time.sleep(self.seconds)
        if words == "nothing":
            raise AssetError("the catalogue has nothing for 'nothing'")
        return AssetRef(words, size, seed, "", HULL)

    def load(self, ref: AssetRef) -> AssetContent:
        raise AssetError("it is a shelf of words")


def ask(words: str, size: list[float] | None = None) -> dict[str, object]:
    return {"ask": "asset", "words": words, "size": size, "seed": 0}


def test_what_was_answered_is_not_looked_up_again() -> None:
    shelf = Shelf()
    answers = HostAnswers(shelf, None, Budgets(), lambda: False)
    assert answers(ask("nothing")) == answers(ask("nothing"))
    assert answers(ask("chair")) is answers(ask("chair"))
    assert [words for words, _, _ in shelf.asked] == ["nothing", "chair"]


def test_the_time_of_the_host_is_charged() -> None:
    answers = HostAnswers(Shelf(0.05), None, Budgets(host_seconds=0.2), lambda: False)
    with pytest.raises(BudgetError, match="searched its catalogues for longer") as caught:
        [answers(ask(f"chair {number}")) for number in range(100)]
    assert caught.value.kind == "host"


def test_a_program_that_asks_without_end_is_stopped_by_name() -> None:
    text = HEAD + "    return concat_shapes(*[asset_call('chair', size=(1, 1 + i, 1), seed=i) for i in range(900)])\n"
    shelf = Shelf(0.02)
    with pytest.raises(BudgetError, match="searched its catalogues") as caught:
        evaluate(text, assets=shelf, budgets=Budgets(host_seconds=0.1))
    assert caught.value.line == 4
    assert len(shelf.asked) < 100


@pytest.mark.parametrize(
    "question",
    [
        {"ask": "asset"},
        ask("x" * 401),
        ask("chair", [1.0, 2.0]),
        ask("chair", [0.0, 1.0, 1.0]),
        ask("chair", [1e300, 1.0, 1.0]),
        {**ask("chair"), "seed": "9" * 5000},
        {**ask("chair"), "words": 5},
        {"ask": "splat", "name": "x" * 401, "part": None},
        {"ask": "splat", "name": "a.ply", "part": []},
        {"ask": "file", "name": "a"},
    ],
)
def test_a_question_of_another_form_is_refused(question: dict[str, object]) -> None:
    answers = HostAnswers(Shelf(), Path("/nowhere"), Budgets(), lambda: False)
    with pytest.raises((KeyError, TypeError, ValueError)):
        answers(question)


def test_a_cancel_ends_an_answer_that_is_being_made() -> None:
    class Endless(Shelf):
        def resolve(self, words: str, size: Vec3 | None, seed: int) -> AssetRef:
            try:  # an object of a pack is a program, too
                evaluate("from scene.language import *\n@register('x')\ndef x():\n    while True: pass\n")
            except ProgramError as error:
                raise AssetError(str(error)) from error
            raise AssertionError("it never ends")

    job = Job()
    threading.Timer(1.0, job.cancel).start()
    began = time.monotonic()
    with pytest.raises(JobCancelled):
        evaluate(HEAD + "    return asset_call('chair')\n", assets=Endless(), job=job)
    assert time.monotonic() - began < 6.0


def test_programs_inside_a_block_end_with_its_job() -> None:
    job = Job()
    job.cancel()
    with default_sandbox().within(job), pytest.raises(ConfinementError, match="cancelled"):
        evaluate("from scene.language import *\n@register('x')\ndef x():\n    while True: pass\n")
