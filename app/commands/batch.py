"""``scenewright batch`` and ``render --batch``: run many jobs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.requests import RequestError
from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.batch import BatchDone

__all__ = ["read_shard", "render_many", "run"]

_SHARD = re.compile(r"(\d{1,6})/(\d{1,6})")


def run(
    jobs: Path,
    out: str,
    *,
    engine: str,
    address: str | None,
    workers: int | None,
    cpus: float,
    seconds: float,
    memory: float | None,
    shard: str,
    resume: bool,
    attempts: int,
    check: bool,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.batch import BatchOptions, model_variables, plan_jobs, read_job_lines, run_batch
        from scenewright.app.terminal.process import settings_for_machine

        settings_for_machine({}, reporter)
        options = BatchOptions(
            engine=engine,
            address=address,
            workers=workers,
            cpus=cpus,
            seconds=seconds,
            memory_gb=memory,
            shard=read_shard(shard),
            resume=resume,
            attempts=attempts,
        )
        lines, problems = read_job_lines(jobs)
        base = jobs.absolute().parent
        if check:
            planned, wrong = plan_jobs(lines, base)
            reasons = [f"{p.where}: {p.reason}" for p in (*problems, *wrong)]
            values = {"jobs": len(planned), "different": len({p.key for p in planned}), "refused": reasons}
            reporter.result(values, [_counted(len(planned), values["different"]), *reasons])
            raise SystemExit(1 if reasons else 0)
        with reporter.job("the batch", kept="batch", scene=str(jobs)) as job:
            done = run_batch(lines, out, options, base=base, problems=problems, keys=model_variables(lines), job=job)
        _tell(done, reporter)


def render_many(
    scenes: Sequence[str], out: str, step: Mapping[str, Any], *, workers: int | None, reporter: Reporter
) -> None:
    """Draw many scenes with the same settings, each into a folder of its own below `out`. What is drawn already is left out."""
    from scenewright.app.batch import BatchOptions, run_batch
    from scenewright.app.batch.job_lines import lines_of

    jobs = [
        {"kind": "render", "scene": scene, "label": label, **step}
        for scene, label in zip(scenes, _labels(scenes), strict=True)
    ]
    lines, problems = lines_of(jobs)
    options = BatchOptions(workers=workers, resume=True)
    with reporter.job("rendering", kept="batch", scene=f"{len(scenes)} scenes") as job:
        done = run_batch(lines, out, options, base=Path.cwd(), problems=problems, job=job)
    _tell(done, reporter)


def _labels(scenes: Sequence[str]) -> list[str]:
    """The names of scenes, with that of the folder above where several have the same."""
    names = [Path(scene).stem for scene in scenes]
    return [
        name if names.count(name) == 1 else f"{Path(scene).absolute().parent.name}-{name}"
        for scene, name in zip(scenes, names, strict=True)
    ]


def read_shard(text: str) -> tuple[int, int]:
    """The part of a work that an option names: ``2/4`` is the second of four.

    Raises:
        RequestError: it is no i/n.
    """
    found = _SHARD.fullmatch(text)
    if found is None:
        raise RequestError(f"shard is {text!r}: give i/n, such as 1/4, with i from 1 to n", field="shard")
    return int(found[1]), int(found[2])


def _counted(planned: int, different: int) -> str:
    jobs = f"{planned} {'job' if planned == 1 else 'jobs'}"
    return jobs if planned == different else f"{jobs}, {different} of them different"


def _tell(done: BatchDone, reporter: Reporter) -> None:
    from scenewright.app.batch.summary import summary_table

    if reporter.as_json:
        reporter.result(done.report(), "")
    else:
        reporter.table(summary_table(done))
        places = [f"results: {done.out}", f"manifest: {done.manifest}"]
        if done.contact_sheet is not None:
            places.append(f"pictures: {done.contact_sheet}")
        reporter.result({}, places)
    if not done.ok:
        raise SystemExit(1)
