"""The Gaussians of a scene's ``splat_call`` entities, read from the scene folder and transformed to the world."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import ProjectError, SplatError
from scenewright.scene.jobs import Job
from scenewright.scene.model import AssetRef, PrimitiveKind, Scene
from scenewright.scene.plain_files import names_in, open_plain
from scenewright.scene.splats.formats.files import MOST_FILE_BYTES, SplatFile
from scenewright.scene.splats.gaussians import Gaussians

__all__ = ["captured_entities", "read_capture", "splat_digest", "splat_digests", "splat_file"]

_MOST_BESIDE = 10_000
_SOG_SUFFIXES = (".json", ".webp", ".png")
"""Of the files that a ``meta.json`` of SOG names."""


def captured_entities(
    scene: Scene, root: Path | None, *, hidden: npt.NDArray[np.bool_] | None = None
) -> tuple[Gaussians, tuple[str, ...]]:
    """The Gaussians of all ``splat_call`` entities in the world, each with the row of its node, and warnings, one line each.

    Args:
        root: the scene folder.
        hidden: (N,) rows of the node table to leave out.
    """
    rows = np.flatnonzero(scene.nodes.primitive == PrimitiveKind.SPLAT)
    if hidden is not None:
        rows = rows[~hidden[rows]]
    captures: dict[int, tuple[Gaussians, tuple[str, ...]] | SplatError] = {}
    files: dict[Path, SplatFile] = {}
    parts: list[Gaussians] = []
    warnings: dict[str, None] = {}
    for row in rows.tolist():
        asset = int(scene.nodes.asset[row])
        if asset not in captures:
            try:
                captures[asset] = read_capture(root, scene.assets[asset], files=files)
            except SplatError as error:
                captures[asset] = error
        capture = captures[asset]
        if isinstance(capture, SplatError):
            warnings.setdefault(f"{scene.paths[row]} is not drawn: {capture}")
            continue
        warnings.update(dict.fromkeys(capture[1]))
        try:
            parts.append(capture[0].transformed(scene.world_from_local[row]).with_entity(row))
        except SplatError as error:
            warnings.setdefault(f"{scene.paths[row]} is not drawn: {error}")
    return Gaussians.merged(parts), tuple(warnings)


def read_capture(
    root: Path | None, ref: AssetRef, *, files: dict[Path, SplatFile] | None = None, job: Job | None = None
) -> tuple[Gaussians, tuple[str, ...]]:
    """The Gaussians that a ``splat_call`` names (a whole file or one segment of it), y up, and the notes of the reader.

    Args:
        files: what was read before, so that a file of many segments is read once; what is read is added.

    Raises:
        SplatError: `root` is None, the file is missing or outside the folder, it holds no Gaussians, or it lacks the segment.
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.splats.formats import read_file

    path = splat_file(root, ref.source)
    file = None if files is None else files.get(path)
    if file is None:
        file = read_file(path, y_up=True, job=job)
        if files is not None:
            files[path] = file
    notes = tuple(f"'{ref.source}': {note}" for note in file.notes)
    if ref.node is None:
        return file.gaussians, notes
    part = file.gaussians.of_entities([int(ref.node)])
    if len(part) == 0:
        segments = np.unique(file.gaussians.entity_ids.numpy())
        segments = segments[segments >= 0]
        contents = f"it has {', '.join(map(str, segments[:20].tolist()))}" if segments.size else "it holds no segments"
        raise SplatError(f"'{ref.source}' has no segment {ref.node}: {contents}")
    return part, notes


def splat_file(root: Path | None, name: str) -> Path:
    """The path of the file `name` in the scene folder.

    Raises:
        SplatError: `root` is None, or the file is missing or outside the folder.
    """
    if root is None:
        raise SplatError(f"the splat '{name}' cannot be looked up: the scene has no folder")
    base = root.resolve()
    try:
        path = (base / name).resolve()
        inside, exists = path.is_relative_to(base), path.is_file()
    except (OSError, ValueError) as error:
        raise SplatError(f"'{name[:200]}' names no file of the scene folder: {error}") from error
    if not inside:
        raise SplatError(f"the splat '{name}' lies outside the scene folder: copy it into the folder")
    if not exists:
        raise SplatError(f"there is no splat '{name}' in the scene folder")
    return path


def splat_digest(root: Path | None, name: str) -> str:
    """sha256 of the file `name` in the scene folder. For a ``meta.json``, the files that it names are included.

    Raises:
        SplatError: as :func:`splat_file`, or the file cannot be read.
    """
    path = splat_file(root, name)
    digest = hashlib.sha256()
    try:
        parts = [path]
        if path.name == "meta.json":
            beside = names_in(path.parent, "the folder of the splat", most=_MOST_BESIDE)
            parts = [path.parent / n for n in beside if Path(n).suffix.lower() in _SOG_SUFFIXES]
        for part in parts:
            if part.is_file():
                with open_plain(part, MOST_FILE_BYTES, "the splat file", root=root) as file:
                    digest.update(hashlib.file_digest(file, "sha256").digest())
    except ProjectError as error:
        raise SplatError(f"'{name}' cannot be read: {error.message}") from None
    except OSError as error:
        raise SplatError(f"'{name}' cannot be read: {error}") from error
    return digest.hexdigest()


def splat_digests(scene: Scene, root: Path | None) -> dict[str, str]:
    """The :func:`splat_digest` of each file that the scene's ``splat_call`` entities name; '' if it cannot be read."""
    assets = scene.nodes.asset[scene.nodes.primitive == PrimitiveKind.SPLAT]
    digests: dict[str, str] = {}
    for name in sorted({scene.assets[a].source for a in np.unique(assets).tolist()}):
        try:
            digests[name] = splat_digest(root, name)
        except SplatError:  # drawing will report it
            digests[name] = ""
    return digests
