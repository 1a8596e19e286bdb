"""A picture and the drawing of the scene that was made of it, side by side, for people to judge."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.app.picture_fitting.picture_file import reduced
from scenewright.renderers.base import RenderRequest, warm_renderer
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene

__all__ = ["beside_picture"]

_LONGEST = 640


def beside_picture(
    picture: npt.NDArray[np.uint8],
    scene: Scene,
    camera: Camera,
    *,
    assets: AssetProvider | None = None,
    job: Job | None = None,
) -> npt.NDArray[np.uint8]:
    """(H, 2 W, 3): the picture (H, W, 3) on the left, the scene from the camera on the right.

    Raises:
        RenderError: the preview renderer cannot run here.
        JobCancelled: the job was cancelled.
    """
    left = reduced(picture, _LONGEST)
    height, width = left.shape[:2]
    request = RenderRequest(scene, cameras=(camera,), width=width, height=height, provider=assets)
    drawn = warm_renderer("preview").render(request, job=job).views[0].color
    assert drawn is not None
    return np.concatenate([left, np.asarray(drawn)[..., :3]], axis=1)
