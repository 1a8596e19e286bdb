"""Each call of a tool as a job in a thread, so that a call that takes long is answered with the job's number, and goes on."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from scenewright.app.mcp_server.tool import JobView, Outcome
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import cut

__all__ = ["ToolJob", "ToolJobs"]

_MOST_RUNNING = 12
_KEPT = 60
"""Ended jobs whose results are kept."""
_MOST_STEP = 200


@dataclass(eq=False)
class ToolJob:
    """One call. `outcome` or `error` is set when `over` is."""

    id: str
    tool: str
    scene: str | None
    job: Job
    begun: float
    over: threading.Event = field(default_factory=threading.Event)
    ended: float | None = None
    share: float = 0.0
    step: str = "starting"
    outcome: Outcome | None = None
    error: BaseException | None = None

    @property
    def state(self) -> str:
        if not self.over.is_set():
            return "running"
        if isinstance(self.error, JobCancelled):
            return "cancelled"
        return "failed" if self.error is not None else "finished"

    def view(self) -> JobView:
        seconds = round((self.ended or time.monotonic()) - self.begun, 1)
        share = 1.0 if self.state == "finished" else round(self.share, 3)
        return JobView(
            id=self.id, tool=self.tool, state=self.state, share=share, step=self.step, scene=self.scene, seconds=seconds
        )

    def hear(self, share: float, what: str) -> None:
        """Take a report of the work."""
        self.share, self.step = max(self.share, share), cut(what, _MOST_STEP)


class ToolJobs:
    """The jobs of one server. Methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[str, ToolJob] = {}  # in the order of their starts
        self._closed = False

    def start(self, tool: str, scene: str | None, work: Callable[[ToolJob], Outcome], *, kept: bool = False) -> ToolJob:
        """Begin a call.

        Args:
            kept: it gets a row in the user's table of jobs, where ``scenewright jobs`` finds and cancels it.

        Raises:
            ScenewrightError: too many calls run, or the server ends.
        """
        number = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        made = ToolJob(number, tool, scene, Job(name=f"the call of {tool}"), time.monotonic())
        made.job.listen(made.hear)
        with self._lock:
            if self._closed:
                raise ScenewrightError("the server ends: start it again")
            running = [j for j in self._jobs.values() if not j.over.is_set()]
            if len(running) >= _MOST_RUNNING:
                raise ScenewrightError(
                    f"{len(running)} calls run already, which is the most at a time: wait for one, or cancel one with the tool job"
                )
            self._jobs[number] = made
            for old in [j for j in self._jobs.values() if j.over.is_set()][:-_KEPT]:
                del self._jobs[old.id]
        threading.Thread(target=self._run, args=(made, work, kept), name=f"tool {tool}", daemon=True).start()
        return made

    def find(self, number: str) -> ToolJob | None:
        """A job by its number, or the end of it."""
        with self._lock:
            found = self._jobs.get(number)
            if found is None and len(number) >= 4:
                alike = [j for j in self._jobs.values() if j.id.endswith(number)]
                found = alike[0] if len(alike) == 1 else None
            return found

    def all(self) -> list[ToolJob]:
        """All jobs, newest first."""
        with self._lock:
            return list(self._jobs.values())[::-1]

    def close(self) -> None:
        """Cancel what runs."""
        with self._lock:
            self._closed = True
            running = [j for j in self._jobs.values() if not j.over.is_set()]
        for one in running:
            one.job.cancel()

    def _run(self, made: ToolJob, work: Callable[[ToolJob], Outcome], kept: bool) -> None:
        try:
            with _row(made) if kept else nullcontext():
                made.outcome = work(made)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the client must hear of it
            made.error = error
        finally:
            made.ended = time.monotonic()
            made.over.set()


def _row(made: ToolJob) -> AbstractContextManager[Any]:
    """A row of a job in the user's table. Where none can be written, the work is done all the same."""
    from scenewright.app.jobs import default_table

    table = default_table()
    with suppress(OSError):
        table.folder.mkdir(parents=True, exist_ok=True)
        return table.track(made.job, kind=f"mcp {made.tool}", scene=made.scene, number=made.id)
    return nullcontext()
