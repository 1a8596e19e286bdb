"""``scenewright capture train``: from the command line, and stopped by Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.scene.splats.formats import read_gaussians
from scenewright.scene.splats.training import Trainer
from tests.support.photographs import photographs, write_capture

ARGUMENTS = ("--sweep-points", "--max-gaussians", "400", "--sh-degree", "0", "--json")


@pytest.fixture(scope="module")
def capture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight pictures of known Gaussians with a transforms.json, whose cameras have y up and look along -z."""
    return write_capture(tmp_path_factory.mktemp("capture"), photographs(8))


def command(capture: Path, out: Path, *arguments: str) -> list[str]:
    code = "import sys; from scenewright.app.cli import main; sys.argv[0] = 'scenewright'; main()"
    return [sys.executable, "-c", code, "capture", "train", str(capture), "--out", str(out), *arguments]


def train(capture: Path, out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["capture", "train", str(capture), "--out", str(out), *arguments])


@pytest.mark.slow
def test_a_training_leaves_its_folder_and_is_gone_on_with(capture: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = train(capture, out, "--iterations", "12", "--holdout", "4", *ARGUMENTS)
    assert done.exit_code == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["steps"] == 12
    assert answer["photographs"] == 6
    assert [v["name"] for v in answer["held_out"]["views"]] == ["images/000.png", "images/004.png"]
    assert len(read_gaussians(out / "scene.ply")) == answer["gaussians"] <= 400
    assert sorted(p.name for p in (out / "held-out").iterdir()) == ["images_000.png", "images_004.png"]
    again = train(capture, out, "--iterations", "15", *ARGUMENTS)
    assert again.exit_code == 2
    assert "--resume" in again.stderr
    other = train(capture, out, "--resume", "--strategy", "mcmc")
    assert other.exit_code == 2
    assert "leave out --strategy" in other.stderr
    longer = train(capture, out, "--resume", "--iterations", "15", "--json")
    assert longer.exit_code == 0, longer.stderr
    assert json.loads(longer.stdout)["steps"] == 15
    assert json.loads(longer.stdout)["photographs"] == 6, "the same views are held out as before"


SIGNALS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to another process")


@pytest.mark.slow
@SIGNALS
def test_a_signal_stops_after_a_step_and_leaves_the_result(capture: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    arguments = command(capture, out, "--iterations", "100000000", "--holdout", "images/003.png", *ARGUMENTS)
    running = subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    )
    try:
        assert running.stderr is not None
        told = ""
        for line in running.stderr:
            told += line
            if line.startswith("training:") and "step" in line:
                break
        assert "step" in told, told
        running.send_signal(signal.SIGINT)
        output, rest = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 130, told + rest
    answer = json.loads(output)
    assert answer["stopped"] == "cancelled"
    assert answer["steps"] > 0
    assert len(read_gaussians(out / "scene.ply")) == answer["gaussians"]
    assert (out / "checkpoint.safetensors").exists()
    assert [v["name"] for v in json.loads((out / "report.json").read_text())["held_out"]["views"]] == ["images/003.png"]


@SIGNALS
def test_a_scheduler_stops_it_like_ctrl_c(capture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    step, usual = Trainer.step, signal.getsignal(signal.SIGTERM)

    def signalled(trainer: Trainer, *arguments: object) -> object:
        done = step(trainer, *arguments)
        assert signal.getsignal(signal.SIGTERM) != usual, "nothing would catch it"
        signal.raise_signal(signal.SIGTERM)
        return done

    monkeypatch.setattr(Trainer, "step", signalled)
    done = train(capture, tmp_path / "out", *ARGUMENTS)
    assert done.exit_code == 143, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["stopped"], answer["steps"]) == ("cancelled", 1)
    assert len(read_gaussians(tmp_path / "out" / "scene.ply")) == answer["gaussians"]
    assert signal.getsignal(signal.SIGTERM) == usual


def test_options_that_do_not_go_together_are_refused(capture: Path, tmp_path: Path) -> None:
    done = train(capture, tmp_path / "out", "--width", "64", "--downscale", "2")
    assert done.exit_code == 2
    assert "give one" in done.stderr
    missing = train(capture, tmp_path / "nothing", "--resume")
    assert missing.exit_code == 18
    assert "no checkpoint" in missing.stderr
