"""Reads and writes splat files by their suffix. Lists the formats and what each can store.

Frames: Gaussians are read in INRIA's training frame (x right, y down, z front), whatever the file's own axes are
(:mod:`scenewright.scene.splats.formats.decoding.axes`). So a splat gives the same Gaussians from any format, and files appear
upright in other programs. Scene programs are y up; ``y_up=True`` applies the half turn about x when reading or writing.

Untrusted files are parsed in a child process (:mod:`scenewright.scene.splats.formats.child`).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from scenewright.scene import atomic
from scenewright.scene.errors import JobCancelled, ProjectError, SplatError
from scenewright.scene.jobs import Job
from scenewright.scene.plain_files import check_plain, open_plain, refused_as
from scenewright.scene.splats.formats.child import Columns, decoded
from scenewright.scene.splats.formats.decoding.axes import SPZ_FROM_PLY, turned
from scenewright.scene.splats.formats.decoding.columns import GaussianPart, Options, Refused, checked
from scenewright.scene.splats.formats.encoding import Files, WriteOptions, dot_splat, gltf, ply, sog, spz
from scenewright.scene.splats.gaussians import NO_ENTITY, Gaussians

__all__ = [
    "FORMATS",
    "MOST_FILE_BYTES",
    "Format",
    "SplatFile",
    "WrittenSplats",
    "format_of_suffix",
    "read_file",
    "writable_format",
    "write_file",
]


MOST_FILE_BYTES = 16 << 30
"""Of one splat file; 60 million Gaussians as PLY."""


@dataclass(frozen=True)
class Format:
    """A file format. `name`: its key in :data:`FORMATS`. `suffixes`: of file names. `write`: the writer; None if the format is only read.
    `max_degree`: of spherical harmonics. `entities`: whether entity ids are stored. `exact`: whether all numbers are stored as float32
    (glTF: up to rounding). `antialiasing`: whether it stores that Gaussians were trained with antialiasing."""

    name: str
    suffixes: tuple[str, ...]
    title: str
    write: Callable[[GaussianPart, str, WriteOptions], Files] | None
    max_degree: int = 3
    entities: bool = False
    exact: bool = False
    antialiasing: bool = False


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("compressed.ply", (".compressed.ply",), "PlayCanvas compressed PLY", ply.compressed),
        Format("ply", (".ply",), "INRIA PLY", ply.plain, entities=True, exact=True),
        Format("splat", (".splat",), "antimatter15 .splat", dot_splat.splat, max_degree=0),
        Format("ksplat", (".ksplat",), "GaussianSplats3D .ksplat", None),
        Format("spz", (".spz",), "Niantic SPZ", spz.spz, antialiasing=True),
        Format("sog", (".sog", "meta.json"), "PlayCanvas SOG", sog.bundle, antialiasing=True),
        Format("gltf", (".glb", ".gltf"), "glTF with KHR_gaussian_splatting", gltf.glb, entities=True, exact=True),
    )
}
"""The formats by name. Suffixes are tried in this order."""


@dataclass(frozen=True, eq=False)
class SplatFile:
    """The content of a splat file. `notes`: what was changed or left out on reading. `details`: facts such as the format's version.
    `size`: of all its files, in bytes."""

    gaussians: Gaussians
    format: str
    notes: tuple[str, ...]
    details: dict[str, Any]
    size: int


@dataclass(frozen=True)
class WrittenSplats:
    """The result of writing. `files`: those written. `notes`: what they do not store. `size`: of all files, in bytes."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]
    size: int


def format_of_suffix(path: Path) -> Format:
    """The format of a file name's suffix.

    Raises:
        SplatError: the suffix is of no known format.
    """
    name = path.name.lower()
    for format_ in FORMATS.values():
        if name.endswith(format_.suffixes):
            return format_
    endings = ", ".join(s for f in FORMATS.values() for s in f.suffixes)
    raise SplatError(f"{path}: the name ends with no splat format; these are known: {endings}")


def writable_endings() -> tuple[str, ...]:
    """The endings of file names that Gaussians are written to."""
    return tuple(s for f in FORMATS.values() if f.write is not None for s in f.suffixes)


