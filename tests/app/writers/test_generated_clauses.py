"""What ``generate`` says of the scene that it made: `read` and `unserved` of the laid-out scene."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.app.generating import Generated, GenerateRequest, generate
from scenewright.app.writers.embedded.emptiness import EmptySceneError
from tests.support.composed_rooms import catalogue

TEXT = "A study with a green desk, a lamp on the desk, a marble bust and a chair for a late visitor."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    out = tmp_path_factory.mktemp("made") / "study"
    return generate(GenerateRequest(text=TEXT, out=out, dress="only"), assets=catalogue())


def test_the_report_has_a_verdict_on_each_clause(made: Generated) -> None:
    read = made.report()["read"]
    assert isinstance(read, list)
    told = {clause["says"]: clause for clause in read}
    assert told["the desk is green"]["shown"] is True
    assert told["the lamp is on the desk"]["shown"] is True
    assert told["a bust"]["shown"] is False
    assert told["a bust"]["instead"]
    assert told["for a late visitor"]["about"] == "words"
    assert all({"about", "says", "shown", "why"} <= set(clause) for clause in read)
    assert all(clause["why"] for clause in read if not clause["shown"])


def test_all_that_is_not_shown_is_unserved_once(made: Generated) -> None:
    assert made.read is not None
    words = [u["word"] for u in made.unserved]
    assert len(words) == len(set(words))
    assert {c.word or c.says for c in made.read.clauses if not c.shown} <= set(words)
    (bust,) = [u for u in made.unserved if u["word"] == "bust"]
    assert bust["instead"]


def test_a_program_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    program = "from scene.language import *\n\n@register('a box')\ndef box():\n    return primitive_call('cube', {'scale': 1})\n"
    made = generate(GenerateRequest(program=program, out=tmp_path / "box"), assets=catalogue())
    assert made.read is None
    assert made.report()["read"] is None


def test_a_scene_without_things_makes_no_folder(tmp_path: Path) -> None:
    out = tmp_path / "none"
    with pytest.raises(EmptySceneError):
        generate(GenerateRequest(text="a place with a flurbish", out=out), assets=catalogue())
    assert not out.exists()
