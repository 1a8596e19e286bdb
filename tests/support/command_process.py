"""Commands in processes of their own that start fast: forked from a server that has imported the command line already."""

from __future__ import annotations

import atexit
import io
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired

__all__ = ["forked_command"]

_PRELOADED = (
    "scenewright.app.cli",
    *(f"scenewright.app.command_line.{name}" for name in ("edits", "queries", "questions", "scenes")),
    *(f"scenewright.app.commands.{name}" for name in ("layout", "evaluate", "ask", "query")),
    "scenewright.scene.layout.layout",
    "libcst",
    "scipy.spatial",
    "trimesh",
)


def forked_command(arguments: Sequence[str], *, stdin: bytes, seconds: float) -> CompletedProcess[bytes]:
    """Run the command line with its own streams, environment and folder, as ``subprocess.run`` does.

    Raises:
        TimeoutExpired: it ran longer than `seconds`, and was killed.
    """
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload([*_PRELOADED])
    with tempfile.TemporaryDirectory(prefix="command-") as folder:
        streams = Path(folder)
        (streams / "0").write_bytes(stdin)
        process = server.Process(target=_command, args=([*arguments], folder, dict(os.environ), os.getcwd()))
        process.start()
        process.join(seconds)
        if process.is_alive():
            process.kill()
            process.join()
            raise TimeoutExpired([*arguments], seconds)
        out, err = ((streams / name).read_bytes() for name in "12")
        return CompletedProcess([*arguments], process.exitcode or 0, out, err)


def _command(arguments: list[str], streams: str, environment: Mapping[str, str], folder: str) -> None:
    for number, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY | os.O_CREAT), (2, os.O_WRONLY | os.O_CREAT)):
        opened = os.open(os.path.join(streams, str(number)), flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    # multiprocessing puts the null device there
    sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), encoding="utf-8")
    sys.argv = ["scenewright", *arguments]
    from scenewright.app.cli import main

    try:
        main()
    finally:
        atexit._run_exitfuncs()  # a forked child leaves without them
