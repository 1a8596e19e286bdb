"""The scenes of one owner by short ids. A page names a scene by its id alone, so that no path comes from a browser."""

from __future__ import annotations

import functools
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.app.actions.scene_folders import (
    COPY_SCENE,
    MOST_TITLE,
    RENAME_SCENE,
    CopySceneRequest,
    RenameSceneRequest,
)
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_json, parse_toml
from scenewright.scene.plain_files import names_in, read_plain
from scenewright.scene.printing import printable

__all__ = ["Place", "ScenePlaces"]

_FILE = "places.json"
_MOST_BYTES = 1 << 20
_MOST_LISTED = 200
_PROGRAM = "program.py"
_REMOVED = ".removed"
_SETTINGS = "scene.toml"


@dataclass(frozen=True, slots=True)
class Place:
    """A scene folder. `opened`: when it was opened last, seconds since 1970; 0 where never here. `pictured`: when its newest
    picture was made; 0 where there is none."""

    id: str
    folder: Path
    title: str
    opened: float = 0.0
    changed: float = 0.0
    pictured: float = 0.0

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "title": self.title,
            "opened": self.opened,
            "changed": self.changed,
            "pictured": self.pictured,
        }


class ScenePlaces:
    """The scenes that an owner may open: those in the folder of their scenes, and those that were named on the command line."""

    def __init__(self, scenes: Path, home: Path) -> None:
        self._scenes, self._file, self._cards = scenes, home / _FILE, home / "cards"
        self._lock = threading.Lock()

    def listed(self) -> list[Place]:
        """All scenes, those that were used last first."""
        with self._lock:
            known = self._read()
        folders = [Path(folder) for folder in known if Path(folder, _PROGRAM).is_file()]
        folders += [f for f in self._own() if str(f) not in known]
        places = [self._place(folder, known.get(str(folder), 0.0)) for folder in folders]
        return sorted(places, key=lambda p: max(p.opened, p.changed), reverse=True)[:_MOST_LISTED]

    def find(self, place: str) -> Place:
        """
        Raises:
            ProjectError: 'missing': the owner has no such scene.
        """
        for one in self.listed():
            if one.id == place:
                return one
        raise ProjectError("this scene is not there any more: choose another one", kind="missing")

    def opened(self, folder: Path) -> Place:
        """Remember that a scene was opened, or made."""
        folder = folder.absolute()
        now = time.time()
        with self._lock:
            known = {**self._read(), str(folder): now}
            newest = sorted(known.items(), key=lambda item: item[1], reverse=True)[:_MOST_LISTED]
            self._file.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self._file, json.dumps({"schema": 1, "opened": dict(newest)}).encode(), durable=False)
        return self._place(folder, now)

    def remove(self, place: str) -> bool:
        """Take a scene from the list. One in the owner's folder goes to ``.removed`` there, where a person finds it again; others stay
        where they are. Returns whether the folder was moved.

        Raises:
            ProjectError: 'missing': the owner has no such scene; 'write': it cannot be moved.
        """
        folder = self.find(place).folder
        own = folder.parent == self._scenes.absolute()
        if own:
            bin_folder = self._scenes / _REMOVED
            target = bin_folder / f"{folder.name}-{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}"
            try:
                bin_folder.mkdir(exist_ok=True)
                folder.rename(target)
            except OSError as error:
                raise ProjectError(f"the scene cannot be removed: {error.strerror or error}", kind="write") from error
        with self._lock:
            known = self._read()
            if known.pop(str(folder), None) is not None:
                atomic.write(self._file, json.dumps({"schema": 1, "opened": known}).encode(), durable=False)
        return own

    def rename(self, place: str, title: str) -> Place:
        """Give a scene another title.

        Raises:
            ProjectError: 'missing': the owner has no such scene; 'write', 'read-only', 'locked': it cannot be written.
            RequestError: the title is no title.
        """
        RENAME_SCENE(RenameSceneRequest(scene=self.find(place).folder, title=title))
        return self.find(place)

    def copied(self, place: str, out: Path, title: str | None) -> Place:
        """A copy of a scene in another folder, which is listed as opened last.

        Raises:
            ProjectError: as :meth:`rename`; 'exists': something is at `out`.
            RequestError: the title is no title.
        """
        made = COPY_SCENE(CopySceneRequest(scene=self.find(place).folder, out=out, title=title))
        return self.opened(made.folder)

    def card(self, place: str) -> Path:
        """Where the picture of a scene's card is kept; there may be none yet."""
        return self._cards / f"{place}.png"

    def count(self) -> int:
        """How many scenes lie in the owner's folder."""
        return len(self._own())

    def _place(self, folder: Path, opened: float) -> Place:
        name = hashlib.sha256(str(folder).encode()).hexdigest()[:20]
        title = _title(str(folder), _changed(folder / _SETTINGS))
        pictured = max(_pictured(folder), _changed(self.card(name)))
        return Place(name, folder, title, opened, _changed(folder / _PROGRAM), pictured)

    def _own(self) -> list[Path]:
        try:
            names = names_in(self._scenes, "the folder of scenes", most=20_000)
        except ProjectError:
            return []
        found = [self._scenes / name for name in names]
        return [f.absolute() for f in found if not f.is_symlink() and (f / _PROGRAM).is_file()]

    def _read(self) -> dict[str, float]:
        """When each folder was opened. A list that cannot be read is begun anew: the scenes themselves lie elsewhere."""
        try:
            values = parse_json(read_plain(self._file, _MOST_BYTES, "the list of scenes", root=self._file.parent))
        except (ProjectError, ValueError):
            return {}
        opened = values.get("opened") if isinstance(values, Mapping) else None
        if not isinstance(opened, Mapping):
            return {}
        return {f: float(t) for f, t in opened.items() if isinstance(f, str) and isinstance(t, int | float)}


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _pictured(folder: Path) -> float:
    try:
        return max((f.stat().st_mtime for f in (folder / "renders").glob("*.png")), default=0.0)
    except OSError:
        return 0.0


@functools.lru_cache(maxsize=1_000)
def _title(folder: str, changed: float) -> str:
    """What the scene is called: by itself, else by its folder. `changed`: of its settings, for the cache: it may get another title."""
    named = Path(folder).name.replace("_", " ")
    try:
        toml = parse_toml(read_plain(Path(folder, _SETTINGS), _MOST_BYTES, "the settings of the scene"))
    except (ProjectError, ValueError):
        return named
    title = toml.get("title")
    return printable(title)[:MOST_TITLE] if isinstance(title, str) and title.strip() else named
