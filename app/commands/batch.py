"""``scenewright batch`` and ``render --batch``: run many jobs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.requests import RequestError
from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.batch import BatchDone, BatchOptions, JobLine

__all__ = ["options_of", "render_many", "run"]

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
        from scenewright.app.batch import plan_jobs, read_job_lines, run_batch
        from scenewright.app.terminal.process import settings_for_machine

        settings_for_machine({}, reporter)
        options = options_of(
            engine=engine,
            address=address,
            workers=workers,
            cpus=cpus,
            seconds=seconds,
            memory=memory,
            shard=shard,
            resume=resume,
            attempts=attempts,
        )
        lines, problems = read_job_lines(jobs)
        base = jobs.absolute().parent
        if check:
            planned, wrong = plan_jobs(lines, base)
            reasons = [f"{p.where}: {p.reason}" for p in (*problems, *wrong)]
            values = {"jobs": len(planned), "different": len({p.key for p in planned}), "refused": reasons}
            reporter.result(values, [f"{len(planned)} jobs, {values['different']} of them different", *reasons])
            raise SystemExit(1 if reasons else 0)
        with reporter.job("the batch", kept="batch", scene=str(jobs)) as job:
            done = run_batch(lines, out, options, base=base, problems=problems, keys=_model_variables(lines), job=job)
        _tell(done, reporter)


def render_many(
    scenes: Sequence[str], out: str, step: Mapping[str, Any], *, workers: int | None, reporter: Reporter
) -> None:
    """Draw many scenes with the same settings, each into a folder of its own below `out`. What is drawn already is left out."""
    from scenewright.app.batch import run_batch
    from scenewright.app.batch.job_lines import lines_of

    jobs = [
        {"kind": "render", "scene": scene, "label": label, **step}
        for scene, label in zip(scenes, _labels(scenes), strict=True)
    ]
    lines, problems = lines_of(jobs)
    options = options_of(workers=workers, resume=True)
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


def options_of(
    *,
    engine: str = "local",
    address: str | None = None,
    workers: int | None = None,
    cpus: float = 1.0,
    seconds: float = 3_600.0,
    memory: float | None = None,
    shard: str = "1/1",
    resume: bool = False,
    attempts: int = 3,
) -> BatchOptions:
    """The options of a batch from those of a command.

    Raises:
        RequestError: one is wrong; ``field`` names it.
    """
    from scenewright.app.batch import BatchOptions

    if engine not in ("local", "ray"):
        raise RequestError(f"engine is {engine!r}: use local or ray", field="engine")
    if address is not None and engine != "ray":
        raise RequestError("address is that of a Ray cluster: give engine ray, too", field="address")
    found = _SHARD.fullmatch(shard)
    part, parts = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= part <= parts:
        raise RequestError(f"shard is {shard!r}: give i/n, such as 1/4, with i from 1 to n", field="shard")
    return BatchOptions(
        engine="ray" if engine == "ray" else "local",
        address=address,
        workers=workers,
        cpus=cpus,
        seconds=seconds,
        memory_gb=memory,
        shard=(part, parts),
        resume=resume,
        attempts=attempts,
    )


def _model_variables(lines: Sequence[JobLine]) -> dict[str, str]:
    """The keys and addresses of model providers that are set, where a job asks a language model."""
    import os

    from scenewright.app.language_models import MODEL_VARIABLES

    if not any(_asks_model(line.values) for line in lines):
        return {}
    return {name: os.environ[name] for name in MODEL_VARIABLES if os.environ.get(name)}


def _asks_model(values: Any) -> bool:
    if isinstance(values, Mapping):
        return any("model" in str(name).split(".") or _asks_model(value) for name, value in values.items())
    return isinstance(values, list) and any(map(_asks_model, values))


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
