"""What a view shows of each thing: its visible part, its whole outline, its box in the picture, and its pose to the camera."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.app.dataset_rooms.extras import load_extra
from scenewright.app.dataset_rooms.room_rays import RoomRays
from scenewright.app.dataset_rooms.room_things import RoomThing, RoomThings
from scenewright.renderers.base import Pinhole
from scenewright.scene.model import FloatArray

__all__ = ["ThingLabel", "bop_pose", "camera_json", "encoded_mask", "labels_of"]

Mask = npt.NDArray[np.bool_]
Box = tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class ThingLabel:
    """A thing in a view.

    Attributes:
        visible: (H, W) bool, where it is seen.
        outline: (H, W) bool, where it is in the picture, seen or hidden.
        pixels: how many are seen.
        outline_pixels: size of its outline, beyond the edges of the picture, too (up to a picture's width and height each way).
        valid_pixels: of the outline in the picture, those with a depth.
        box: x, y, width, height of what is seen.
        outline_box: the same of the outline; may lie outside of the picture.
    """

    thing: RoomThing
    visible: Mask
    outline: Mask
    pixels: int
    outline_pixels: int
    valid_pixels: int
    box: Box
    outline_box: Box

    @property
    def share(self) -> float:
        """The share of its outline that is seen, from 0 to 1."""
        return self.pixels / self.outline_pixels

    def to_json(self) -> dict[str, Any]:
        """Plain values, with both masks as COCO's run lengths."""
        return {
            "id": self.thing.id, "category_id": self.thing.category, "category": self.thing.name, "pixels": self.pixels,
            "outline_pixels": self.outline_pixels, "valid_pixels": self.valid_pixels, "visible": round(self.share, 4), "bbox":
            list(self.box),
            "outline_bbox": list(self.outline_box), "mask_visib": encoded_mask(self.visible), "mask": encoded_mask(self.outline),
        }  # fmt: skip


def labels_of(
    things: RoomThings, instance: npt.NDArray[np.uint16], depth: npt.NDArray[np.float32], view: Pinhole, rays: RoomRays
) -> list[ThingLabel]:
    """The things that a view shows, in the order of their ids.

    Args:
        instance: (H, W) ids of the things that are seen.
        depth: (H, W) metres along the camera's axis; inf: nothing.
    """
    counts = np.bincount(instance.reshape(-1), minlength=len(things) + 1)
    labels = []
    for thing in things.things:
        pixels = int(counts[thing.id])
        if not pixels:
            continue
        visible = instance == thing.id
        outline = rays.outline(thing.id, view)
        # a curved surface is finer in the picture than for the rays: what is seen belongs to the outline
        mask = outline.mask | visible
        whole = max(outline.pixels + int((visible & ~outline.mask).sum()), pixels)
        box = _box(visible)
        labels.append(
            ThingLabel(
                thing,
                visible,
                mask,
                pixels,
                whole,
                int((mask & np.isfinite(depth)).sum()),
                box,
                _joined(box, outline.box),
            )
        )
    return labels


def camera_json(view: Pinhole) -> dict[str, Any]:
    """The numbers of a camera: ``K`` in pixels, ``camera_from_world`` in metres (OpenCV: x right, y down, z forward; +y of the world is
    up)."""
    return {
        "width": view.width, "height": view.height, "K": view.K.tolist(), "camera_from_world": view.camera_from_world.tolist(),
        "pixel_centres": 0.5,
    }  # fmt: skip


def bop_pose(thing: RoomThing, view: Pinhole) -> tuple[FloatArray, FloatArray]:
    """(3, 3) rotation and (3,) millimetres from BOP's frame of a model to the camera: the model's origin is the middle of its box, its z is
    up, its front is -y."""
    yaw = thing.pose[3]
    c, s = np.cos(yaw), np.sin(yaw)
    world_from_own = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
    own_from_model = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, -1.0, 0.0]])
    rotation = view.camera_from_world[:3, :3] @ world_from_own @ own_from_model
    place = view.camera_from_world[:3, :3] @ thing.centre + view.camera_from_world[:3, 3]
    return rotation, 1000.0 * place


def encoded_mask(mask: Mask) -> dict[str, Any]:
    """A mask (H, W) as COCO's compressed run lengths: ``size`` [H, W] and ``counts``.

    Raises:
        DatasetError: 'extra': pycocotools is not installed.
    """
    coder = load_extra("pycocotools.mask")
    encoded = coder.encode(np.asfortranarray(mask.astype(np.uint8)))
    return {"size": [int(n) for n in encoded["size"]], "counts": encoded["counts"].decode("ascii")}


def _box(mask: Mask) -> Box:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1)


def _joined(a: Box, b: Box) -> Box:
    if not b[2]:
        return a
    left, top = min(a[0], b[0]), min(a[1], b[1])
    right, bottom = max(a[0] + a[2], b[0] + b[2]), max(a[1] + a[3], b[1] + b[3])
    return left, top, right - left, bottom - top
