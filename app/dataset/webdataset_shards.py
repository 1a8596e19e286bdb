"""WebDataset: a tar of each split of a shard, a sample for each view.

Keys and the first eight files of a sample are those of BOP's webdatasets (``{room:06d}_{view:06d}``): ``rgb.png``, ``depth.png``,
``camera.json``, ``gt.json``, ``gt_info.json``, ``mask.json`` and ``mask_visib.json``. Ours are ``normal.png``, ``instance.png``,
``category.png``, ``view.json`` with the labels, relations and questions, and ``room.json`` with the room and its scene graph.
"""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scenewright.app.dataset.bop_labels import bop_camera, bop_gt, bop_gt_info, uncompressed_masks
from scenewright.app.dataset.room_folders import PICTURES, RoomFolder, RoomView

__all__ = ["write_tar"]


def write_tar(rooms: Sequence[RoomFolder], file: Path) -> int:
    """Write the views of rooms into a tar, with nothing in it that depends on time, user or machine.

    Returns:
        the number of samples.
    """
    samples = 0
    with tarfile.open(file, "w", format=tarfile.USTAR_FORMAT) as archive:
        for room in rooms:
            for view in room.views:
                for ending, data in _files(view):
                    entry = tarfile.TarInfo(f"{view.key}.{ending}")
                    entry.size, entry.mode = len(data), 0o644
                    archive.addfile(entry, io.BytesIO(data))
                samples += 1
    return samples


def _files(view: RoomView) -> Iterator[tuple[str, bytes]]:
    for ending in PICTURES:
        yield ending, view.file(ending).read_bytes()
    things = view.values["things"]
    yield "camera.json", _json(bop_camera(view))
    yield "gt.json", _json(bop_gt(view))
    yield "gt_info.json", _json(bop_gt_info(view))
    yield "mask.json", _json(uncompressed_masks([thing["mask"] for thing in things]))
    yield "mask_visib.json", _json(uncompressed_masks([thing["mask_visib"] for thing in things]))
    yield "view.json", _json(view.values)
    yield "room.json", _json(view.room.values)


def _json(values: Any) -> bytes:
    return json.dumps(values, ensure_ascii=False, allow_nan=False).encode()
