"""What was paid for is kept beside the folder that the scene would have had; where nothing came, nothing is written."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from scenewright.app.agent.runs import list_runs, load_run
from scenewright.app.generating import GenerateRequest, generate
from scenewright.app.language_models import ModelError
from scenewright.app.writers.writer import WriterError
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from tests.support.model_server import Fault, Hang, ModelServer, Say, model_server

BROKEN = (
    "```python\nfrom scene.language import *\n\n@register('a crate')\ndef crate():\n    return asset_cal('crate')\n```"
)


def asked(tmp_path: Path, address: str) -> GenerateRequest:
    return GenerateRequest(
        text="a crate", model="openai-chat:tiny", base_url=address, effort="quick", out=tmp_path / "made" / "scene"
    )


def kept(tmp_path: Path) -> set[str]:
    return {path.name for path in tmp_path.glob("made/*")}


def test_a_server_that_refuses_leaves_nothing(tmp_path: Path) -> None:
    with model_server(Fault(401)) as server, pytest.raises(ModelError):
        generate(asked(tmp_path, server.address("chat")))
    assert kept(tmp_path) == set()


def test_replies_that_fail_are_kept_with_their_run(tmp_path: Path) -> None:
    with (
        model_server(Say(BROKEN)) as server,
        pytest.raises(WriterError, match=r"asset_cal.*scene\.reply\.md") as caught,
    ):
        generate(asked(tmp_path, server.address("chat")))
    assert caught.value.exit_code == 15
    assert kept(tmp_path) == {"scene.reply.md", "scene.unfinished"}
    (run,) = list_runs(tmp_path / "made" / "scene.unfinished")
    assert run.outcome == "failed"


def test_an_answer_before_a_fault_is_kept(tmp_path: Path) -> None:
    with model_server(Say(BROKEN), Fault(401)) as server, pytest.raises((ModelError, WriterError)) as caught:
        generate(asked(tmp_path, server.address("chat")))
    assert "scene.unfinished" in str(caught.value)
    folder = tmp_path / "made" / "scene.unfinished"
    (run,) = list_runs(folder)
    assert "asset_cal" in load_run(folder, run.id).transcript.exchanges[0].answered


def test_a_run_that_is_given_up_is_kept(tmp_path: Path) -> None:
    job, told = Job(), list[str]()
    job.listen(lambda share, what: None, on_log=told.append)
    with model_server(Say(BROKEN), Hang()) as server:
        threading.Thread(target=lambda: (_second_request(server), job.cancel()), daemon=True).start()
        with pytest.raises(JobCancelled):
            generate(asked(tmp_path, server.address("chat")), job=job)
    assert kept(tmp_path) == {"scene.unfinished"}
    assert any("the run is kept in" in line for line in told)


def _second_request(server: ModelServer) -> None:
    while len(server.asked) < 2:
        time.sleep(0.05)
