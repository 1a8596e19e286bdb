"""A child that is told by a control socket what to do, and ends with it: the warm processes that fork children for requests."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from scenewright.scene.children.processes import end_group

__all__ = ["ControlledProcess", "command_by_path"]

_MOST_BYTES = 1 << 16
"""Of a greeting."""


def command_by_path(file: Path, settings: Mapping[str, Any]) -> list[str]:
    """The command that runs a Python file with settings as JSON, and the host's module path under 'path'. It names the file, so that no
    module in the current folder can replace it."""
    folders = [entry for entry in sys.path if entry and Path(entry).is_dir()]
    return [sys.executable, "-P", "-s", str(file), json.dumps({**settings, "path": folders})]


class ControlledProcess:
    """A Python file that is run with a socket for messages, whose number it gets as the setting 'control'. Unix only.

    Attributes:
        control: the host's end; it keeps the bounds of messages.
    """

    def __init__(
        self,
        file: Path,
        settings: Mapping[str, Any],
        *,
        environment: Mapping[str, str],
        stderr: int | IO[bytes] | None = subprocess.DEVNULL,
    ) -> None:
        """Start `file` in the root folder with exactly these environment variables. `stderr`: None: that of the host.

        Raises:
            OSError: it cannot be started.
        """
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            self._process = subprocess.Popen(
                command_by_path(file, {**settings, "control": theirs.fileno()}),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
                env=dict(environment),
                cwd="/",
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        except BaseException:
            self.control.close()
            raise
        finally:
            theirs.close()

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.poll() is None

    def greeting(self, seconds: float) -> bytes:
        """Its first message, by which it says that it is ready; empty where it ended instead.

        Raises:
            TimeoutError: it said nothing for so long.
            OSError: the socket broke.
        """
        self.control.settimeout(seconds)
        return self.control.recv(_MOST_BYTES)

    def close(self, grace: float = 0.0) -> None:
        """Hang up, and after `grace` seconds kill it and all that it started. Closing twice is allowed."""
        self.control.close()
        try:
            self._process.wait(grace)
        except subprocess.TimeoutExpired:
            end_group(self._process)
