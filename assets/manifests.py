"""The manifest of a pack: what a person can correct about each file of a folder.

It lies in the user's data folder. One that came with the folder, as ``scenewright-pack.toml``, is used in its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.assets.packs import MANIFEST, MANIFEST_SCHEMA, read_manifest, registered_folders
from scenewright.assets.places import data_folder
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.model import slug

if TYPE_CHECKING:
    from scenewright.assets.ingest import ProposedAsset
    from scenewright.assets.library_ingest import ProposedEntity, ProposedLibrary

__all__ = ["change_library", "manifest_of", "not_in_manifest", "write_manifest"]


def manifest_of(folder: Path, name: str, *, in_folder: bool = False) -> Path:
    """Where the manifest of a folder is, or is to be written.

    Args:
        folder: resolved.
        name: of the pack.
        in_folder: in the folder itself, even if there is none yet.

    Raises:
        AssetError: the user's list of packs cannot be read.
    """
    if in_folder or (folder / MANIFEST).is_file():
        return folder / MANIFEST
    for registered, manifest in registered_folders():
        if manifest is not None and registered.resolve() == folder:
            return manifest
    # two folders of one name are two packs
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:8]
    return data_folder() / "packs" / f"{slug(name)}-{digest}.toml"


def not_in_manifest(manifest: Path, files: Sequence[str]) -> list[str]:
    """Those files that the manifest does not name.

    Raises:
        AssetError: the manifest cannot be read.
    """
    known = _files(read_manifest(manifest))
    return [file for file in files if file not in known]


def _files(data: Any) -> set[str]:
    tables = [data.get(key, []) for key in ("asset", "library")]
    return {
        str(r.get("file")) for records in tables if isinstance(records, list) for r in records if isinstance(r, dict)
    }


def write_manifest(
    path: Path,
    name: str,
    proposals: Sequence[ProposedAsset],
    libraries: Sequence[ProposedLibrary] = (),
    *,
    earlier: Path | None = None,
) -> None:
    """Write the manifest; existing records stay as they are.

    Args:
        earlier: a manifest whose records are taken over where there is none at `path` yet.

    Raises:
        AssetError: it cannot be written, or the existing manifest cannot be read.
    """
    import tomlkit

    if earlier is not None and not path.is_file() and earlier.is_file():
        existing, text = read_manifest(earlier), earlier.read_text(encoding="utf-8")
    else:
        existing = read_manifest(path)
        text = path.read_text(encoding="utf-8") if existing else ""
    document = _document(text if existing else "", name)
    known = _files(existing)
    records: Any = document.setdefault("asset", tomlkit.aot()) if proposals else []
    for asset in proposals:
        if asset.file in known:
            continue
        table = tomlkit.table()
        table["file"] = asset.file
        _describe(table, asset)
        table["size"].comment(
            f"from {asset.unit}" if asset.unit != "fitted" else "fitted to the usual size of its kind"
        )
        table["up"] = asset.up
        table["front"] = asset.front
        for kind in ("word", "size", "up", "front"):
            table[f"{kind}_confidence"] = getattr(asset, f"{kind}_confidence")
        table["licence"] = asset.licence
        table["author"] = asset.author
        table["source"] = asset.source
        records.append(table)
    _add_libraries(document, libraries)
    _write(path, document)


def change_library(path: Path, name: str, file: str, library: ProposedLibrary | None) -> None:
    """Put a library into a manifest in place of the records of its file, or take it out; all others stay as they are.

    Args:
        name: of the pack, for a manifest that is new.
        library: None: take it out.

    Raises:
        AssetError: the manifest cannot be read or written.
    """
    import tomlkit

    existing = read_manifest(path)
    document = _document(path.read_text(encoding="utf-8") if existing else "", name)
    records: Any = document.get("library", [])
    kept = tomlkit.aot()
    for record in records:
        if record.get("file") != file:
            kept.append(record)
    document["library"] = kept
    _add_libraries(document, [] if library is None else [library])
    _write(path, document)


def _document(text: str, name: str) -> Any:
    """A manifest to edit; where there is no text, a new one."""
    import tomlkit

    if text:
        return tomlkit.parse(text)
    document = tomlkit.document()
    for line in (
        "Objects of a folder for Scenewright. Correct what is wrong: word and synonyms are what an object is found",
        "by, size is width, height, depth in metres, up and front are axes of the file. Confidences are of the guess;",
        "set one to 1.0 when you have checked it. skip = true leaves a file out.",
    ):
        document.add(tomlkit.comment(line))
    document["schema"] = MANIFEST_SCHEMA
    document["name"] = name
    return document


def _write(path: Path, document: Any) -> None:
    import tomlkit

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise AssetError(f"{path} cannot be written: {error.strerror or error}") from error


def _describe(table: Any, thing: ProposedAsset | ProposedEntity) -> None:
    """Write into a record what a thing is and how large."""
    import tomlkit

    table["word"] = thing.word
    table["synonyms"] = list(getattr(thing, "synonyms", ()))
    table["phrase"] = thing.phrase
    table["category"] = thing.category
    table["support"] = thing.support
    if thing.clearance:
        clearance = tomlkit.inline_table()
        clearance.update(thing.clearance)
        table["clearance"] = clearance
    table["size"] = list(thing.size)


def _add_libraries(document: Any, libraries: Sequence[ProposedLibrary]) -> None:
    """Add libraries that the manifest does not name, and entities that its records lack."""
    import tomlkit

    if not libraries:
        return
    records: Any = document.setdefault("library", tomlkit.aot())
    by_file = {str(record.get("file")): record for record in records if isinstance(record, dict)}
    for library in libraries:
        table = by_file.get(library.file)
        if table is None:
            table = tomlkit.table()
            for key in ("file", "licence", "author", "source"):
                table[key] = getattr(library, key)
            records.append(table)
            table = records[-1]
        entities: Any = table.setdefault("entity", tomlkit.aot()) if library.entities else []
        known = {str(entity.get("name")) for entity in entities if isinstance(entity, dict)}
        for entity in library.entities:
            if entity.name in known:
                continue
            row = tomlkit.table()
            row["name"] = entity.name
            _describe(row, entity)
            entities.append(row)
