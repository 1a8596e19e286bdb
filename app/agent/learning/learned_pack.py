"""The user's own library: the folder ``learned`` of their data, a pack whose objects are entity functions that were saved from scenes.

It holds ``NAME.py`` and ``NAME.png`` for each, and a manifest that can be corrected by hand like that of any pack. Several processes may
change it: each holds the lock meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from scenewright.assets.library_ingest import ProposedEntity, ProposedLibrary
from scenewright.assets.manifests import change_library
from scenewright.assets.pack_list import register
from scenewright.assets.packs import MANIFEST, MOST_LIBRARIES, read_library, read_manifest, registered_folders
from scenewright.assets.packs.manifest_values import object_values, read_records, read_text
from scenewright.assets.places import data_folder
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.running import is_library_name
from scenewright.scene.model import Vec3

if TYPE_CHECKING:
    from scenewright.assets import CatalogueMatch

__all__ = [
    "LICENCE",
    "LearnedEntity",
    "changing",
    "drop_learned",
    "keep_learned",
    "learned_entities",
    "learned_folder",
    "remove_learned",
    "rename_words",
    "search_learned",
    "text_of",
]

LICENCE = "the user's own"
_FOLDER = "learned"
_LOCK_SECONDS = 30.0
_RELATED, _LESS = 0.3, 0.49
"""Least likeness in meaning of what is related, and the most that it scores: less than what fits."""


@dataclass(frozen=True)
class LearnedEntity:
    """Something that was learned. `name`: of its library, `function`: the entity in it. `size`: (width, height, depth) in metres.
    `origin`: the scene that it came from, and when."""

    name: str
    function: str
    word: str
    synonyms: tuple[str, ...]
    phrase: str
    category: str
    support: str
    clearance: Mapping[str, float]
    size: Vec3
    origin: str

    @property
    def words(self) -> tuple[str, ...]:
        """The word and its synonyms."""
        return (self.word, *self.synonyms)

    @property
    def file(self) -> Path:
        """Its library."""
        return learned_folder() / f"{self.name}.py"

    @property
    def picture(self) -> Path | None:
        """Its picture; None if it has none."""
        path = learned_folder() / f"{self.name}.png"
        return path if path.is_file() else None

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "name": self.name,
            "function": self.function,
            "word": self.word,
            "synonyms": list(self.synonyms),
            "phrase": self.phrase,
            "category": self.category,
            "support": self.support,
            "size": list(self.size),
            "origin": self.origin,
            "file": str(self.file),
            "picture": None if self.picture is None else str(self.picture),
        }


def learned_folder() -> Path:
    """The folder of the user that this thread works for. It is made with the first thing that is saved."""
    return data_folder() / _FOLDER


@contextmanager
def changing() -> Iterator[None]:
    """Nobody else changes what was learned within the block.

    Raises:
        AssetError: another process does not come to an end, or the folder cannot be written.
    """
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f"{_FOLDER}.lock", timeout=_LOCK_SECONDS):
            yield
    except Timeout:
        raise AssetError(f"another process is changing {learned_folder()}: try again when it has ended") from None
    except OSError as error:
        raise AssetError(f"{error.filename or folder} cannot be written: {error.strerror or error}") from error


def learned_entities() -> list[LearnedEntity]:
    """All that was learned, by name. Records that cannot be read are left out; the list of packs tells of them.

    Raises:
        AssetError: the manifest cannot be read.
    """
    manifest = learned_folder() / MANIFEST
    found = []
    for library in read_records(read_manifest(manifest), "library", manifest):
        try:
            found += [_learned(library, entity) for entity in read_records(library, "entity", manifest)[:1]]
        except AssetError:
            continue
    return sorted(found, key=lambda e: e.name)


def _learned(library: Mapping[str, Any], entity: Mapping[str, Any]) -> LearnedEntity:
    name, function = Path(read_text(library, "file", "")).stem, read_text(entity, "name", "")
    if not is_library_name(name) or not function.isidentifier():
        raise AssetError("it names no library and function")
    values = object_values(entity, function.replace("_", " "))
    kept = {key: values[key] for key in ("word", "synonyms", "phrase", "category", "support", "clearance", "size")}
    return LearnedEntity(name=name, function=function, origin=read_text(library, "source", ""), **kept)


def text_of(learned: LearnedEntity) -> str:
    """The text of its library.

    Raises:
        AssetError: the file is gone, or cannot be read.
    """
    return read_library(learned.file, learned_folder())


def keep_learned(entity: LearnedEntity, text: str, picture: bytes | None) -> None:
    """Write an entity, in place of one of the same name. The manifest comes last: what it names is there. Call it while :func:`changing`.

    Raises:
        AssetError: there are too many, or the manifest cannot be written.
        OSError: a file cannot be written.
    """
    others = [e for e in learned_entities() if e.name != entity.name]
    if len(others) >= MOST_LIBRARIES:
        raise AssetError(f"{MOST_LIBRARIES} things were learned, and a pack holds no more: remove some")
    folder = learned_folder()
    folder.mkdir(parents=True, exist_ok=True)
    atomic.write(folder / f"{entity.name}.py", text.encode())
    image = folder / f"{entity.name}.png"
    if picture is None:
        image.unlink(missing_ok=True)
    else:
        atomic.write(image, picture, durable=False)
    _write_record(entity)


def rename_words(entity: LearnedEntity) -> None:
    """Write the words of an entity that is there. Call it while :func:`changing`.

    Raises:
        AssetError: the manifest cannot be written.
    """
    _write_record(entity)


def _write_record(entity: LearnedEntity) -> None:
    row = ProposedEntity(
        entity.function, entity.word, entity.phrase, entity.category, entity.support, entity.clearance, entity.size, entity.synonyms
    )  # fmt: skip
    library = ProposedLibrary(f"{entity.name}.py", (row,), LICENCE, "", entity.origin)
    folder = learned_folder()
    change_library(folder / MANIFEST, _FOLDER, library.file, library)
    if all(known.resolve() != folder.resolve() for known, _ in registered_folders()):
        register(folder)


def remove_learned(name: str) -> LearnedEntity:
    """Take an entity out of the library, with its files. Scenes that use it keep their own copies.

    Args:
        name: of its library, or one of its words that no other has.

    Raises:
        AssetError: there is no such entity, several have this word, or its files cannot be removed.
    """
    with changing():
        known = learned_entities()
        word = name.strip().lower().replace("_", " ")
        found = [e for e in known if e.name == name] or [e for e in known if word in e.words]
        if len(found) != 1:
            names = ", ".join(e.name for e in found or known)
            what = "is a word of several" if found else "was not learned"
            raise AssetError(f"{name[:60]!r} {what}: {f'name one of {names}' if names else 'nothing was'}")
        drop_learned(found[0])
        return found[0]


def drop_learned(entity: LearnedEntity) -> None:
    """Take an entity out, with its files. Call it while :func:`changing`.

    Raises:
        AssetError: the manifest cannot be written.
        OSError: a file cannot be removed.
    """
    folder = learned_folder()
    change_library(folder / MANIFEST, _FOLDER, f"{entity.name}.py", None)
    for suffix in (".py", ".png"):
        (folder / f"{entity.name}{suffix}").unlink(missing_ok=True)


def search_learned(words: str, number: int) -> list[tuple[LearnedEntity, CatalogueMatch]]:
    """What was learned and fits `words`, best first, by words and by meaning; then what is near in meaning, as 'related'.

    Raises:
        AssetError: the manifest cannot be read.
    """
    from scenewright.assets import Catalogue, CatalogueMatch

    added = Catalogue.default().added
    if added is None:
        return []
    folder = learned_folder().resolve()
    pack = next((p for p in added.packs if getattr(p, "folder", folder.parent).resolve() == folder), None)
    if pack is None:
        return []
    by_key = {f"{pack.name}/{e.name}.{e.function}": e for e in learned_entities()}
    own = added.only([pack])
    found = {m.entry.key: m for m in own.find(words, k=number)}
    if own.meaning_missing is None:
        for entry, _, score in own.meaning.nearest(words):
            if score >= _RELATED:
                found.setdefault(entry.key, CatalogueMatch(entry, round(min(score, _LESS), 4), "related", words))
    return [(by_key[key], match) for key, match in found.items() if key in by_key][:number]