def may_hold_splats(path: Path) -> bool:
    """Whether the name of a file ends like those of files of Gaussians."""
    return any(path.name.lower().endswith(f.suffixes) for f in FORMATS.values())


def writable_format(path: Path) -> Format:
    """The format to write for a file name's suffix.

    Raises:
        SplatError: the suffix is of no known format, or of one that is only read.
    """
    endings = ", ".join(writable_endings())
    format_ = next((f for f in FORMATS.values() if path.name.lower().endswith(f.suffixes)), None)
    if format_ is None or (path.suffix.lower() == ".json" and path.name.lower() != "meta.json"):
        raise SplatError(f"{path}: the name ends with no splat format; these are written: {endings}")
    if format_.write is None:
        raise SplatError(f"{path}: {format_.title} is only read; write one of {endings}")
    return format_


def _format_of_content(path: Path) -> tuple[Format, Path]:
    """The format of a file, by its first bytes if they determine it, and the file to open (of a folder, its ``meta.json``).

    Raises:
        SplatError: the file is missing, or of an unknown format.
    """
    if path.is_dir():
        if not (path / "meta.json").is_file():
            raise SplatError(f"{path} is a folder without a meta.json: it is no SOG")
        with refused_as(SplatError):
            check_plain(path / "meta.json", MOST_FILE_BYTES, "the splat file")
        return FORMATS["sog"], path / "meta.json"
    try:
        with open_plain(path, MOST_FILE_BYTES, "the splat file") as stream:
            start = stream.read(4)
    except ProjectError as error:
        missing = error.kind == "missing"
        raise SplatError(f"{path} cannot be read: {os.strerror(errno.ENOENT)}" if missing else error.message) from None
    if not start:
        raise SplatError(f"{path} is empty")
    if start.startswith(b"ply"):
        return FORMATS["compressed.ply" if path.name.lower().endswith(".compressed.ply") else "ply"], path
    for magic, name in ((b"\x1f\x8b", "spz"), (b"NGSP", "spz"), (b"PK", "sog"), (b"glTF", "gltf")):
        if start.startswith(magic):
            return FORMATS[name], path
    return format_of_suffix(path), path


def read_file(path: Path, *, drop_invalid: bool = False, y_up: bool = False, job: Job | None = None) -> SplatFile:
    """Read a splat file. It is parsed in a child process.

    Args:
        drop_invalid: leave out Gaussians without a finite position, colour, scale, opacity or orientation, instead of refusing the file.
        y_up: give the Gaussians in the frame of scene programs (y up) instead of the training frame (y down).

    Raises:
        SplatError: the file is missing, damaged, cut off, or of an unknown format.
        JobCancelled: the job was cancelled.
    """
    known, opened = _format_of_content(path)
    answer = decoded(known.name, opened, drop_invalid=drop_invalid, job=job)
    parts = [_gaussians(columns) for columns in answer.parts]
    gaussians = parts[0] if len(parts) == 1 else Gaussians.merged(parts)
    name = known.name
    if name == "ply" and "chunks" in answer.details:
        name = "compressed.ply"
    if y_up:
        gaussians = _half_turned(gaussians)
    return SplatFile(gaussians, name, answer.notes, answer.details, opened.stat().st_size + answer.beside)


def _gaussians(columns: Columns) -> Gaussians:
    count = len(columns["means"])
    ids = columns.get("entity_ids")
    means, quats, log_scales, logits, sh = (
        torch.from_numpy(columns[name]) for name in ("means", "quats", "log_scales", "logits", "sh")
    )
    entity_ids = torch.from_numpy(np.full(count, NO_ENTITY, np.int32) if ids is None else ids)
    out = Gaussians(means, quats, log_scales, logits, sh, entity_ids)
    matrix = columns.get("matrix")
    return out if matrix is None else out.transformed(matrix)


def _half_turned(gaussians: Gaussians) -> Gaussians:
    part = turned(_part(gaussians), SPZ_FROM_PLY)
    return replace(
        gaussians,
        **{n: torch.from_numpy(v) for n, v in (("means", part.means), ("quats", part.quats), ("sh", part.sh))},
    )


