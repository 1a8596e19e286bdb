"""The action that inspects a splat file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.actions.action import FreeAction
from scenewright.app.requests import Request
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.splats.formats import SplatFile

__all__ = ["PERCENTS", "SPLAT_INFO", "SplatFileRequest", "SplatInfo", "SplatInfoRequest"]

_LEAST_SHOWN = 1.0 / 255.0
PERCENTS = (1, 50, 99)
"""Percentiles of opacities and scales that are reported."""


class SplatFileRequest(Request):
    """Which splat file to read."""

    file: Path
    """A .ply, .compressed.ply, .splat, .ksplat, .spz, .sog, a SOG folder, .glb or .gltf."""
    drop_invalid: bool = False
    """Leave out Gaussians that are not finite, instead of refusing the file."""


class SplatInfoRequest(SplatFileRequest):
    """Which splat file to inspect."""


@dataclass(frozen=True)
class SplatInfo:
    """A splat file. `read`: its contents; `facts`: its statistics, as in :meth:`report`."""

    file: Path
    read: SplatFile
    facts: dict[str, Any]

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {"file": str(self.file), **self.facts}


def splat_info(request: SplatInfoRequest, job: Job) -> SplatInfo:
    """Read a splat file and report number, scales, opacities, bounds and entities of its Gaussians.

    Raises:
        SplatError: it is no splat file, or is damaged.
    """
    from scenewright.scene.splats.formats import read_file

    job.tick(0.0, f"reading {request.file.name}")
    read = read_file(request.file, drop_invalid=request.drop_invalid, job=job.quiet())
    return SplatInfo(request.file, read, _facts(read))


def _facts(read: SplatFile) -> dict[str, Any]:
    import numpy as np

    from scenewright.scene.errors import SplatError
    from scenewright.scene.splats.formats import FORMATS

    gaussians = read.gaussians
    count = len(gaussians)
    ids = gaussians.entity_ids.numpy()
    values: dict[str, Any] = {
        "format": read.format,
        "title": FORMATS[read.format].title,
        "details": read.details,
        "bytes": read.size,
        "gaussians": count,
        "degree": gaussians.degree,
        "entities": np.unique(ids[ids >= 0]).tolist(),
        "without_entity": int((ids < 0).sum()),
        "notes": list(read.notes),
        "bounds": None,
    }
    if count == 0:
        return values
    try:
        values["bounds"] = gaussians.bounds.tolist()
    except SplatError:  # nothing is opaque enough to be seen
        values["bounds"] = None
    centers = gaussians.means
    values["centers"] = [centers.amin(dim=0).tolist(), centers.amax(dim=0).tolist()]
    for name, column in (("opacity", gaussians.opacities), ("scale", gaussians.scales)):
        points = np.percentile(column.numpy(), PERCENTS)
        values[name] = {f"p{p}": float(v) for p, v in zip(PERCENTS, points, strict=True)}
    values["invisible"] = int((gaussians.opacities < _LEAST_SHOWN).sum())
    return values


SPLAT_INFO = FreeAction("splat_info", "Show what a splat file contains.", SplatInfoRequest, splat_info)
