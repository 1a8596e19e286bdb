"""Who made the objects that a data set shows, and by which licences: a list a shard, and ``ATTRIBUTION.txt`` of all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from scenewright.app.dataset.room_folders import RoomFolder
from scenewright.scene.export import Credit

__all__ = ["ATTRIBUTION", "credits_of_rooms", "read_credits", "summed", "write_credits"]

ATTRIBUTION = "ATTRIBUTION.txt"
_FILE = "credits.json"


def credits_of_rooms(rooms: Iterable[RoomFolder]) -> list[Credit]:
    """The works that rooms use, each once with all of its uses."""
    return summed(_credit(values) for room in rooms for values in room.values["credits"])


def write_credits(listed: Sequence[Credit], folder: Path) -> None:
    """Write the list of a shard."""
    rows = [
        {"title": c.title, "author": c.author, "licence": c.licence, "source": c.source, "uses": c.uses} for c in listed
    ]
    (folder / _FILE).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def read_credits(folder: Path) -> list[Credit]:
    """The list of a shard."""
    return [_credit(values) for values in json.loads((folder / _FILE).read_bytes())]


def summed(credits_listed: Iterable[Credit]) -> list[Credit]:
    """Each work once, with all of its uses, sorted by title."""
    uses: dict[tuple[str, str, str, str], int] = {}
    for credit in credits_listed:
        title, author, licence, source, count = astuple(credit)
        uses[title, author, licence, source] = uses.get((title, author, licence, source), 0) + count
    return sorted(Credit(*key, uses=count) for key, count in uses.items())


def _credit(values: Mapping[str, Any]) -> Credit:
    return Credit(values["title"], values["author"], values["licence"], values["source"], int(values["uses"]))