def _part(gaussians: Gaussians) -> GaussianPart:
    g = gaussians.detach().to("cpu").to(torch.float32)
    ids = g.entity_ids.numpy() if bool((g.entity_ids != NO_ENTITY).any()) else None
    return GaussianPart(
        g.means.numpy(), g.quats.numpy(), g.log_scales.numpy(), g.logit_opacities.numpy(), g.sh.numpy(), ids
    )


def write_file(
    gaussians: Gaussians,
    path: Path,
    *,
    options: WriteOptions | None = None,
    drop_invalid: bool = False,
    y_up: bool = False,
    job: Job | None = None,
) -> WrittenSplats:
    """Write Gaussians in the format of the path's suffix, completely or not at all.

    ``meta.json`` writes a SOG of several files into its folder, ``.sog`` a single archive. ``.gltf`` also writes a ``.bin`` file.

    Args:
        options: settings of the formats; None: the defaults.
        drop_invalid: leave out Gaussians that are not finite, instead of raising an error.
        y_up: the Gaussians are in the frame of scene programs (y up) instead of the training frame (y down).

    Raises:
        SplatError: the format is unknown or only read, Gaussians are not finite or do not fit into the format, or the folder
            is missing.
        JobCancelled: the job was cancelled; no file is written.
    """
    job = job or Job()
    format_ = writable_format(path)
    assert format_.write is not None
    if not path.parent.is_dir():
        raise SplatError(f"{path}: the folder {path.parent} is not there")
    writer = {"meta.json": sog.folder, ".gltf": gltf.gltf}.get(path.name.lower(), format_.write)
    if path.suffix.lower() == ".gltf":
        writer = gltf.gltf
    try:
        part = checked(_part(gaussians), Options(drop_invalid))
    except Refused as error:
        raise SplatError(f"{path}: {error}") from None
    notes = part.notes
    if y_up:
        part = turned(part, SPZ_FROM_PLY)
    if part.sh.shape[1] > (format_.max_degree + 1) ** 2:
        notes.append(
            f"{format_.title} holds spherical harmonics up to degree {format_.max_degree}: higher ones are left out"
        )
        part.sh = np.ascontiguousarray(part.sh[:, : (format_.max_degree + 1) ** 2])
    if part.entity_ids is not None and not format_.entities:
        notes.append(f"{format_.title} holds no entity ids: they are left out (PLY and glTF keep them)")
        part.entity_ids = None
    chosen = options or WriteOptions()
    if chosen.antialiased and not format_.antialiasing:
        notes.append(
            f"{format_.title} has no mark for Gaussians trained with antialiasing: it is to be drawn as antialiased"
        )
    if gaussians.features is not None:
        notes.append("features are left out: no splat format holds them")
    job.check()
    files = writer(part, path.name, chosen)
    written = _written(path.parent, files, job)
    return WrittenSplats(written, tuple(notes), sum(f.stat().st_size for f in written))


def _written(folder: Path, files: dict[str, Iterable[bytes]], job: Job) -> tuple[Path, ...]:
    """Write all files under temporary names, then rename them one after the other, the requested file last."""
    staged: list[tuple[atomic.Staged, Path]] = []
    try:
        for name, chunks in files.items():
            staged.append((atomic.stage_stream(folder, name, _looking(chunks, job)), folder / name))
        job.check()
        for content, target in staged:
            content.publish(target)
    except (OSError, JobCancelled) as error:
        for content, _ in staged:
            with suppress(OSError):
                content.discard()
        if isinstance(error, JobCancelled):
            raise
        if isinstance(error, atomic.CannotWrite) and error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise atomic.refusal_of(error) from error
        place = error.filename if isinstance(error, atomic.CannotWrite) else folder
        raise SplatError(f"{place}: the splats cannot be written: {error.strerror or error}") from error
    return tuple(target for _, target in staged)


def _looking(chunks: Iterable[bytes], job: Job) -> Iterator[bytes]:
    for chunk in chunks:
        job.check()
        yield chunk
