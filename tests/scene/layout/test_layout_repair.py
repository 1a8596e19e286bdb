"""The smallest repair of written poses: who moves, how far, and that all else stays to the letter."""

from __future__ import annotations

import os
import re
from pathlib import Path

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import LayoutResult, solve_scene
from scenewright.scene.layout.pinning import pinned_bodies
from scenewright.scene.layout.reading import read_problem
from scenewright.scene.layout.repair import PosedScene, repair_poses

HEAD = """\
from scene.language import *

@register('a table')
def table():
    top = transform_shape(primitive_call('cube', {'scale': (1.2, 0.04, 0.8)}), translation_matrix((0, 0.72, 0)))
    legs = [transform_shape(primitive_call('cube', {'scale': (0.05, 0.7, 0.05)}), translation_matrix((x, 0.35, z)))
            for x in (-0.55, 0.55) for z in (-0.35, 0.35)]
    return concat_shapes(top, *legs)

@register('a chair')
def chair():
    seat = transform_shape(primitive_call('cube', {'scale': (0.45, 0.45, 0.45)}), translation_matrix((0, 0.225, 0)))
    back = transform_shape(primitive_call('cube', {'scale': (0.45, 0.5, 0.05)}), translation_matrix((0, 0.7, -0.2)))
    return concat_shapes(seat, back)

@register('a cup')
def cup():
    return primitive_call('cylinder', {'radius': 0.04, 'p0': (0, 0, 0), 'p1': (0, 0.1, 0)})

@register('a cabinet')
def cabinet():
    return transform_shape(primitive_call('cube', {'scale': (1.0, 1.8, 0.5)}), translation_matrix((0, 0.9, 0)))

@register('a picture')
def picture():
    return transform_shape(primitive_call('cube', {'scale': (0.8, 0.6, 0.03)}), translation_matrix((0, 0.3, 0)))

"""
GOOD = {
    "table": "place('table', at=(0, 0, 0), name='table')",
    "chair": "place('chair', at=(0, 0, 0.7), turn=180, name='chair')",
    "cup": "place('cup', at=(0.3, 0.74, 0.1), name='cup')",
    "cabinet": "place('cabinet', at=(1.0, 0, -1.75), name='cabinet')",
    "picture": "place('picture', at=(-1, 1.4, -1.985), name='picture')",
}
ROOM = "room(5, 4, 2.6, doors=[('front', 1.6, 0.9, 2.0)])"


def program(changed: dict[str, str] | None = None, relations: str = "", room: str = ROOM) -> str:
    parts = [*([room] if room else []), *{**GOOD, **(changed or {})}.values()]
    listed = ",\n        ".join(p for p in parts if p)
    said = f"\nrelate({relations})\n" if relations else ""
    return f"{HEAD}@register('a dining room')\ndef dining():\n    return concat_shapes(\n        {listed})\n{said}"


def laid(text: str, **options: object) -> LayoutResult:
    return solve_scene(text, evaluate_here(text), evaluate_here, **{"settle": False, **options})  # type: ignore[arg-type]


def moved(result: LayoutResult) -> dict[str, float]:
    return {m.path.split("/", 1)[1]: round(m.distance_m, 3) for m in result.moves}


def changed_lines(before: str, after: str) -> list[str]:
    return [b.strip().split(",")[0] for a, b in zip(before.split("\n"), after.split("\n"), strict=True) if a != b]


def test_what_holds_is_returned_to_the_letter() -> None:
    text = program(relations="on('cup', 'table'), facing('chair', 'table'), against_wall('cabinet', 'back')")
    result = laid(text)
    assert result.source == text
    assert result.moves == ()
    assert result.offer is None
    assert result.certificate.certified


