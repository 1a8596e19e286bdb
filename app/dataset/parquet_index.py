"""The index of a data set in Parquet: a row for each view, by which one finds pictures without opening a tar."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenewright.app.dataset.room_folders import RoomFolder
from scenewright.app.dataset_rooms import load_extra

__all__ = ["join_indices", "write_index"]


def write_index(rooms: Sequence[RoomFolder], shard: str, file: Path) -> None:
    """Write the rows of the views of a shard."""
    arrow, parquet = load_extra("pyarrow"), load_extra("pyarrow.parquet")
    rows = [_row(view, shard) for room in rooms for view in room.views]
    parquet.write_table(arrow.Table.from_pylist(rows, schema=_schema(arrow)), file)


def join_indices(files: Sequence[Path], file: Path) -> int:
    """Write the rows of several indices into one; returns their number."""
    arrow, parquet = load_extra("pyarrow"), load_extra("pyarrow.parquet")
    table = arrow.concat_tables([parquet.read_table(one, schema=_schema(arrow)) for one in files])
    parquet.write_table(table, file)
    return int(table.num_rows)


def _row(view: Any, shard: str) -> dict[str, Any]:
    room, values = view.room.values, view.values
    camera, plan = values["camera"], room["plan"]
    return {
        "key": view.key,
        "room": view.room.index,
        "view": view.number,
        "split": view.room.split,
        "shard": shard,
        "tar": f"shards/{shard}/{view.room.split}.tar",
        "kind": plan["kind"],
        "style": plan["style"],
        "text": plan["text"],
        "seed": plan["seed"],
        "room_width": room["room"]["width"],
        "room_depth": room["room"]["depth"],
        "room_height": room["room"]["height"],
        "reached": room["access"]["reached"],
        "width": camera["width"],
        "height": camera["height"],
        "fov": camera["fov"],
        "eye": list(camera["eye"]),
        "camera_from_world": [v for row in camera["camera_from_world"] for v in row],
        "K": [v for row in camera["K"] for v in row],
        "categories": [thing["category_id"] for thing in values["things"]],
        "objects": [
            one["object"] for one in room["things"] if one["id"] in {thing["id"] for thing in values["things"]}
        ],
        "questions": len(values["questions"]),
    }


def _schema(arrow: Any) -> Any:
    texts = ("key", "split", "shard", "tar", "kind", "style", "text")
    whole = ("room", "view", "seed", "width", "height", "questions")
    real = ("room_width", "room_depth", "room_height", "reached", "fov")
    lists = {
        "eye": arrow.float64(),
        "camera_from_world": arrow.float64(),
        "K": arrow.float64(),
        "categories": arrow.int32(),
    }
    fields = {name: arrow.string() for name in texts} | {name: arrow.int64() for name in whole}
    fields |= {name: arrow.float64() for name in real} | {name: arrow.list_(kind) for name, kind in lists.items()}
    fields["objects"] = arrow.list_(arrow.string())
    order = (
        *(
            "key",
            "room",
            "view",
            "split",
            "shard",
            "tar",
            "kind",
            "style",
            "text",
            "seed",
            "room_width",
            "room_depth",
            "room_height",
        ),
        *("reached", "width", "height", "fov", "eye", "camera_from_world", "K", "categories", "objects", "questions"),
    )
    return arrow.schema([(name, fields[name]) for name in order])
