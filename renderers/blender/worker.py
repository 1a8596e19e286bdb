"""The process that runs Blender: it reads jobs on stdin, draws them with bpy and answers on stdout.

Started by file path, never imported by the host: ``python -P worker.py`` where bpy is installed, else
``blender -b --factory-startup --python worker.py``. Driven by data only (:mod:`inside_blender.framing`); it runs
no code of the scene. It stands alone: the standard library, numpy, bpy and the folder beside it.

Answers, by ``"answer"``: ``ready`` (once), ``progress``, ``picture`` (one a view and pass), ``saved``, ``done`` (the job
is finished), ``failed`` (the job is not; the worker lives on).
"""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any, BinaryIO

HERE = str(Path(__file__).resolve().parent)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """stdin and stdout for messages. From here on whatever Blender prints goes to stderr, the log."""
    sys.stdout.flush()
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return requests, answers


def _end_with_parent() -> None:
    """End this process when its parent has ended: a render in C code does not notice that stdin has closed."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1.0)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def main() -> int:
    requests, answers = _take_pipes()
    if hasattr(os, "fork"):
        _end_with_parent()
    # last, so that no module here can stand before one of Blender's
    sys.path.append(HERE)
    import bpy
    from inside_blender.framing import read_message, write_message
    from inside_blender.jobs import describe, run_job

    def answer(message: dict[str, Any], arrays: dict[str, Any] | None = None) -> None:
        write_message(answers, message, arrays)

    answer({"answer": "ready", **describe()})
    while True:
        received = read_message(requests)
        if received is None:
            return 0
        request, arrays = received
        log = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(log, 1)
        os.dup2(log, 2)
        os.close(log)
        try:
            answer({"answer": "done", **run_job(request, arrays, answer)})
        except Exception as error:  # noqa: BLE001 -- the job failed, not the worker: say so and take the next
            traceback.print_exc()
            memory = isinstance(error, MemoryError) or "memory" in str(error).lower()
            answer({"answer": "failed", "message": f"{type(error).__name__}: {error}", "memory": memory})
        bpy.ops.wm.read_factory_settings(use_empty=True)


if __name__ == "__main__":
    try:
        status = main()
    except ImportError as error:
        print(f"cannot start: {error}", file=sys.stderr, flush=True)
        status = 3
    # Blender's own shutdown may crash after the work is done, and is not needed
    sys.stderr.flush()
    os._exit(status)
