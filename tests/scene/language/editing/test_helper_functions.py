"""What a plain function of a program places is taken out, or added to, as a whole."""

from __future__ import annotations

import pytest

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing import added_to_helper, apply_deletions, placed_by
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene

BLOCK = "primitive_call('cube', {'scale': (0.2, 0.2, 0.2)})"
PROGRAM = f"""from scene.language import *

BLOCK = {BLOCK}


@register('a yard')
def yard():
    return concat_shapes(
        place(BLOCK, at=(0, 0, 0), name='stone'),
        # what lies about
        extras(),
        place(BLOCK, at=(3, 0, 0), name='stone'),
    )


def extras():
    \"\"\"What lies about.\"\"\"
    return concat_shapes(
        place(BLOCK, at=(1, 0, 0), name='stone'),
        place(BLOCK, at=(2, 0, 0), name='log'),
        *[place(BLOCK, at=(i, 0, 2), name='twig') for i in range(2)],
    )


relate(
    near('stone[2]', 'stone'),
    near('log', 'stone[1]'),
)
adjust('stone[2]', turn=20)
"""


def run(source: str) -> Scene:
    return evaluate(source, seed=0)


def removed(source: str, *names: str) -> tuple[str, Scene]:
    scene = run(source)
    made = apply_deletions(source, [f"yard/{name}" for name in names], run, scene=scene, helper="extras")
    assert made.scene.paths == run(made.source).paths
    return made.source, made.scene


def children(scene: Scene) -> list[str]:
    return [scene.paths[row].partition("/")[2] for row in scene.children_of(0)]


def test_it_is_known_what_a_function_places() -> None:
    scene = run(PROGRAM)
    assert placed_by(PROGRAM, scene, "extras") == ["yard/stone[1]", "yard/log", "yard/twig", "yard/twig[1]"]
    assert placed_by(PROGRAM, scene, "yard") == []
    assert placed_by(PROGRAM, scene, "nothing") == []


def test_what_remains_is_named_anew_everywhere() -> None:
    source, scene = removed(PROGRAM, "stone[1]", "log")
    assert children(scene) == ["stone", "twig", "twig[1]", "stone[1]"]
    assert "near('stone[1]', 'stone')" in source
    assert "log" not in source
    assert "adjust('stone[1]', turn=20)" in source
    assert "*[place(BLOCK" in source


def test_one_of_a_loop_goes_by_an_adjust_line() -> None:
    source, scene = removed(PROGRAM, "log", "twig[1]")
    assert children(scene) == ["stone", "stone[1]", "twig", "stone[2]"]
    assert "remove=True" in source


def test_an_empty_function_goes_with_its_call() -> None:
    plain = PROGRAM.replace("        *[place(BLOCK, at=(i, 0, 2), name='twig') for i in range(2)],\n", "")
    source, scene = removed(plain, "stone[1]", "log")
    assert children(scene) == ["stone", "stone[1]"]
    assert "extras" not in source
    assert "what lies about" not in source.lower()
    assert "\n\n\n\n" not in source
    for line in source.splitlines():
        assert line in plain or "stone[1]" in line


def added(source: str, *names: str, relations: tuple[str, ...] = ()) -> str:
    places = [f"place(BLOCK, at=(5, 0, {k}), name={name!r})" for k, name in enumerate(names)]
    return added_to_helper(source, run(source), "extras", places, relations, run, about="More.", remark="more")


def test_a_function_gets_more() -> None:
    source = added(PROGRAM, "pot", "pot", relations=("near('pot', 'log')",))
    scene = run(source)
    assert children(scene)[:7] == ["stone", "stone[1]", "log", "twig", "twig[1]", "pot", "pot[1]"]
    assert len(scene.relations) == 3


def test_a_program_gets_the_function() -> None:
    source = f"from scene.language import *\n\nBLOCK = {BLOCK}\n\n@register('a yard')\ndef yard():\n    return BLOCK\n"
    grown = added(source, "pot", relations=("near('pot', 'cube')",))
    assert placed_by(grown, run(grown), "extras") == ["yard/pot"]
    assert "# more" in grown
    again = apply_deletions(grown, ["yard/pot"], run, scene=run(grown), helper="extras").source
    assert "extras" not in again
    assert children(run(again)) == ["cube"]


@pytest.mark.parametrize(
    "function",
    ["def extras(x):\n    return x\n", "def extras():\n    pass\n", "@register('y')\ndef extras():\n    return concat_shapes(BLOCK)\n"],
)  # fmt: skip
def test_another_function_of_the_name_is_left_alone(function: str) -> None:
    source = f"from scene.language import *\n\nBLOCK = {BLOCK}\n\n{function}\n@register('a yard')\ndef yard():\n    return BLOCK\n"
    with pytest.raises(EditError, match="has a function extras"):
        added(source, "pot")
