"""Solved poses in the program's text: every body comes to its pose, and what has none stays."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Bodies
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.program import arrangement, write_poses
from scenewright.scene.model import FloatArray, Scene
from scenewright.scene.sources import read_source
from tests.support.samples import ON_ALL_INPUTS, some_of

PROGRAM = """\
from scene.language import *

DEPTH = 4.0


@register('a plate')
def plate():
    return primitive_call('cylinder', {'radius': 0.12, 'p0': (0, 0, 0), 'p1': (0, 0.02, 0)})


@register('a table')
def table():
    top = primitive_call('cube', {'scale': (1.2, 0.7, 0.8)})
    return concat_shapes(transform_shape(top, translation_matrix((0, 0.35, 0))), place('plate', at=(0.3, 0.7, 0.1)))


@register('a chair')
def chair():
    return primitive_call('cube', {'scale': (0.4, 0.9, 0.4)})


@register('a room')
def scene():
    return concat_shapes(
        room(5, DEPTH, 2.7),
        place('table', at=(0, 0, 0)),
        place('chair', at=(0, 0, DEPTH/2 - 0.9), turn=180, name='head'),
        *[place('chair', at=(i - 0.5, 0, -1)) for i in range(2)],
    )


relate(on('plate', 'table'))
"""


def made(scene: Scene, bodies: Bodies, poses: FloatArray, source: str = PROGRAM) -> tuple[str, FloatArray]:
    """The text after the poses are written, and how far each body is from its pose: metres, and radians."""
    result = write_poses(source, scene, bodies, poses, evaluate_here)
    assert not result.failed
    now = bodies_of(evaluate_here(result.source))
    assert now.path == bodies.path
    return result.source, away(now.initial, poses)


def away(found: FloatArray, wanted: FloatArray) -> FloatArray:
    off = found - wanted
    off[:, 3] = (off[:, 3] + np.pi) % (2 * np.pi) - np.pi
    return np.abs(off)


@pytest.fixture(scope="module")
def scene() -> Scene:
    return evaluate_here(PROGRAM)


@pytest.fixture(scope="module")
def bodies(scene: Scene) -> Bodies:
    return bodies_of(scene)


def number(bodies: Bodies, name: str) -> int:
    return next(i for i, p in enumerate(bodies.path) if p.endswith(name))


def test_every_body_comes_to_its_pose(scene: Scene, bodies: Bodies) -> None:
    poses = bodies.initial + np.random.default_rng(0).normal(size=bodies.initial.shape) * [0.4, 0.1, 0.4, 2.0]
    _, off = made(scene, bodies, poses)
    assert off.max() < 3e-4


def test_the_text_says_it_in_its_own_words(scene: Scene, bodies: Bodies) -> None:
    poses = bodies.initial.copy()
    poses[number(bodies, "/head")] += [0.25, 0, -0.032, np.pi / 2]
    poses[number(bodies, "chair[1]")] += [0, 0, 0.5, 0]
    source, _ = made(scene, bodies, poses)
    assert (
        source
        == PROGRAM.replace("at=(0, 0, DEPTH/2 - 0.9), turn=180", "at=(0.25, 0, DEPTH/2 - 0.932), turn=-90")
        + "adjust('chair[1]', move=(0, 0, 0.5))\n"
    )


def test_bodies_inside_a_moved_one_stay_where_their_pose_says(scene: Scene, bodies: Bodies) -> None:
    poses = bodies.initial.copy()
    poses[number(bodies, "table")] += [0.1, 0, 0.05, 0]
    source, off = made(scene, bodies, poses)
    assert off.max() < 1e-3
    assert "place('plate', at=(0.2, 0.7, 0.05))" in source


def test_what_is_fixed_or_has_no_pose_stays(scene: Scene, bodies: Bodies) -> None:
    poses = bodies.initial + [0.3, 0, 0, 0]
    poses[number(bodies, "/head")] = np.nan
    held = np.zeros(len(bodies), dtype=bool)
    held[number(bodies, "table")] = True
    named = {p.path for p in arrangement(scene, _with_fixed(bodies, held), poses).poses}
    assert named == set(bodies.path) - {bodies.path[number(bodies, "/head")], bodies.path[number(bodies, "table")]}


def test_poses_of_the_program_leave_it_byte_for_byte(scene: Scene, bodies: Bodies) -> None:
    noise = np.random.default_rng(1).uniform(-1, 1, bodies.initial.shape) * [2e-4, 2e-4, 2e-4, 5e-4]
    assert write_poses(PROGRAM, scene, bodies, bodies.initial + noise, evaluate_here).source == PROGRAM


def _with_fixed(bodies: Bodies, fixed: np.ndarray) -> Bodies:

    return replace(bodies, fixed=fixed)


@pytest.mark.slow
@pytest.mark.skipif("SCENEWRIGHT_REPLIES" not in os.environ, reason="SCENEWRIGHT_REPLIES is not set")
def test_on_what_models_wrote() -> None:
    programs = 0
    replies = sorted(Path(os.environ["SCENEWRIGHT_REPLIES"]).glob("[0-9]*.md"))
    for at, reply in some_of([*enumerate(replies)], 8):
        try:
            source = read_source(reply).text
            scene = evaluate_here(source)
        except ScenewrightError:  # those that do not evaluate have tests of their own
            continue
        bodies = bodies_of(scene)
        rng = np.random.default_rng(at)
        shift = rng.normal(size=bodies.initial.shape) * [0.3, 0.0, 0.3, 0.5]
        poses = bodies.initial + shift * (~bodies.fixed & (rng.random(len(bodies)) < 0.7))[:, None]
        result = write_poses(source, scene, bodies, poses, evaluate_here)
        assert not result.failed
        assert away(bodies_of(result.scene).initial, poses).max() < 1e-3
        programs += 1
    assert programs >= (15 if ON_ALL_INPUTS else 4)
