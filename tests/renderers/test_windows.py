"""Windows show a sky with land below it, as bright as the time of day, and nothing else of the picture does."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from scenewright.renderers.base import RenderRequest
from scenewright.renderers.base.outside import room_outside
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Opening, Room

ROOM = Room(4.0, 4.0, 2.6, (Opening("window", "back", 0.0, 1.6, 1.2, 0.9), Opening("door", "left", 0.0, 0.9, 2.0)))
PROGRAM = """from helper import *
@register()
def scene():
    return concat_shapes(room(4, 4, 2.6, windows=[('back', 0, 1.6, 1.2, 0.9)]),
        place(primitive_call('cube', {{'scale': 0.5}}), at=(1.5, 0.25, 1.5)))
environment({words!r})
"""


def picture(words: str, eye: tuple[float, float, float]) -> npt.NDArray[np.float64]:
    """(30, 40, 3) of the window's pane beside the bar in its middle, from a point that looks at it."""
    scene = evaluate_here(PROGRAM.format(words=words))
    camera = Camera(eye, (-0.4, 1.25, -2.0), 6.0)
    view = PreviewRenderer().render(RenderRequest(scene, cameras=(camera,), width=40, height=30)).views[0]
    assert view.color is not None
    return view.color.astype(np.float64) / 255.0


@pytest.mark.parametrize(
    ("direction", "meets"),
    [((0, 0, -1), True), ((0.7, 0, -2), True), ((1.5, 0, -2), False), ((0, -0.5, -1), False), ((-1, 0, 0), False)],
)
def test_rays_leave_a_room_by_its_windows(direction: tuple[float, float, float], meets: bool) -> None:
    outside = room_outside(ROOM, "clear sky", None)
    through = outside.through_windows(np.array([0.0, 1.5, 0.0]), np.array([direction], dtype=np.float64))
    assert bool(through[0]) is meets


def test_a_window_shows_sky_above_and_land_below() -> None:
    light = room_outside(ROOM, "clear sky", None).light(np.array([[0.0, 0.5, -1.0], [0.0, -0.3, -1.0]]))
    sky, land = light
    assert sky[2] > sky[0]  # blue
    assert land[1] > land[2]  # green
    assert sky.max() < 1.0


def test_windows_are_as_bright_as_the_time_of_day() -> None:
    up = np.array([[0.0, 0.3, -1.0]])
    words = ("clear sky", "sunset", "dusk", "night")
    levels = [float(room_outside(ROOM, w, None).light(up).mean()) for w in words]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > 4.0 * levels[-1]


@pytest.mark.parametrize("eye", [(0.0, 1.5, 1.0), (2.0, 6.0, 8.0)])
def test_pictures_show_the_sky_through_a_window(eye: tuple[float, float, float]) -> None:
    """From inside as from above a cut wall."""
    day, night = picture("clear sky", eye), picture("night", eye)
    middle = day[10:20, 10:30].mean(axis=(0, 1))
    assert middle.max() < 0.99
    assert middle.mean() > night[10:20, 10:30].mean() + 0.1
    # no plain pane: sky and land differ
    assert float(np.ptp(day, axis=0).max()) > 0.1


def test_small_lamps_leave_no_blotches() -> None:
    """A dark room with a few glowing spots: few rays from the ceiling meet them, and it is even all the same."""
    spots = ", ".join(f"place(spot, at=({x}, 0.8, {z}))" for x in (-1.2, -0.4, 0.4, 1.2) for z in (-1.2, 1.2))
    scene = evaluate_here(
        "from helper import *\n"
        "@register()\n"
        "def scene():\n"
        "    spot = primitive_call('sphere', {'scale': 0.12}, color=(1, 0.6, 0.3), material={'emission': 30})\n"
        f"    return concat_shapes(room(4, 4, 2.6, wall_color=(0.1, 0.1, 0.1)), {spots})\n"
        "environment('dim light')\n"
    )
    camera = Camera((0.0, 0.2, 0.0), (0.0, 2.6, 0.4), 50.0)
    few, many = (
        PreviewRenderer()
        .render(RenderRequest(scene, cameras=(camera,), width=160, height=120, options={"samples": n}))
        .views[0]
        .color.astype(np.float64)[20:100, 30:130]  # type: ignore[union-attr]
        for n in (4, 96)
    )
    assert few.mean() == pytest.approx(many.mean(), rel=0.05)
    assert np.abs(few - many).mean() < 1.0
