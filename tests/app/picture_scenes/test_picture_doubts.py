"""What fades is no thing, how high a picture is seen from is told, and pictures of more than plain things are refused."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from scenewright.app.picture_scenes import scene_of_picture
from scenewright.app.picture_scenes.ground import lab_of, plain_backdrop
from scenewright.app.picture_scenes.segments import colour_segments
from scenewright.renderers.base import RenderRequest, warm_renderer
from scenewright.scene.language.running import evaluate
from scenewright.scene.pictures import PictureError

FROM_LOW = """from scene.language import *

@register('a ball before a box')
def scene():
    camera(eye=(0.4, 1.6, 6), target=(0, 0.5, 0), fov=40)
    light('sun', direction=(-0.8, -1, -0.6), intensity=3)
    light('ambient', intensity=0.4)
    return concat_shapes(
        place(primitive_call('cube', {'scale': (60, 0.1, 60)}, color=(0.8, 0.8, 0.78)), at=(0, -0.1, 0)),
        place(primitive_call('cube', {'scale': (1.6, 1.3, 0.9)}, color=(0.1, 0.2, 0.7)), at=(0, 0, -0.5), turn=10),
        place(primitive_call('sphere', {'radius': 0.45}, color=(0.8, 0.1, 0.08)), at=(0.35, 0, 0.9)),
    )
"""


def ground_with(lighter: np.ndarray) -> np.ndarray:
    """(120, 160, 3) a gray ground that is lighter in places (120, 160)."""
    return np.repeat((130.0 + lighter)[..., None], 3, axis=-1).astype(np.uint8)


def disc(radius: float) -> np.ndarray:
    y, x = np.mgrid[:120, :160]
    return np.hypot(y - 70, x - 80) < radius


def foreground(picture: np.ndarray) -> np.ndarray:
    return colour_segments(picture, plain_backdrop(lab_of(picture))).foreground


def test_a_white_disc_stands_out() -> None:
    assert foreground(ground_with(90.0 * disc(14.0)))[disc(12.0)].mean() > 0.9


def test_a_patch_of_light_that_fades_is_ground() -> None:
    soft = ndimage.gaussian_filter(120.0 * disc(14.0), 12.0)
    assert soft.max() > 40.0
    assert not foreground(ground_with(soft)).any()


def test_a_pattern_is_refused_with_advice() -> None:
    rng = np.random.default_rng(3)
    picture = ground_with(np.zeros((120, 160)))
    cells = rng.integers(20, 250, (30, 40)).repeat(4, axis=0).repeat(4, axis=1)
    here = disc(30.0)
    picture[here] = np.stack([cells // 4, cells, cells // 6], axis=-1)[here]
    with pytest.raises(PictureError, match="language model"):
        scene_of_picture(picture)


@pytest.mark.slow
def test_shadows_seen_from_low_are_no_things() -> None:
    view = warm_renderer("preview").render(RenderRequest(evaluate(FROM_LOW), width=160, height=120)).views[0]
    found = scene_of_picture(np.asarray(view.color)[..., :3])
    assert sorted((t.shape, t.color) for t in found.things) == [("cube", "blue"), ("sphere", "red")]
    eye = found.camera.eye
    assert np.degrees(np.arctan2(eye[1], np.hypot(eye[0], eye[2]))) < 18.0
