"""The libraries of a pack: which files programs import by name, and their entities as objects of the catalogue.

A manifest lists a library in a table ``[[library]]`` with its ``file``, and the entities that are found like other objects in tables
``[[library.entity]]`` below it. Its objects are stored as programs: the text of the library, and a root that calls the entity.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.header import registered_functions
from scenewright.assets.packs.base import StoredFile
from scenewright.assets.packs.manifest_values import object_values, read_records, read_text
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import ProjectError
from scenewright.scene.language.running import imported_libraries, is_library_name
from scenewright.scene.model import slug
from scenewright.scene.plain_files import read_plain
from scenewright.scene.text_files import MAX_TEXT_BYTES

__all__ = ["MOST_LIBRARIES", "LibraryEntities", "entity_program", "library_files", "read_library"]

MOST_LIBRARIES = 200
"""Libraries of one pack."""


def read_library(path: Path, folder: Path) -> str:
    """The text of a library in a folder.

    Raises:
        AssetError: it is no plain UTF-8 file of the folder, or too large.
    """
    try:
        return read_plain(path, MAX_TEXT_BYTES, "the library", root=folder).decode("utf-8-sig")
    except ProjectError as error:
        raise AssetError(error.message) from error
    except UnicodeDecodeError as error:
        raise AssetError(f"{path} is no UTF-8 text: {error.reason}") from error


def library_files(data: Mapping[str, Any], manifest: Path) -> tuple[tuple[str, str], ...]:
    """The name and the file of each library of a manifest that is not skipped. The first of a name counts.

    Raises:
        AssetError: a record is wrong; the message names the manifest.
    """
    files: dict[str, str] = {}
    for record in read_records(data, "library", manifest)[:MOST_LIBRARIES]:
        file = read_text(record, "file", "")
        name = Path(file).stem
        if Path(file).suffix != ".py" or not is_library_name(name):
            raise AssetError(
                f"{manifest}: {file[:200]!r} is no file of a library: its name is NAME.py, of ASCII letters, digits and underscores"
            )
        if not record.get("skip"):
            files.setdefault(name, file)
    return tuple(files.items())


@dataclass(frozen=True, slots=True)
class _Entity:
    file: Path
    name: str


class LibraryEntities:
    """The entities of the libraries of one pack."""

    def __init__(self, pack: str, folder: Path, manifest: Path, data: Mapping[str, Any]) -> None:
        """
        Args:
            pack: its name.
            folder: that holds the files.
            data: the manifest.
        """
        self._pack, self._folder, self._manifest, self._data = pack, folder, manifest, data
        self._known: dict[str, _Entity] = {}

    def entries(self, problems: list[str]) -> list[CatalogueEntry]:
        """All entities that the manifest lists. What cannot be used is added to `problems`."""
        try:
            files = dict(library_files(self._data, self._manifest))
            records = read_records(self._data, "library", self._manifest)
        except AssetError as error:
            problems.append(str(error))
            return []
        found: list[CatalogueEntry] = []
        for record in records:
            file = str(record.get("file"))
            if files.get(Path(file).stem) != file:
                continue
            try:
                found += [self._entry(file, record, entity) for entity in self._entities(record)]
            except AssetError as error:
                problems.append(f"{self._manifest}: {file}: {error}")
        return found

    def _entities(self, record: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        return [entity for entity in read_records(record, "entity", self._manifest) if not entity.get("skip")]

    def _entry(self, file: str, library: Mapping[str, Any], record: Mapping[str, Any]) -> CatalogueEntry:
        name = read_text(record, "name", "")
        if not name.isidentifier():
            raise AssetError('an entity needs name = "...", the name of its function')
        origin = {key: library[key] for key in ("licence", "author", "source") if key in library}
        values = object_values({"source": f"{self._pack}/{file}", **origin, **record}, name.replace("_", " "))
        key = f"{self._pack}/{Path(file).stem}.{name}"
        self._known[key] = _Entity(self._folder / file, name)
        return CatalogueEntry(key=key, pack=self._pack, **values)

    def __contains__(self, key: str) -> bool:
        return key in self._known

    def store(self, entry: CatalogueEntry) -> StoredFile:
        """The program of an entity.

        Raises:
            AssetError: the library is missing or cannot be read, or imports other libraries.
        """
        entity = self._known[entry.key]
        return entity_program(read_library(entity.file, self._folder), entity.name, entry)


def entity_program(text: str, name: str, entry: CatalogueEntry) -> StoredFile:
    """A self-contained program whose scene is the entity `name` of a library.

    Raises:
        AssetError: the library imports others, without which its text is no program, or has no such entity.
    """
    if all(function.name != name for function in registered_functions(text)):
        raise AssetError(f"the library has no entity '{name}'")
    others = imported_libraries(ast.parse(text))
    if others:
        raise AssetError(
            f"the library imports '{next(iter(others))}', so its entities are no objects: programs import them by name"
        )
    about = {
        key: getattr(entry, key) for key in ("word", "phrase", "category", "support", "licence", "author", "source")
    }
    header = [f"# {key} = {json.dumps(value, ensure_ascii=False)}" for key, value in about.items() if value]
    root = f"object_{slug(name)}"
    lines = ["# /// asset", *header, "# ///", text.strip("\n"), "", "", f"@register({json.dumps(entry.phrase)})"]
    return StoredFile("\n".join([*lines, f"def {root}():", f"    return library_call({name!r})", ""]).encode(), "py")
