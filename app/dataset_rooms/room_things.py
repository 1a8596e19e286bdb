"""What of a scene counts as a thing of a data set: the catalogue objects of a room, and its doors and windows, each with its class and
box."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.app.dataset_rooms.taxonomy import OTHER, Taxonomy
from scenewright.renderers.base import room_items, stage_rows
from scenewright.scene.geometry import standing_boxes
from scenewright.scene.model import Entity, FloatArray, NodeKind, Scene
from scenewright.scene.semantics.words import default_lexicon

__all__ = ["RoomThing", "RoomThings", "things_of"]

_OPENINGS = ("door", "window")
_MOST_THINGS = 60_000
"""Ids of a picture of 16 bits."""


@dataclass(frozen=True)
class RoomThing:
    """A thing.

    Attributes:
        id: its number in the room, from 1, as in the pictures of instances.
        row: its row in the scene.
        category: id of its class.
        name: of its class.
        key: of its object in the catalogue; '' for doors, windows and what no catalogue knows.
        words: what the program calls it, such as 'light oak nightstand'.
        pose: x, y, z (metres) of the middle of the bottom of its box in the world, +y up, and its turn about +y in radians.
        size: width, height, depth of the box along its own axes, metres.
    """

    id: int
    row: int
    path: str
    category: int
    name: str
    key: str
    words: str
    pose: tuple[float, float, float, float]
    size: tuple[float, float, float]

    @cached_property
    def centre(self) -> FloatArray:
        """(3,) the middle of its box, world frame, metres."""
        x, y, z, _ = self.pose
        return np.array([x, y + self.size[1] / 2.0, z])

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "id": self.id, "path": self.path, "category_id": self.category, "category": self.name, "object": self.key, "words": self.words,
            "obb": {
                "centre": [round(float(v), 4) for v in self.centre], "size": [round(v, 4) for v in self.size], "yaw": round(self.pose[3],
                5),
            },
        }  # fmt: skip


@dataclass(frozen=True, eq=False)
class RoomThings:
    """The things of a scene. `thing_of_row`: (N + 1,) id of the thing at each row of the scene, and of the ground; 0 for none.
    `class_of_row`: (N + 1,) id of the class at each row; the row of the room is its ceiling."""

    things: tuple[RoomThing, ...]
    thing_of_row: npt.NDArray[np.int64]
    class_of_row: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.things)

    def instance_picture(self, entity: npt.NDArray[np.int32]) -> npt.NDArray[np.uint16]:
        """(H, W) ids of things of a picture (H, W) of rows; 0 for none."""
        return self._picture(self.thing_of_row, entity)

    def category_picture(self, entity: npt.NDArray[np.int32]) -> npt.NDArray[np.uint16]:
        """(H, W) ids of classes of a picture (H, W) of rows; 0 where nothing is."""
        return self._picture(self.class_of_row, entity)

    def _picture(self, table: npt.NDArray[np.int64], entity: npt.NDArray[np.int32]) -> npt.NDArray[np.uint16]:
        rows = np.clip(entity, -1, len(table) - 1)
        return np.where(rows >= 0, table[rows], 0).astype(np.uint16)


def things_of(scene: Scene, taxonomy: Taxonomy) -> RoomThings:
    """The things of a room."""
    count = len(scene.nodes)
    thing_of_row = np.zeros(count + 1, dtype=np.int64)
    class_of_row = np.zeros(count + 1, dtype=np.int64)
    floor = _required(taxonomy, "floor")
    class_of_row[count] = floor
    _class_the_room(scene, taxonomy, class_of_row)
    rows = [row for item in room_items(scene) for row in _objects_of(scene, item)]
    rows += _openings(scene)
    poses, sizes = standing_boxes(scene, rows)
    things = []
    for pose, size, row in zip(poses.tolist(), sizes.tolist(), rows, strict=True):
        if not any(size) or len(things) == _MOST_THINGS:
            continue
        entity = scene.entity(row)
        name, key, words = _called(entity, taxonomy)
        number = len(things) + 1
        category = _required(taxonomy, name)
        end = scene.subtree_end(row)
        thing_of_row[row:end], class_of_row[row:end] = number, category
        things.append(RoomThing(number, row, entity.path, category, name, key, words, tuple(pose), tuple(size)))
    return RoomThings(tuple(things), thing_of_row, class_of_row)


def _required(taxonomy: Taxonomy, name: str) -> int:
    found = taxonomy.id_of(name)
    assert found is not None, name
    return found


def _class_the_room(scene: Scene, taxonomy: Taxonomy, class_of_row: npt.NDArray[np.int64]) -> None:
    """Give the parts of the room their classes."""
    stage = stage_rows(scene).named()
    for row in np.flatnonzero(scene.nodes.kind == NodeKind.ROOM).tolist():
        name = scene.entity(row).name
        part = name.split("_", 1)[0]
        called = part if part in ("wall", "floor", "ceiling", *_OPENINGS) else "building part"
        if stage.get(row) == "ceiling":
            class_of_row[row : scene.subtree_end(row)] = _required(taxonomy, "building part")
            class_of_row[row] = _required(taxonomy, "ceiling")
        else:
            class_of_row[row : scene.subtree_end(row)] = _required(taxonomy, called)


def _openings(scene: Scene) -> list[int]:
    rows = np.flatnonzero(scene.nodes.kind == NodeKind.ROOM).tolist()
    return [row for row in rows if scene.entity(row).name in _OPENINGS]


def _objects_of(scene: Scene, row: int) -> list[int]:
    """The catalogue objects at and below a row; itself where there are none."""
    if scene.nodes.kind[row] == NodeKind.ASSET:
        return [row]
    end = scene.subtree_end(row)
    found = [r for r in range(row + 1, end) if scene.nodes.kind[r] == NodeKind.ASSET]
    return found or [row]


def _called(entity: Entity, taxonomy: Taxonomy) -> tuple[str, str, str]:
    """The class of a thing, the key of its object, and what the program calls it."""
    if entity.kind == NodeKind.ROOM:
        return entity.name, "", entity.name
    asset = entity.asset
    words = asset.words if asset is not None else (entity.phrase or entity.word)
    if asset is not None and taxonomy.id_of(asset.title) is not None:
        return taxonomy.named(_required(taxonomy, asset.title)).name, asset.source, words
    lexicon = default_lexicon()
    for name in (entity.word.replace("_", " "), *lexicon.things_called(entity.word.replace("_", " "))):
        number = taxonomy.id_of(name)
        if number is not None:
            return taxonomy.named(number).name, "" if asset is None else asset.source, words
    return OTHER, "" if asset is None else asset.source, words
