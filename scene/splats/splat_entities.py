"""The Gaussians of a scene's ``splat_call`` entities, read from the scene folder and put where the program puts them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import SplatError
from scenewright.scene.model import AssetRef, PrimitiveKind, Scene
from scenewright.scene.splats.gaussians import Gaussians

__all__ = ["captured_entities", "read_capture", "splat_digest", "splat_digests", "splat_file"]


def captured_entities(
    scene: Scene, root: Path | None, *, hidden: npt.NDArray[np.bool_] | None = None
) -> tuple[Gaussians, tuple[str, ...]]:
    """All of them in the world, each with the row of its node; and what could not be had, one line each.

    Args:
        root: the scene folder.
        hidden: (N,) rows of the node table to leave out.
    """
    rows = np.flatnonzero(scene.nodes.primitive == PrimitiveKind.SPLAT)
    if hidden is not None:
        rows = rows[~hidden[rows]]
    read: dict[int, tuple[Gaussians, tuple[str, ...]] | SplatError] = {}
    parts: list[Gaussians] = []
    warnings: dict[str, None] = {}
    for row in rows.tolist():
        asset = int(scene.nodes.asset[row])
        if asset not in read:
            try:
                read[asset] = read_capture(root, scene.assets[asset])
            except SplatError as error:
                read[asset] = error
        found = read[asset]
        if isinstance(found, SplatError):
            warnings.setdefault(f"{scene.paths[row]} is not drawn: {found}")
            continue
        warnings.update(dict.fromkeys(found[1]))
        try:
            parts.append(found[0].transformed(scene.world_from_local[row]).with_entity(row))
        except SplatError as error:
            warnings.setdefault(f"{scene.paths[row]} is not drawn: {error}")
    return Gaussians.merged(parts), tuple(warnings)


def read_capture(root: Path | None, ref: AssetRef) -> tuple[Gaussians, tuple[str, ...]]:
    """The Gaussians that a ``splat_call`` names, y up: of a whole file, or those of one segment; and what was changed or left out on
    reading.

    Raises:
        SplatError: there is no folder or file, the path leaves the folder, it holds no Gaussians, or none of that segment.
    """
    from scenewright.scene.splats.formats import read_file

    read = read_file(splat_file(root, ref.source), y_up=True)
    notes = tuple(f"'{ref.source}': {note}" for note in read.notes)
    if ref.node is None:
        return read.gaussians, notes
    part = read.gaussians.of_entities([int(ref.node)])
    if len(part) == 0:
        known = np.unique(read.gaussians.entity_ids.numpy())
        known = known[known >= 0]
        held = f"it has {', '.join(map(str, known[:20].tolist()))}" if known.size else "it holds no segments"
        raise SplatError(f"'{ref.source}' has no segment {ref.node}: {held}")
    return part, notes


def splat_file(root: Path | None, name: str) -> Path:
    """The file `name` of the scene folder.

    Raises:
        SplatError: there is no folder, the path leaves it, or there is no such file.
    """
    if root is None:
        raise SplatError(f"the splat '{name}' cannot be looked up: the scene has no folder")
    base = root.resolve()
    try:
        path = (base / name).resolve()
        inside, there = path.is_relative_to(base), path.is_file()
    except (OSError, ValueError) as error:
        raise SplatError(f"'{name[:200]}' names no file of the scene folder: {error}") from error
    if not inside:
        raise SplatError(f"the splat '{name}' lies outside the scene folder: copy it into the folder")
    if not there:
        raise SplatError(f"there is no splat '{name}' in the scene folder")
    return path


def splat_digest(root: Path | None, name: str) -> str:
    """sha256 of the file `name` of the scene folder, and of what lies beside a ``meta.json`` that names other files.

    Raises:
        SplatError: as :func:`splat_file`, or it cannot be read.
    """
    path = splat_file(root, name)
    digest = hashlib.sha256()
    try:
        for part in sorted(path.parent.iterdir()) if path.name == "meta.json" else [path]:
            if part.is_file():
                with part.open("rb") as file:
                    digest.update(hashlib.file_digest(file, "sha256").digest())
    except OSError as error:
        raise SplatError(f"'{name}' cannot be read: {error}") from error
    return digest.hexdigest()


def splat_digests(scene: Scene, root: Path | None) -> dict[str, str]:
    """The same of every file that the scene's ``splat_call`` entities name; '' for one that cannot be had."""
    assets = scene.nodes.asset[scene.nodes.primitive == PrimitiveKind.SPLAT]
    found: dict[str, str] = {}
    for name in sorted({scene.assets[a].source for a in np.unique(assets).tolist()}):
        try:
            found[name] = splat_digest(root, name)
        except SplatError:  # drawing names what cannot be had
            found[name] = ""
    return found
