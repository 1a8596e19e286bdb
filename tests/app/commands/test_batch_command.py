"""``scenewright batch`` and ``render --batch`` as processes: results, exit codes, and what bad input is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import answer, answer_here, run, run_here
from tests.support.worker_scenes import ROW, scene_folder

GOOD = '{"kind": "export", "scene": "row", "out": "row.glb", "label": "good"}'


@pytest.fixture
def jobs(tmp_path: Path) -> Path:
    scene_folder(tmp_path / "row")
    return tmp_path / "jobs.jsonl"


@pytest.mark.slow
def test_bad_lines_are_named_and_the_rest_runs(jobs: Path) -> None:
    lines = [
        GOOD,
        "{this is no json",
        '{"kind": "fly"}',
        '{"kind": "export", "scene": "row", "out": "b.glb", "colour": 1}',
        GOOD,
    ]
    jobs.write_text("\n".join(lines), encoding="utf-8")
    out = jobs.parent / "out"
    done = run("batch", str(jobs), "--out", str(out), "--workers", "1", "--json", code=1)
    counts = json.loads(done.stdout)["counts"]
    assert counts == {"finished": 1, "duplicate": 1, "refused": 3}
    records = [json.loads(line) for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    refused = {r["where"]: r["reason"] for r in records if r["state"] == "refused"}
    assert sorted(refused) == ["line 2", "line 3", "line 4"]
    assert "JSON" in refused["line 2"]
    assert "fly" in refused["line 3"]
    assert "colour" in refused["line 4"]
    (folder,) = (f for f in out.iterdir() if f.is_dir())
    assert (folder / "row.glb").is_file()
    again = answer("batch", str(jobs), "--out", str(out), "--workers", "1", "--resume", "--json", code=1)
    assert again["counts"]["skipped"] == 1


def test_jobs_are_checked_without_running_them(jobs: Path) -> None:
    jobs.write_text(GOOD + '\n{"kind": "fly"}\n', encoding="utf-8")
    told = answer_here("batch", str(jobs), "--out", str(jobs.parent / "out"), "--check", "--json", code=1)
    assert (told["jobs"], told["different"], len(told["refused"])) == (1, 1, 1)
    assert not (jobs.parent / "out").exists()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--shard", "3/2"), "shard"),
        (("--engine", "slurm"), "engine"),
        (("--out", "nowhere://bucket/rooms"), "nowhere"),
    ],
)
def test_what_cannot_run_at_all_is_said_at_once(jobs: Path, more: tuple[str, ...], says: str) -> None:
    jobs.write_text(GOOD, encoding="utf-8")
    done = run_here("batch", str(jobs), "--out", str(jobs.parent / "out"), *more, code=None)
    assert done.returncode not in (0, 1)
    assert says in done.stderr


def test_a_file_in_the_place_of_the_results_is_kept(jobs: Path) -> None:
    jobs.write_text(GOOD, encoding="utf-8")
    out = jobs.parent / "out"
    out.write_text("mine", encoding="utf-8")
    done = run_here("batch", str(jobs), "--out", str(out), code=23)
    assert str(out) in done.stderr
    assert out.read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
def test_many_scenes_are_drawn_in_one_line(tmp_path: Path) -> None:
    scene_folder(tmp_path / "one")
    scene_folder(tmp_path / "two", ROW.replace("0.5", "0.4"))
    out = tmp_path / "pictures"
    scenes = [str(tmp_path / name) for name in ("one", "two")]
    small = ("--width", "64", "--height", "48", "--workers", "1")
    assert answer("render", "--batch", *scenes, "--out", str(out), *small, "--json")["counts"] == {"finished": 2}
    assert len(list(out.glob("one-*/pictures/*.png"))) == len(list(out.glob("two-*/pictures/*.png"))) >= 1
    again = answer("render", "--batch", *scenes, "--out", str(out), *small, "--json")
    assert again["counts"] == {"skipped": 2}
    refused = run("render", "--batch", *scenes, *small, code=None)
    assert refused.returncode != 0
    assert "out" in refused.stderr
