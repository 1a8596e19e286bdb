"""Commands that ask a language model: what they say when its server has a fault, and what they leave behind."""

from __future__ import annotations

import json
import os
from pathlib import Path
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from scenewright.app.cli import app
from tests.support.model_server import Answer, Fault, Raw, Refusal, Say, model_server

pytest.importorskip("pydantic_ai")

KEY = "sk-canary-0123456789"
ROOM = """from scene.language import *
@register('a stool')
def stool(): return transform_shape(primitive_call('cube', {'scale': (0.4, 0.4, 0.4)}), translation_matrix((0, 0.2, 0)))
@register('a hut')
def hut(): return concat_shapes(room(4, 4, 2.6), place('stool', at=(0, 0, 0)))
"""
FAULTS = {
    "wrong key": (Fault(401, f"Incorrect API key provided: {KEY}"), "refused the key (401"),
    "web page": (Raw(b"<html>hello</html>", 200, "text/html"), "a web page instead of JSON"),
    "refusal": (Refusal("I would rather not."), "I would rather not."),
    "no credit": (Fault(429, "You exceeded your current quota", code="insufficient_quota"), "has no credit left"),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("command", ["generate", "ask"])
def test_a_fault_is_one_line_and_leaves_nothing(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    answer, words = FAULTS[name]
    done, server = _run(command, tmp_path, answer)
    assert done.exit_code == 14
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert line.startswith(f"error: tiny at {server.removeprefix('http://')} ")
    assert words in line
    assert json.loads(done.stdout)["error"]["class"] == "ModelError"
    assert KEY not in done.output
    assert "Traceback" not in done.output
    assert not list(tmp_path.rglob("scene.toml"))
    assert not any(KEY.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_an_answer_of_a_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    done, _ = _run("ask", tmp_path, Say("One stool."))
    assert done.exit_code == 0
    assert "One stool." in done.stdout


def _run(command: str, folder: Path, answer: Answer):
    with model_server(answer) as server:
        named = ["--model", "openai:tiny", "--base-url", server.address("chat"), "--json"]
        if command == "generate":
            arguments = ["a hut with a stool", "--out", str(folder / "scene"), *named]
        else:
            program = folder / "hut.py"
            program.write_text(ROOM, encoding="utf-8")
            arguments = [str(program), "How many stools are there?", *named]
        # the command line writes the settings of the machine to its environment, where the next test would find them
        with patch.dict(os.environ):
            return CliRunner().invoke(app, [command, *arguments]), server.address("chat")
