"""Letting things down: they come to touch what they stand on, and nothing else of them changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.layout import HAIR, Bodies, SupportSurface, to_room_frame
from scenewright.scene.layout.model import Relief, Underside
from scenewright.scene.layout.resting import let_down
from tests.support.layout_cases import Thing, bodies_of_things

SQUARE = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])


def on_each_other(*levels: tuple[float, ...]) -> Bodies:
    """A stack: a host with levels, and smaller things of one level each."""
    things = {"host": Thing((2, 1.5, 2), levels=levels[0])}
    things |= {f"t{k}": Thing((0.3, 0.2, 0.2), levels=level) for k, level in enumerate(levels[1:])}
    return bodies_of_things(things)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.floats(-3, 3), st.floats(-3, 3), st.floats(-3.1, 3.1))
def test_a_stack_ends_up_touching_wherever_it_stands(seed, x, z, yaw):
    rng = np.random.default_rng(seed)
    bodies = on_each_other((0.4, 0.9, 1.5), (0.2,), (0.2,))
    level = float(rng.choice([0.4, 0.9, 1.5]))
    poses = np.zeros((3, 4))
    poses[0] = x, 0.1, z, yaw
    for k in (1, 2):
        height = level if k == 1 else 0.2
        local = np.array(
            [[*rng.uniform(-0.1, 0.1, 1), height + rng.uniform(-0.025, 0.025), *rng.uniform(-0.1, 0.1, 1)]]
        )
        poses[k, :3] = to_room_frame(poses[k - 1], local)[0]
        poses[k, 3] = rng.uniform(-3, 3)
    out = let_down(bodies, np.array([-1, 0, 1], dtype=np.int32), poses)
    assert out[0].tolist() == poses[0].tolist()
    assert out[:, [0, 2, 3]] == pytest.approx(poses[:, [0, 2, 3]])
    assert out[1, 1] == pytest.approx(0.1 + level + HAIR)
    assert out[2, 1] == pytest.approx(0.1 + level + 0.2 + 2 * HAIR)


def test_the_order_of_the_numbers_does_not_matter():
    bodies = on_each_other((1.5,), (0.2,), (0.2,))
    poses = np.array([[0, 1.72, 0, 0], [0, 1.51, 0, 0], [0, 0.0, 0, 0]])
    numbered = replace(
        bodies,
        boxes=bodies.boxes[::-1],
        surfaces=bodies.surfaces[::-1],
        height=bodies.height[::-1],
        half=bodies.half[::-1],
    )
    out = let_down(numbered, np.array([1, 2, -1], dtype=np.int32), poses)
    assert out[:, 1] == pytest.approx([1.7 + 2 * HAIR, 1.5 + HAIR, 0.0])


def test_what_is_over_a_hand_off_keeps_its_height_above_its_host():
    bodies = on_each_other((1.5,), (0.2,))
    poses = np.array([[0, 0, 0, 0], [0, 1.56, 0, 0.0]])
    assert let_down(bodies, np.array([-1, 0], dtype=np.int32), poses)[1, 1] == pytest.approx(1.56)
    assert poses[1, 1] == 1.56  # what was given is not written to


def test_of_two_levels_the_one_below_the_body_counts():
    low = SupportSurface(SQUARE * 0.3 - np.array([0.6, 0.0]), 0.50)
    high = SupportSurface(SQUARE * 0.3 + np.array([0.6, 0.0]), 0.52)
    bodies = bodies_of_things({"host": Thing((2, 0.52, 2)), "cup": Thing((0.1, 0.1, 0.1))})
    bodies = replace(bodies, surfaces=((low, high), ()))
    for x, expected in ((-0.6, 0.5), (0.6, 0.52), (-0.35, 0.5), (0.35, 0.52)):
        poses = np.array([[0, 0, 0, 0], [x, 0.51, 0, 0.0]])
        assert let_down(bodies, np.array([-1, 0], dtype=np.int32), poses)[1, 1] == pytest.approx(expected + HAIR)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.floats(-3.1, 3.1), st.floats(-3.1, 3.1))
def test_on_a_cushion_a_thing_lies_on_the_highest_of_it_below_it(seed, yaw, turn):
    rng = np.random.default_rng(seed)
    lines = np.linspace(-1.0, 1.0, 21)
    top = 0.5 - rng.uniform(0.0, 0.02, (20, 20))
    bodies = bodies_of_things({"bed": Thing((2, 0.5, 2)), "box": Thing((0.5, 0.3, 0.35))})
    bodies = replace(bodies, surfaces=((SupportSurface(SQUARE, 0.5, relief=Relief(lines, lines, top)),), ()))
    host = np.array([0.7, 0.0, -0.4, yaw])
    at = np.array([*rng.uniform(-0.6, 0.6, 1), 0.5, *rng.uniform(-0.6, 0.6, 1)])
    guest = np.append(to_room_frame(host, at[None])[0], turn)
    out = let_down(bodies, np.array([-1, 0], dtype=np.int32), np.stack([host, guest]))
    # points all over the sole, in the bed's frame
    across, along = np.meshgrid(np.linspace(-0.25, 0.25, 60), np.linspace(-0.175, 0.175, 60))
    c, s = np.cos(turn - yaw), np.sin(turn - yaw)
    x, z = at[0] + c * across + s * along, at[2] - s * across + c * along
    below = top[np.searchsorted(lines, x) - 1, np.searchsorted(lines, z) - 1]
    assert out[1, 1] >= below.max() - 1e-9  # it sinks into nothing
    # cells that it hardly reaches into may count too: those beside it within a cell's width
    edge = 0.1 * np.sqrt(2)
    wide = np.stack(
        np.broadcast_arrays((lines[:-1] + lines[1:])[:, None] / 2 - at[0], (lines[:-1] + lines[1:])[None] / 2 - at[2]),
        -1,
    )
    u, v = c * wide[..., 0] - s * wide[..., 1], s * wide[..., 0] + c * wide[..., 1]
    near = (np.abs(u) <= 0.25 + edge) & (np.abs(v) <= 0.175 + edge)
    assert out[1, 1] <= top[near].max() + HAIR + 1e-9


def test_a_cushion_counts_in_the_frame_of_a_turned_bed():
    lines = np.array([-1.0, 0.0, 1.0])
    top = np.array([[0.48, 0.48], [0.5, 0.48]])  # higher at +x, -z
    bodies = bodies_of_things({"bed": Thing((2, 0.5, 2)), "box": Thing((0.2, 0.3, 0.2))})
    bodies = replace(bodies, surfaces=((SupportSurface(SQUARE, 0.5, relief=Relief(lines, lines, top)),), ()))
    host = np.array([0.0, 0.0, 0.0, np.pi / 2])
    for local, height in (((0.6, -0.6), 0.5), ((-0.6, -0.6), 0.48), ((0.6, 0.6), 0.48)):
        guest = np.append(to_room_frame(host, np.array([[local[0], 0.5, local[1]]]))[0], 0.0)
        out = let_down(bodies, np.array([-1, 0], dtype=np.int32), np.stack([host, guest]))
        assert out[1, 1] == pytest.approx(height + HAIR)


def plate_and_bowl(foot: float) -> Bodies:
    """A plate whose rim is 18 mm higher than its middle, and a bowl with a foot that wide, which flares out above it at 45
    degrees."""
    lines = np.linspace(-0.15, 0.15, 61)
    middle = (lines[:-1] + lines[1:]) / 2
    away = np.maximum(np.abs(middle)[:, None], np.abs(middle)[None])
    plate = (
        SupportSurface(SQUARE * 0.15, 0.03, relief=Relief(lines, lines, np.where(away < 0.1, 0.012, 0.03))),
        SupportSurface(SQUARE * 0.1, 0.012, relief=Relief(lines, lines, np.where(away < 0.1, 0.012, 0.03))),
    )
    fine = np.linspace(-0.14, 0.14, 113)
    centre = (fine[:-1] + fine[1:]) / 2
    radius = np.hypot(centre[:, None], centre[None])
    flare = np.maximum(radius - foot, 0.0)
    under = Underside(fine, fine, np.where(radius < 0.14, flare, np.inf))
    bodies = bodies_of_things({"plate": Thing((0.3, 0.03, 0.3)), "bowl": Thing((0.28, 0.1, 0.28))})
    return replace(bodies, surfaces=(plate, ()), undersides=(None, under))


@settings(max_examples=40, deadline=None)
@given(
    st.floats(-0.02, 0.02), st.floats(-0.02, 0.02), st.floats(-3.1, 3.1), st.floats(0.03, 0.09), st.floats(-3.1, 3.1)
)
def test_a_bowl_comes_down_until_some_of_it_meets_the_plate(x, z, yaw, foot, turn):
    bodies = plate_and_bowl(foot)
    plate = np.array([0.4, 0.75, -0.3, yaw])
    at = np.array([x, 0.03, z])
    bowl = np.append(to_room_frame(plate, at[None])[0], yaw + turn)
    above = let_down(bodies, np.array([-1, 0], dtype=np.int32), np.stack([plate, bowl]))[1, 1] - 0.75
    # by points all over the plate: the foot on its middle, or the flank on the inner edge of its rim
    across, along = np.meshgrid(np.linspace(-0.149, 0.149, 299), np.linspace(-0.149, 0.149, 299))
    top = np.where(np.maximum(np.abs(across), np.abs(along)) < 0.1, 0.012, 0.03)
    radius = np.hypot(across - x, along - z)
    gap = top - np.where(radius < 0.14, np.maximum(radius - foot, 0.0), np.inf)
    assert above == pytest.approx(gap.max(), abs=4e-3)  # a cell's width


def test_what_is_wider_than_the_hollow_rests_on_the_rim():
    bodies = plate_and_bowl(0.13)
    poses = np.array([[0, 0, 0, 0], [0, 0.012, 0, 0.0]])
    assert let_down(bodies, np.array([-1, 0], dtype=np.int32), poses)[1, 1] == pytest.approx(0.03 + HAIR)
