"""Edits of programs that import only some names of the language: what an edit writes is imported with it."""

from __future__ import annotations

import pytest

from scenewright.scene.language.editing import apply_edit
from scenewright.scene.language.editing.edits import AddRelation, Duplicate, Move, Replace, SetZ
from scenewright.scene.language.running import evaluate_here

NAMES = "register, primitive_call, library_call, loop, transform_shape, translation_matrix"
BODY = """
@register('a box')
def box(size=1):
    return primitive_call('cube', {'scale': size})  # kept

@register('boxes')
def boxes():
    return loop(3, lambda i: transform_shape(library_call('box', size=0.5), translation_matrix((i, 0, 0))))
"""
AS_MODULE = BODY.replace("register", "h.register")
for name in NAMES.split(", ")[1:]:
    AS_MODULE = AS_MODULE.replace(f"{name}(", f"h.{name}(")


def added(old: str, new: str) -> list[str]:
    """The lines that came; every line of `old` is still there, in order."""
    rest = iter(new.splitlines(keepends=True))
    came: list[str] = []
    for line in old.splitlines(keepends=True):
        for other in rest:
            if other == line:
                break
            came.append(other.strip())
        else:
            raise AssertionError(f"{line!r} is gone")
    return [line for line in [*came, *(line.strip() for line in rest)] if line]


@pytest.mark.parametrize(
    ("head", "body", "statement"),
    [
        (f"from helper import {NAMES}\n", BODY, "from helper import adjust"),
        (
            "from scene.language import (\n" + NAMES.replace(", ", ",\n") + ",\n)\n",
            BODY,
            "from scene.language import adjust",
        ),
        ("import helper as h\n", AS_MODULE, "from helper import adjust"),
        (f"import math\nfrom helper import {NAMES}\nimport random\n", BODY, "from helper import adjust"),
    ],
)
def test_an_adjust_line_comes_with_its_import(head: str, body: str, statement: str) -> None:
    source = head + body
    once = apply_edit(source, Move("box[1]", by=(0, 1, 0)), evaluate_here)
    assert added(source, once.source) == [statement, "adjust('box[1]', move=(0, 1, 0))"]
    twice = apply_edit(once.source, Move("box[2]", by=(0, 1, 0)), evaluate_here)
    assert added(once.source, twice.source) == ["adjust('box[2]', move=(0, 1, 0))"]


def test_all_that_is_needed_stands_in_one_import() -> None:
    source = f"from helper import {NAMES}\n{BODY}"
    assert (
        added(source, apply_edit(source, SetZ("box[1]", "worn"), evaluate_here).source)[0]
        == "from helper import adjust, embed"
    )
    relation = AddRelation("near", ("box[1]", "box[2]"))
    assert added(source, apply_edit(source, relation, evaluate_here).source)[0] == "from helper import near, relate"


@pytest.mark.parametrize("head", ["from helper import *\n", "", "from helper import *\nfrom helper import register\n"])
def test_what_is_known_is_not_imported(head: str) -> None:
    source = head + BODY
    assert added(source, apply_edit(source, Move("box[1]", by=(0, 1, 0)), evaluate_here).source) == [
        "adjust('box[1]', move=(0, 1, 0))"
    ]


@pytest.mark.parametrize("source", ["import helper as h\n" + AS_MODULE, f"from helper import {NAMES}\n{BODY}"])
def test_further_calls_too(source: str) -> None:
    copied = apply_edit(source, Duplicate("box[1]", by=(0, 2, 0)), evaluate_here)
    assert copied.scene.leaf_rows.size == 4
    assert "concat_shapes, place" in copied.source
    assert apply_edit(source, Replace("box[1]", "box"), evaluate_here).scene.leaf_rows.size == 3
