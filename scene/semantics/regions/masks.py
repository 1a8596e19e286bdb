"""The regions of a picture on three levels (part, object, group), and their vectors by an encoder.

Sources of regions: the entities that a renderer drew (:func:`entity_masks`), superpixels
(:mod:`scenewright.scene.semantics.regions.superpixels`, the default for captures) and Segment Anything
(:mod:`scenewright.scene.semantics.regions.sam`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.semantics.encoders import PictureEncoder
from scenewright.scene.semantics.encoders.base import checked_picture
from scenewright.scene.semantics.encoders.crops import CROP_SIDE, label_crops

__all__ = ["LEVELS", "MaskError", "Masks", "compact", "encode_regions", "entity_masks", "layered"]

LEVELS = ("part", "object", "group")
"""The levels from small to large, as in SAM and LangSplat."""

Labels = npt.NDArray[np.int32]

_BATCH = 32


class MaskError(ScenewrightError):
    """Masks do not fit their picture or one another, or a package that makes them is not installed."""


@dataclass(frozen=True, eq=False)
class Masks:
    """Three segmentations of one picture.

    `part`, `object`, `group`: (H, W) int32, the number of each pixel's region from 0 on, negative for none. `sources`: for each level,
    (M,) the entities of the regions; None if unknown.

    Raises:
        MaskError: the levels have a wrong type or differ in size.
    """

    part: Labels
    object: Labels
    group: Labels
    sources: tuple[Labels, Labels, Labels] | None = None

    def __post_init__(self) -> None:
        for name in LEVELS:
            labels = getattr(self, name)
            if labels.dtype != np.int32 or labels.ndim != 2:
                raise MaskError(
                    f"the level '{name}' is {labels.dtype} {labels.shape}: it must be int32 (height, width)"
                )
            if labels.shape != self.part.shape:
                raise MaskError(
                    f"the level '{name}' is {labels.shape}, the parts are {self.part.shape}: they must agree"
                )

    def stacked(self) -> Labels:
        """(3, H, W) all levels, for :func:`scenewright.scene.splats.region_weights.region_weights`."""
        return np.stack([getattr(self, name) for name in LEVELS])

    def counts(self) -> tuple[int, int, int]:
        """The number of regions of each level."""
        part, middle, group = (int(getattr(self, name).max(initial=-1)) + 1 for name in LEVELS)
        return part, middle, group

    def for_picture(self, height: int, width: int) -> Masks:
        """These masks, after a check of the size.

        Raises:
            MaskError: they were made for a picture of another size.
        """
        if self.part.shape != (height, width):
            raise MaskError(
                f"the masks are {self.part.shape[1]}x{self.part.shape[0]}, the picture is {width}x{height}: make them again for it"
            )
        return self


def compact(labels: npt.NDArray[np.integer]) -> tuple[Labels, Labels]:  # type: ignore[type-arg]
    """The segmentation with regions numbered from 0 without gaps, and each one's former number (M,). Negative labels become -1."""
    numbers, places = np.unique(labels, return_inverse=True)
    absent = int(np.count_nonzero(numbers < 0))
    numbered = np.maximum(places.reshape(labels.shape) - absent, -1)
    return numbered.astype(np.int32), numbers[absent:].astype(np.int32)


def entity_masks(
    entities: Labels, parents: npt.NDArray[np.int32], objects: npt.NDArray[np.bool_] | None = None
) -> Masks:
    """The regions of a rendered picture of a program's scene.

    A part is the visible node. Its object is the nearest node of `objects` from it upwards. Its group is its ancestor below the root.

    Args:
        entities: (H, W) row of the node table at each pixel, negative for none.
        parents: (N,) row of each node's parent, which comes before it; negative at a root.
        objects: (N,) whether a node is an object; None: all are.

    Raises:
        MaskError: an entity is beyond the table, tables differ in length, or a parent comes after its child.
    """
    count = len(parents)
    if objects is not None and len(objects) != count:
        raise MaskError(f"there are {count} parents and {len(objects)} flags of objects: they must be as many")
    if entities.max(initial=-1) >= count:
        raise MaskError(f"the picture shows entity {int(entities.max())}: the table has {count}")
    if bool((parents >= np.arange(count)).any()):
        raise MaskError("a parent stands after its child: the table must be depth first")
    things, groups = np.arange(count, dtype=np.int32), np.arange(count, dtype=np.int32)
    for row, parent in enumerate(parents.tolist()):
        if parent < 0:
            continue
        if objects is not None and not objects[row]:
            things[row] = things[parent] if parents[parent] >= 0 else row
        if parents[parent] >= 0:
            groups[row] = groups[parent]
    visible = np.maximum(entities, 0)
    levels = (
        [np.where(entities < 0, -1, table[visible]) for table in (np.arange(count), things, groups)]
        if count
        else [entities] * 3
    )
    (part, parts), (middle, middles), (group, tops) = (compact(level) for level in levels)
    return Masks(part, middle, group, (parts, middles, tops))


def layered(masks: npt.NDArray[np.bool_], height: int, width: int) -> Labels:
    """(H, W) one segmentation from overlapping masks (M, H, W): a pixel belongs to the smallest mask that covers it. Masks that smaller
    ones cover completely are dropped."""
    labels = np.full((height, width), -1, dtype=np.int32)
    for number in np.argsort(-masks.sum(axis=(1, 2)), kind="stable"):
        labels[masks[number]] = number
    return compact(labels)[0]


def encode_regions(
    encoder: PictureEncoder, picture: npt.NDArray[np.uint8], labels: Labels, *, side: int = CROP_SIDE
) -> npt.NDArray[np.float32]:
    """(M, D) the vector of each region of a picture (H, W, 3), from its crop; 0 for numbers without pixels.

    Raises:
        MaskError: the labels do not have the picture's size.
        EncoderError: the picture has a wrong shape or type, or the encoder cannot be loaded.
    """
    image = checked_picture(picture)
    if labels.shape != image.shape[:2]:
        raise MaskError(f"labels are {labels.shape}, the picture is {image.shape[:2]}: they must be the same")
    out = np.zeros((int(labels.max(initial=-1)) + 1, encoder.dimension), dtype=np.float32)
    for numbers, crops in _batches(image, labels, side):
        out[numbers] = encoder.encode_pictures(crops)
    return out


def _batches(
    picture: npt.NDArray[np.uint8], labels: Labels, side: int
) -> Iterator[tuple[list[int], list[npt.NDArray[np.uint8]]]]:
    numbers: list[int] = []
    crops: list[npt.NDArray[np.uint8]] = []
    for number, crop in label_crops(picture, labels, side):
        numbers.append(number)
        crops.append(crop)
        if len(numbers) == _BATCH:
            yield numbers, crops
            numbers, crops = [], []
    if numbers:
        yield numbers, crops
