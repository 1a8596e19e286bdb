"""Prepares a photograph for lifting: the regions of each level, with a vector for each region."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.encoders import PictureEncoder
from scenewright.scene.semantics.fields.field_errors import FieldError
from scenewright.scene.semantics.fields.lifting import LiftedView, Regions
from scenewright.scene.semantics.regions import LEVELS, Masks, encode_regions
from scenewright.scene.splats import Cameras

__all__ = ["view_of_picture"]


def view_of_picture(
    picture: npt.NDArray[np.uint8],
    camera: Cameras,
    masks: Masks,
    encoder: PictureEncoder,
    *,
    levels: Sequence[str] = LEVELS,
    hidden: npt.NDArray[np.bool_] | None = None,
) -> LiftedView:
    """A photograph (H, W, 3), uint8 sRGB, as a view for lifting.

    Args:
        camera: one view of the picture's size.
        masks: the regions of the picture.
        encoder: for the vectors of regions.
        levels: some of 'part', 'object', 'group'.
        hidden: (H, W) pixels to ignore.

    Raises:
        FieldError: a level is unknown, or the camera does not have the picture's size.
        MaskError: the masks do not have the picture's size.
        EncoderError: the picture is invalid, or the encoder cannot be loaded.
    """
    unknown = sorted(set(levels) - set(LEVELS))
    if unknown:
        raise FieldError(f"there is no level {unknown[0]!r} of masks: there are {', '.join(LEVELS)}")
    height, width = picture.shape[:2]
    if (camera.width, camera.height) != (width, height):
        raise FieldError(f"the camera is of {camera.width}x{camera.height} pixels, the picture of {width}x{height}")
    fitting = masks.for_picture(height, width)
    regions = {}
    for name in levels:
        labels = getattr(fitting, name)
        if hidden is not None:
            labels = np.where(hidden, np.int32(-1), labels)
        regions[name] = Regions(labels, encode_regions(encoder, picture, labels))
    return LiftedView(camera, regions)
