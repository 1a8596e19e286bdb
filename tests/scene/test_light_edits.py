"""The light of a program, changed in its text."""

from __future__ import annotations

import pytest

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing import with_environment, with_light_values
from scenewright.scene.model import SourceSpan

PROGRAM = "from helper import *\nlight('sun', direction=(0, -1, 0))  # the sun\nenvironment('clear sky')\n"


def test_only_the_words_of_the_surroundings_change() -> None:
    text, line, old, new = with_environment(PROGRAM, "night")
    assert text == PROGRAM.replace("'clear sky'", "'night'")
    assert (line, old, new) == (3, "'clear sky'", "'night'")


def test_surroundings_are_written_where_there_are_none() -> None:
    assert with_environment("x = 1", "night")[0] == "x = 1\nenvironment('night')\n"


def test_computed_surroundings_are_left_alone() -> None:
    with pytest.raises(EditError, match="line 2"):
        with_environment("sky = 'dusk'\nenvironment(sky)\n", "night")


def test_a_light_keeps_all_that_is_not_changed() -> None:
    text, _, _, new = with_light_values(PROGRAM, SourceSpan(2, 0, 2, 34), {"intensity": "0.5"})
    assert new == "light('sun', direction=(0, -1, 0), intensity=0.5)"
    assert text == PROGRAM.replace("0))  #", "0), intensity=0.5)  #")
    again, *_ = with_light_values(text, SourceSpan(2, 0, 2, 49), {"intensity": "2"})
    assert again == text.replace("=0.5", "=2")


def test_a_light_that_no_call_makes_is_refused() -> None:
    with pytest.raises(EditError):
        with_light_values(PROGRAM, SourceSpan(3, 0, 3, 10), {"intensity": "1"})
    with pytest.raises(EditError):
        with_light_values(PROGRAM, None, {"intensity": "1"})
