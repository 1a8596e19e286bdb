"""The engine of one machine: so many workers, each a warm process under limits."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from contextlib import ExitStack, closing
from pathlib import Path

from scenewright.app.batch.job_queue import JobQueue
from scenewright.app.batch.runner import JobRunner, memory_for_each
from scenewright.scene.children import Supervisor
from scenewright.scene.jobs import Job

__all__ = ["LocalEngine"]


_FEW = 3
"""Workers that load their libraries themselves. More share them, for each copy takes some hundred MB."""


class LocalEngine:
    """Runs jobs in worker processes of this machine. They end with this process, however it ends."""

    def __init__(
        self,
        *,
        workers: int,
        threads: int,
        partial: Path,
        keys: Mapping[str, str],
        templates: Supervisor | None = None,
    ) -> None:
        """
        Args:
            workers: processes that work at a time.
            threads: of numeric libraries in each.
            partial: folder for results that are not whole; on the file system of the results.
            keys: environment variables with keys of model providers.
            templates: lends the process that workers are forked from, and is not closed here; None: one for this run.
        """
        self.workers, self._threads, self._partial, self._keys = workers, threads, partial, keys
        self._templates = templates

    def run(self, queue: JobQueue, *, job: Job) -> None:
        """Run all jobs of a queue. Jobs that fail are told to the queue.

        Raises:
            BatchError: the results or the manifest cannot be written.
            JobCancelled: the job was cancelled; what was running is told as cancelled.
        """
        with ExitStack() as stack:
            templates = self._templates or stack.enter_context(closing(Supervisor(warm=2)))
            runners = [
                stack.enter_context(
                    closing(
                        JobRunner(
                            self._threads, memory_for_each(self.workers), templates, self.workers > _FEW, self._keys
                        )
                    )
                )
                for _ in range(min(self.workers, max(len(queue.waiting), 1)))
            ]
            threads = [
                threading.Thread(target=self._work, args=(runner, queue, job), name=f"batch worker {n}", daemon=True)
                for n, runner in enumerate(runners, 1)
            ]
            for thread in threads:
                thread.start()
            try:
                for thread in threads:
                    while thread.is_alive():
                        thread.join(0.2)
                        if job.cancelled():
                            queue.stop()
            except BaseException:  # Ctrl-C: end what runs, and let its threads tell so
                job.cancel()
                queue.stop()
                for thread in threads:
                    thread.join()
                raise
        if queue.error is not None:
            raise queue.error
        job.check()

    def _work(self, runner: JobRunner, queue: JobQueue, job: Job) -> None:
        try:
            while (attempt := queue.take()) is not None:
                folder = self._partial / f"{attempt.job.folder_name}.{secrets.token_hex(4)}"
                folder.mkdir()
                result = runner.run(attempt, folder, {}, job=job.quiet())
                queue.ended(attempt, result, folder if result.finished else None)
        except BaseException as error:  # noqa: BLE001 - run() raises it
            queue.stop(error)
