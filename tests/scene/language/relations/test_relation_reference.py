"""The reference of the relations: up to date, its pictures true, its other forms read as it says."""

from __future__ import annotations

import pytest

from scenewright.scene import language
from scenewright.scene.language.editing.comparison import relation_key
from scenewright.scene.language.relations import KINDS
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.vocabulary import plain_kind, relation_calls
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.relations import DEFINITIONS, holds, statements_of
from scenewright.scene.layout.relations.reference import (
    CALL_TYPES,
    DOCS,
    call_types,
    example_problem,
    example_program,
    reference_files,
)
from scenewright.scene.layout.relations.residuals import residuals
from scenewright.scene.layout.relations.statements import Statements
from tests.support.relation_rooms import room_of_things

ALL = list(KINDS)
FORMS = [(row.kind, form.written, form.means) for row in KINDS.values() for form in row.forms]


def test_the_reference_is_up_to_date():
    """Write it anew with ``python -m scenewright.scene.layout.relations.reference``."""
    files = reference_files()
    kept = {str(p.relative_to(DOCS)) for p in [DOCS / "relations.md", *(DOCS / "relations").iterdir()]}
    assert kept == set(files)
    for name, text in files.items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, name
    assert CALL_TYPES.read_text(encoding="utf-8") == call_types()


def test_each_relation_stands_once_in_every_table():
    assert set(relation_calls.__all__) == set(KINDS)
    assert set(KINDS) <= set(language.__all__)
    assert set(DEFINITIONS) == {kind for kind, row in KINDS.items() if row.solved}
    words = [word for row in KINDS.values() for word in row.words]
    assert len(words) == len(set(words))
    assert not set(words) & set(KINDS)
    assert all(plain_kind(word) == row.kind for row in KINDS.values() for word in row.words)


def test_meanings_are_single_sentences():
    for row in KINDS.values():
        assert row.meaning.endswith(".")
        assert row.meaning.rstrip(".").count(". ") == 0


@pytest.mark.parametrize("kind", [k for k in ALL if KINDS[k].solved])
def test_the_drawn_example_holds_and_the_other_does_not(kind: str):
    picture = KINDS[kind].picture
    for wrong in (False, True):
        problem = example_problem(picture, wrong)
        assert not problem.unread
        assert [c.kind for c in problem.constraints] == [kind]
        value = residuals(problem, problem.bodies.initial)
        assert bool(holds(problem.constraints[0], value[0])) is not wrong, value
    assert picture.wrong


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("joined", Statements(joined=((0, 1),))),
        ("embedded_in", Statements(embedded=((1, 0),))),
        ("fixed", Statements(fixed=frozenset({0}))),
    ],
)
def test_the_drawn_example_of_a_statement_is_read(kind: str, expected: Statements):
    scene = evaluate_here(example_program(KINDS[kind].picture))
    assert statements_of(scene, bodies_of(scene)) == expected
    assert not example_problem(KINDS[kind].picture).constraints


@pytest.mark.parametrize(("kind", "written", "means"), FORMS, ids=[f[1] for f in FORMS])
def test_another_form_is_read_as_the_documented_one(kind: str, written: str, means: str):
    scene, plain = room_of_things(written), room_of_things(means)
    keys = [relation_key(r, {}) for r in plain.relations]
    assert keys
    assert None not in keys
    assert [relation_key(r, {}) for r in scene.relations] == keys
