"""Planning: what is a job, which jobs are the same, and what is said of those that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from scenewright.app.batch import BatchError, PlannedJob, plan_jobs, read_job_lines
from scenewright.app.batch.job_grids import cells_of
from scenewright.app.batch.job_lines import lines_of
from tests.support.worker_scenes import scene_folder

TABLE = {"kind": "generate", "text": "a table", "renderers": []}


def planned(base: Path, *jobs: Any) -> list[PlannedJob]:
    lines, _ = lines_of(jobs)
    made, problems = plan_jobs(lines, base)
    assert problems == []
    return made


def refusal(base: Path, job: Any) -> str:
    lines, problems = lines_of([job])
    made, wrong = plan_jobs(lines, base)
    assert made == []
    [problem] = [*problems, *wrong]
    assert problem.where == "job 1"
    return problem.reason


@given(st.permutations([("text", "a table"), ("seed", 3), ("dress", "none"), ("renderers", [])]))
def test_the_order_of_fields_does_not_matter(fields: list[tuple[str, Any]]) -> None:
    first = planned(Path.cwd(), {"kind": "generate", "text": "a table", "seed": 3, "dress": "none", "renderers": []})
    assert planned(Path.cwd(), {**dict(fields), "kind": "generate"})[0].key == first[0].key


def test_a_default_that_is_spelled_out_is_the_same_job(tmp_path: Path) -> None:
    short, long, other = planned(
        tmp_path, TABLE, {**TABLE, "layout": True, "label": "mine"}, {**TABLE, "layout": False}
    )
    assert short.key == long.key != other.key


def test_a_job_is_another_when_its_scene_changes(tmp_path: Path) -> None:
    scene_folder(tmp_path / "row")
    job = {"kind": "render", "scene": "row"}
    [before], [again] = planned(tmp_path, job), planned(tmp_path, job)
    (tmp_path / "row" / "program.py").write_text((tmp_path / "row" / "program.py").read_text() + "\n")
    [after] = planned(tmp_path, job)
    assert before.key == again.key != after.key
    assert before.scene == str(tmp_path / "row")


def test_the_place_of_a_scene_does_not_matter(tmp_path: Path) -> None:
    import shutil

    scene_folder(tmp_path / "row")
    shutil.copytree(tmp_path / "row", tmp_path / "there" / "copy")
    first, second = planned(tmp_path, *({"kind": "evaluate", "scene": s} for s in ("row", "there/copy")))
    assert first.key == second.key


def test_opening_and_drawing_a_scene_makes_no_other_job(tmp_path: Path) -> None:
    scene_folder(tmp_path / "row")
    job = {"kind": "evaluate", "scene": "row"}
    [before] = planned(tmp_path, job)
    (tmp_path / "row" / "renders" / "picture.png").write_bytes(b"drawn")
    assert planned(tmp_path, job)[0].key == before.key


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.lists(st.integers(), min_size=1, max_size=4), min_size=1))
def test_a_grid_has_each_combination_once(grid: dict[str, list[int]]) -> None:
    cells = list(cells_of(grid))
    count = 1
    for values in grid.values():
        count *= len(values)
    assert len(cells) == count
    assert all(cell[name] in grid[name] for cell in cells for name in grid)


def test_a_grid_reaches_the_steps_that_have_its_fields(tmp_path: Path) -> None:
    jobs = planned(
        tmp_path,
        {
            "label": "table {seed} {render.width}",
            "grid": {"seed": {"from": 5, "count": 2}, "render.width": [100, 200]},
            "steps": [TABLE, {"kind": "render", "width": 50}],
        },
    )
    assert [j.label for j in jobs] == ["table-5-100", "table-5-200", "table-6-100", "table-6-200"]
    assert [(j.steps[0]["seed"], j.steps[1]["width"]) for j in jobs] == [(5, 100), (5, 200), (6, 100), (6, 200)]
    assert all("width" not in j.steps[0] for j in jobs)
    assert len({j.key for j in jobs}) == 4


def test_a_grid_of_scenes_opens_each(tmp_path: Path) -> None:
    for name in ("one", "two"):
        scene_folder(tmp_path / name)
    jobs = planned(tmp_path, {"kind": "render", "grid": {"scene": ["one", "two"]}})
    assert [Path(j.scene or "").name for j in jobs] == ["one", "two"]


def test_steps_write_into_places_of_their_own(tmp_path: Path) -> None:
    [job] = planned(tmp_path, {"steps": [TABLE, {"kind": "render"}, {"kind": "render", "width": 10}]})
    assert [s["out"] for s in job.steps] == ["scene", "pictures", "pictures-2"]


def test_what_an_earlier_step_wrote_can_be_read(tmp_path: Path) -> None:
    [job] = planned(
        tmp_path,
        {
            "steps": [
                TABLE,
                {"kind": "export", "out": "a.ply", "splats": 100},
                {"kind": "splat_info", "file": "{job}/a.ply"},
            ]
        },
    )
    assert job.steps[2]["file"] == "{job}/a.ply"
    assert job.reads == {}


@pytest.mark.parametrize(
    ("job", "said"),
    [
        ({"kind": "genrate"}, "its kind is 'genrate'"),
        ({}, "its kind is none"),
        ({"kind": "generate"}, "give one of them"),
        ({**TABLE, "seed": "x"}, "seed: must be a whole number"),
        ({**TABLE, "sed": 1}, "sed: there is no such field; did you mean seed?"),
        ({**TABLE, "zzz": 1}, "zzz: there is no such field; there are text, program,"),
        ({**TABLE, "out": "/etc/passwd"}, "outside of the folder of the job"),
        ({**TABLE, "out": "../there"}, "outside of the folder of the job"),
        ({"kind": "render"}, "works on a scene"),
        ({"kind": "render", "scene": "nowhere"}, "nowhere cannot be read"),
        ({"kind": "render", "scene": 3}, "scene is the path of one scene"),
        ({"kind": "render", "steps": [TABLE]}, "give one of them"),
        ({"steps": []}, "1 to 100"),
        ({"steps": [TABLE], "text": "a chair"}, "no field text"),
        ({"steps": [TABLE, {"kind": "render", "width": "wide"}]}, "step 2, render: width"),
        ({**TABLE, "grid": {"sed": [1]}}, "no step of this job has a field sed; did you mean seed"),
        ({**TABLE, "grid": {"seed": []}}, "takes a list of values"),
        ({**TABLE, "grid": {"seed": {"from": 0, "count": 300_000}}}, "takes a list of values"),
        ({**TABLE, "grid": {"seed": {"from": 0, "count": 900}, "text": ["a", "b"] * 150}}, "at most 200,000"),
        ({**TABLE, "limits": {"seconds": 0}}, "seconds"),
        ({**TABLE, "limits": 3}, "limits is a table"),
        ({"kind": "capture_train", "capture": ".", "stop_file": "x"}, "leave stop_file out"),
        ("generate", "a job is an object"),
        ({"kind": "export", "out": "room.foo"}, "no export to '.foo'; use "),
    ],
)
def test_what_is_no_job_is_said(tmp_path: Path, job: Any, said: str) -> None:
    assert said in refusal(tmp_path, job)


def test_a_job_that_is_refused_keeps_its_label(tmp_path: Path) -> None:
    lines, _ = lines_of(
        [{"kind": "render", "scene": "nowhere", "label": "broken"}, {"kind": "render", "scene": "nowhere"}]
    )
    _, problems = plan_jobs(lines, tmp_path)
    assert [problem.label for problem in problems] == ["broken", ""]


def test_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "jobs.jsonl"
    lines = [json.dumps(TABLE), "# a comment", "", "{nonsense", '{"kind": "a", "kind": "b"}', "[1]", json.dumps(TABLE)]
    file.write_bytes("\n".join(lines).encode() + b"\n\xff\xfe\n")
    read, problems = read_job_lines(file)
    assert [line.where for line in read] == ["line 1", "line 7"]
    assert sorted(p.where for p in problems) == ["line 4", "line 5", "line 6", "line 8"]


def test_toml_holds_jobs_as_tables(tmp_path: Path) -> None:
    file = tmp_path / "jobs.toml"
    file.write_text('[[job]]\nkind = "generate"\ntext = "a table"\n[job.grid]\nseed = [1, 2]\n')
    read, problems = read_job_lines(file)
    made, wrong = plan_jobs(read, tmp_path)
    assert (len(made), problems, wrong) == (2, [], [])


@pytest.mark.parametrize(
    ("name", "text"), [("a.json", "[]"), ("a.toml", "job = 3"), ("a.toml", "= 3"), ("gone.jsonl", None)]
)
def test_a_file_that_holds_no_jobs_is_refused(tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(BatchError) as refused:
        read_job_lines(tmp_path / name)
    assert refused.value.kind == "jobs"
