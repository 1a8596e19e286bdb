"""What every writer holds to, ours and those of others: a program that evaluates, the same for the same seed; refusals; cancelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.app.agent.scene_writers import find_writer, writer_names
from scenewright.app.generating import GenerateRequest, generate
from scenewright.app.writers.writer import Writer, WriterError, WriterRequest
from scenewright.assets import Catalogue
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from tests.support.scripted_models import ScriptedModel

TEXT = "a desk with a chair"
REPLY = """```python
from scene.language import *

@register('a study')
def study():
    return place(asset_call('desk'), at=(0, 0, 0), name='desk')
```"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


@pytest.fixture
def chat(monkeypatch: pytest.MonkeyPatch) -> ScriptedModel:
    """What answers in place of the language model."""
    scripted = ScriptedModel(REPLY, repeat=True)
    monkeypatch.setattr("scenewright.app.agent.making.model_writer.open_model", lambda *arguments, **options: scripted)
    return scripted


@pytest.fixture(params=[*writer_names(), "first-word"])
def writer(request: pytest.FixtureRequest, chat: ScriptedModel) -> Writer:
    found = find_writer(request.param)
    assert found.name == request.param
    why = found.available()
    if why is not None:
        pytest.skip(why)
    return found


def asked(catalogue: Catalogue, text: str = TEXT, **values: object) -> WriterRequest:
    return WriterRequest(text, catalogue, **{"model": "ollama:some-model", "effort": "quick", **values})  # type: ignore[arg-type]


def test_a_text_becomes_a_program_that_evaluates(writer: Writer, catalogue: Catalogue) -> None:
    written = writer.write(asked(catalogue))
    scene = evaluate_here(written.program, assets=catalogue)
    assert len(scene) > 1
    assert written.author
    assert isinstance(written.guessed, bool)
    assert all(isinstance(note, str) and note for note in written.notes)
    assert all(u.word and u.reason for u in written.unserved)


def test_the_same_request_gives_the_same_program(writer: Writer, catalogue: Catalogue) -> None:
    assert writer.write(asked(catalogue, seed=5)) == writer.write(asked(catalogue, seed=5))


def test_progress_never_goes_back(writer: Writer, catalogue: Catalogue) -> None:
    told: list[float] = []
    writer.write(asked(catalogue), job=Job(lambda share, what: told.append(share)))
    assert told == sorted(told)


def test_a_cancelled_writer_writes_nothing(writer: Writer, catalogue: Catalogue, chat: ScriptedModel) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        writer.write(asked(catalogue), job=job)
    assert chat.heard == []


def test_what_cannot_be_written_is_an_error_of_ours(writer: Writer, catalogue: Catalogue, chat: ScriptedModel) -> None:
    chat.replies = ["I cannot do that."]
    with pytest.raises(ScenewrightError) as caught:
        writer.write(asked(catalogue, text=""))
    assert str(caught.value)
    if isinstance(caught.value, WriterError):
        assert caught.value.replies


@pytest.mark.slow
def test_generate_keeps_who_wrote_it(writer: Writer, tmp_path: Path) -> None:
    wanted = GenerateRequest(
        text=TEXT, writer=writer.name, model="ollama:some-model", effort="quick", out=tmp_path / "scene", layout=False
    )
    made = generate(wanted)
    assert made.session.project is not None
    first = made.session.project.history()[0]
    assert first.operation["writer"] == writer.name
    assert made.program.read_text() == made.session.source


def test_without_a_name_the_writer_follows_from_the_model() -> None:
    assert GenerateRequest(text=TEXT).writer_name == "embedded"
    assert GenerateRequest(text=TEXT, model="ollama:m").writer_name == "model"
    assert GenerateRequest(text=TEXT, model="ollama:m", writer="embedded").writer_name == "embedded"


def test_a_model_must_be_named(catalogue: Catalogue) -> None:
    with pytest.raises(ScenewrightError, match="provider:name"):
        find_writer("model").write(asked(catalogue, model=None))


def test_a_writer_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenewrightError, match=r"there is no writer 'poet': there are embedded, model, first-word"):
        generate(GenerateRequest(text=TEXT, writer="poet", out=tmp_path / "scene"))
