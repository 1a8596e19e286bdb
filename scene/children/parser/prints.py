"""What a child prints, read up to a limit: a child that prints without end does not fill the host's memory."""

from __future__ import annotations

import contextlib
import subprocess
import threading
import time
from typing import IO

__all__ = ["Prints"]

_PART = 1 << 16


class Prints:
    """Reads both outputs of a process on two threads until they close. At most `most` bytes of each are kept.

    `too_long`: whether one of them was longer. Its reader then stops, so that the child soon blocks.
    """

    def __init__(self, process: subprocess.Popen[bytes], most: int) -> None:
        assert process.stdout is not None
        assert process.stderr is not None
        self._most = most
        self._parts: dict[str, list[bytes]] = {"out": [], "err": []}
        self.too_long = False
        self._threads = [
            threading.Thread(target=self._read, args=(stream, name), daemon=True)
            for stream, name in ((process.stdout, "out"), (process.stderr, "err"))
        ]
        for thread in self._threads:
            thread.start()

    def _read(self, stream: IO[bytes], name: str) -> None:
        kept = 0
        with stream, contextlib.suppress(OSError, ValueError):
            while part := stream.read1(_PART):  # type: ignore[attr-defined]
                if kept + len(part) > self._most:
                    self.too_long = True
                    return
                kept += len(part)
                self._parts[name].append(part)

    def wait(self, seconds: float) -> bool:
        """Wait so long for the end of both outputs, which is the child's end. Returns whether it came."""
        end = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(end - time.monotonic(), 0.0))
        return not any(thread.is_alive() for thread in self._threads)

    @property
    def out(self) -> bytes:
        """The standard output so far."""
        return b"".join(self._parts["out"])

    @property
    def err(self) -> bytes:
        """The standard error output so far."""
        return b"".join(self._parts["err"])
