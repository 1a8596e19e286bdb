"""Small flat things that lie loosely, such as a magazine, are in nobody's way: a remark at most."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import check_scene, solve_scene
from scenewright.scene.layout.bodies import bodies_of, loose_bodies

HEAD = """\
from scene.language import *

def box(w, h, d, y=0.0):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, y + h / 2, 0)))

@register('a magazine')
def magazine(): return box(0.21, 0.02, 0.28)

@register('a dinner plate')
def plate(): return box(0.25, 0.02, 0.25)

@register('a crate')
def crate(): return box(0.4, 0.4, 0.4)

@register('a vase')
def vase(): return box(0.15, 0.3, 0.15)

@register('a table')
def table(): return concat_shapes(box(1.2, 0.04, 0.8, 0.7), box(0.1, 0.7, 0.1))

@register('a wardrobe')
def wardrobe(): return box(1.0, 2.0, 0.6)

"""


def program(*places: str, relations: str = "") -> str:
    lines = "".join(f"        place({line}),\n" for line in places)
    related = f"relate({relations})\n" if relations else ""
    return f"{HEAD}@register('a room')\ndef scene():\n    return concat_shapes(\n        room(5, 4, 2.6),\n{lines}    )\n{related}"


@pytest.mark.parametrize(
    ("places", "free"),
    [
        (("'crate', at=(0, 0, 0)", "'magazine', at=(0.2, 0, 0)"), True),  # its edge is on the magazine
        (
            ("'crate', at=(0, 0, 0)", "'plate', at=(0.2, 0, 0)"),
            True,
        ),  # nothing flat and small on the floor is in the way
        (("'crate', at=(0, 0, 0)", "'magazine', at=(0.2, 0.2, 0)"), False),  # halfway up in its side
        (("'magazine', at=(0, 0, 0), name='one'", "'magazine', at=(0.1, 0, 0), name='two'"), False),
        (("'table', at=(0, 0, 0)", "'vase', at=(0.3, 0.74, 0)", "'magazine', at=(0.35, 0.74, 0)"), True),
        (("'table', at=(0, 0, 0)", "'vase', at=(0.3, 0.74, 0)", "'plate', at=(0.35, 0.74, 0)"), False),
        (("'crate', at=(0, 0, 0)", "'vase', at=(0.2, 0, 0)"), False),
    ],
)
def test_what_stands_on_a_loose_thing_is_a_remark(places: tuple[str, ...], free: bool) -> None:
    certificate = check_scene(evaluate_here(program(*places)), settle=False).certificate
    assert certificate.collision_free == free
    assert any(" lies under " in note for note in certificate.notes) == (free and len(places) > 1)


def test_a_magazine_takes_no_clearance() -> None:
    open_, taken = ("'magazine', at=(0, 0, 0.6)", "'crate', at=(0, 0, 0.6)")
    wardrobe = "'wardrobe', at=(0, 0, 0)"
    for thing, kept in ((open_, True), (taken, False)):
        certificate = check_scene(evaluate_here(program(wardrobe, thing)), settle=False).certificate
        assert all(s.kept for s in certificate.spaces if s.what == "front") == kept
    related = "clear('wardrobe', front=0.8)"
    for thing, kept in ((open_, True), (taken, False)):
        certificate = check_scene(evaluate_here(program(wardrobe, thing, relations=related)), settle=False).certificate
        assert [r.satisfied for r in certificate.relations] == [kept]


def test_the_layout_moves_nothing_for_a_magazine() -> None:
    source = program("'crate', at=(0, 0, 0)", "'magazine', at=(0.2, 0, 0)", "'crate', at=(0.2, 0, 1), name='other'")
    result = solve_scene(source, evaluate_here(source), evaluate_here, settle=True)
    assert (result.source, result.moves) == (source, ())
    assert result.certificate.certified
    assert result.certificate.settle is not None
    assert result.certificate.settle.max_shift_m < 0.02


def test_a_repair_rather_puts_a_crate_on_a_magazine_than_far_off() -> None:
    source = program("'crate', at=(0, 0, 0)", "'crate', at=(0.3, 0, 0), name='other'", "'magazine', at=(0.62, 0, 0)")
    result = solve_scene(source, evaluate_here(source), evaluate_here, settle=False)
    assert result.certificate.certified
    assert [round(m.distance_m, 1) for m in result.moves] == [0.1]


def test_only_flat_and_small_things_are_loose() -> None:
    scene = evaluate_here(
        program(
            "'magazine', at=(0, 0, 0)",
            "'plate', at=(1, 0, 0)",
            "'vase', at=(2, 0, 0)",
            "'table', at=(-1, 0, 0)",
            "'plate', at=(-1, 0.74, 0.2), name='served'",
        )
    )
    bodies = bodies_of(scene)
    names = [path.rsplit("/", 1)[-1] for path in bodies.path]
    assert {names[i] for i in np.flatnonzero(loose_bodies(scene, bodies))} == {"magazine", "plate"}
