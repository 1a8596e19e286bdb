"""Pictures of what is asked for reach the writer, and the critic beside the scene; what is no picture never does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from scenewright.app.agent.making import Critique
from scenewright.app.agent.runs import list_runs, load_run
from scenewright.app.generating import GenerateRequest, generate
from scenewright.app.requests import RequestError
from scenewright.scene.pictures import PictureError
from tests.support.scripted_models import ScriptedModel, fenced

PROGRAM = """from scene.language import *

@register('a red crate')
def crate():
    return place(asset_call('red crate'), at=(0, 0, 0), name='crate')

camera((1.5, 1, 2), (0, 0.2, 0))
"""


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    Image.new("RGB", (2_400, 1_800), (120, 110, 90)).save(tmp_path / "room.jpg")
    return tmp_path / "room.jpg"


def asked(tmp_path: Path, photograph: Path, **more: object) -> GenerateRequest:
    values = {"images": (photograph,), "model": "ollama:m", "effort": "quick", "out": tmp_path / "scene", **more}
    return GenerateRequest(**values)  # type: ignore[arg-type]


def scripted(monkeypatch: pytest.MonkeyPatch, *replies: object) -> ScriptedModel:
    model = ScriptedModel(*replies)  # type: ignore[arg-type]
    monkeypatch.setattr("scenewright.app.agent.making.model_writer.open_model", lambda *names, **more: model)
    return model


def test_a_picture_reaches_the_writer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, photograph: Path) -> None:
    model = scripted(monkeypatch, fenced(PROGRAM))
    made = generate(asked(tmp_path, photograph, text="a red crate"))
    assert model.pictures == [1]
    assert "a red crate" in model.heard[0]
    assert "The pictures show what is asked for" in model.heard[0]
    (run,) = list_runs(made.folder)
    (data,) = load_run(made.folder, run.id).transcript.pictures.values()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 200_000  # made smaller, and kept once


def test_a_picture_needs_no_text_with_a_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, photograph: Path
) -> None:
    model = scripted(monkeypatch, fenced(PROGRAM))
    made = generate(asked(tmp_path, photograph))
    assert model.pictures == [1]
    assert PROGRAM.strip() in made.program.read_text()


def test_the_critic_sees_it_beside_the_scene(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, photograph: Path) -> None:
    from scenewright.app.agent.brief import Brief

    model = scripted(monkeypatch, Brief(summary="a crate"), fenced(PROGRAM), Critique(score=9))
    generate(asked(tmp_path, photograph, text="a red crate", effort="standard", staged=False))
    assert model.pictures == [1, 1, 2]


@pytest.mark.slow
def test_a_scene_of_pictures_is_made_in_stages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, photograph: Path
) -> None:
    from scenewright.app.agent.brief import Brief

    model = scripted(monkeypatch, Brief(summary="a crate"), *[fenced(PROGRAM), Critique(score=9)] * 4)
    made = generate(asked(tmp_path, photograph, text="a red crate", effort="standard"))
    (run,) = list_runs(made.folder)
    assert [stage.name for stage in load_run(made.folder, run.id).stages] == [
        "camera",
        "geometry",
        "materials",
        "light",
    ]
    assert model.pictures == [1] * 9


def test_a_text_beside_a_picture_needs_a_model(tmp_path: Path, photograph: Path) -> None:
    with pytest.raises(RequestError, match="need a language model"):
        GenerateRequest(text="a crate", images=(photograph,), out=tmp_path / "scene")


def test_what_is_no_picture_never_reaches_a_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model = scripted(monkeypatch, fenced(PROGRAM))
    (tmp_path / "room.jpg").write_bytes(b"<html>no picture</html>")
    with pytest.raises(PictureError, match="no picture that can be read"):
        generate(asked(tmp_path, tmp_path / "room.jpg", text="a red crate"))
    assert model.heard == []
    assert not (tmp_path / "scene").exists()
