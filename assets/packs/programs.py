"""A pack from a folder of scene programs with a header: our own or a user's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.geometry import GeometryStore
from scenewright.assets.header import (
    AssetHeader,
    RootFunction,
    joint_lines,
    parse_header,
    read_root,
    replace_defaults,
    split_header,
)
from scenewright.assets.packs.base import StoredFile
from scenewright.assets.toml_tables import keep_tables
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.data_dir import current_data_dir, using_data_dir
from scenewright.scene.errors import ProjectError
from scenewright.scene.model import Vec3
from scenewright.scene.plain_files import files_below, read_plain
from scenewright.scene.text_files import MAX_TEXT_BYTES

__all__ = ["ProgramPack", "frozen_program", "natural_size"]


def natural_size(hull: Any) -> Vec3:
    """(width, height, depth) of a hull (K, 3)."""
    w, h, d = (hull.max(axis=0) - hull.min(axis=0)).tolist()
    return (w, h, d)


def frozen_program(text: str, name: str, arguments: Mapping[str, Any], header: AssetHeader, source: str) -> StoredFile:
    """The self-contained program of an object, with `arguments` as its defaults and its attribution in the header.

    Args:
        text: the object's file; `name`: of the file without its ending.
        header: of the text.
        source: where the object comes from.
    """
    _, program = split_header(text)
    if arguments:
        program = replace_defaults(program, name, arguments)
    lines = ["# /// asset"]
    for key, value in (
        ("word", header.word), ("phrase", header.phrase), ("category", header.category), ("support", header.support),
        ("licence", header.licence), ("author", header.author), ("source", source), ("title", header.title),
    ):  # fmt: skip
        if value:
            lines.append(f"# {key} = {json.dumps(value, ensure_ascii=False)}")
    lines += [f"# {line}" for line in joint_lines(header.joints)]
    return StoredFile("\n".join([*lines, "# ///", program.lstrip("\n")]).encode(), "py")


class ProgramPack:
    """Objects under `folder`: ``<category>/<name>.py``, each with a ``# /// asset`` header."""

    def __init__(
        self,
        name: str,
        folder: Path,
        geometry: Callable[[], GeometryStore],
        *,
        known: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """
        Args:
            name: of the pack.
            geometry: gives the store that measures objects which `known` does not hold.
            known: by path relative to `folder`: ``sha256``, ``size``, ``phrase``, ``parameters`` and ``painted`` of each object.
        """
        self.name = name
        self.folder = folder
        self._geometry = geometry
        self._known = known or {}
        self.problems: list[str] = []
        self._entries: list[CatalogueEntry] | None = None
        self._files: dict[str, tuple[str, str, AssetHeader]] = {}

    def entries(self) -> Sequence[CatalogueEntry]:
        """All objects in the order of their paths. Those that cannot be read or run are named in `problems`."""
        if self._entries is not None:
            return self._entries
        found: list[CatalogueEntry] = []
        with using_data_dir(current_data_dir()):  # each header asks where the cache is
            for path in self._programs():
                try:
                    text = read_plain(path, MAX_TEXT_BYTES, "the object", root=self.folder).decode("utf-8")
                    text = text.replace("\r\n", "\n").replace("\r", "\n")
                    if "# /// asset" in text:
                        found.append(self._entry(path, text))
                except UnicodeDecodeError as error:
                    self.problems.append(f"{path}: {error}")
                except (AssetError, ProjectError) as error:
                    self.problems.append(str(error))
            keep_tables()
        self._entries = found
        return found

    def _programs(self) -> list[Path]:
        """The Python files of the folder, sorted; those that can be found are used where there are too many."""
        paths = []
        try:
            paths.extend(files_below(self.folder, lambda name: name.endswith(".py"), "the pack"))
        except ProjectError as error:
            self.problems.append(str(error))
        return sorted(paths)

    def _entry(self, path: Path, text: str) -> CatalogueEntry:
        relative = path.relative_to(self.folder).as_posix()
        key = f"{self.name}/{relative.removesuffix('.py')}"
        known = self._known.get(relative, {})
        if known.get("sha256") == hashlib.sha256(text.encode()).hexdigest():
            parameters = {k: tuple(v) if isinstance(v, list) else v for k, v in known["parameters"].items()}
            header = parse_header(text, where=str(path), root=RootFunction(known["phrase"], parameters))
            width, height, depth = known["size"]
            painted = frozenset(known["painted"])
        else:
            header = parse_header(text, name=path.stem, where=str(path))
            try:
                parameters = dict(read_root(text, path.stem).parameters)
                stored = frozen_program(text, path.stem, {}, header, key)
                width, height, depth = natural_size(self._geometry().hull(stored, 0))
            except AssetError as error:
                raise AssetError(f"{path}: {error}") from error
            painted = frozenset(header.materials)
        self._files[key] = (text, path.stem, header)
        return CatalogueEntry(
            key=key,
            word=header.word,
            synonyms=header.synonyms,
            stands_for=header.stands_for,
            phrase=header.phrase,
            category=header.category,
            support=header.support,
            size=(width, height, depth),
            pack=self.name,
            clearance=header.clearance,
            colors=header.colors,
            materials=header.materials,
            variants=header.variants,
            parameters=parameters,
            painted=painted,
            licence=header.licence,
            author=header.author,
            source=header.source or key,
            title=header.title or header.word,
        )

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        """The object's program with `arguments` as the defaults of its root function.

        Raises:
            AssetError: the object is not of this pack, or has no such parameter.
        """
        self.entries()
        if entry.key not in self._files:
            raise AssetError(f"{entry.key} is no object of the pack {self.name}")
        text, name, header = self._files[entry.key]
        return frozen_program(text, name, arguments, header, entry.source)
