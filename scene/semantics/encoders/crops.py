"""Crops of pictures for encoders: the masked part on black, in a square (LangSplat, Qin et al., CVPR 2024).

The square keeps the aspect ratio, because encoders stretch or cut oblong pictures.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PIL import Image

__all__ = ["CROP_SIDE", "label_crops", "square_crop"]

CROP_SIDE = 224
"""Pixels of a side."""


def square_crop(
    picture: npt.NDArray[np.uint8], mask: npt.NDArray[np.bool_], side: int = CROP_SIDE
) -> npt.NDArray[np.uint8]:
    """(side, side, 3) the part of a picture (H, W, 3) inside a mask (H, W), centred in a black square. The mask is not empty."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    return _square(picture[box], mask[box], side)


def label_crops(
    picture: npt.NDArray[np.uint8], labels: npt.NDArray[np.int32], side: int = CROP_SIDE
) -> Iterator[tuple[int, npt.NDArray[np.uint8]]]:
    """Yield the label and the crop of every region with pixels, by number. Together they might not fit into memory.

    Args:
        labels: (H, W) the region of each pixel, negative for none.
    """
    from scipy import ndimage

    for label, box in enumerate(ndimage.find_objects(labels + 1)):
        if box is not None:
            yield label, _square(picture[box], labels[box] == label, side)


def _square(picture: npt.NDArray[np.uint8], mask: npt.NDArray[np.bool_], side: int) -> npt.NDArray[np.uint8]:
    height, width = mask.shape
    longer = max(height, width)
    top, left = (longer - height) // 2, (longer - width) // 2
    whole = np.zeros((longer, longer, 3), dtype=np.uint8)
    np.copyto(whole[top : top + height, left : left + width], picture, where=mask[:, :, None])
    return np.asarray(Image.fromarray(whole).resize((side, side), Image.Resampling.BILINEAR))
