"""Runs of language models, kept in the scene folder."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from scenewright.app.agent.runs import Round, RunRecord, list_runs, load_run, new_run_id, replayed, save_run
from scenewright.app.language_models import Conversation, ModelPicture, Transcript
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError, ScenewrightError
from scenewright.scene.folder import Project, copy_scene_folder

pytest.importorskip("pydantic_ai")

PROGRAM = "from scene.language import *\n@register('a box')\ndef box_(): return primitive_call('cube', {'scale': 1})\n"


def png(width: int = 5) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, 4)).save(data, "PNG")
    return data.getvalue()


def talk(model: Any, transcript: Transcript) -> str:
    chat = Conversation(model, "Write.", role="writer", prompt_version="4", transcript=transcript)
    return chat.say("a box", [ModelPicture(png(), "a view")]).text


def made(**values: Any) -> RunRecord:
    """A run with a turn, a picture and two rounds."""
    from pydantic_ai.models.test import TestModel as ModelOfPydantic

    transcript = Transcript()
    talk(ModelOfPydantic(custom_output_text=PROGRAM), transcript)
    record = RunRecord(
        kind="generate",
        request="a box",
        settings={"rounds": 3, "seed": 1},
        seconds=2.5,
        outcome="done",
        message="all checks passed",
        rounds=[Round(1, "x = 1\n", "no box"), Round(2, PROGRAM, "all well", kept=True)],
        transcript=transcript,
    )
    for name, value in values.items():
        setattr(record, name, value)
    return record


def test_a_run_is_read_as_it_was_saved(tmp_path: Path) -> None:
    record = made()
    place = save_run(tmp_path, record)
    assert place == tmp_path / "runs" / record.id
    names = sorted(str(p.relative_to(place)) for p in place.rglob("*") if p.is_file())
    picture = next(iter(record.transcript.pictures))
    assert names == [f"pictures/{picture}.png", "programs/1.py", "programs/2.py", "run.json", "transcript.json"]
    read = load_run(tmp_path, record.id)
    assert read.transcript.to_json() == record.transcript.to_json()
    assert read.transcript.pictures == {picture: png()}
    assert read.rounds == record.rounds
    assert (read.models, read.prompt_versions) == ({"writer": "test"}, {"writer": "4"})
    assert load_run(tmp_path, record.id, pictures=False).transcript.pictures == {}
    for name in ("kind", "request", "settings", "started", "seconds", "outcome", "message", "spent"):
        assert getattr(read, name) == getattr(record, name), name


def test_a_kept_run_is_replayed(tmp_path: Path) -> None:
    record = made()
    save_run(tmp_path, record)
    again = Transcript()
    assert talk(replayed(load_run(tmp_path, record.id)), again) == PROGRAM
    assert again.to_json()["exchanges"] == record.transcript.to_json()["exchanges"]


def test_runs_of_earlier_versions_do_not_say_after_what(tmp_path: Path) -> None:
    record = made(rounds=[Round(1, PROGRAM, "all well", kept=True, after=1)])
    file = save_run(tmp_path, record) / "run.json"
    assert load_run(tmp_path, record.id).rounds[0].after == 1
    values = json.loads(file.read_text(encoding="utf-8"))
    del values["rounds"][0]["after"]
    file.write_text(json.dumps(values), encoding="utf-8")
    assert load_run(tmp_path, record.id).rounds[0].after is None


def test_a_start_that_a_stranger_wrote_is_none_to_go_on_from(tmp_path: Path) -> None:
    record = made(settings={"start": {"stage": "../..", "program": 3}})
    assert record.finished_programs == {}


def test_runs_are_listed_by_time(tmp_path: Path) -> None:
    assert list_runs(tmp_path) == []
    for number in range(3):
        save_run(tmp_path, made(id=f"2026010{3 - number}-000000-abcdef", request=f"box {number}"))
    listed = list_runs(tmp_path)
    assert [run.request for run in listed] == ["box 2", "box 1", "box 0"]
    assert (listed[0].rounds, listed[0].spent.requests, listed[0].outcome, listed[0].models) == (
        2,
        1,
        "done",
        ("test",),
    )
    assert new_run_id() > listed[-1].id
    assert new_run_id() != new_run_id()


def test_a_run_is_saved_again_while_it_goes_on(tmp_path: Path) -> None:
    record = made(outcome="running", rounds=[Round(1, "x = 1\n")])
    save_run(tmp_path, record)
    assert list_runs(tmp_path)[0].outcome == "running"
    record.rounds.append(Round(2, PROGRAM, "better", kept=True))
    record.outcome = "best-so-far"
    save_run(tmp_path, record)
    assert (list_runs(tmp_path)[0].outcome, list_runs(tmp_path)[0].rounds) == ("best-so-far", 2)


def test_a_stop_at_any_moment_leaves_no_half_run(tmp_path: Path) -> None:
    """The process ends before each of its changes in turn: the run is there as it was before, or as it is."""

    class Stopped(BaseException):
        pass

    first = made(outcome="running", rounds=[Round(1, "x = 1\n")])
    for moment in range(200):
        folder = tmp_path / str(moment)
        save_run(folder, first)
        second = made(id=first.id, rounds=[Round(1, "x = 1\n"), Round(2, PROGRAM)])
        left = [moment]

        def stop(*_: Any, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise Stopped

        try:
            with atomic.fault_hook(stop):
                save_run(folder, second)
        except Stopped:
            (run,) = list_runs(folder)
            assert (run.problem, run.rounds) in (("", 1), ("", 2))
            assert load_run(folder, first.id).rounds[0].program == "x = 1\n"
        else:
            assert moment > 10
            return
    pytest.fail("saving never ended")


def test_a_new_run_that_was_cut_short_is_none(tmp_path: Path) -> None:
    place = save_run(tmp_path, made(id="one"))
    (place / "run.json").unlink()
    assert list_runs(tmp_path) == []
    with pytest.raises(ProjectError, match="has no run one: it keeps none") as caught:
        load_run(tmp_path, "one")
    assert (caught.value.kind, caught.value.field) == ("missing", "run")


def test_no_key_is_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = "sk-canary-0123456789"
    monkeypatch.setenv("OPENAI_API_KEY", key)
    record = made(
        request=f"a box {key}", message=key, settings={"a": [key], "b": {"c": key}}, rounds=[Round(1, f"# {key}", key)]
    )
    record.transcript.note(key)
    place = save_run(tmp_path, record)
    for path in place.rglob("*"):
        assert not path.is_file() or key.encode() not in path.read_bytes(), path
    assert load_run(tmp_path, record.id).rounds[0].program == "# <OPENAI_API_KEY>"


@pytest.mark.parametrize("id", ["../../etc", "a/b", "", ".", "..", "x" * 65, "a\nb", "C:x"])
def test_an_id_is_no_path(id: str, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="is no id of a run"):
        save_run(tmp_path, made(id=id))
    with pytest.raises(ProjectError, match="is no id of a run"):
        load_run(tmp_path, id)
    assert list(tmp_path.iterdir()) == []


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    scene, elsewhere = tmp_path / "scene", tmp_path / "elsewhere"
    scene.mkdir()
    elsewhere.mkdir()
    (scene / "runs").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(ProjectError):
        save_run(scene, made())
    assert list(elsewhere.iterdir()) == []
    save_run(elsewhere, made(id="one"))
    (elsewhere / "runs").rename(elsewhere / "moved")
    (scene / "runs").unlink()
    (scene / "runs").symlink_to(elsewhere / "moved", target_is_directory=True)
    with pytest.raises(ProjectError):
        list_runs(scene)


def damaged(value: Any) -> Any:
    return lambda values: {**values, **value}


@pytest.mark.parametrize(
    "change",
    [
        damaged({"schema": "one"}),
        damaged({"schema": 2}),
        damaged({"outcome": "perfect"}),
        damaged({"seconds": "long"}),
        damaged({"seconds": True}),
        damaged({"spent": {"requests": "two"}}),
        damaged({"spent": 3}),
        damaged({"models": ["m"]}),
        damaged({"rounds": "two"}),
        damaged({"rounds": [{"number": "../../x", "program": "", "checks": "", "kept": False}]}),
        damaged({"rounds": [{"number": 1, "program": "0" * 64, "checks": "", "kept": False}]}),
        damaged({"pictures": ["../../../etc/passwd"]}),
        damaged({"pictures": ["0" * 64]}),
        lambda values: [],
        lambda values: {"schema": 1},
    ],
)
def test_a_damaged_run_is_named(change: Any, tmp_path: Path) -> None:
    record = made()
    place = save_run(tmp_path, record)
    values = json.loads((place / "run.json").read_text(encoding="utf-8"))
    (place / "run.json").write_text(json.dumps(change(values)), encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        load_run(tmp_path, record.id)
    assert caught.value.kind in ("damaged", "newer-schema", "missing")
    save_run(tmp_path, made(id="whole"))
    assert len(list_runs(tmp_path)) == 2


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 5_000, b"null", b'{"schema": NaN}'])
@pytest.mark.parametrize("name", ["run.json", "transcript.json"])
def test_files_that_are_no_json_are_named(name: str, data: bytes, tmp_path: Path) -> None:
    record = made()
    place = save_run(tmp_path, record)
    (place / name).write_bytes(data)
    with pytest.raises(ScenewrightError, match=f"the run {record.id} is damaged"):
        load_run(tmp_path, record.id)
    problems = [run.problem for run in list_runs(tmp_path)]
    assert len(problems) == 1
    assert bool(problems[0]) == (name == "run.json")


def test_what_is_too_large_is_left_out_and_said(tmp_path: Path) -> None:
    record = made()
    record.transcript.pictures["f" * 64] = bytes(9 << 20)
    save_run(tmp_path, record)
    read = load_run(tmp_path, record.id)
    assert len(read.transcript.pictures) == 1
    assert read.transcript.notes == ["1 pictures of this run are not kept: they are too large"]
    with pytest.raises(ProjectError, match="the program of round 1 is larger"):
        save_run(tmp_path, made(rounds=[Round(1, "#" * (5 << 20))]))


def test_settings_that_are_no_data_are_refused(tmp_path: Path) -> None:
    for value in (object(), float("nan"), {1, 2}):
        with pytest.raises(ProjectError, match="is no JSON data"):
            save_run(tmp_path, made(settings={"value": value}))
    assert list_runs(tmp_path) == []


def test_a_scene_folder_keeps_its_runs(tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    save_run(folder, made(id="failed", outcome="failed"))
    project = Project.create(folder, PROGRAM)
    save_run(folder, made(id="second"))
    project.save(PROGRAM.replace("a box", "a crate"), author="person", operation={"kind": "write"})
    copy_scene_folder(folder, tmp_path / "copy")
    for each in (folder, tmp_path / "copy"):
        assert [run.id for run in list_runs(each)] == ["failed", "second"]
