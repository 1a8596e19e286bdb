"""Who made the objects that a data set shows, and by which licences: a list a shard, and ``ATTRIBUTION.txt`` of all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from scenewright.app.dataset.room_folders import RoomFolder
from scenewright.scene.export import Credit

__all__ = ["ATTRIBUTION", "credits_of_rooms", "read_credits", "summed", "write_credits"]

ATTRIBUTION = "ATTRIBUTION.txt"
_FILE = "credits.json"


def credits_of_rooms(rooms: Iterable[RoomFolder]) -> list[Credit]:
    """The works that rooms use, each once with all of its uses."""
    return summed(Credit(**values) for room in rooms for values in room.values["credits"])


def write_credits(listed: Sequence[Credit], folder: Path) -> None:
    """Write the list of a shard."""
    (folder / _FILE).write_text(json.dumps([asdict(c) for c in listed], ensure_ascii=False), encoding="utf-8")


def read_credits(folder: Path) -> list[Credit]:
    """The list of a shard."""
    return [Credit(**values) for values in json.loads((folder / _FILE).read_bytes())]


def summed(credits_listed: Iterable[Credit]) -> list[Credit]:
    """Each work once, with all of its uses, sorted by title."""
    uses: Counter[Credit] = Counter()
    for credit in credits_listed:
        uses[replace(credit, uses=1)] += credit.uses
    return sorted(replace(work, uses=count) for work, count in uses.items())
