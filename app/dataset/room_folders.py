"""Reads the folders that the jobs of a data set wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from scenewright.app.dataset_rooms import ROOM_FILE, DatasetError

__all__ = ["PICTURES", "RoomFolder", "RoomView"]

PICTURES = ("rgb.png", "depth.png", "normal.png", "instance.png", "category.png")
"""The endings of the pictures of a view."""


@dataclass(frozen=True)
class RoomView:
    """A view of a room. `number`: from 0. `values`: its labels."""

    room: RoomFolder
    number: int
    values: dict[str, Any]

    @property
    def key(self) -> str:
        """Of its samples in WebDataset, as BOP has it: number of the room, number of the view."""
        return f"{self.room.index:06d}_{self.number:06d}"

    def file(self, ending: str) -> Path:
        """One of its pictures."""
        return self.room.folder / f"{self.number:06d}.{ending}"


@dataclass(frozen=True)
class RoomFolder:
    """The folder of a room. `values`: what its ``room.json`` says."""

    folder: Path
    values: dict[str, Any]

    @classmethod
    def read(cls, folder: Path) -> RoomFolder:
        """
        Raises:
            DatasetError: 'out': it is no folder of a room.
        """
        return cls(folder, _json(folder / ROOM_FILE))

    @property
    def index(self) -> int:
        return int(self.values["index"])

    @property
    def accepted(self) -> bool:
        """Whether there is a room; False where it was given up."""
        return bool(self.values["accepted"])

    @property
    def split(self) -> str:
        return str(self.values["plan"]["split"])

    @cached_property
    def views(self) -> tuple[RoomView, ...]:
        """Its views, in their order."""
        return tuple(
            RoomView(self, number, _json(self.folder / f"{name}.view.json"))
            for number, name in enumerate(self.values["views"])
        )

    @cached_property
    def bytes(self) -> int:
        """What all its files take on the disk."""
        return sum(file.stat().st_size for file in self.folder.iterdir())


def _json(file: Path) -> dict[str, Any]:
    try:
        values: dict[str, Any] = json.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise DatasetError(f"{file} cannot be read: {error}", kind="out") from error
    return values
