"""Prompts are files; what they say of the language comes from the reference, and their examples are good scenes."""

from __future__ import annotations

import pytest

from scenewright.app.agent.brief import asked_of_brief, brief_of_text
from scenewright.app.agent.checker import check_program
from scenewright.app.agent.making import catalogue_lines, prompt
from scenewright.app.agent.making.prompts import prompt_file
from scenewright.app.agent.making.retrieval import relevant_entries
from scenewright.app.agent.making.vocabulary import function_lines, relation_lines
from scenewright.app.language_models import DATA_RULE
from scenewright.app.reference import EntryKind, all_entries
from scenewright.assets import Catalogue
from scenewright.scene.language.running import evaluate


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


@pytest.mark.parametrize("name", ["planner", "critic"])
def test_each_role_is_told_what_is_data(name: str) -> None:
    told = prompt(name)
    assert DATA_RULE in told.text
    assert "{{" not in told.text
    assert told.version.startswith(f"{name}-")


def test_a_field_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        prompt("writer")
    with pytest.raises(KeyError, match="NOTHING"):
        prompt("critic", {"NOTHING": ""})


def test_every_relation_has_its_line() -> None:
    names = [e.name for e in all_entries().values() if e.kind is EntryKind.RELATION]
    assert len(names) > 20
    assert [name for name in names if f"`{name}(" not in relation_lines()] == []


def test_functions_come_with_their_arguments() -> None:
    assert "`room(width, depth" in function_lines()
    assert "  - `size`:" in function_lines()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "furnished_room",
            "a room with five bookshelves along the back wall, four green armchairs and a teapot on a side table",
        ),
        ("built_object", "a carousel with eight horses"),
    ],
)
def test_the_examples_pass_the_checker(name: str, text: str, catalogue: Catalogue) -> None:
    source = prompt_file(f"examples/{name}.py")
    asked = asked_of_brief(brief_of_text(text, catalogue), catalogue, text=text)
    checked = check_program(source, evaluate(source, assets=catalogue), asked, catalogue)
    assert [f.says for f in checked.report.wrong] == []
    assert checked.report.shown > 1


def test_what_is_asked_for_is_in_the_catalogue_lines(catalogue: Catalogue) -> None:
    text = "a workshop with a lathe, a red toolbox and two school desks"
    brief = brief_of_text(text, catalogue)
    lines = catalogue_lines(brief, text, catalogue)
    assert "toolbox" in lines
    assert "school desk" in lines
    assert 40 <= len(relevant_entries(brief, text, catalogue)) <= 80


def test_lines_say_size_place_and_forms(catalogue: Catalogue) -> None:
    brief = brief_of_text("a sofa", catalogue)
    line = next(line for line in catalogue_lines(brief, "a sofa", catalogue).splitlines() if line.startswith("- sofa"))
    assert "2.14 x 0.84 x 0.92, floor" in line
    assert "free front 0.6" in line
