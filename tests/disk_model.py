"""A model of what a disk may have kept when the power fails: what was not flushed is gone, or only its name is there."""

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
    """A folder whose changes are played one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[Path, _File | None] = {}  # None: a folder
        for path in sorted(folder.rglob("*")):
            data = None if path.is_dir() else path.read_bytes()
            self._names[path] = None if data is None else _File(bytearray(data), data)
        self._kept = dict(self._names)

    def play(self, event: Event) -> None:
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
            self._names[path] = self._names.pop(Path(os.fsdecode(data)))
        elif operation == "unlink":
            self._names.pop(path, None)
        elif operation == "mkdir":
            self._names[path] = None
        elif operation == "fsync-directory":
            for gone in [p for p in self._kept if p.parent == path and p not in self._names]:
                del self._kept[gone]
            self._kept.update({p: f for p, f in self._names.items() if p.parent == path})

    def after_power_failure(self, target: Path, *, names_are_kept: bool) -> None:
        """Write to `target` what is there afterwards. `names_are_kept`: new names reached the disk by themselves, their
        content did not; else neither did."""
        for path, file in sorted((self._names if names_are_kept else self._kept).items()):
            place = target / path.relative_to(self._folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            if file is None:
                place.mkdir(exist_ok=True)
            else:
                place.write_bytes(file.flushed)