@pytest.mark.parametrize(
    ("name", "line", "most"),
    [
        ("chair", "place('chair', at=(0, 0, 0.5), name='chair')", 0.15),
        ("cup", "place('cup', at=(0.3, 0.77, 0.1), name='cup')", 0.031),
        ("cup", "place('cup', at=(0.3, 0.71, 0.1), name='cup')", 0.031),
        ("cabinet", "place('cabinet', at=(1.0, 0, -1.85), name='cabinet')", 0.101),
        ("chair", "place('chair', at=(0, 0.2, 0.7), turn=180, name='chair')", 0.201),
        ("cabinet", "place('cabinet', at=(2.1, 0, -1.75), name='cabinet')", 0.101),
        ("picture", "place('picture', at=(-1, 1.4, -1.94), name='picture')", 0.046),
        ("picture", "place('picture', at=(-1, 1.4, -2.03), name='picture')", 0.046),
    ],
    ids=[
        "back in the top",
        "floats",
        "sunk in",
        "in the wall",
        "in the air",
        "in the corner",
        "off its wall",
        "in its wall",
    ],
)
def test_one_thing_that_is_wrong_moves_as_little_as_mends_it(name: str, line: str, most: float) -> None:
    text = program({name: line})
    result = laid(text)
    assert result.certificate.certified
    assert set(moved(result)) == {name}
    assert moved(result)[name] <= most
    assert changed_lines(text, result.source) == [f"place('{name}'"]
    assert result.moves[0].why
    again = laid(result.source)
    assert again.source == result.source


def test_what_is_carried_goes_along_and_keeps_its_place() -> None:
    text = program(
        {
            "table": "place('table', at=(-2.0, 0, 0), name='table')",
            "cup": "place('cup', at=(-1.7, 0.74, 0.1), name='cup')",
        }
    )
    result = laid(text)
    assert result.certificate.certified
    at = {m.path.split("/")[1]: np.array(m.after[:3]) for m in result.moves}
    assert at["cup"] - at["table"] == pytest.approx([0.3, 0.74, 0.1], abs=1e-3)
    assert next(m for m in result.moves if m.path.endswith("cup")).along


def test_the_lighter_makes_way_unless_it_is_kept() -> None:
    text = program({"chair": "place('chair', at=(1.0, 0, -1.4), name='chair')", "cup": "", "table": ""})
    assert set(moved(laid(text))) == {"chair"}
    assert set(moved(laid(text, keep=["chair"], accept=True))) == {"cabinet"}
    said = text + "\nrelate(fixed('chair'))\n"
    assert set(moved(laid(said, accept=True))) == {"cabinet"}


def test_where_nothing_may_move_the_text_stays_and_says_why() -> None:
    text = program({"chair": "place('chair', at=(1.0, 0, -1.4), name='chair')"})
    result = laid(text, keep=["chair", "cabinet"])
    assert result.source == text
    assert any("none of these bodies may be moved" in n for n in result.notes)


def test_what_moves_far_is_offered_and_taken_when_it_is_accepted() -> None:
    text = program({"cabinet": "place('cabinet', at=(3.2, 0, -1.75), name='cabinet')"})  # 1.2 m out of the room
    result = laid(text)
    assert result.offer is not None
    assert result.source == text
    assert result.moves == ()
    assert max(m.distance_m for m in result.offer.moves) > 0.5
    taken = laid(text, accept=True)
    assert taken.source == result.offer.source
    assert taken.certificate.certified


def test_a_wish_that_asks_for_a_long_way_is_offered_alone() -> None:
    text = program({"picture": ""}, relations="next_to('chair', 'cabinet')")
    result = laid(text)
    assert result.source == text
    assert result.offer is not None
    assert {m.path.split("/")[1] for m in result.offer.moves} == {"chair"}
    assert "next_to" in result.offer.moves[0].why


def test_a_relation_that_names_nothing_leaves_the_rest_mended() -> None:
    text = program(
        {"cup": "place('cup', at=(0.3, 0.77, 0.1), name='cup')"}, relations="on('cup', 'table'), near('lamp', 'table')"
    )
    result = laid(text)
    assert result.certificate.certified
    assert set(moved(result)) == {"cup"}
    assert len(result.problem.unread) == 1


def test_what_is_said_to_hold_a_thing_up_is_where_it_goes() -> None:
    text = program({"cup": "place('cup', at=(0.8, 0.74, 0.1), name='cup')"}, relations="on('cup', 'table')")
    result = laid(text)
    assert result.certificate.certified
    assert next(m for m in result.moves).after[1] == pytest.approx(0.74, abs=2e-3)


def test_a_place_that_nobody_wrote_is_found_among_the_others() -> None:
    text = program({"chair": "place('chair', name='chair')"})
    result = laid(text)
    assert result.certificate.certified
    assert set(moved(result)) == {"chair"}
    assert re.search(r"place\('chair'.* at=\(", result.source)


