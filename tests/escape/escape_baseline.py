"""Runs programs with no confinement at all, one forked process each: what the corpus can do where nothing stops it.

Reads JSON lines `{"source", "bound", "enough"}` on standard input, answers each with a JSON line. A process is ended after
`bound` seconds, or as soon as it used `enough` ("cpu" seconds, "peak" bytes of memory, "printed" bytes); it may take
2 GiB at most. So a bomb shows its effect and no more, on a slow machine as well.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import resource
import select
import signal
import sys
import time
from pathlib import Path

from scenewright.scene.language.running import evaluate_here

_MEMORY = 2 << 30
_KEPT = 1 << 16


def _used(pid: int) -> dict[str, float]:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    pages = int(fields[21])
    return {"cpu": ticks / os.sysconf("SC_CLK_TCK"), "peak": pages * os.sysconf("SC_PAGE_SIZE")}


def _run(source: str, bound: float, enough: dict[str, float]) -> dict[str, object]:
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            os.close(read_end)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(write_end, 1)
            os.dup2(write_end, 2)
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            try:
                evaluate_here(source)
            except BaseException as error:  # noqa: BLE001 - told in the output
                print("ended with", type(error).__name__, error)
            sys.stdout.flush()
        finally:
            os._exit(0)
    os.close(write_end)
    end = time.monotonic() + bound
    kept, printed, running = b"", 0, False
    peak = 0.0
    while True:
        used = {**_used(pid), "printed": printed}
        peak = max(peak, used["peak"])
        if time.monotonic() > end or any(used[what] > limit for what, limit in enough.items()):
            running = True
            break
        if select.select([read_end], [], [], 0.02)[0]:
            data = os.read(read_end, _KEPT)
            if not data:
                break
            printed += len(data)
            kept += data[: _KEPT - len(kept)]
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    os.close(read_end)
    _, status, usage = os.wait4(pid, 0)
    return {
        "output": base64.b64encode(kept).decode(),
        "printed": printed,
        "running": running,
        "signal": None if running or not os.WIFSIGNALED(status) else os.WTERMSIG(status),
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": max(peak, usage.ru_maxrss << 10),
    }


def main() -> None:
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        answer = _run(order["source"], order["bound"], order["enough"])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
