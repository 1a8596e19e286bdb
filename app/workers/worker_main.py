"""The first lines of a worker, started by this file's path: `python -P -s worker_main.py SETTINGS`, SETTINGS being JSON.

In mode 'template' it loads what every worker needs, and forks a worker for each open scene; in mode 'once', for systems without a safe
fork, it is the worker itself, whose channel is its standard input and output.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any


def _set_path(extra: list[str]) -> None:
    # our package comes first, whatever the current folder; then the paths of the host, for packages installed there
    sys.path.insert(0, str(Path(__file__).absolute().parents[3]))
    sys.path.extend(entry for entry in extra if entry not in sys.path)


def main(settings: dict[str, Any]) -> int:
    _set_path(settings["path"])
    if settings["mode"] == "template":
        from scenewright.app.workers.template import serve_forks

        return serve_forks(settings["control"], preload=settings["preload"])

    from scenewright.app.workers.frames import WorkerChannel
    from scenewright.app.workers.serving import serve

    reader, writer = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)  # what a library prints must not reach the channel
    serve(WorkerChannel(reader, writer, close=reader.close), settings["opening"])
    os._exit(0)  # threads that still work must not hold it


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
