"""A child that is a started program. It leads a session of its own, so that everything it starts ends with it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

__all__ = ["ChildProcess", "end_group"]


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Kill a process that leads a session, and all processes of the session, and wait for its end."""
    # after it is reaped, its number may belong to another process
    if process.returncode is None and hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


class ChildProcess:
    """A child that gets its request when it starts (arguments, or `stdin`) and answers on its standard output."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        folder: Path,
        stdin: int = subprocess.DEVNULL,
        stderr: int | IO[bytes] = subprocess.PIPE,
    ) -> None:
        """Start `command` in `folder` with exactly these environment variables; its standard output is a pipe.

        Raises:
            OSError: it cannot be started.
        """
        self.process = subprocess.Popen(
            command,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        return self.process.pid

    def alive(self) -> bool:
        return self.process.poll() is None

    def close(self) -> None:
        end_group(self.process)
