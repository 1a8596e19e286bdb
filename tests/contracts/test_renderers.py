"""What every renderer holds to, ours and those of others: passes as they are promised, transparency, cancelling, bad requests."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from scenewright.renderers.base.cameras import default_camera
from scenewright.renderers.base.renderer import Renderer, RenderError, RenderRequest, find_renderer, renderer_names
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running.evaluator import evaluate_here
from scenewright.scene.model import Scene

WIDTH, HEIGHT = 48, 36
PASSES = ("color", "depth", "normal", "entity")
PROGRAM = """from scene.language import *

@register('a red block on a floor')
def still():
    return concat_shapes(
        place(primitive_call('cube', {'scale': (4, 0.1, 4)}, color=(0.5, 0.5, 0.5)), at=(0, -0.1, 0), name='ground'),
        place(primitive_call('cube', {'scale': 1.0}, color=(0.9, 0.05, 0.05)), at=(0, 0, 0), name='block'))
"""


@pytest.fixture(scope="module")
def scene() -> Scene:
    return evaluate_here(PROGRAM)


@pytest.fixture(scope="module", params=renderer_names())
def renderer(request: pytest.FixtureRequest) -> Iterator[Renderer]:
    found = find_renderer(request.param)
    why = found.available()
    if why is not None:
        pytest.skip(why)
    yield found
    close = getattr(found, "close", None)
    if close is not None:
        close()


def asked(scene: Scene, **values: object) -> RenderRequest:
    camera = default_camera(scene, aspect=WIDTH / HEIGHT)
    given = {"cameras": (camera,), "width": WIDTH, "height": HEIGHT, "samples": 4, "threads": 1, **values}
    return RenderRequest(scene, **given)  # type: ignore[arg-type]


@pytest.mark.slow
def test_the_passes_are_what_they_are_promised_to_be(renderer: Renderer, scene: Scene) -> None:
    result = renderer.render(asked(scene, passes=PASSES))
    assert result.renderer
    assert result.seconds > 0
    (view,) = result.views
    assert view.color is not None
    assert (view.color.shape, view.color.dtype) == ((HEIGHT, WIDTH, 3), np.uint8)
    assert view.depth is not None
    assert (view.depth.shape, view.depth.dtype) == ((HEIGHT, WIDTH), np.float32)
    assert view.normal is not None
    assert (view.normal.shape, view.normal.dtype) == ((HEIGHT, WIDTH, 3), np.float32)
    assert view.entity is not None
    assert (view.entity.shape, view.entity.dtype) == ((HEIGHT, WIDTH), np.int32)
    seen = view.entity >= 0
    assert seen.any()
    assert np.isfinite(view.depth[seen]).all()
    assert (view.depth[seen] > 0).all()
    assert np.isinf(view.depth[~seen]).all()
    np.testing.assert_allclose(np.linalg.norm(view.normal[seen], axis=1), 1.0, atol=0.05)
    assert (view.normal[~seen] == 0).all()
    block = scene.find("block")
    mine = (view.entity >= block.index) & (view.entity < scene.subtree_end(block.index))
    assert mine.sum() > 20
    red, green, blue = view.color[mine].astype(float).mean(axis=0)
    assert red > 2 * max(green, blue)


@pytest.mark.slow
def test_only_the_passes_that_were_asked_for_come(renderer: Renderer, scene: Scene) -> None:
    (view,) = renderer.render(asked(scene, passes=("entity",))).views
    assert view.entity is not None
    assert view.color is view.depth is view.normal is None


@pytest.mark.slow
def test_a_transparent_background_has_alpha(renderer: Renderer, scene: Scene) -> None:
    (view,) = renderer.render(asked(scene, passes=("color", "entity"), background="transparent")).views
    assert view.color is not None
    assert view.entity is not None
    assert view.color.shape == (HEIGHT, WIDTH, 4)
    assert (view.color[view.entity >= 0, 3] > 0).mean() > 0.95
    assert view.color[0, 0, 3] == 0


@pytest.mark.slow
def test_views_follow_the_cameras_and_progress_never_goes_back(renderer: Renderer, scene: Scene) -> None:
    near = default_camera(scene, aspect=WIDTH / HEIGHT)
    cameras = (near, near)
    told: list[float] = []
    result = renderer.render(asked(scene, cameras=cameras), job=Job(lambda share, what: told.append(share)))
    assert [v.camera for v in result.views] == list(cameras)
    assert told == sorted(told)


def test_a_cancelled_render_gives_nothing(renderer: Renderer, scene: Scene) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        renderer.render(asked(scene), job=job)


def test_a_request_that_nobody_can_draw_is_refused_before(scene: Scene) -> None:
    for values in ({"width": 0}, {"passes": ("heat",)}, {"samples": 0}, {"background": "sky"}, {"frame": 3}):
        with pytest.raises(RenderError):
            asked(scene, **values)
