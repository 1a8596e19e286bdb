"""Which language models ``scenewright studio`` offers, by its options, the environment, and who can reach it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from scenewright.app import studio
from scenewright.app.cli import app
from scenewright.app.studio import StudioModels


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Starts the command with options, without a server, and returns the models that it would offer."""
    seen: list[StudioModels] = []

    class NoServer:
        url = "http://localhost"

        def __init__(self, settings: Any, **_: Any) -> None:
            seen.append(settings.models)

        def run(self) -> None:
            pass

    monkeypatch.setattr(studio, "StudioServer", NoServer)
    monkeypatch.setenv("SCENEWRIGHT_MODEL", "ollama:of-mine")
    monkeypatch.setenv("SCENEWRIGHT_BASE_URL", "http://box:1234/v1")

    def start(*options: str) -> StudioModels:
        result = CliRunner().invoke(app, ["studio", "--no-browser", "--scenes", str(tmp_path), *options])
        assert result.exit_code == 0, result.output
        return seen[-1]

    return start


def test_a_studio_of_ones_own_has_the_model_of_the_settings(offered: Any) -> None:
    assert offered() == StudioModels("ollama:of-mine", "http://box:1234/v1", any_model=True)
    assert offered("--model", "openai:other", "--no-any-model").model == "openai:other"
    assert not offered("--no-any-model").any_model


def test_a_studio_for_others_has_what_its_command_line_names(offered: Any) -> None:
    shared = ("--auth", "anna:apple")
    assert offered(*shared) == StudioModels()
    assert offered("--open-to-anyone") == StudioModels()
    assert offered(*shared, "--model", "openai:tiny") == StudioModels("openai:tiny")
    assert offered(*shared, "--any-model").any_model


def test_a_name_of_no_model_is_refused_before_anything_listens() -> None:
    result = CliRunner().invoke(app, ["studio", "--no-browser", "--model", "nonsense"])
    assert result.exit_code == 14
    assert "is not provider:name" in result.output
