"""Runs the command line in a separate process, or in this one where the process is not what a test is about."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any
from unittest import mock

from typer.testing import CliRunner

from scenewright.app.cli import app
from tests.support.command_process import forked_command

MAIN = "from scenewright.app.cli import main; main()"
"""The code of the installed command, for a Python of its own."""


def run(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> subprocess.CompletedProcess[str]:
    """Run a command in its own process. It must exit with `code` (None: any) and without a traceback."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    raw = forked_command(arguments, stdin=data, seconds=240)
    done = subprocess.CompletedProcess(raw.args, raw.returncode, raw.stdout.decode(), raw.stderr.decode())
    assert "Traceback" not in done.stderr, done.stderr
    if code is not None:
        assert done.returncode == code, done.stderr + done.stdout
    return done


def answer(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> dict[str, Any]:
    """The JSON that a command in its own process prints with ``--json``."""
    return _values(run(*arguments, "--json", stdin=stdin, code=code))


def run_here(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> subprocess.CompletedProcess[str]:
    """:func:`run`, in this process."""
    # the settings of a project become environment variables, which no later test may find
    with mock.patch.dict(os.environ):
        done = CliRunner().invoke(app, [*arguments], input=stdin, catch_exceptions=False)
    if code is not None:
        assert done.exit_code == code, done.stderr + done.stdout
    return subprocess.CompletedProcess([*arguments], done.exit_code, done.stdout, done.stderr)


def answer_here(*arguments: str, stdin: str | bytes = "", code: int | None = 0) -> dict[str, Any]:
    """:func:`answer`, of a command in this process."""
    return _values(run_here(*arguments, "--json", stdin=stdin, code=code))


def _values(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    values = dict(json.loads(done.stdout))
    assert values["schema"] == 1
    return values
