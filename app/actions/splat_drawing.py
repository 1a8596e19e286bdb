"""The action that draws a splat file from cameras around it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field, FiniteFloat, model_validator

from scenewright.app.actions.action import FreeAction
from scenewright.app.actions.splat_reading import SplatFileRequest
from scenewright.app.requests import RequestError
from scenewright.app.turntables import Turntable, fitted_cameras
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["SPLAT_VIEW", "SplatPicture", "SplatViewRequest"]

_UP = "-y"
"""The up axis if neither the request nor the file names one: that of trained files."""


class SplatViewRequest(SplatFileRequest):
    """What to draw, and from where."""

    out: Path
    """PNG to write; several views stand side by side."""
    views: int = Field(default=1, ge=1, le=36)
    """Number of views, evenly around the splats."""
    azimuth: float = 0.0
    """Azimuth of the first view, in degrees about the up axis."""
    elevation: float = Field(default=15.0, ge=-89.0, le=89.0)
    """Elevation of the cameras, in degrees above the horizon."""
    up: str | None = None
    """Up axis: x, y, z, -x, -y or -z; None: that of the file, else -y."""
    width: int = Field(default=512, ge=1, le=8192)
    """Width of a view, in pixels."""
    height: int = Field(default=512, ge=1, le=8192)
    """Height of a view, in pixels."""
    fov: float = Field(default=45.0, ge=1.0, le=150.0)
    """Vertical field of view, in degrees."""
    zoom: float = Field(default=1.0, ge=0.01)
    """Zoom factor; a larger value moves the cameras nearer."""
    background: tuple[FiniteFloat, FiniteFloat, FiniteFloat] = (1.0, 1.0, 1.0)
    """Background colour, from 0 to 1."""
    antialiased: bool = False
    """Use Mip-Splatting's antialiasing, for splats that were trained with it; a file may require it."""

    @model_validator(mode="after")
    def _is_png(self) -> Self:
        if self.out.suffix.lower() != ".png":
            raise RequestError(f"out is a PNG file, not {self.out.name}", field="out")
        return self


@dataclass(frozen=True)
class SplatPicture:
    """The picture. `width`, `height`: of the whole picture, in pixels. `up`: the up axis that was used."""

    file: Path
    gaussians: int
    cameras: Cameras
    up: str
    width: int
    height: int
    notes: tuple[str, ...]

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "file": str(self.file),
            "gaussians": self.gaussians,
            "views": len(self.cameras),
            "up": self.up,
            "eyes": self.cameras.positions.tolist(),
            "width": self.width,
            "height": self.height,
            "notes": list(self.notes),
        }


def splat_view(request: SplatViewRequest, job: Job) -> SplatPicture:
    """Draw a splat file from cameras that are fitted to it.

    Raises:
        RequestError: `up` is no axis.
        SplatError: the file cannot be read, or no Gaussian is visible.
        JobCancelled: nothing is written.
    """
    from scenewright.scene import atomic
    from scenewright.scene.splats.formats import read_file

    job.tick(0.0, f"reading {request.file.name}")
    read = read_file(request.file, drop_invalid=request.drop_invalid, job=job.quiet())
    up = request.up or str(read.details.get("up", _UP))
    names = ("views", "azimuth", "elevation", "width", "height", "fov", "zoom")
    cameras = fitted_cameras(read.gaussians, Turntable(up=up, **{name: getattr(request, name) for name in names}))
    job.tick(0.3, f"{len(read.gaussians):,} Gaussians")
    antialiased = request.antialiased or bool(read.details.get("antialiased"))
    picture, (width, height) = _drawn(read.gaussians, cameras, request.background, antialiased)
    atomic.write(request.out, picture, durable=False)
    return SplatPicture(request.out, len(read.gaussians), cameras, up, width, height, tuple(read.notes))


def _drawn(
    gaussians: Gaussians, cameras: Cameras, background: tuple[float, ...], antialiased: bool
) -> tuple[bytes, tuple[int, int]]:
    """A PNG with all views side by side, and its width and height."""
    import numpy as np
    import torch
    from PIL import Image

    from scenewright.scene.splats import RasterSettings
    from scenewright.scene.splats.rasterize import rasterize

    with torch.no_grad():
        drawn = rasterize(
            gaussians,
            cameras,
            settings=RasterSettings(antialiased=antialiased),
            background=torch.tensor(background),
            outputs=("color",),
        )
    assert drawn.color is not None
    pixels = np.concatenate(list(drawn.color.numpy()), axis=1)
    picture = Image.fromarray(np.floor(np.clip(pixels, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8))
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue(), picture.size


SPLAT_VIEW = FreeAction("splat_view", "Draw a file of splats.", SplatViewRequest, splat_view)
