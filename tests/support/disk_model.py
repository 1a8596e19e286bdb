"""A model of a disk after a power failure: content that was not flushed is lost, and its name may be lost or kept."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

Event = tuple[str, Path, bytes]


@dataclass
class _File:
    content: bytearray = field(default_factory=bytearray)
    flushed: bytes = b""


class Disk:
    """A folder to which recorded changes are applied one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[Path, _File | None] = {}  # None: a folder
        for path in sorted(folder.rglob("*")):
            data = None if path.is_dir() else path.read_bytes()
            self._names[path] = None if data is None else _File(bytearray(data), data)
        self._kept = dict(self._names)
        self._latest: tuple[Path, Path, _File | None] | None = None  # new name, old name, of the last rename

    def play(self, event: Event) -> None:
        """Apply one recorded change: (operation, path, data)."""
        operation, path, data = event
        file = self._names.get(path)
        if operation == "create" and file is None:
            self._names[path] = _File()
        elif operation == "write" and file is not None:
            file.content += data
        elif operation == "truncate" and file is not None:
            del file.content[int(data) :]
        elif operation == "fsync" and file is not None:
            file.flushed = bytes(file.content)
        elif operation == "rename":
            old = Path(os.fsdecode(data))
            self._names[path] = self._names.pop(old)
            self._latest = (path, old, self._names[path])
        elif operation == "unlink":
            self._names.pop(path, None)
        elif operation == "mkdir":
            self._names[path] = None
        elif operation == "fsync-directory":
            for gone in [p for p in self._kept if p.parent == path and p not in self._names]:
                del self._kept[gone]
            self._kept.update({p: f for p, f in self._names.items() if p.parent == path})
            self._latest = None

    def after_power_failure(self, target: Path, *, names: str) -> None:
        """Write the folder after a power failure to `target`.

        `names`: which unflushed names reached the disk by themselves: 'none', 'all', or only the 'latest' rename, since a disk may
        write in any order. Unflushed content is lost in each case.
        """
        there = dict(self._names if names == "all" else self._kept)
        if names == "latest" and self._latest is not None:
            new, old, file = self._latest
            there.pop(old, None)
            there[new] = file
        for path, file in sorted(there.items()):
            place = target / path.relative_to(self._folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            if file is None:
                place.mkdir(exist_ok=True)
            else:
                place.write_bytes(file.flushed)
