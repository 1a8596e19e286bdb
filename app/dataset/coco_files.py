"""COCO: a file of instances of each split of a shard, with masks as compressed run lengths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scenewright.app.dataset.room_folders import RoomFolder
from scenewright.app.dataset_rooms import Taxonomy

__all__ = ["LEAST_PIXELS", "coco_values"]

LEAST_PIXELS = 10
"""Things of which less is seen are left out."""


def coco_values(rooms: Sequence[RoomFolder], taxonomy: Taxonomy, name: str) -> dict[str, Any]:
    """The instances of the views of rooms, as JSON values. Ids are the same whatever shard holds them: of a picture, its room and view;
    of a class, that of the taxonomy, all of which are listed. `file_name` is the name of the picture in the shard's tar."""
    images, annotations = [], []
    for room in rooms:
        for view in room.views:
            camera = view.values["camera"]
            image = room.index * 1000 + view.number
            images.append(
                {"id": image, "file_name": f"{view.key}.rgb.png", "width": camera["width"], "height": camera["height"]}
            )
            annotations += [
                {
                    "id": image * 100_000 + thing["id"],
                    "image_id": image,
                    "category_id": thing["category_id"],
                    "segmentation": thing["mask_visib"],
                    "area": thing["pixels"],
                    "bbox": thing["bbox"],
                    "iscrowd": 0,
                    "visible": thing["visible"],
                }
                for thing in view.values["things"]
                if thing["pixels"] >= LEAST_PIXELS
            ]
    return {
        "info": {
            "description": name,
            "version": f"taxonomy {taxonomy.version}",
            "taxonomy": taxonomy.sha256,
        },
        "licenses": [],
        "images": images,
        "annotations": annotations,
        "categories": [{"id": c.id, "name": c.name, "supercategory": c.group} for c in taxonomy.classes],
    }
