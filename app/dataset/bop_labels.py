"""The labels of BOP (bop_toolkit, docs/bop_datasets_format.md): millimetres, cameras as OpenCV has them, and frames of models with z up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from scenewright.app.dataset.room_folders import RoomFolder, RoomView
from scenewright.app.dataset_rooms import load_extra

__all__ = ["bop_camera", "bop_gt", "bop_gt_info", "uncompressed_masks", "write_bop_scene"]


def bop_camera(view: RoomView) -> dict[str, Any]:
    """An entry of ``scene_camera.json``. The world is that of the scene program, +y up, in millimetres."""
    camera = view.values["camera"]
    matrix = np.array(camera["camera_from_world"])
    return {
        "cam_K": np.array(camera["K"]).reshape(-1).tolist(),
        "depth_scale": 1.0,
        "cam_R_w2c": matrix[:3, :3].reshape(-1).tolist(),
        "cam_t_w2c": (1000.0 * matrix[:3, 3]).tolist(),
    }


def bop_gt(view: RoomView) -> list[dict[str, Any]]:
    """An entry of ``scene_gt.json``. `obj_id` is the class; `inst_id`, the thing in its room, is ours."""
    return [
        {
            "obj_id": thing["category_id"],
            "cam_R_m2c": thing["cam_R_m2c"],
            "cam_t_m2c": thing["cam_t_m2c"],
            "inst_id": thing["id"],
        }
        for thing in view.values["things"]
    ]


def bop_gt_info(view: RoomView) -> list[dict[str, Any]]:
    """An entry of ``scene_gt_info.json``. Outlines reach beyond the picture, by its width and height each way at most."""
    return [
        {
            "bbox_obj": thing["outline_bbox"],
            "bbox_visib": thing["bbox"],
            "px_count_all": thing["outline_pixels"],
            "px_count_valid": thing["valid_pixels"],
            "px_count_visib": thing["pixels"],
            "visib_fract": thing["visible"],
        }
        for thing in view.values["things"]
    ]


def uncompressed_masks(masks: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Masks by their number, as BOP's webdatasets hold them: run lengths down the columns, of zeros first, and ``size`` [H, W]."""
    coder = load_extra("pycocotools.mask")
    return {str(n): _runs(coder.decode(mask)) for n, mask in enumerate(masks)}


def _runs(mask: Any) -> dict[str, Any]:
    flat = np.asarray(mask, dtype=np.uint8).ravel(order="F")
    changes = np.flatnonzero(np.diff(flat)) + 1
    ends = np.concatenate([[0], changes, [flat.size]])
    counts = np.diff(ends).tolist()
    return {"counts": [0, *counts] if flat[0] else counts, "size": [int(n) for n in mask.shape]}


def write_bop_scene(room: RoomFolder, folder: Path) -> None:
    """Write a room as a scene of BOP: ``rgb``, ``depth``, ``mask``, ``mask_visib`` and the three JSON files."""
    coder = load_extra("pycocotools.mask")
    for name in ("rgb", "depth", "mask", "mask_visib"):
        (folder / name).mkdir(parents=True)
    camera, gt, info = {}, {}, {}
    for view in room.views:
        name = f"{view.number:06d}"
        (folder / "rgb" / f"{name}.png").write_bytes(view.file("rgb.png").read_bytes())
        (folder / "depth" / f"{name}.png").write_bytes(view.file("depth.png").read_bytes())
        for number, thing in enumerate(view.values["things"]):
            for kind in ("mask", "mask_visib"):
                picture = Image.fromarray(255 * np.asarray(coder.decode(thing[kind]), dtype=np.uint8))
                picture.save(folder / kind / f"{name}_{number:06d}.png")
        key = str(view.number)
        camera[key], gt[key], info[key] = bop_camera(view), bop_gt(view), bop_gt_info(view)
    for name, values in (("scene_camera", camera), ("scene_gt", gt), ("scene_gt_info", info)):
        (folder / f"{name}.json").write_text(json.dumps(values, indent=1), encoding="utf-8")