def test_an_assembly_is_not_torn_apart() -> None:
    text = f"""{HEAD}
@register('a shed')
def shed():
    walls = [transform_shape(primitive_call('cube', {{'scale': (2, 2, 0.1)}}), translation_matrix((0, 1, z))) for z in (-1, 1)]
    return concat_shapes(*walls, place('cabinet', at=(0, 0, -0.85), name='locker'), place('table', at=(0.2, 0, 0.6), name='bench'))

@register('a garden')
def garden():
    ground = transform_shape(primitive_call('cube', {{'scale': (12, 0.2, 12)}}), translation_matrix((0, -0.1, 0)))
    return concat_shapes(ground, transform_shape(library_call('shed'), translation_matrix((0, 0.03, 0))), place('chair', at=(1.15, 0, 0), name='chair'))
"""
    result = laid(text)
    assert result.assemblies_changed == 0
    assert set(moved(result)) <= {"shed", "chair"}


@pytest.mark.parametrize("seed", range(6))
def test_random_slips_are_mended_without_touching_the_rest(seed: int) -> None:
    """One body pushed at random: after the repair all is certified, and at most two bodies moved."""
    rng = np.random.default_rng(seed)
    base = evaluate_here(program())
    problem = read_problem(base)
    poses = problem.bodies.initial.copy()
    body = int(rng.choice(np.flatnonzero(~problem.bodies.fixed)))
    poses[body, [0, 2]] += rng.uniform(-0.3, 0.3, 2)
    posed = PosedScene(base, problem, None)
    scene = posed.at(poses)
    again = read_problem(scene)
    repaired = repair_poses(scene, again)
    assert not repaired.certificate.violations
    apart = np.abs(repaired.poses - again.bodies.initial).max(axis=1)
    assert np.count_nonzero(apart > 0.01) <= 3


def test_the_same_text_gives_the_same_repair() -> None:
    text = program({"chair": "place('chair', at=(0, 0, 0.45), turn=170, name='chair')"})
    assert laid(text).source == laid(text).source


def test_paths_that_are_kept_name_bodies() -> None:
    from scenewright.scene.errors import LayoutError
    from scenewright.scene.layout.work import Version

    text = program()
    scene = evaluate_here(text)
    version = Version(text, scene, read_problem(scene))
    assert len(pinned_bodies(version, ["cup", "dining/chair"])) == 2
    with pytest.raises(LayoutError, match="no instance 'lamp'"):
        pinned_bodies(version, ["lamp"])


MINIMAL = Path(os.environ.get("SCENEWRIGHT_REPLIES", "")) / "minimal"


@pytest.mark.skipif(not MINIMAL.is_dir(), reason="SCENEWRIGHT_REPLIES is not set")
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("torn", 0.0),
        ("torn_on_hill", 0.0),
        ("aligned_desks", 0.0),
        ("dangling_relation", 0.0),
        ("panel", 0.06),
        ("floor_toy", 0.17),
    ],
)
def test_small_programs_that_were_torn_apart_keep_their_shape(name: str, most: float) -> None:
    from scenewright.assets import Catalogue
    from scenewright.scene.language.running import evaluate

    catalogue = Catalogue.built_in()
    text = (MINIMAL / f"{name}.py").read_text(encoding="utf-8")

    def run(source: str):  # type: ignore[no-untyped-def]
        return evaluate(source, assets=catalogue)

    result = solve_scene(text, run(text), run, provider=catalogue, settle=False)
    assert result.offer is None
    assert result.certificate.certified
    assert max((m.distance_m for m in result.moves), default=0.0) <= most
    assert result.assemblies_changed == 0
    if not most:
        assert result.source == text


def test_a_pile_on_one_spot_is_no_heap() -> None:
    """Things that stand on each other say where they are, though all have one place in plan."""
    text = f"""{HEAD}
@register('a pile')
def pile():
    return concat_shapes(*[place('cabinet', at=(0, 1.8 * k, 0), name=f'box_{{k}}') for k in range(4)])
"""
    assert laid(text).source == text
    in_a_room = text.replace("concat_shapes(*[", "concat_shapes(room(4, 4, 8), *[")
    assert laid(in_a_room).source == in_a_room
