"""A studio in a process of its own, which a test can kill."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

__all__ = ["KillableStudio"]

_SERVE = """
import sys
from pathlib import Path
from scenewright.app.studio import StudioServer, StudioSettings
home = Path(sys.argv[1])
server = StudioServer(StudioSettings(scenes=home / "scenes", data=home / "studio", port=int(sys.argv[2])))
print(server.url, flush=True)
server.run()
"""
_SECONDS = 20


class KillableStudio:
    """A studio with its files under `home`. It is started again at the port that it had."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._port = 0
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    @classmethod
    @contextmanager
    def running(cls, home: Path) -> Iterator[KillableStudio]:
        studio = cls(home)
        try:
            studio.start()
            yield studio
        finally:
            studio.kill()

    def start(self) -> None:
        """Start it. Returns when it answers."""
        command = [sys.executable, "-c", _SERVE, str(self._home), str(self._port)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()
        self._port = int(self.url.rpartition(":")[2].partition("/")[0])
        while self._process.poll() is None:
            try:
                httpx.get(self.url, timeout=_SECONDS)
                return
            except httpx.ConnectError:
                time.sleep(0.05)
        raise RuntimeError(f"the studio ended with {self._process.returncode} before it answered")

    def kill(self) -> None:
        """Kill it as the system does when memory is short, and wait until its children have noticed."""
        process, self._process = self._process, None
        if process is None:
            return
        children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
        process.kill()
        process.communicate()
        left = psutil.wait_procs(children, timeout=_SECONDS)[1]
        assert not left, f"children outlive the server: {left}"
