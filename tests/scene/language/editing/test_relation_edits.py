"""Edits that rename or delete follow the names in every form of a relation, and leave its other words alone."""

from __future__ import annotations

import pytest

from scenewright.scene.language.editing import apply_edit
from scenewright.scene.language.editing.edits import AddRelation, Delete, DropRelation, Rename
from scenewright.scene.language.running import evaluate_here

HEAD = """\
from scene.language import *

@register('a chair')
def chair():
    return primitive_call('cube', {'scale': 0.4})

@register('a table')
def table():
    return primitive_call('cube', {'scale': 1})

@register('a room')
def scene():
    return concat_shapes(
        room(9, 9, 2.6),
"""
PLACES = (
    "place('chair', at=(0, 0, 0))",
    "place('chair', at=(1, 0, 0))",
    "place('chair', at=(2, 0, 0), name='x')",
    "place('table', at=(3, 0, 3))",
)


def room(said: str, places: tuple[str, ...] = PLACES) -> str:
    return HEAD + "".join(f"        {p},\n" for p in places) + f"    )\n\n{said}# the end\n"


FORMS = [
    # (said, the table called desk, what is left without the first chair: the second is the first then)
    ("in_row(['chair', 'chair[1]', 'table'], 'x')", "in_row(['chair', 'chair[1]', 'desk'], 'x')", "in_row(['chair', 'table'], 'x')"),
    ("in_row('chair', 'chair[1]', 'table', along='z')", "in_row('chair', 'chair[1]', 'desk', along='z')", "in_row('chair', 'table', along='z')"),
    ("aligned(['chair', 'chair[1]', 'table'], 'x')", "aligned(['chair', 'chair[1]', 'desk'], 'x')", "aligned(['chair', 'table'], 'x')"),
    ("aligned('chair', 'chair[1]', 'table', 'x')", "aligned('chair', 'chair[1]', 'desk', 'x')", "aligned(['chair', 'table'], 'x')"),
    ("aligned('chair', 'table', 'x')", "aligned('chair', 'desk', 'x')", None),
    ("around('table', ['chair', 'chair[1]'])", "around('desk', ['chair', 'chair[1]'])", "around('table', ['chair'])"),
    ("around(center='table', items=['chair', 'chair[1]'])", "around(center='desk', items=['chair', 'chair[1]'])", "around(center='table', items=['chair'])"),
    ("around('chair', 'chair[1]', 'table')", "around('chair', 'chair[1]', 'desk')", "around('chair', 'table')"),
    ("joined('chair', 'table', 'chair[1]')", "joined('chair', 'desk', 'chair[1]')", "joined('table', 'chair')"),
    ("joined(['chair', 'table'])", "joined(['chair', 'desk'])", "joined(['table'])"),
    ("fixed('chair[1]', 'table')", "fixed('chair[1]', 'desk')", "fixed('chair', 'table')"),
    ("fixed('chair')", "fixed('chair')", None),
    ("embedded_in('chair[1]', 'table')", "embedded_in('chair[1]', 'desk')", "embedded_in('chair', 'table')"),
    ("against_wall('chair[1]', 'table')", "against_wall('chair[1]', 'desk')", "against_wall('chair', 'table')"),
    ("against_wall('table', 'back_wall')", "against_wall('desk', 'back_wall')", "against_wall('table', 'back_wall')"),
    ("on_wall('table', 'back', 1.5)", "on_wall('desk', 'back', 1.5)", "on_wall('table', 'back', 1.5)"),
    ("in_corner('table', 'back', 'left')", "in_corner('desk', 'back', 'left')", "in_corner('table', 'back', 'left')"),
    ("next_to('chair[1]', 'table', distance=0.3)", "next_to('chair[1]', 'desk', distance=0.3)", "next_to('chair', 'table', distance=0.3)"),
    ("near('table', 'scene')", "near('desk', 'scene')", "near('table', 'scene')"),
    ("facing('table', (0, 0, 9))", "facing('desk', (0, 0, 9))", "facing('table', (0, 0, 9))"),
    ("'near(chair[1], table, hi=2)'", "'near(chair[1], desk, hi=2)'", "'near(chair, table, hi=2)'"),
    ("'in_row([chair, chair[1], table], x)'", "'in_row([chair, chair[1], desk], x)'", "\"in_row(['chair', 'table'], 'x')\""),
    ("'aligned(chair, chair[1], table, x)'", "'aligned(chair, chair[1], desk, x)'", "\"aligned(['chair', 'table'], 'x')\""),
    ("('joined', 'chair', 'table', 'chair[1]')", "('joined', 'chair', 'desk', 'chair[1]')", "('joined', 'table', 'chair')"),
    ("{'kind': 'in_row', 'items': ['chair', 'table', 'chair[1]'], 'along': 'x'}", "{'kind': 'in_row', 'items': ['chair', 'desk', 'chair[1]'], 'along': 'x'}", "{'kind': 'in_row', 'items': ['table', 'chair'], 'along': 'x'}"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "renamed", "left"), FORMS, ids=[f[0] for f in FORMS])
