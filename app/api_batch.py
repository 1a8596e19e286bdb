"""The Python function that runs many jobs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from scenewright.app.api_arguments import face, request_of
from scenewright.app.batch import BatchDone, BatchOptions, model_variables, read_job_lines, run_batch
from scenewright.app.batch.job_lines import lines_of
from scenewright.app.requests import RequestError
from scenewright.scene.argument_values import path_argument
from scenewright.scene.strict_types import shown_value

__all__ = ["batch"]


@face("running a batch")
def batch(
    jobs: str | Path | Sequence[Mapping[str, object]],
    out: str | Path,
    *,
    engine: Literal["local", "ray"] = "local",
    address: str | None = None,
    workers: int | None = None,
    cpus: float = 1.0,
    seconds: float = 3_600.0,
    memory_gb: float | None = None,
    shard: tuple[int, int] = (1, 1),
    resume: bool = False,
) -> BatchDone:
    """Run many jobs: actions or chains of actions, over grids of their fields. A job that fails does not end the batch. Jobs are written as
    in docs/batch.md: ``[{"kind": "generate", "text": "a table", "grid": {"seed": [1, 2, 3]}}]``.

    Args:
        jobs: a list of jobs, or a .jsonl or .toml file with them. Paths in jobs are relative to that file, else to the current folder.
        out: folder of the results, or a URL such as ``s3://bucket/rooms``.
        engine: local (processes of this machine) or ray.
        address: of a Ray cluster; None: Ray is started on this machine.
        workers: processes that work at a time; None: as many as there are cores for.
        cpus: cores of each worker.
        seconds: most seconds of a job that does not say its own.
        memory_gb: most memory of a worker with all that it starts; None: what the machine has, divided by the workers.
        shard: (i, n): run the i-th of n parts, from 1.
        resume: go on where results are already; what is finished is left out.

    Raises:
        RequestError: an argument is wrong; ``field`` names it.
        BatchError: the jobs cannot be read, the results cannot be written, or the engine cannot run.
    """
    options = request_of(
        BatchOptions, engine=engine, address=address, workers=workers, cpus=cpus, seconds=seconds, memory_gb=memory_gb, shard=shard,
        resume=resume,
    )  # fmt: skip
    if isinstance(jobs, (str, Path)):
        file = path_argument(jobs, "jobs", RequestError)
        lines, problems = read_job_lines(file)
        base = file.absolute().parent
    elif isinstance(jobs, Sequence):
        (lines, problems), base = lines_of(jobs), Path.cwd()
    else:
        raise RequestError(f"jobs is a list of jobs or a file with them, not {shown_value(jobs)}", field="jobs")
    return run_batch(lines, str(out), options, base=base, problems=problems, keys=model_variables(lines))
