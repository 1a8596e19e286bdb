"""The action that converts splat files; it can merge and change them, too."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import FreeAction
from scenewright.app.requests import RequestError
from scenewright.app.splat_changes import SplatChanges
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.splat_floaters import Floaters
    from scenewright.scene.splats import Gaussians

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
    filter_floaters: bool = False
    """First remove floaters: small groups of Gaussians that touch nothing else and, with a capture, what hangs in space that its cameras
    look through."""
    capture: Path | None = None
    """With `filter_floaters`: the capture that the splats were trained on, for its cameras."""
    as_captured: bool = False
    """The splats are in the capture's own world, not in the levelled one that training writes."""
    work: Path | None = None
    """Folder with cached results of the capture."""
    images: Path | None = None
    """Folder with the pictures of a COLMAP capture."""
    most_floaters: float = Field(default=0.2, gt=0.0, le=1.0)
    """Refuse to remove a larger share of the Gaussians than this as floaters."""

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        unset = not self.filter_floaters
        field = (
            "capture"
            if self.capture is not None
            else "most_floaters"
            if "most_floaters" in self.model_fields_set
            else ""
        )
        if unset and field:
            raise RequestError(
                f"{field} is for filter_floaters: give it too, or leave it out", field=field, also=("filter_floaters",)
            )
        if self.capture is None and (self.work, self.images, self.as_captured) != (None, None, False):
            named = ("images", "as_captured", "capture")
            raise RequestError(
                "work, images and as_captured belong to a capture: give it too", field="work", also=named
            )
        return self


@dataclass(frozen=True)
class ConvertedSplats:
    """The written file. `read`, `read_bytes`: Gaussians and bytes of the input files. `notes`: what the format lost, and oddities.
    `floaters`: those that were removed; None where nobody asked for it."""

    files: tuple[Path, ...]
    format: str
    gaussians: int
    degree: int
    bytes: int
    read: int
    read_bytes: int
    notes: tuple[str, ...]
    floaters: Floaters | None = None

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
            "floaters": None if self.floaters is None else self.floaters.report(),
            "notes": list(self.notes),
        }


def splat_convert(request: SplatConvertRequest, job: Job) -> ConvertedSplats:
    """Read, merge, change and write splat files.

    Raises:
        SplatError: a file cannot be read or written, or more would be floaters than may be removed.
        CaptureError: the capture cannot be opened, or has no poses yet.
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
        job.tick(0.4 * at / len(request.files), f"reading {source.name}")
        read = read_file(source, drop_invalid=request.drop_invalid, job=job.quiet())
        parts.append(read.gaussians)
        if len(read.gaussians):
            smooth.add(bool(read.details.get("antialiased")))
        notes += [f"{source.name}: {note}" if several else note for note in read.notes]
        count, size = count + len(read.gaussians), size + read.size
        del read  # millions of Gaussians are most of the memory: none is held longer than needed
    whole = Gaussians.merged(parts) if several else parts[0]
    del parts
    floaters = None
    if request.filter_floaters:
        whole, floaters = _without_floaters(request, whole, job.part(0.4, 0.7))
        notes += floaters.notes
    gaussians = request.applied(whole, job=job.part(0.7 if request.filter_floaters else 0.5, 0.8))
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
        floaters,
    )


def _without_floaters(request: SplatConvertRequest, gaussians: Gaussians, job: Job) -> tuple[Gaussians, Floaters]:
    from scenewright.app.splat_floaters import capture_cameras, remove_floaters

    cameras = None
    if request.capture is not None:
        cameras = capture_cameras(
            request.capture,
            as_captured=request.as_captured,
            work=request.work,
            images=request.images,
            job=job.part(0.0, 0.3),
        )
    return remove_floaters(gaussians, cameras, most=request.most_floaters, job=job.part(0.3))


SPLAT_CONVERT = FreeAction(
    "splat_convert", "Write files of splats in another format.", SplatConvertRequest, splat_convert
)
