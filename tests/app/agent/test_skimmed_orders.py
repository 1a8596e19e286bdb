"""Sentences that the grammar of requests cannot read are skimmed: what they name and what is to be done become plain orders."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenewright.app.agent import Dialogue, TurnEnded, TurnRequest, scene_editor
from scenewright.app.agent.embedded.memory import Memory
from scenewright.app.agent.embedded.skimming import skimmed_orders
from scenewright.app.agent.embedded.wording import plain_text
from scenewright.app.agent.embedded.work import Work
from scenewright.app.session import Draft, Session
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job
from tests.support.said_edits import program_of


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    folder = tmp_path_factory.mktemp("skimmed") / "scene"
    Project.create(folder, program_of("living_room"))
    session, job = Session.open(folder, writable=True), Job()
    with session.working(job):
        draft = Draft(session)
        memory = Memory.of_turn(TurnRequest(text="x", dialogue=Dialogue()), draft.scene.paths)
        yield Work(session, draft, memory, job)


def _skimmed(work: Work, said: str) -> str | None:
    return skimmed_orders(work, plain_text(said))


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("honestly the vase would be happier on the coffee table", "move the vase on the coffee table"),
        ("our armchair in forest green, I beg you", "paint our armchair forest green"),
        ("A small plant and a candle on the cabinet would be lovely.", "add a small plant and a candle on the cabinet"),
        ("that rug has had its day, it has got to go", "remove that rug"),
        ("the vase stuck on the cabinet has to go, nobody likes it", "remove the vase on the cabinet"),
        ("it's way too big for us all, kindly bring it down to two thirds", "scale it to two thirds"),
        ("oops, wrong one, I meant the vase on the cabinet", "i meant the vase on the cabinet"),
        ("this glare is too harsh for a film night, and make it more golden", "make the light darker. make the light warmer"),
        ("I sit here and there is nowhere to put my cup", "add somewhere to put my cup"),
        ("Dark green would suit the sofa better than blue, believe you me", "paint the sofa dark green"),
        ("vase. coffee table. now.", "move the vase to the coffee table"),
    ],
)  # fmt: skip
def test_what_is_named_becomes_an_order(work: Work, said: str, order: str) -> None:
    assert _skimmed(work, said) == order


@pytest.mark.parametrize(
    "said",
    [
        "never put the vase on the coffee table",
        "the vase is on the cabinet",
        "somebody left the vase on the coffee table",
        "we had such a lovely time last night",
        "I do not think that the sofa needs paint",
        "print this page for me",
    ],
)
def test_nothing_is_guessed_of_what_asks_for_nothing(work: Work, said: str) -> None:
    assert _skimmed(work, said) is None


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("How many armchairs do we have for our guests altogether?", "how many armchairs are there?"),
        ("what colour would you say the sofa is?", "what colour is the sofa?"),
        ("roughly how tall is that sofa of ours?", "how tall is that sofa?"),
    ],
)
def test_questions_are_skimmed_as_questions(work: Work, said: str, question: str) -> None:
    assert _skimmed(work, said) == question


def test_the_answer_says_how_a_sentence_was_read(tmp_path: Path) -> None:
    Project.create(tmp_path / "scene", program_of("living_room"))
    session = Session.open(tmp_path / "scene", writable=True)
    said = "It looks as though nobody lives here. A cup and a candle on the coffee table would help."
    events = list(scene_editor("embedded").turn(session, TurnRequest(text=said, dialogue=Dialogue()), job=Job()))
    end = events[-1]
    assert isinstance(end, TurnEnded)
    assert end.outcome == "changed"
    told = " ".join(str(event.to_json()) for event in events)
    assert "I read that as" in told
