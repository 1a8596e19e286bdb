"""Batches on this machine: what is done, what is left out, and what is said of jobs that fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scenewright.app.batch import BatchError, BatchState, read_manifest
from scenewright.app.batch.job_lines import LineProblem, lines_of
from scenewright.app.batch.stores import RemoteStore
from tests.app.batch.conftest import BatchPlace
from tests.support.batch_witness import witnessed
from tests.support.object_stores import object_store

pytestmark = pytest.mark.slow


def export(name: str, **more: object) -> dict[str, object]:
    return {"kind": "export", "scene": "row", "out": name, "label": name.replace(".", "-"), **more}


def states(place: BatchPlace) -> dict[str, BatchState]:
    return {r.label: r.state for r in read_manifest(place.out / "manifest.jsonl")}


def test_a_batch_goes_on_where_it_ended(place: BatchPlace) -> None:
    first = place.run(export("a.witness"), export("b.witness"), export("a.witness", label="again"))
    assert first.ok
    assert {str(s): n for s, n in first.counts.items()} == {"finished": 2, "duplicate": 1}
    with pytest.raises(BatchError, match="--resume"):
        place.run(export("a.witness"))
    second = place.run(export("a.witness"), export("c.witness"), resume=True)
    assert {str(s): n for s, n in second.counts.items()} == {"skipped": 1, "finished": 1}
    assert sorted(witnessed(place.log).values()) == [1, 1, 1]
    assert not (place.out / ".partial").exists()


def test_each_failure_is_named_and_costs_no_other(place: BatchPlace) -> None:
    done = place.run(
        export("a.endless", limits={"seconds": 1.0}),
        export("b.hungry", limits={"memory_gb": 1.0}),
        export("c.crashing"),
        export("d.once"),
        export("e.full"),
        {"kind": "query", "scene": "row", "queries": [""], "label": "f"},
        export("g.witness"),
    )
    assert not done.ok
    by_label = {r.label: r for r in done.records}
    kinds = {label: r.kind for label, r in by_label.items() if r.state is BatchState.FAILED}
    assert kinds == {
        "a-endless": "time",
        "b-hungry": "memory",
        "c-crashing": "crash",
        "e-full": "disk",
        "f": "QueryError",
    }
    assert "more than 1 s" in by_label["a-endless"].reason
    assert "No space left" in by_label["e-full"].reason
    assert by_label["c-crashing"].attempt == 3
    assert by_label["d-once"].state is BatchState.FINISHED
    assert by_label["d-once"].attempt == 2
    assert by_label["g-witness"].state is BatchState.FINISHED
    assert by_label["g-witness"].seconds is not None
    assert (by_label["g-witness"].peak_bytes or 0) > 10_000_000
    folders = [f for f in place.out.iterdir() if f.is_dir()]
    assert all((f / "result.json").is_file() for f in folders)
    assert len(folders) == 2


def test_results_go_to_an_object_store_once(place: BatchPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    with object_store(monkeypatch) as bucket:
        first = place.run(export("a.witness"), export("c.crashing"), out=f"{bucket}/rooms")
        assert {str(s): n for s, n in first.counts.items()} == {"finished": 1, "failed": 1}
        again = place.run(export("a.witness"), export("b.witness"), out=f"{bucket}/rooms", resume=True)
        assert {str(s): n for s, n in again.counts.items()} == {"skipped": 1, "finished": 1}
        store = RemoteStore(f"{bucket}/rooms")
        assert all(store.has(r.folder) for r in again.records if r.folder)
    assert sorted(witnessed(place.log).values()) == [1, 1]


def test_parts_of_a_batch_share_nothing_and_miss_nothing(place: BatchPlace) -> None:
    jobs = [export(f"{n}.witness") for n in range(8)]
    for part in (1, 2, 3):
        place.run(*jobs, shard=(part, 3))
    assert len(witnessed(place.log)) == 8
    assert set(witnessed(place.log).values()) == {1}


def test_two_at_once_are_refused(place: BatchPlace) -> None:
    from filelock import FileLock

    place.out.mkdir()
    with FileLock(place.out / ".manifest.jsonl.lock"), pytest.raises(BatchError, match="another process"):
        place.run(export("a.witness"))


def test_a_killed_batch_goes_on(place: BatchPlace) -> None:
    """The command is killed amid a job that would never end; then that job is given a limit."""
    script = (
        "from pathlib import Path\nfrom scenewright.app.batch import BatchOptions, run_batch\n"
        "from scenewright.app.batch.job_lines import lines_of\n"
        "lines, _ = lines_of([{'kind': 'export', 'scene': 'row', 'out': n} for n in ('a.witness', 'b.endless', 'c.witness')])\n"
        f"run_batch(lines, {str(place.out)!r}, BatchOptions(workers=1), base=Path({str(place.folder)!r}))\n"
    )
    path = os.pathsep.join([str(place.site), *filter(None, sys.path)])
    process = subprocess.Popen([sys.executable, "-P", "-c", script], env={**os.environ, "PYTHONPATH": path})
    manifest = place.out / "manifest.jsonl"
    ends = time.monotonic() + 120.0
    while time.monotonic() < ends and process.poll() is None:
        told = list(read_manifest(manifest)) if manifest.exists() else []
        if [r.state for r in told] == [BatchState.STARTED, BatchState.FINISHED, BatchState.STARTED]:
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = place.run(
        {"kind": "export", "scene": "row", "out": "a.witness"},
        {"kind": "export", "scene": "row", "out": "b.endless", "limits": {"seconds": 1.0}},
        {"kind": "export", "scene": "row", "out": "c.witness"},
        resume=True,
    )
    assert {str(s): n for s, n in done.counts.items()} == {"skipped": 1, "finished": 1, "failed": 1}
    assert set(witnessed(place.log).values()) == {1}


def test_lines_that_hold_no_job_are_in_the_manifest(place: BatchPlace) -> None:
    from scenewright.app.batch import BatchOptions, run_batch

    lines, _ = lines_of([export("a.witness")])
    problems = [LineProblem("line 2", "this is no JSON")]
    done = run_batch(lines, str(place.out), BatchOptions(workers=1), base=place.folder, problems=problems)
    assert not done.ok
    assert states(place)["line 2"] is BatchState.REFUSED


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root on Linux can make a small disk")
def test_a_full_disk_is_named(place: BatchPlace, tmp_path: Path) -> None:
    place.out.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place.out)], check=False)
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        done = place.run(export("a.ply", splats=20_000, label="large"), export("a.witness"))
        by_label = {r.label: r for r in done.records}
        assert by_label["large"].state is BatchState.FAILED
        assert "No space left" in by_label["large"].reason
        assert by_label["a-witness"].state is BatchState.FINISHED
    finally:
        subprocess.run(["umount", str(place.out)], check=True)
