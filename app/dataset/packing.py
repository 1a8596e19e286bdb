"""Packs the rooms of a shard: into a folder under a temporary name, which is moved to its place when it is whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from scenewright.app.dataset.bop_labels import write_bop_scene
from scenewright.app.dataset.coco_files import coco_values
from scenewright.app.dataset.credits import credits_of_rooms, write_credits
from scenewright.app.dataset.near_duplicates import RoomPrint, near_duplicates, print_of
from scenewright.app.dataset.parquet_index import write_index
from scenewright.app.dataset.room_folders import RoomFolder
from scenewright.app.dataset.shard_plan import ShardPlan
from scenewright.app.dataset.shard_report import report_text, shard_report
from scenewright.app.dataset.webdataset_shards import write_tar
from scenewright.app.dataset_rooms import DatasetError, DatasetRecipe, Taxonomy
from scenewright.scene import atomic

__all__ = ["pack_shard", "read_prints"]

_SPLITS = ("train", "val", "test")
_SHEET_ROOMS, _SHEET_WIDTH, _SHEET_LABEL = 20, 192, 16
"""Rooms on a contact sheet; pixels of a picture's width, and of the line above a room's pictures."""


def pack_shard(
    shard: ShardPlan, folders: Sequence[Path], recipe: DatasetRecipe, taxonomy: Taxonomy, out: Path
) -> dict[str, Any]:
    """Pack the rooms of a shard, and return its report.

    Args:
        folders: of its rooms, in their order, as :func:`scenewright.app.dataset_rooms.write_room` wrote them.
        out: the folder of the data set.

    Raises:
        DatasetError: 'out': a folder cannot be read, or the shard cannot be written; 'extra': a package is missing.
    """
    place = shard.place(out)
    partial = place.with_name(f".{place.name}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        rooms = [RoomFolder.read(folder) for folder in folders]
        report = _packed(shard, rooms, recipe, taxonomy, partial)
        atomic.move(partial, place)
    except OSError as error:
        raise DatasetError(f"{place} cannot be written: {error}", kind="out") from error
    return report


def read_prints(place: Path) -> list[RoomPrint]:
    """What the rooms of a shard are compared by."""
    listed = json.loads((place / "prints.json").read_bytes())
    return [RoomPrint(one["index"], one["kind"], tuple(one["signature"]), tuple(one["hashes"])) for one in listed]


def _packed(
    shard: ShardPlan, rooms: Sequence[RoomFolder], recipe: DatasetRecipe, taxonomy: Taxonomy, folder: Path
) -> dict[str, Any]:
    taken = [room for room in rooms if room.accepted]
    for split in _SPLITS:
        some = [room for room in taken if room.split == split]
        if not some:
            continue
        write_tar(some, folder / f"{split}.tar")
        if recipe.formats.coco:
            _write_json(
                folder / f"coco_{split}.json", coco_values(some, taxonomy, f"{recipe.name}, {shard.name}, {split}")
            )
        if recipe.formats.bop:
            for room in some:
                write_bop_scene(room, folder / "bop" / split / f"{room.index:06d}")
    write_index(taken, shard.name, folder / "index.parquet")
    prints = [print_of(room) for room in taken]
    _write_json(folder / "prints.json", [asdict(one) for one in prints])
    write_credits(credits_of_rooms(taken), folder)
    report = shard_report(f"{recipe.name}, {shard.name}", rooms, near_duplicates(prints), taxonomy)
    _write_json(folder / "report.json", report)
    (folder / "report.md").write_text(report_text(report), encoding="utf-8")
    _write_sheet(taken[:_SHEET_ROOMS], folder / "contact_sheet.jpg")
    return report


def _write_sheet(rooms: Sequence[RoomFolder], file: Path) -> None:
    """A row of small pictures for each room, under its number, split and kind."""
    columns = max((len(room.views) for room in rooms), default=0)
    if not columns:
        return
    first = rooms[0].views[0].values["camera"]
    height = round(_SHEET_WIDTH * first["height"] / first["width"])
    step = height + _SHEET_LABEL
    sheet = Image.new("RGB", (columns * _SHEET_WIDTH, len(rooms) * step), (246, 245, 243))
    pen = ImageDraw.Draw(sheet)
    for row, room in enumerate(rooms):
        label = f"room {room.index}, {room.split}: {room.values['plan']['kind']}"
        pen.text((6, row * step + 2), label, fill=(60, 60, 60))
        for view in room.views:
            with Image.open(view.file("rgb.png")) as picture:
                place = view.number * _SHEET_WIDTH, row * step + _SHEET_LABEL
                sheet.paste(picture.resize((_SHEET_WIDTH, height)), place)
    sheet.save(file, quality=88)


def _write_json(file: Path, values: Any) -> None:
    file.write_text(json.dumps(values, ensure_ascii=False, allow_nan=False), encoding="utf-8")
