"""What objects are built of: where each thing lies, and that programs get it by name alone."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.scene.errors import PolicyError
from scenewright.scene.language.running import evaluate, evaluate_here
from scenewright.scene.language.running.policy import check
from scenewright.scene.model import Scene
from scenewright.scene.model.nodes import PrimitiveKind

HEAD = "from scene.language import *\nfrom scene.language.modelling import {names}\n@register()\ndef thing(): return {body}\n"
RED = "(0.8, 0.1, 0.1)"


def made(names: str, body: str) -> Scene:
    return evaluate_here(HEAD.format(names=names, body=body))


def bounds(names: str, body: str) -> np.ndarray:
    return np.array(made(names, body).bounds)


@pytest.mark.parametrize(
    ("name", "body", "low", "high"),
    [
        ("box", f"box((1, 2, 3), (2, 4, 6), {RED})", (0, 0, 0), (2, 4, 6)),
        ("rod", f"rod((0, 0, 0), (0, 2, 0), 0.5, {RED})", (-0.5, 0, -0.5), (0.5, 2, 0.5)),
        ("cone", f"cone((0, 0, 0), (0, 2, 0), 0.5, {RED})", (-0.5, 0, -0.5), (0.5, 2, 0.5)),
        ("ball", f"ball((1, 0, 0), 0.5, {RED})", (0.5, -0.5, -0.5), (1.5, 0.5, 0.5)),
        ("ellipsoid", f"ellipsoid((0, 0, 0), (1, 2, 3), {RED})", (-1, -2, -3), (1, 2, 3)),
        ("tube", f"tube([(0, 0, 0), (1, 0, 0), (1, 1, 0)], 0.1, {RED})", (-0.1, -0.1, -0.1), (1.1, 1.1, 0.1)),
        ("hoop", f"hoop(1.0, 0.1, {RED}, parts=4)", (-1.1, -0.1, -1.1), (1.1, 0.1, 1.1)),
        ("beam", f"beam((0, 0, 0), (0, 0, 3), (0.4, 0.2), {RED})", (-0.2, -0.1, 0), (0.2, 0.1, 3)),
        ("lathe", f"lathe([(1, 0), (1, 2)], {RED})", (-1, 0, -1), (1, 2, 1)),
        ("carcass", f"carcass((1, 0, 0), (2, 3, 1), 0.1, {RED})", (0, 0, -0.5), (2, 3, 0.5)),
        ("tray", f"tray((1, 0, 0), (2, 0.5, 1), 0.1, {RED})", (0, 0, -0.5), (2, 0.5, 0.5)),
        ("turned", f"turned([(1, 0), (1, 2)], {RED})", (-1, 0, -1), (1, 2, 1)),
        ("block", f"block((1, 2, 3), (2, 4, 6), {RED})", (0, 2, 0), (2, 6, 6)),
        ("disc", f"disc((1, 2, 3), (0.5, 0.25), 0.1, {RED})", (0.5, 2, 2.75), (1.5, 2.1, 3.25)),
        ("taper", f"taper((0, 2, 0), (0, 0, 0), 0.5, 0.1, {RED})", (-0.5, 0, -0.5), (0.5, 2, 0.5)),
        ("plate", f"plate((1, 2, 3), (2, 0.1, 4), 0.3, {RED})", (0, 2, 1), (2, 2.1, 5)),
        ("pad", f"pad((1, 2, 3), (2, 0.2, 4), {RED})", (0, 2, 1), (2, 2.2, 5)),
        ("pad", f"pad((0, 0, 0), (2, 0.2, 4), {RED}, edge=0.3)", (-1, 0, -2), (1, 0.2, 2)),
        ("upright_pad", f"upright_pad((1, 2, 3), (2, 4, 0.2), {RED})", (0, 2, 2.9), (2, 6, 3.1)),
        ("pipe", f"pipe([(0, 0, 0), (1, 0, 0), (1, 1, 0)], 0.1, {RED})", (0, -0.1, -0.1), (1.1, 1, 0.1)),
        (
            "hoop",
            f"hoop(1.0, 0.1, {RED}, center=(1, 2, 3), axis=(0, 0, 1), parts=4)",
            (-0.1, 0.9, 2.9),
            (2.1, 3.1, 3.1),
        ),
        ("hoop", f"hoop(1.0, 0.1, {RED}, axis=(1, 0, 0), parts=4)", (-0.1, -1.1, -1.1), (0.1, 1.1, 1.1)),
        (
            "box, rotated",
            f"rotated(box((1, 0, 0), (1, 1, 1), {RED}), math.pi / 2)",
            (-0.5, -0.5, -1.5),
            (0.5, 0.5, -0.5),
        ),
        ("box, mirrored", f"mirrored(box((1, 0, 0), (1, 1, 1), {RED}))", (-1.5, -0.5, -0.5), (-0.5, 0.5, 0.5)),
        ("box, stretched", f"stretched(box((1, 0, 0), (1, 1, 1), {RED}), (2, 1, 3))", (1, -0.5, -1.5), (3, 0.5, 1.5)),
        ("box, fitted", f"fitted(box((7, 8, 9), (1, 2, 3), {RED}), None, 4, None)", (-0.5, 0, -1.5), (0.5, 4, 1.5)),
        (
            "box, moved",
            f"moved(box((1, 0, 0), (1, 1, 1), {RED}), (0, 5, 0), math.pi / 2)",
            (-0.5, 4.5, -1.5),
            (0.5, 5.5, -0.5),
        ),
        (
            "box, fitted",
            f"fitted(box((7, 8, 9), (1, 2, 3), {RED}), 0.3, 0.2, 0.1)",
            (-0.15, 0, -0.05),
            (0.15, 0.2, 0.05),
        ),
    ],
)
def test_where_it_lies(name: str, body: str, low: tuple[float, ...], high: tuple[float, ...]) -> None:
    assert np.allclose(bounds(name, body), (low, high), atol=1e-9)


def test_a_round_wall_is_hollow_and_as_wide_as_it_says() -> None:
    scene = made("round_wall", f"round_wall((1, 0), (1, 0.5), 0.1, {RED}, panels=64)")
    low, high = np.array(scene.bounds)
    assert np.allclose((low[1], high[1]), (0, 0.5))
    assert 1.0 <= high[0] <= 1.0 / math.cos(math.pi / 64) + 1e-9
    assert len(scene.nodes.kind) == 65  # the instance and its panels


def test_an_oval_wall_is_as_wide_and_deep_at_its_ends_as_given() -> None:
    low, high = bounds(
        "oval_wall", f"oval_wall((1, 2, 3), (0.5, 0.25), (1, 0.5), 0.4, {RED}, thickness=0.01, parts=64)"
    )
    assert np.allclose((low[1], high[1]), (2, 2.4))
    assert np.allclose((high[0] - low[0], high[2] - low[2]), (2, 1), atol=0.03)
    assert np.allclose((low + high)[[0, 2]] / 2, (1, 3), atol=1e-9)


def test_a_ring_is_round_about_its_center() -> None:
    low, high = bounds("ring", f"ring((1, 2, 3), 1.0, 0.1, {RED}, stretch=0.5, parts=48)")
    assert np.allclose(low + high, (2, 4, 6))
    assert np.allclose(high - low, (2.2, 0.2, 1.2), atol=0.02)


@given(st.tuples(*[st.floats(-2, 2)] * 3), st.tuples(*[st.floats(-2, 2)] * 3))
def test_a_beam_reaches_from_its_start_to_its_end(start: tuple[float, ...], end: tuple[float, ...]) -> None:
    a, b = np.array(start), np.array(end)
    length = np.linalg.norm(b - a)
    if length < 0.1:
        return
    scene = made("beam", f"beam({start!r}, {end!r}, (0.02, 0.02), {RED})")
    (row,) = np.flatnonzero(scene.nodes.parent == 0)
    pose = scene.nodes.parent_from_local[row]
    assert np.allclose(pose[:3, 3], (a + b) / 2, atol=1e-9)
    assert np.allclose(np.abs(pose[:3, 1] @ (b - a)), length * length, atol=1e-6)


def test_leaves_cover_masses_and_are_lighter_above() -> None:
    masses = "[((0, 1, 0), (0.5, 0.5, 0.5)), ((0.4, 1, 0), (0.5, 0.5, 0.5))]"
    scene = made("leafage", f"leafage({masses}, (0.3, 0.5, 0.2), 0.1)")
    low, high = np.array(scene.bounds)
    assert np.allclose(low, (-0.5, 0.5, -0.5), atol=0.2)
    assert np.allclose(high, (0.9, 1.5, 0.5), atol=0.2)
    leaves = np.flatnonzero(scene.nodes.primitive == PrimitiveKind.CUBE)
    at, green = scene.nodes.parent_from_local[leaves][:, :3, 3], scene.nodes.color[leaves][:, 1]
    assert len(leaves) > 40
    assert green[at[:, 1] > 1.2].mean() > 1.2 * green[at[:, 1] < 0.8].mean()
    assert (np.linalg.norm(at - (0, 1, 0), axis=1) >= 0.42).all()


def test_cloth_hangs_from_its_upper_edge_to_its_hem() -> None:
    edge, hem = "[(-0.2, 1, 0), (0, 1, 0), (0.2, 1, 0)]", "[(-0.3, 0, 0), (0, 0, 0), (0.3, 0, 0)]"
    low, high = bounds("drape", f"drape({edge}, {hem}, 0.05, {RED}, overlap=1.0)")
    assert np.allclose(low, (-0.45, 0, -0.05), atol=0.03)
    assert np.allclose(high, (0.45, 1.05, 0.05), atol=0.03)


def test_looks() -> None:
    body = f"box((0, 0, 0), (1, 1, 1), darker(tinted({RED}, 2.0), 0.5), finish('oak', {RED})[1])"
    assert np.allclose(made("box, darker, tinted, finish", body).nodes.color[1], (0.5, 0.1, 0.1))


def test_the_star_import_leaves_modelling_names_to_programs() -> None:
    source = "from scene.language import *\ndef box(): return primitive_call('cube', {'scale': 1})\n@register()\ndef a(): return box()\n"
    assert len(evaluate(source).nodes.kind) == 2
    bare = f"from scene.language import *\n@register()\ndef a(): return rod((0, 0, 0), (0, 1, 0), 1, {RED})\n"
    with pytest.raises(Exception, match="rod"):
        evaluate_here(bare)


def test_a_confined_program_has_it_and_nothing_behind_it() -> None:
    assert len(evaluate(HEAD.format(names="rod", body=f"rod((0, 0, 0), (0, 1, 0), 1, {RED})")).nodes.kind) == 2
    for source in (
        HEAD.format(names="_ORIGIN", body="None"),
        "import scene.language.modelling as m\nprint(m.__loader__)\n",
        "import scene.language.modelling as m\nprint(m.np.save)\n",
        "import scene.language.modelling\nprint(scene.project)\n",
    ):
        with pytest.raises(PolicyError):
            check(source)
