"""What ``scenewright evaluate`` shows of a scene."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenewright.app.cli import app

PROGRAM = """
from scene.language import *

@register('a stool')
def stool(): return primitive_call('cube', {'scale': (0.4, 0.5, 0.3)})

@register('a row')
def row(): return concat_shapes(*(place('stool', at=(i, 0, 0)) for i in range(40)), place('stool', at=(0, 0, 2), name='single'))
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "row.py"
    path.write_text(PROGRAM, encoding="utf-8")
    return path


def shown(*arguments: str) -> list[str]:
    done = CliRunner().invoke(app, ["evaluate", *arguments])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def test_sizes_and_places_stand_in_columns(program: Path) -> None:
    lines = shown(str(program))
    single = next(line for line in lines if "single" in line)
    stool = next(line for line in lines if "stool[3]" in line)
    assert "0.40 x 0.50 x 0.30" in single
    assert "(0.00, 0.00, 2.00)" in single
    assert single.index("0.40 x") == stool.index("0.40 x")


def test_many_alike_are_counted_unless_all_are_asked_for(program: Path) -> None:
    lines = shown(str(program))
    assert any("16 more stool (--all shows them)" in line for line in lines)
    every = shown(str(program), "--all")
    assert sum("stool" in line for line in every) == 40
    assert not any("more" in line for line in every)
