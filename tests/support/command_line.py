"""Runs the command line in a separate process."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.support.command_process import forked_command

MAIN = "from scenewright.app.cli import main; main()"
"""The code of the installed command, for a Python of its own."""


def run(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> subprocess.CompletedProcess[str]:
    """Run a command. It must exit with `code` (None: any) and without a traceback."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    raw = forked_command(arguments, stdin=data, seconds=240)
    done = subprocess.CompletedProcess(raw.args, raw.returncode, raw.stdout.decode(), raw.stderr.decode())
    assert "Traceback" not in done.stderr, done.stderr
    if code is not None:
        assert done.returncode == code, done.stderr + done.stdout
    return done


def answer(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> dict[str, Any]:
    """The JSON that a command prints with ``--json``."""
    values = dict(json.loads(run(*arguments, "--json", stdin=stdin, code=code).stdout))
    assert values["schema"] == 1
    return values
