"""What holds the pictures of a moving camera together: one light, and walls that are left out by more than where the camera is."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.renderers.base import RenderError, RenderRequest, find_renderer, hidden_walls, warm_renderer
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Camera, Scene

ROOM = """from scene.language import *

@register('a room')
def a_room():
    return concat_shapes(room(4, 4, 2.5), primitive_call('sphere', {'radius': 0.5}, color=(1, 0, 0)))
"""
BALL = """from scene.language import *

@register('a ball')
def ball() -> Shape:
    return primitive_call('sphere', {'radius': 1.0}, color=(0.8, 0.8, 0.8))
"""
OUTSIDE = Camera((7.0, 4.0, 0.3), (0.0, 1.0, 0.0), 45.0)


@pytest.mark.parametrize("name", ["preview", "splat", "mitsuba"])
def test_a_request_says_which_walls_are_left_out(name: str) -> None:
    renderer = find_renderer(name)
    if (missing := renderer.available()) is not None:
        pytest.skip(missing)
    scene = evaluate(ROOM)
    assert hidden_walls(scene, OUTSIDE) == ("right",)
    wall = scene.find("room/wall_right").index
    asked = {"scene": scene, "width": 48, "height": 36, "passes": ("entity",)}
    plain = warm_renderer(name).render(RenderRequest(cameras=(OUTSIDE,), **asked)).views[0]
    assert plain.entity is not None
    rows = range(wall, scene.subtree_end(wall))
    assert not np.isin(plain.entity, rows).any()
    both = RenderRequest(cameras=(OUTSIDE, OUTSIDE), left_out_walls=(("right",), ()), **asked)
    without, with_it = (view.entity for view in warm_renderer(name).render(both).views)
    assert np.array_equal(without, plain.entity)
    assert with_it is not None
    assert np.isin(with_it, rows).mean() > 0.1


def test_each_view_has_its_walls() -> None:
    with pytest.raises(RenderError, match="left out of 1 views, and there are 2"):
        RenderRequest(scene=evaluate(ROOM), cameras=(OUTSIDE, OUTSIDE), left_out_walls=((),))


def test_the_light_stands_where_it_is_told() -> None:
    def left_and_right(scene: Scene, light: Camera | None) -> tuple[float, float]:
        """How bright the halves of the ball are, seen from behind."""
        camera = Camera((0.0, 0.3, -5.0), (0.0, 0.0, 0.0), 40.0)
        request = RenderRequest(
            scene=scene, cameras=(camera,), light_camera=light, width=48, height=36, passes=("color", "entity")
        )
        view = warm_renderer("preview").render(request).views[0]
        assert view.color is not None
        assert view.entity is not None
        on = (view.entity >= 0) & (view.entity < len(scene))
        half = np.arange(48) < 24
        return tuple(float(view.color[on & (half == side)].mean()) for side in (True, False))  # type: ignore[return-value]

    scene = evaluate(BALL)
    left, right = left_and_right(scene, None)
    assert left > right + 5.0
    behind = Camera((0.0, 0.3, 5.0), (0.0, 0.0, 0.0), 40.0)
    left, right = left_and_right(scene, behind)
    assert right > left + 5.0
