"""One list of limits: the evaluator names the line, and a scene from the wire is held to the same list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenewright.scene import limits
from scenewright.scene.errors import BudgetError, ConfinementError, PathError, ProgramError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.language.running.wire import decode_scene, encode_scene
from scenewright.scene.model import Camera, Light, Scene
from scenewright.scene.report import evaluation_report, row_page
from scenewright.scene.sound_scenes import require_sound_scene

CUBE = "primitive_call('cube', {'scale': 1})"


def program(body: str) -> str:
    lines = "\n".join("    " + line for line in body.splitlines())
    return f"from scene.language import *\n@register('a thing')\ndef thing():\n{lines}\n"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (f"place({CUBE}, name='x' * 201)", "the name of place is 201 characters"),
        ("camera((1, 1, 1), (0, 0, 0))\n" * 201, "201 cameras, more than 200"),
        ("for i in range(501): light('point', at=(i, 2, 0))", "501 lights, more than 500"),
        ("for i in range(5001): relate(near('a', 'b'))", "5,001 relations"),
        ("for i in range(5001): adjust('a', turn=1)", "5,001 adjusts"),
        ("embed('x' * 2001)", "words of embed is 2,001 characters"),
        ("environment('x' * 2001)", "the text of environment is 2,001"),
        ("primitive_call('cube', {'scale': 1}, material={'texture': 'x' * 401})", "the texture of a material is 401"),
        ("splat_call('x' * 401)", "the file of splat_call is 401"),
        ("adjust('x' * 20001)", "the path of adjust is 20,001"),
        ("surface('oak ' * 101)", "the name of a surface is 404"),
    ],
)
def test_the_evaluator_names_the_line_of_what_is_too_much(statement: str, message: str) -> None:
    with pytest.raises(BudgetError, match=message) as caught:
        evaluate_here(program(f"{statement.rstrip()}\nreturn {CUBE}"))
    assert caught.value.kind == "limit"
    assert caught.value.line is not None
    assert caught.value.line >= 4


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (f"s = {CUBE}\nfor i in range(450): s = place(s)\nreturn concat_shapes(s, {CUBE})", None),
        (
            f"s = concat_shapes({CUBE}, {CUBE})\nfor i in range(450): s = concat_shapes(place(s), {CUBE})\nreturn s",
            "nested",
        ),
        (
            f"s = concat_shapes(*[{CUBE} for i in range(900)])\n"
            "for i in range(390): s = concat_shapes(place(s, name='n' * 200), " + CUBE + ")\nreturn s",
            "the paths of all instances are",
        ),
    ],
)
def test_depth_and_paths_are_bounded_before_they_are_written(body: str, message: str | None) -> None:
    if message is None:
        evaluate_here(program(body))
        return
    with pytest.raises(BudgetError, match=message) as caught:
        evaluate_here(program(body))
    assert caught.value.line in (5, 6)


def test_a_long_phrase_is_cut_with_a_warning() -> None:
    scene = evaluate_here(program(f"return {CUBE}").replace("'a thing'", "'red ' * 1000"))
    assert scene.root.phrase == ("red " * 1000)[: limits.PHRASE_CHARACTERS]
    assert any("was cut to 2,000" in w for w in scene.warnings)


def test_a_camera_that_an_instance_scales_to_a_point_is_refused() -> None:
    inner = "@register('a part')\ndef part():\n    camera((1, 1, 1), (0, 0, 0))\n    return " + CUBE + "\n"
    text = program("return transform_shape(part(), scale_matrix(1e-11, (0, 0, 0)))")
    with pytest.raises(ProgramError, match="same point in the world") as caught:
        evaluate_here(text.replace("@register('a thing')", inner + "@register('a thing')"))
    assert caught.value.line == 4


def sound_scene() -> Scene:
    return evaluate_here(
        program(f"camera((1, 1, 1), (0, 0, 0))\nlight('sun')\nreturn concat_shapes(room(4, 4), {CUBE})")
    )


def test_what_passes_the_wire_is_held_to_the_same_list() -> None:
    scene = sound_scene()
    crowds = (
        replace(scene, cameras=(Camera((1, 1, 1), (0, 0, 0)),) * (limits.CAMERAS + 1)),
        replace(scene, lights=(Light("sun"),) * (limits.LIGHTS + 1)),
        replace(scene, cameras=(Camera((0, 0, 0), (0, 0, 0)),)),
        replace(scene, strings=(*scene.strings, "x" * (limits.PHRASE_CHARACTERS + 1))),
    )
    for changed in crowds:
        with pytest.raises(ProgramError):
            require_sound_scene(changed)
        with pytest.raises(ConfinementError, match="malformed scene"):
            decode_scene(encode_scene(changed))
    assert len(decode_scene(encode_scene(scene))) == len(scene)


def test_a_frame_has_at_most_the_nodes_of_the_budget() -> None:
    scene = sound_scene()
    with pytest.raises(ConfinementError, match="nodes, more than"):
        decode_scene(encode_scene(scene), rows=len(scene) - 1)


# -- pages ----------------------------------------------------------------------------------------------------------------


def test_pages_of_a_report_hold_each_node_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenewright.scene.report.ANSWER_ROWS", 7)
    scene = evaluate_here(program(f"return concat_shapes(*[place({CUBE}, at=(i, 0, 0), name='c') for i in range(20)])"))
    first, primitives, placed = 0, [], []
    while first is not None:
        report = evaluation_report(scene, first)
        assert report["rows"] == len(scene)
        assert report["count"] == 20
        primitives += [p["path"] for p in report["primitives"]]
        placed += [child["path"] for child in report["tree"]["children"]]
        first = report["next"]
    assert primitives == [scene.paths[row] for row in scene.leaf_rows.tolist()]
    assert sorted(set(placed)) == sorted(p for p in scene.paths if p.count("/") == 1)


def test_a_small_scene_is_one_page() -> None:
    scene = sound_scene()
    report = evaluation_report(scene)
    assert (report["first"], report["next"], report["rows"]) == (0, None, len(scene))


def test_a_page_that_does_not_exist_is_refused() -> None:
    scene = sound_scene()
    with pytest.raises(PathError, match="there is no node 999"):
        row_page(scene, 999)
