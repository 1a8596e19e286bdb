"""What models write for the published language runs as it stands: its list-like shapes, its calls by phrase, its guards."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.errors import BudgetError, PolicyError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.editing import apply_edit
from scenewright.scene.language.editing.edits import Duplicate
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.running.policy import check
from scenewright.scene.model import PrimitiveKind, Scene

CUBE = "primitive_call('cube', {'scale': 1})"
MOVED = f"transform_shape({CUBE}, translation_matrix((2, 0, 0)))"


def run(body: str, head: str = "from helper import *\n") -> Scene:
    check(head + body)
    return evaluate_here(head + body)


def entity(*lines: str) -> str:
    return "@register('it')\ndef it():\n" + "".join(f"    {line}\n" for line in lines)


class TestShapesAreLists:
    @pytest.mark.parametrize(
        ("lines", "count"),
        [
            (("s = []", f"s += {CUBE}", f"s.append({CUBE})", f"s.extend({CUBE})", "return s"), 3),
            ((f"s = {CUBE}", f"s.extend({MOVED})", f"s.append({CUBE})", "return s"), 3),
            ((f"s = Shape([{CUBE}, {CUBE}])", "return s"), 2),
            (("s = Shape()", f"s += {CUBE}", "return s"), 1),
            ((f"return sum([{CUBE}, {CUBE}], [])",), 2),
            (("s = concat_shapes()", f"s.append({CUBE})", "return concat_shapes(s, *s)"), 2),
            ((f"return [{CUBE}] + {CUBE} + [{CUBE}]",), 3),
        ],
    )
    def test_they_grow(self, lines: tuple[str, ...], count: int) -> None:
        assert run(entity(*lines)).leaf_rows.size == count

    def test_what_was_made_of_a_shape_stays_when_the_shape_grows(self) -> None:
        scene = run(
            entity(
                f"a = concat_shapes({CUBE}, {CUBE})",
                "b = concat_shapes(a)",
                "c = concat_shapes(a, a)",
                "d = transform_shape(a, translation_matrix((0, 5, 0)))",
                f"a.append({CUBE})",
                "assert (len(a), len(b), len(c), len(d)) == (3, 2, 4, 2)",
                "return concat_shapes(a, b, c, d)",
            )
        )
        assert scene.leaf_rows.size == 11

    def test_an_empty_shape_is_not_shared(self) -> None:
        first = entity(f"s = light('sun')\n    s.append({CUBE})", "return concat_shapes(s, light('sun'))")
        assert run(first).leaf_rows.size == 1


@pytest.mark.parametrize("called", ["a wooden stool; with three legs", "a wooden stool", "stool"])
def test_an_entity_is_called_by_its_phrase_too(called: str) -> None:
    scene = run(
        f"@register('a wooden stool; with three legs')\ndef stool(): return {CUBE}\n"
        f"@register('the scene')\ndef it(): return concat_shapes(library_call({called!r}), library_call(func_name={called!r}))\n"
    )
    assert scene.root_name == "it"
    assert [e.word for e in scene.entities() if e.name == "stool"] == ["stool", "stool"]
    assert any("read as 'stool'" in w for w in scene.warnings) is (called != "stool")


def test_a_name_counts_before_a_phrase() -> None:
    scene = run(
        f"@register('chair')\ndef seat(): return {CUBE}\n@register('x')\ndef chair(): return concat_shapes({CUBE}, {CUBE})\n"
        "@register('all')\ndef it(): return concat_shapes(library_call('chair'), library_call('seat'))\n"
    )
    assert scene.leaf_rows.size == 3


@pytest.mark.parametrize("test", ["__name__ == '__main__'", '"__main__" == __name__'])
def test_what_a_script_does_when_run_is_no_part_of_the_program(test: str) -> None:
    guarded = (
        f"if {test}:\n    import os, ipdb\n    from impl_preset import core\n    core(open(__file__))\n    exit()\n"
    )
    assert run(entity(f"return {CUBE}") + guarded).root_name == "it"
    assert run(guarded + entity(f"return {CUBE}")).root_name == "it"


@pytest.mark.parametrize("test", ["__name__ != '__main__'", "True", "__name__ == 'x'"])
def test_other_conditions_hide_nothing(test: str) -> None:
    with pytest.raises(PolicyError, match="open") as caught:
        run(entity(f"return {CUBE}") + f"if {test}:\n    open('x')\n")
    assert caught.value.line == 6


def test_the_branch_beside_the_guard_is_part_of_the_program() -> None:
    with pytest.raises(PolicyError, match="open"):
        run(entity(f"return {CUBE}") + "if __name__ == '__main__':\n    pass\nelse:\n    open('x')\n")


class TestImports:
    def test_a_program_without_an_import_knows_the_language(self) -> None:
        scene = run(entity(f"return transform_shape({CUBE}, translation_matrix((np.pi, math.e, 0)))"), head="")
        assert any("nothing is imported" in w for w in scene.warnings)

    def test_its_own_names_count(self) -> None:
        own = '"""A room."""\nfrom __future__ import annotations\nimport math\ndef room(): return ' + CUBE + "\n"
        assert run(own + entity("return room()"), head="").room is None

    @pytest.mark.parametrize("statement", ["import numpy as np\nnp.load('x')", "np.load('x')", "np.save('x', 1)"])
    def test_its_numpy_is_held_to_the_policy(self, statement: str) -> None:
        with pytest.raises(PolicyError, match="numpy"):
            run(entity(f"return {CUBE}") + statement + "\n", head="")

    def test_one_that_imports_does_not_get_more(self) -> None:
        with pytest.raises(ProgramError, match="'place' is not defined"):
            run(entity(f"return place({CUBE})"), head="from helper import register, primitive_call\n")

    def test_an_empty_program_stays_empty(self) -> None:
        with pytest.raises(ProgramError, match="empty"):
            run("", head='"""Words."""\n# none\n')


def test_entities_behind_other_decorators() -> None:
    scene = run(
        "import functools\n@register('a')\n@functools.lru_cache(maxsize=None)\ndef a(): return " + CUBE + "\n"
        "def lifted(f):\n    @functools.wraps(f)\n    def g(*a, **k): return transform_shape(f(*a, **k), translation_matrix((0, 1, 0)))\n    return g\n"
        "@register('b')\n@lifted\ndef b(): return library_call('a')\n"
    )
    assert scene.root_name == "b"
    alone = "import functools\n@register('a')\n@functools.lru_cache(maxsize=None)\ndef a(): return " + CUBE + "\n"
    assert run(alone).root_name == "a"


class TestBlocks:
    def cells(self, *calls: str) -> set[tuple[int, ...]]:
        scene = run(entity(f"return concat_shapes({', '.join(calls)})"))
        rows = np.flatnonzero(scene.nodes.primitive == PrimitiveKind.BLOCK)
        return {tuple(np.floor(scene.world_from_local[r][:3, 3]).astype(int).tolist()) for r in rows}

    def test_the_block_type_may_have_no_keyword(self) -> None:
        given = "primitive_call('set_cuboid', 'minecraft:stone', scale=(2, 1, 1))"
        assert self.cells(given) == {(0, 0, 0), (1, 0, 0)}

    @pytest.mark.parametrize(
        ("x", "cells"),
        [(0.5, {0, 1}), (1.5, {1, 2}), (-0.5, {0, 1}), (-1.5, {-1, 0}), (2.9999999, {3, 4}), (-3, {-3, -2})],
    )
    def test_a_place_between_two_cells_is_the_one_toward_the_origin(self, x: float, cells: set[int]) -> None:
        call = f"transform_shape(primitive_call('set_cuboid', block_type='stone', scale=(2, 1, 1)), translation_matrix(({x}, 0, 0)))"
        assert {c[0] for c in self.cells(call)} == cells

    def test_sizes_are_cut_to_whole_numbers(self) -> None:
        assert len(self.cells("primitive_call('set_cuboid', block_type='stone', scale=(2.7, 1.99999999, 1))")) == 4

    def test_cuboids_that_a_transform_enlarges_have_a_bound(self) -> None:
        with pytest.raises(BudgetError, match="blocks") as caught:
            self.cells(
                "transform_shape(primitive_call('set_cuboid', block_type='stone'), scale_matrix(1000, (0, 0, 0)))"
            )
        assert caught.value.line == 4

    def test_emptying_much_costs_no_more_than_what_is_there(self) -> None:
        empty = "*[primitive_call('delete_blocks', scale=(60, 60, 60))] * 5000"
        stone = "primitive_call('set_cuboid', block_type='stone', scale=(2, 2, 2))"
        far = f"transform_shape({stone}, translation_matrix((70, 0, 0)))"
        assert len(self.cells(stone, far, empty)) == 8


class TestZ:
    """An entity's `z` is its identity, unless its function takes a `z` and is given something else: a coordinate."""

    HEAD = (
        "@register('a tree')\ndef tree(x=0, y=0, z=0, name='oak', turn=1):\n"
        "    return transform_shape(primitive_call('cube', {'scale': turn}), translation_matrix((x, y, z)))\n"
    )

    @pytest.mark.parametrize(
        "call", ["library_call('tree', x=1, y=2, z=3)", "tree(x=1, y=2, z=np.float64(3))", "tree(1, 2, 3)"]
    )
    def test_a_coordinate(self, call: str) -> None:
        scene = run(self.HEAD + entity(f"return concat_shapes(tree(), {call})"), head="from scene.language import *\n")
        assert scene.find("tree[1]/cube").world_from_local[:3, 3].tolist() == [1.0, 2.0, 3.0]
        assert scene.find("tree[1]").embedding is None

    def test_in_place_and_beside_an_identity(self) -> None:
        body = "return concat_shapes(place('tree', at=(5, 0, 0), z=3), library_call('post', z=embed('worn')))"
        post = f"@register('a post')\ndef post(): return {CUBE}\n"
        scene = run(self.HEAD + post + entity(body), head="from scene.language import *\n")
        assert scene.find("tree/cube").world_from_local[:3, 3].tolist() == [5.0, 0.5, 0.0]
        assert scene.find("post").embedding is not None
        with pytest.raises(ProgramError, match="z must be embed"):
            run(post + entity("return library_call('post', z=3)"), head="from scene.language import *\n")

    @pytest.mark.parametrize(
        ("made", "copied"),
        [
            ("library_call('tree', x=1, z=2)", "place('tree', x=1, z=2, at=(2, -0.5, 2))"),
            ("library_call('tree', z=2, name='elm')", "place(library_call('tree', z=2, name='elm'), at=(1, -0.5, 2))"),
            ("place('tree', at=(0, 0, 0), z=2, name='a')", "place('tree', at=(1, 0, 0), z=2, name='a')"),
        ],
    )
    def test_a_copy_is_made_with_it(self, made: str, copied: str) -> None:
        source = "from scene.language import *\n" + self.HEAD + entity(f"return concat_shapes({made}, {CUBE})")
        path = "a" if "name='a'" in made else "tree"
        assert copied in apply_edit(source, Duplicate(path, by=(1, 0, 0)), evaluate_here).source


def test_shapes_are_opaque() -> None:
    with pytest.raises(ProgramError, match="compute_shape_center"):
        run(entity(f"return {CUBE}[0]['to_world']"))


def test_budgets_of_animations_name_the_line() -> None:
    endless = f"@register_animation('x')\ndef a():\n    while True:\n        yield {CUBE}\n"
    with pytest.raises(BudgetError, match="frames") as caught:
        evaluate_here("from helper import *\n" + endless, budgets=Budgets(frames=3))
    assert caught.value.line == 2
    with pytest.raises(ProgramError, match="yields is None") as wrong:
        run("@register_animation('x')\ndef a():\n    yield None\n")
    assert wrong.value.line == 2
