"""The command line as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

MAIN = "from scenewright.app.cli import main; main()"
"""What the installed command does."""


def run(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> subprocess.CompletedProcess[str]:
    """What a command prints. It ends with `code`, whichever that is for None, and never with a traceback."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    raw = subprocess.run([sys.executable, "-c", MAIN, *arguments], input=data, capture_output=True, timeout=240)
    done = subprocess.CompletedProcess(raw.args, raw.returncode, raw.stdout.decode(), raw.stderr.decode())
    assert "Traceback" not in done.stderr, done.stderr
    if code is not None:
        assert done.returncode == code, done.stderr + done.stdout
    return done


def answer(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> dict[str, Any]:
    """What a command answers with ``--json``."""
    values = dict(json.loads(run(*arguments, "--json", stdin=stdin, code=code).stdout))
    assert values["schema"] == 1
    return values