def test_names_follow(said: str, renamed: str, left: str | None) -> None:
    source = room(f"relate({said})\n")
    result = apply_edit(source, Rename("table", "desk"), evaluate_here)
    called = (*PLACES[:3], "place('table', at=(3, 0, 3), name='desk')")
    assert result.source == room(f"relate({renamed})\n", called)
    result = apply_edit(source, Delete("scene/chair"), evaluate_here)
    assert result.source == room("" if left is None else f"relate({left})\n", PLACES[1:])


@pytest.mark.parametrize(
    ("said", "renamed"),
    [
        ("aligned('chair', 'x', 'x')", "aligned('chair', 'q', 'x')"),
        ("aligned(['chair', 'x', 'table'], 'x')", "aligned(['chair', 'q', 'table'], 'x')"),
        ("spaced(['chair', 'x', 'table'], 'x')", "spaced(['chair', 'q', 'table'], 'x')"),
        ("in_row(['chair', 'x'], along='x')", "in_row(['chair', 'q'], along='x')"),
        ("'aligned(chair, x, x)'", "'aligned(chair, q, x)'"),
        ("('aligned', 'chair', 'x', 'x')", "('aligned', 'chair', 'q', 'x')"),
    ],
)
def test_an_axis_is_no_name(said: str, renamed: str) -> None:
    result = apply_edit(room(f"relate({said})\n"), Rename("scene/x", "q"), evaluate_here)
    assert f"relate({renamed})\n" in result.source


def test_new_kinds_are_added_and_dropped() -> None:
    source = room("")
    for kind, arguments, options in [
        ("in_row", (["chair", "x"],), (("along", "wall"),)),
        ("aligned", (["chair", "x", "table"], "x"), ()),
        ("joined", ("chair", "x"), ()),
        ("embedded_in", ("chair", "table"), ()),
        ("fixed", ("table",), ()),
        ("near", ("chair", "scene"), ()),
    ]:
        added = apply_edit(source, AddRelation(kind, arguments, options), evaluate_here)
        assert [r.kind for r in added.scene.relations] == [kind]
        dropped = apply_edit(added.source, DropRelation(0), evaluate_here)
        assert not dropped.scene.relations


def test_a_call_and_a_tuple_of_one_list_go_together() -> None:
    """Both name what is deleted, and stand side by side: their commas are taken out once."""
    source = """from scene.language import *

@register('a thing')
def thing():
    return primitive_call('cube', {'scale': 0.5})

@register('things')
def scene():
    return concat_shapes(*[place(thing(), at=(k, 0, 0), name=f'thing_{k}') for k in range(2)],
                         place(thing(), at=(0, 1, 0), name='top'))

relate([('on', 'top', 'thing_0'), near('top', 'thing_1')])
relate(on('top', 'thing_0'), ('near', 'thing_0', 'thing_1'))
"""
    done = apply_edit(source, Delete("top"), evaluate_here)
    assert "top" not in done.source
    assert "relate(('near', 'thing_0', 'thing_1'))" in done.source
