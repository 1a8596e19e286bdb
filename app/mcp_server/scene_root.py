"""The scenes of the server by their ids: the names of folders in one root. An id is looked up among the names that are there, and never
made into a path, so that none leaves the root."""

from __future__ import annotations

import difflib
import re
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import names_in, read_plain
from scenewright.scene.printing import cut

__all__ = ["SceneCard", "SceneRoot"]

_PROGRAM, _SETTINGS = "program.py", "scene.toml"
_MOST_BYTES = 1 << 20
_MOST_NAMES = 20_000
_MOST_SCENES = 2_000
_MOST_TITLE = 200
_NAMING = threading.Lock()


@dataclass(frozen=True, slots=True)
class SceneCard:
    """A scene in a list. `revision`: as its folder says; None where that cannot be read. `changed`: of its program, UTC."""

    id: str
    title: str
    revision: int | None
    changed: str
    stamp: float = 0.0


class SceneRoot:
    """The folder of all scenes of a server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()

    def ids(self) -> list[str]:
        """The ids of all scenes, in alphabetical order. Links are left out: they lead elsewhere."""
        if not self.folder.is_dir():
            return []
        names = names_in(self.folder, "the folder of scenes", most=_MOST_NAMES)
        folders = (self.folder / name for name in names if not name.startswith("."))
        return sorted(f.name for f in folders if not f.is_symlink() and (f / _PROGRAM).is_file())

    def find(self, given: str) -> tuple[str, Path]:
        """The id and folder of a scene, by its id; small slips in it, or its title, are understood.

        Raises:
            ProjectError: 'missing': there is no such scene; the message lists those that there are.
        """
        ids = self.ids()
        if given in ids:
            return given, self.folder / given
        wanted = _plain(given)
        alike = [i for i in ids if wanted and _plain(i) == wanted]
        alike = alike or [c.id for c in self.cards(ids) if wanted and _plain(c.title) == wanted]
        if len(alike) == 1:
            return alike[0], self.folder / alike[0]
        raise ProjectError(self._missing(given, alike, ids), kind="missing")

    def cards(self, ids: list[str] | None = None) -> list[SceneCard]:
        """All scenes, those that were changed last first."""
        found = [self._card(i) for i in (self.ids() if ids is None else ids)[:_MOST_SCENES]]
        return sorted(found, key=lambda c: (-c.stamp, c.id))

    def new_folder(self, words: str) -> Path:
        """An empty folder for a new scene, named by some words. Who makes no scene in it after all removes it.

        Raises:
            ProjectError: 'write': the root cannot be written.
        """
        name = "_".join(re.findall(r"\w+", words.lower())[:6])[:60].strip("_") or "scene"
        with _NAMING:  # two calls with the same words get two folders
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                number = 1
                while (folder := self.folder / (name if number == 1 else f"{name}_{number}")).exists():
                    number += 1
                folder.mkdir()
            except OSError as error:
                reason = error.strerror or str(error)
                raise ProjectError(
                    f"no scene can be made in the server's folder ({reason}): start the server with another --root",
                    kind="write",
                ) from error
        return folder

    def hidden(self, text: str) -> str:
        """`text` without the path of the root: what is in it is named by its id."""
        root = str(self.folder)
        return text.replace(f"{root}/", "").replace(root, "the folder of scenes")

    def _card(self, scene: str) -> SceneCard:
        folder = self.folder / scene
        toml: dict[str, Any] = {}
        try:
            toml = dict(
                parse_toml(read_plain(folder / _SETTINGS, _MOST_BYTES, "the settings of the scene", root=folder))
            )
        except (ProjectError, ValueError):  # a list must not fail because of one scene: opening it says what is wrong
            toml = {}
        title, revision = toml.get("title"), toml.get("revision")
        try:
            stamp = (folder / _PROGRAM).stat().st_mtime
        except OSError:
            stamp = 0.0
        return SceneCard(
            scene,
            cut(title, _MOST_TITLE) if isinstance(title, str) and title.strip() else scene.replace("_", " "),
            revision if type(revision) is int else None,
            datetime.fromtimestamp(stamp, UTC).isoformat(timespec="seconds"),
            stamp,
        )

    def _missing(self, given: str, alike: list[str], ids: list[str]) -> str:
        shown = cut(given, 80)
        if alike:
            return f"scene: several scenes are called {shown!r}: give one of the ids {', '.join(alike[:10])}"
        if not ids:
            return f"scene: there is no scene {shown!r}, and none at all yet: make one with create_scene"
        near = difflib.get_close_matches(given, ids, 5, 0.5) or ids[:8]
        more = f" and {len(ids) - len(near)} more, see list_scenes" if len(ids) > len(near) else ""
        return f"scene: there is no scene {shown!r}. Scenes here: {', '.join(near)}{more}"


def _plain(text: str) -> str:
    """A name without its slips; '' for what looks like a path, which nobody writes by a slip."""
    if "/" in text or "\\" in text or ".." in text:
        return ""
    return "_".join(re.findall(r"\w+", text.lower())).strip("_")
