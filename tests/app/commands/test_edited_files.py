"""Edits of bare program files give every other byte back, on standard output, in another file and in place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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


def move(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from scenewright.app.cli import main; main()",
            "edit",
            "move",
            *arguments,
            "--by",
            "0.5",
            "0",
            "0",
        ],
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.parametrize("form", FORMS)
def test_bytes(tmp_path: Path, form: str) -> None:
    before = FORMS[form].encode()
    after = before.replace(b"at=(0, 0, 0)", b"at=(0.5, 0, 0)")
    file, other = tmp_path / "boxes.py", tmp_path / "moved.py"
    file.write_bytes(before)
    assert move(str(file), "a").stdout == after
    move(str(file), "a", "--out", str(other))
    assert (other.read_bytes(), file.read_bytes()) == (after, before)
    move(str(file), "a", "--in-place")
    assert file.read_bytes() == after
