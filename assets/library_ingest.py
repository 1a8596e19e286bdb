"""Proposes the libraries of a folder for its pack: which files programs import, and which of their entities are objects."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.header import RegisteredFunction, registered_functions
from scenewright.assets.licences import licence_of
from scenewright.assets.packs import MOST_LIBRARIES, entity_program, natural_size, read_library
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import imported_libraries, is_library_name
from scenewright.scene.model import Vec3
from scenewright.scene.plain_files import files_below, refused_as

if TYPE_CHECKING:
    from scenewright.assets.catalogue import Catalogue

__all__ = ["ProposedEntity", "ProposedLibrary", "propose_entity", "propose_libraries"]

_MOST_ENTITIES = 500
"""Entities of one library that are measured."""
_MOST_BYTES = 4 << 20
"""Of a text that is looked at; no evaluation takes more."""


@dataclass(frozen=True, slots=True)
class ProposedEntity:
    """An entity that is found like other objects. `size`: (width, height, depth) in metres."""

    name: str
    word: str
    phrase: str
    category: str
    support: str
    clearance: Mapping[str, float]
    size: Vec3
    synonyms: tuple[str, ...] = ()

    def line(self) -> str:
        """One line for a terminal."""
        return f"{self.name}: {self.word}, {' x '.join(f'{v:.2f}' for v in self.size)} m"


@dataclass(frozen=True, slots=True)
class ProposedLibrary:
    """A file that programs import by its name."""

    file: str
    entities: tuple[ProposedEntity, ...]
    licence: str
    author: str
    source: str

    @property
    def name(self) -> str:
        return Path(self.file).stem

    def to_json(self) -> dict[str, Any]:
        """All fields as JSON values."""
        return {**asdict(self), "name": self.name}

    def lines(self) -> list[str]:
        """Lines for a terminal."""
        return [f"{self.file}: programs say `from {self.name} import *`", *(f"  {e.line()}" for e in self.entities)]


def propose_libraries(
    folder: Path, catalogue: Catalogue, job: Job
) -> tuple[list[ProposedLibrary], list[str], list[str]]:
    """The libraries of a folder, problems with them, and what was passed over, each with the reason.

    A library is a file of Python that registers an entity, and no object with a header. Its entities are evaluated like any program.

    Raises:
        AssetError: the folder cannot be listed. JobCancelled: the job was cancelled.
    """
    with refused_as(AssetError):
        paths = list(files_below(folder, lambda name: name.endswith(".py"), "the folder", enter=_is_entered))
    found: list[ProposedLibrary] = []
    problems: list[str] = []
    passed_over: list[str] = []
    for position, path in enumerate(paths):
        job.tick(position / len(paths), path.name)
        said = path.relative_to(folder).as_posix()
        try:
            text = read_library(path, folder)
            if "# /// asset" in text:
                continue
            functions = _functions(text)
        except AssetError as error:
            problems.append(f"{said}: {error}")
            continue
        if not functions:
            continue
        if not is_library_name(path.stem):
            passed_over.append(
                f"{said} (no program can import it by its name: rename it, with ASCII letters, digits and underscores)"
            )
        elif len(found) >= MOST_LIBRARIES:
            passed_over.append(f"{said} (a pack has at most {MOST_LIBRARIES} libraries)")
        elif any(library.name == path.stem for library in found):
            passed_over.append(f"{said} (another library of the pack has this name)")
        else:
            found.append(_proposed(path, folder, text, functions, catalogue, problems, passed_over))
    return found, problems, passed_over


def _is_entered(name: str) -> bool:
    return not name.startswith(".") and name != "__pycache__"


def _functions(text: str) -> list[RegisteredFunction]:
    """
    Raises:
        AssetError: it is too long, or no Python that can be read.
    """
    if len(text) > _MOST_BYTES:
        raise AssetError(f"it is longer than {_MOST_BYTES:,} characters")
    return registered_functions(text)


def _proposed(
    path: Path,
    folder: Path,
    text: str,
    functions: list[RegisteredFunction],
    catalogue: Catalogue,
    problems: list[str],
    passed_over: list[str],
) -> ProposedLibrary:
    said = path.relative_to(folder).as_posix()
    licence, author, source = licence_of({"extras": {}, "copyright": ""}, path, folder)
    entities: list[ProposedEntity] = []
    others = imported_libraries(ast.parse(text))
    if others:
        passed_over.append(f"the entities of {said} (it imports '{next(iter(others))}': programs import them by name)")
        functions = []
    for function in functions[:_MOST_ENTITIES]:
        if function.needs_arguments:
            passed_over.append(f"{said}: {function.name} (it needs arguments: programs import it by name)")
            continue
        try:
            entities.append(propose_entity(text, function, catalogue))
        except AssetError as error:
            problems.append(f"{said}: {function.name}: {error}")
    if len(functions) > _MOST_ENTITIES:
        passed_over.append(
            f"{said}: {len(functions) - _MOST_ENTITIES} more entities (at most {_MOST_ENTITIES} are measured)"
        )
    return ProposedLibrary(said, tuple(entities), licence, author, source)


def propose_entity(
    text: str, function: RegisteredFunction, catalogue: Catalogue, *, word: str | None = None
) -> ProposedEntity:
    """An entity of a library as an object: measured, and described like the catalogue's object of its name.

    Args:
        text: of the library, which imports no other.
        word: what it is found by; None: the name of the function.

    Raises:
        AssetError: it fails when it is evaluated.
    """
    word = word or function.name.replace("_", " ").strip().lower()
    read = catalogue.parse(word)
    match = next(iter(catalogue.find(read.head, k=1, meaning=False)), None) if read.known else None
    known = None if match is None else match.entry
    entry = CatalogueEntry(
        key=function.name,
        word=word,
        synonyms=(),
        phrase=function.phrase or word,
        category="miscellaneous" if known is None else known.category,
        support="floor" if known is None else known.support,
        size=(1.0, 1.0, 1.0),
        pack="",
        clearance={} if known is None else dict(known.clearance),
    )
    width, height, depth = natural_size(catalogue.geometry.hull(entity_program(text, function.name, entry), 0))
    return ProposedEntity(
        function.name,
        word,
        entry.phrase,
        entry.category,
        entry.support,
        entry.clearance,
        (round(max(width, 0.001), 4), round(max(height, 0.001), 4), round(max(depth, 0.001), 4)),
    )
