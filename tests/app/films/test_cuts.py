"""Walls come and go in a film without flicker."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.app.films.cuts import Cut, film_cuts
from scenewright.renderers.base import hidden_walls
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Camera, Scene
from tests.support.block_rooms import room_of_blocks

DEEP = "(0.6, 0.7, 0.8), at=(1.7, 1.4, 0), name='cupboard'"
FLAT = "(0.05, 0.7, 0.8), at=(1.97, 1.4, 0), name='picture'"


def room(thing: str) -> Scene:
    return evaluate(room_of_blocks("4, 4, 2.5", *filter(None, (thing,))))


def moving(*xs: float) -> list[Camera]:
    return [Camera((x, 3.0, 0.5), (0.0, 1.0, 0.0), 50.0) for x in xs]


def gone(cut: Cut | None) -> float:
    """How much of the right wall a frame leaves out."""
    assert cut is not None
    assert sum(share for _, share in cut.parts) == pytest.approx(1.0, abs=1e-3)
    return sum(share for walls, share in cut.parts if "right" in walls)


def test_what_hangs_deep_on_a_wall_fades() -> None:
    cameras = moving(*np.linspace(1.0, 3.0, 48))
    shares = [gone(cut) for cut in film_cuts(room(DEEP), cameras, fps=24.0, loop=False, fades=True)]
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    steps = np.diff(shares)
    assert steps.min() >= -1e-9
    assert steps.max() < 0.2
    assert 4 <= sum(0.0 < share < 1.0 for share in shares) <= 7


@pytest.mark.parametrize(("thing", "fades"), [(FLAT, True), (DEEP, False)])
def test_a_plain_wall_goes_at_once_where_the_camera_passes(thing: str, fades: bool) -> None:
    scene, cameras = room(thing), moving(*np.linspace(1.0, 3.0, 48))
    shares = [gone(cut) for cut in film_cuts(scene, cameras, fps=24.0, loop=False, fades=fades)]
    assert set(shares) == {0.0, 1.0}
    natural = [float("right" in hidden_walls(scene, camera)) for camera in cameras]
    assert np.abs(np.subtract(shares, natural)).sum() <= 1


def test_a_wall_does_not_flicker() -> None:
    """A camera that wavers about the plane of a wall."""
    cameras = moving(*(2.0 + 0.05 * np.where(np.arange(48) % 3 == 0, 1.0, -1.0)))
    shares = [gone(cut) for cut in film_cuts(room(FLAT), cameras, fps=24.0, loop=True, fades=True)]
    assert len(set(shares)) == 1


def test_nothing_is_decided_where_no_wall_changes() -> None:
    cameras = moving(0.0, 0.5, 1.0)
    assert film_cuts(room(DEEP), cameras, fps=24.0, loop=True, fades=True) == [None] * 3
