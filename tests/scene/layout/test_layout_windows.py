"""What hangs on a wall beside, within and across a window: the certificate, the repair and the search agree."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import ViolationKind, check_scene, solve_scene

HEAD = """\
from scene.language import *

def box(w, h, d):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))

@register('a wall clock')
def wall_clock(): return box(0.3, 0.3, 0.05)

@register('a round wall clock')
def round_clock():
    return primitive_call('cylinder', {'radius': 0.15, 'p0': (0, 0.15, -0.025), 'p1': (0, 0.15, 0.025)})

@register('a curtain')
def curtain(): return box(1.9, 1.6, 0.06)

"""
ROOM = "room(5, 4, 2.6, windows=[('back', 0.0, 1.4, 1.2, 0.9)])"
"""The window reaches from x = -0.7 to 0.7 and from 0.9 to 2.1 m."""


def program(*places: str, relations: str = "") -> str:
    lines = "".join(f"        {line},\n" for line in places)
    related = f"relate({relations})\n" if relations else ""
    return (
        f"{HEAD}@register('a room')\ndef scene():\n    return concat_shapes(\n        {ROOM},\n{lines}    )\n{related}"
    )


@pytest.mark.parametrize(
    ("thing", "x", "y", "deep"),
    [
        ("wall_clock", 0.7, 1.4, 0.15),  # half over the frame
        ("wall_clock", -0.83, 1.4, 0.02),
        ("wall_clock", 0.2, 2.0, 0.1),  # over the upper edge
        ("wall_clock", 0.86, 1.4, None),  # beside it
        ("wall_clock", 0.0, 2.11, None),  # above it
        ("round_clock", 0.82, 2.07, None),  # only the corner of its box is over the corner of the window
        ("round_clock", 0.75, 1.4, 0.1),
        ("curtain", 0.1, 0.8, None),
    ],
)
def test_only_an_edge_of_a_window_is_in_the_way(thing: str, x: float, y: float, deep: float | None) -> None:
    scene = evaluate_here(program(f"place('{thing}', at=({x}, {y}, -1.97))"))
    certificate = check_scene(scene, settle=False).certificate
    assert certificate.windows_free == (deep is None)
    found = certificate.of_kind(ViolationKind.WINDOW)
    assert [round(v.figure, 2) for v in found] == ([] if deep is None else [deep])
    assert all("window in the back wall" in v.message for v in found)
    assert len(certificate.violations) == len(found)


def test_a_written_clock_moves_beside_the_window() -> None:
    source = program("place('wall_clock', at=(0.62, 1.4, -1.97))")
    result = solve_scene(source, evaluate_here(source), evaluate_here, settle=False)
    assert result.certificate.certified
    (move,) = result.moves
    assert move.distance_m == pytest.approx(0.24, abs=0.02)
    x, y, z = result.scene.find("wall_clock").world_from_local[:3, 3]
    assert (x, y, z) == (pytest.approx(0.86, abs=0.02), pytest.approx(1.4), pytest.approx(-1.97, abs=0.01))


def test_what_hangs_beside_the_window_is_in_the_way_of_that() -> None:
    source = program(
        "place('wall_clock', at=(0.62, 1.4, -1.97))", "place('wall_clock', at=(0.9, 1.4, -1.97), name='other')"
    )
    result = solve_scene(source, evaluate_here(source), evaluate_here, settle=False)
    assert result.certificate.certified


@pytest.mark.parametrize("seed", range(3))
def test_the_search_hangs_nothing_across_a_window(seed: int) -> None:
    clocks = [f"place('wall_clock', name='clock_{k}')" for k in range(6)]
    source = program(*clocks, relations=", ".join(f"on_wall('clock_{k}', 'back')" for k in range(6)))
    result = solve_scene(source, evaluate_here(source), evaluate_here, settle=False, seed=seed)
    assert result.certificate.certified
    x = np.array([result.scene.find(f"clock_{k}").world_from_local[0, 3] for k in range(6)])
    assert (np.abs(x) >= 0.85 - 0.005).all()
