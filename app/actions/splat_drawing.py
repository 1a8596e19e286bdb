"""The action that draws a splat file: from around it, from a given point, or from the photographs of its capture."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field, FiniteFloat, model_validator

from scenewright.app.actions.action import FreeAction
from scenewright.app.actions.splat_reading import SplatFileRequest
from scenewright.app.capture_cameras import fitted_into, splat_frame_cameras
from scenewright.app.picture_places import refuse_picture
from scenewright.app.requests import RequestError
from scenewright.app.turntables import Turntable, axis_of, fitted_cameras, framed
from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["SPLAT_VIEW", "SplatPicture", "SplatViewRequest"]

Point = tuple[FiniteFloat, FiniteFloat, FiniteFloat]
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
    """Vertical field of view, in degrees; that of photographs is their own."""
    eye: Point | None = None
    """Position of the camera in the frame of the file, as `splat info` tells its bounds; None: around the splats."""
    target: Point | None = None
    """Point that the eye looks at; None: the middle of the splats."""
    capture: Path | None = None
    """Draw from cameras of the photographs of this capture: `views` of them, evenly among all."""
    as_captured: bool = False
    """The splats are in the capture's own world, not in the levelled one that training writes."""
    work: Path | None = None
    """Folder with cached results of the capture."""
    images: Path | None = None
    """Folder with the pictures of a COLMAP capture."""
    zoom: float = Field(default=1.0, ge=0.01)
    """Zoom factor; a larger value moves the cameras nearer."""
    background: tuple[FiniteFloat, FiniteFloat, FiniteFloat] = (1.0, 1.0, 1.0)
    """Background colour, from 0 to 1."""
    antialiased: bool = False
    """Use Mip-Splatting's antialiasing, for splats that were trained with it; a file may require it."""

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        if self.target is not None and self.eye is None:
            raise RequestError("target belongs to eye: give it too", field="target", also=("eye",))
        if self.eye is not None and self.eye == self.target:
            raise RequestError(
                "eye and target are the same point: a view looks from one to another", field="eye", also=("target",)
            )
        if self.eye is not None and self.capture is not None:
            raise RequestError("eye and capture each choose a viewpoint: give one", field="eye", also=("capture",))
        if self.eye is not None and self.views > 1:
            raise RequestError("an eye is one view: leave out views", field="views", also=("eye",))
        if self.eye is not None or self.capture is not None:
            for name in ("azimuth", "elevation", "zoom"):
                if getattr(self, name) != type(self).model_fields[name].default:
                    raise RequestError(f"{name} is of views around the splats: leave it out", field=name)
        if self.capture is None and (self.work, self.images, self.as_captured) != (None, None, False):
            named = ("images", "as_captured", "capture")
            raise RequestError(
                "work, images and as_captured belong to a capture: give it too", field="work", also=named
            )
        return self


@dataclass(frozen=True)
class SplatPicture:
    """The picture. `cameras`: one for each view, in the frame of the file. `width`, `height`: of the whole picture, in pixels. `up`: the up
    axis that was used. `names`: of the photographs that it was drawn from."""

    file: Path
    gaussians: int
    cameras: tuple[Cameras, ...]
    up: str
    width: int
    height: int
    notes: tuple[str, ...]
    names: tuple[str, ...] = ()

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "file": str(self.file),
            "gaussians": self.gaussians,
            "views": len(self.cameras),
            "up": self.up,
            "eyes": [camera.positions[0].tolist() for camera in self.cameras],
            "photographs": list(self.names),
            "width": self.width,
            "height": self.height,
            "notes": list(self.notes),
        }


def splat_view(request: SplatViewRequest, job: Job) -> SplatPicture:
    """Draw a splat file.

    Raises:
        RequestError: `up` is no axis, or `out` is no file that can be written.
        SplatError: the file cannot be read, or no Gaussian is visible.
        CaptureError: the capture cannot be opened, or has no poses yet.
        JobCancelled: nothing is written.
    """
    from scenewright.scene import atomic
    from scenewright.scene.splats.formats import read_file

    refuse_picture(request.out, "out")
    job.tick(0.0, f"reading {request.file.name}")
    read = read_file(request.file, drop_invalid=request.drop_invalid, job=job.quiet())
    up = request.up or str(read.details.get("up", _UP))
    job.tick(0.1, "choosing views")
    views, names = _views(request, read.gaussians, up, job.part(0.1, 0.3))
    antialiased = request.antialiased or bool(read.details.get("antialiased"))
    drawing = job.part(0.3, 1.0)
    picture, (width, height) = _drawn(read.gaussians, views, request.background, antialiased, drawing)
    atomic.write(request.out, picture, durable=False)
    return SplatPicture(request.out, len(read.gaussians), tuple(views), up, width, height, tuple(read.notes), names)


def _views(request: SplatViewRequest, gaussians: Gaussians, up: str, job: Job) -> tuple[list[Cameras], tuple[str, ...]]:
    """One camera for each view, and the names of the photographs that they are of."""
    import numpy as np

    from scenewright.scene.splats import Cameras

    if request.capture is not None:
        named = splat_frame_cameras(
            request.capture, as_captured=request.as_captured, work=request.work, images=request.images, job=job
        )
        if not named:
            raise CaptureError(
                f"{request.capture} has no photograph with a pose: scenewright capture prepare finds them"
            )
        chosen = [named[k] for k in np.linspace(0, len(named) - 1, min(request.views, len(named))).round().astype(int)]
        views = [fitted_into(camera, request.width, request.height) for _, camera in chosen]
        return views, tuple(name for name, _ in chosen)
    if request.eye is None:
        fields = ("views", "azimuth", "elevation", "width", "height", "fov", "zoom")
        around = fitted_cameras(gaussians, Turntable(up=up, **{name: getattr(request, name) for name in fields}))
        return [around[k] for k in range(len(around))], ()
    target = request.target or tuple(framed(gaussians)[0].tolist())
    camera = Cameras.look_at(
        request.eye, target, fov=request.fov, width=request.width, height=request.height, up=axis_of(up)
    )
    return [camera], ()


def _drawn(
    gaussians: Gaussians, views: list[Cameras], background: tuple[float, ...], antialiased: bool, job: Job
) -> tuple[bytes, tuple[int, int]]:
    """A PNG with all views side by side, and its width and height."""
    import numpy as np
    import torch
    from PIL import Image

    from scenewright.scene.splats import RasterSettings
    from scenewright.scene.splats.rasterize import rasterize

    picture = Image.new("RGB", (sum(v.width for v in views), max(v.height for v in views)), (255, 255, 255))
    left = 0
    for number, view in enumerate(views):
        job.tick(number / len(views), f"view {number + 1} of {len(views)}")
        with torch.no_grad():
            drawn = rasterize(
                gaussians,
                view,
                settings=RasterSettings(antialiased=antialiased),
                background=torch.tensor(background),
                outputs=("color",),
                job=job.quiet(),
            )
        assert drawn.color is not None
        pixels = np.floor(np.clip(drawn.color[0].numpy(), 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)
        picture.paste(Image.fromarray(pixels), (left, 0))
        left += view.width
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue(), picture.size


SPLAT_VIEW = FreeAction("splat_view", "Draw a file of splats.", SplatViewRequest, splat_view)
