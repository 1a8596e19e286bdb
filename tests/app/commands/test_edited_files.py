"""Edits of bare program files give every other byte back, on standard output, in another file and in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenewright.app.cli import app
from tests.support.command_process import forked_command

PROGRAM = """from helper import *

@register('a box \u2014 caf\u00e9')
def box():
    return primitive_call('cube', {'scale': 1})   # trailing blanks  \n
@register('scene')
def scene():
    return concat_shapes(
        place('box', at=(0, 0, 0), name='a'),   # kept
        place('box', at=(2, 0, 0), name='b'))
"""
FORMS = {
    "plain": PROGRAM,
    "no last line end": PROGRAM.rstrip("\n"),
    "blank lines at the end": PROGRAM + "\n\n",
    "CRLF with a mark": "\ufeff" + PROGRAM.replace("\n", "\r\n"),
    "CR": PROGRAM.replace("\n", "\r"),
    "mixed line ends": PROGRAM.replace("\n", "\r\n", 3),
    "tabs": PROGRAM.replace("    ", "\t"),
    "a mark": "\ufeff" + PROGRAM,
}


def move(*arguments: str) -> bytes:
    """What ``edit move`` prints."""
    done = CliRunner().invoke(app, ["edit", "move", *arguments, "--by", "0.5", "0", "0"])
    assert done.exit_code == 0, done.stderr
    return done.stdout_bytes


def move_in_a_process(*arguments: str) -> bytes:
    """The same of an own process, whose standard output might change line ends."""
    done = forked_command(("edit", "move", *arguments, "--by", "0.5", "0", "0"), stdin=b"", seconds=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("form", FORMS)
def test_bytes(tmp_path: Path, form: str) -> None:
    before = FORMS[form].encode()
    after = before.replace(b"at=(0, 0, 0)", b"at=(0.5, 0, 0)")
    file, other = tmp_path / "boxes.py", tmp_path / "moved.py"
    file.write_bytes(before)
    assert move(str(file), "a") == after
    move(str(file), "a", "--out", str(other))
    assert (other.read_bytes(), file.read_bytes()) == (after, before)
    move(str(file), "a", "--in-place")
    assert file.read_bytes() == after


@pytest.mark.parametrize("form", ["CRLF with a mark", "CR"])
def test_bytes_of_a_process(tmp_path: Path, form: str) -> None:
    before = FORMS[form].encode()
    file = tmp_path / "boxes.py"
    file.write_bytes(before)
    assert move_in_a_process(str(file), "a") == before.replace(b"at=(0, 0, 0)", b"at=(0.5, 0, 0)")
