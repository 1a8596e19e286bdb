"""The action that converts splat files; it can merge and change them, too."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.splat_changes import SplatChanges
from scenewright.scene.jobs import Job

__all__ = ["SPLAT_CONVERT", "ConvertedSplats", "SplatConvertRequest"]


class SplatConvertRequest(SplatChanges):
    """Files to read, changes, and the file to write."""

    files: tuple[Path, ...] = Field(min_length=1)
    """Splat files of any format, which are merged."""
    out: Path
    """File to write; its suffix is the format."""
    drop_invalid: bool = False
    """Leave out Gaussians that are not finite, instead of refusing the file."""
    keep_order: bool = False
    """Keep the order of the Gaussians, even if another order makes the file smaller."""
    compact: bool = False
    """Write .sog and .spz smaller: positions to an eighth of the median scale, coarser scales or harmonics."""
    spz_version: int = Field(default=3, ge=3, le=4)
    """Version of a .spz file: 3 (gzip) or 4 (zstd)."""


@dataclass(frozen=True)
class ConvertedSplats:
    """The written file. `read`, `read_bytes`: Gaussians and bytes of the input files. `notes`: what the format lost, and oddities."""

    files: tuple[Path, ...]
    format: str
    gaussians: int
    degree: int
    bytes: int
    read: int
    read_bytes: int
    notes: tuple[str, ...]

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "files": [str(f) for f in self.files],
            "format": self.format,
            "gaussians": self.gaussians,
            "read": self.read,
            "degree": self.degree,
            "bytes": self.bytes,
            "read_bytes": self.read_bytes,
            "notes": list(self.notes),
        }


def splat_convert(request: SplatConvertRequest, job: Job) -> ConvertedSplats:
    """Read, merge, change and write splat files.

    Raises:
        SplatError: a file cannot be read or written.
        JobCancelled: nothing is written.
    """
    from scenewright.scene.splats import Gaussians
    from scenewright.scene.splats.formats import read_file, write_file
    from scenewright.scene.splats.formats.encoding import WriteOptions
    from scenewright.scene.splats.formats.files import writable_format

    known = writable_format(request.out)  # before the work, not after it
    several = len(request.files) > 1
    parts: list[Gaussians] = []
    notes: list[str] = []
    smooth: set[bool] = set()
    count = size = 0
    for at, source in enumerate(request.files):
        job.tick(0.5 * at / len(request.files), f"reading {source.name}")
        read = read_file(source, drop_invalid=request.drop_invalid, job=job.quiet())
        parts.append(read.gaussians)
        if len(read.gaussians):
            smooth.add(bool(read.details.get("antialiased")))
        notes += [f"{source.name}: {note}" if several else note for note in read.notes]
        count, size = count + len(read.gaussians), size + read.size
        del read  # millions of Gaussians are most of the memory: none is held longer than needed
    whole = Gaussians.merged(parts) if several else parts[0]
    del parts
    gaussians = request.applied(whole, job=job.part(0.5, 0.8))
    del whole
    job.tick(0.8, f"writing {request.out.name}")
    options = WriteOptions(
        spz_version=request.spz_version,
        keep_order=request.keep_order,
        compact=request.compact,
        antialiased=smooth == {True},
    )
    written = write_file(gaussians, request.out, options=options, job=job.part(0.8))
    if len(smooth) > 1:
        notes.append("some of the files were trained with antialiasing and some without: the result is not marked")
    return ConvertedSplats(
        tuple(written.files),
        known.name,
        len(gaussians),
        gaussians.degree,
        written.size,
        count,
        size,
        (*notes, *written.notes),
    )


SPLAT_CONVERT = FreeAction(
    "splat_convert", "Write files of splats in another format.", SplatConvertRequest, splat_convert
)
