"""The worker of a batch on a Ray cluster: an actor, which holds a warm process of its own and runs one job at a time in it.

Nothing is shared with other machines but Ray's object store: inputs come from it and results go into it, or to the URL of the results.
"""

from __future__ import annotations

import json
import os
import platform
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psutil

from scenewright.app.batch.attempts import Attempt
from scenewright.app.batch.errors import BatchError
from scenewright.app.batch.packing import pack, unpack
from scenewright.app.batch.planning import JobLimits, PlannedJob
from scenewright.app.batch.runner import JobRunner, memory_for_each
from scenewright.app.batch.stores import RemoteStore
from scenewright.app.language_models import MODEL_VARIABLES
from scenewright.app.version import __version__
from scenewright.scene.children import Supervisor
from scenewright.scene.jobs import Job

__all__ = ["BatchWorker", "attempt_to_json"]

_SCRATCH = "scenewright-batch-"


class BatchWorker:
    """Runs jobs on one machine. `threads`: of numeric libraries. `workers_here`: workers that the machine has place for, which share its
    memory. `store_url`: where results go; None: they are returned."""

    def __init__(self, threads: int, workers_here: int, store_url: str | None) -> None:
        _remove_left_over()
        self._scratch = Path(tempfile.mkdtemp(prefix=f"{_SCRATCH}{os.getpid()}-"))
        self._templates = Supervisor(warm=2)
        # keys of model providers come from the environment of this machine: they never travel
        keys = {name: os.environ[name] for name in MODEL_VARIABLES if os.environ.get(name)}
        self._runner = JobRunner(threads, memory_for_each(workers_here), self._templates, keys=keys)
        self._store = None if store_url is None else RemoteStore(store_url)
        self._inputs: dict[str, Path] = {}

    def hello(self) -> dict[str, str]:
        """Who this is: host and version of Scenewright."""
        return {"host": platform.node(), "version": __version__}

    def run(self, order: str, inputs: list[tuple[str, str, list[Any]]]) -> tuple[str, bytes]:
        """Run a job.

        Args:
            order: an attempt as JSON, see :func:`attempt_to_json`.
            inputs: for each path that the job reads the hash of its content, and a list of the object that holds it.

        Returns:
            the result as JSON, and the packed folder of results; empty where there is none.
        """
        attempt = _attempt(json.loads(order))
        places = {path: str(self._input(digest, held)) for path, digest, held in inputs}
        folder = self._scratch / f"{attempt.job.folder_name}.{secrets.token_hex(4)}"
        folder.mkdir()
        result = self._runner.run(attempt, folder, places, job=Job())
        values = asdict(result)
        data = b""
        if result.finished and self._store is not None:
            try:
                self._store.put(folder, attempt.job.folder_name)
            except BatchError as error:
                values |= {"kind": "disk", "reason": str(error)}
        elif result.finished:
            data = pack(folder)
        shutil.rmtree(folder, ignore_errors=True)
        return json.dumps(values), data

    def close(self) -> None:
        """End the worker's process, and remove its folder."""
        self._runner.close()
        self._templates.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _input(self, digest: str, held: list[Any]) -> Path:
        """An input on this machine, fetched once."""
        if digest not in self._inputs:
            import ray

            folder = self._scratch / "inputs" / digest
            folder.mkdir(parents=True, exist_ok=True)
            self._inputs[digest] = unpack(ray.get(held[0]), folder)
        return self._inputs[digest]


def attempt_to_json(attempt: Attempt) -> str:
    """An attempt as JSON text."""
    job = attempt.job
    values: Mapping[str, Any] = {
        "number": attempt.number,
        "seconds": attempt.seconds,
        "memory_bytes": attempt.memory_bytes,
        "job": {
            "key": job.key,
            "label": job.label,
            "steps": [dict(s) for s in job.steps],
            "scene": job.scene,
            "where": job.where,
            "reads": dict(job.reads),
        },
    }
    return json.dumps(values)


def _attempt(values: Mapping[str, Any]) -> Attempt:
    job = values["job"]
    planned = PlannedJob(
        job["key"], job["label"], tuple(job["steps"]), job["scene"], JobLimits(), job["where"], job["reads"]
    )
    return Attempt(planned, values["number"], values["seconds"], values["memory_bytes"])


def _remove_left_over() -> None:
    """Remove the folders of workers of this machine that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_SCRATCH}*"):
        owner = folder.name.removeprefix(_SCRATCH).partition("-")[0]
        if owner.isdecimal() and not psutil.pid_exists(int(owner)):
            with suppress(OSError):
                shutil.rmtree(folder)
