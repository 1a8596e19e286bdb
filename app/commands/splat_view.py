"""``scenewright splat view``: pictures of a splat file from around it."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.commands.splat_changes import numbers
from scenewright.app.output import Reporter, UsageError, guarded

if TYPE_CHECKING:
    from scenewright.scene.splats.cameras import Cameras
    from scenewright.scene.splats.gaussians import Gaussians

__all__ = ["Turntable", "fitted_cameras", "view"]

_AXES = {"x": 0, "y": 1, "z": 2}


@dataclass(frozen=True, slots=True)
class Turntable:
    """Views evenly around the splats. `up` is an axis with its sign; the azimuth turns around it."""

    views: int = 1
    azimuth: float = 0.0
    elevation: float = 15.0
    up: str = "-y"
    width: int = 512
    height: int = 512
    fov: float = 45.0
    zoom: float = 1.0
    background: str = "1,1,1"
    antialiased: bool = False


def fitted_cameras(gaussians: Gaussians, turntable: Turntable) -> Cameras:
    """Cameras that look at the middle of what can be seen, from as far as it takes to see it whole.

    The middle and the extent are of 98 in 100 of the opaque centres on each axis: a few floaters far out do not shrink the rest.

    Raises:
        UsageError: `up` is no axis.
        SplatError: nothing can be seen.
    """
    import numpy as np

    from scenewright.scene.errors import SplatError
    from scenewright.scene.splats.cameras import Cameras

    if turntable.up.lstrip("-") not in _AXES or turntable.up.count("-") > 1:
        raise UsageError(f"--up is x, y, z, -x, -y or -z, not '{turntable.up}'")
    seen = gaussians.select(gaussians.opacities >= 0.1)
    if len(seen) == 0:
        raise SplatError("no Gaussian has an opacity of 0.1 or more: there is nothing to draw")
    low, high = np.percentile(seen.means.double().numpy(), [1, 99], axis=0)
    reach = float(np.percentile(seen.scales.amax(dim=1).double().numpy(), 90))
    middle, radius = (low + high) / 2.0, max(float(np.linalg.norm(high - low)) / 2.0 + 2.0 * reach, 1e-6)
    up = np.zeros(3)
    up[_AXES[turntable.up[-1]]] = -1.0 if turntable.up.startswith("-") else 1.0
    # azimuth 0 looks from the side that +z, or where z is up, +x, names
    front = np.roll(np.abs(up), 1)
    side = np.cross(up, front)
    half = min(
        turntable.fov,
        math.degrees(2 * math.atan(math.tan(math.radians(turntable.fov / 2)) * turntable.width / turntable.height)),
    )
    distance = radius / math.sin(math.radians(half / 2.0)) / turntable.zoom
    tilt = math.radians(turntable.elevation)
    cameras = []
    for index in range(turntable.views):
        around = math.radians(turntable.azimuth + 360.0 * index / turntable.views)
        direction = math.cos(tilt) * (math.cos(around) * front + math.sin(around) * side) + math.sin(tilt) * up
        cameras.append(
            Cameras.look_at(
                middle + distance * direction,
                middle,
                fov=turntable.fov,
                width=turntable.width,
                height=turntable.height,
                up=up,
            )
        )
    return Cameras.stacked(cameras)


def view(file: Path, out: Path, *, turntable: Turntable, up: str | None, drop_invalid: bool, as_json: bool) -> None:
    """`up`: None for the axis that the file names, else that of `turntable`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        if out.suffix.lower() != ".png":
            raise UsageError(f"--out is a PNG file, not {out.name}")
        background = numbers("--background", turntable.background, 3)
        if up is not None:
            turntable = replace(turntable, up=up)
        with reporter.job("drawing") as job:
            import numpy as np
            import torch
            from PIL import Image

            from scenewright.scene import atomic
            from scenewright.scene.splats.formats import read_file
            from scenewright.scene.splats.rasterize import RasterSettings, rasterize

            job.progress(0.0, f"reading {file.name}")
            read = read_file(file, drop_invalid=drop_invalid)
            if up is None:
                turntable = replace(turntable, up=str(read.details.get("up", turntable.up)))
            cameras = fitted_cameras(read.gaussians, turntable)
            job.progress(0.3, f"{len(read.gaussians):,} Gaussians")
            settings = RasterSettings(antialiased=turntable.antialiased or bool(read.details.get("antialiased")))
            with torch.no_grad():
                drawn = rasterize(
                    read.gaussians,
                    cameras,
                    settings=settings,
                    background=torch.tensor(background),
                    outputs=("color",),
                )
            assert drawn.color is not None
            pixels = np.concatenate(list(drawn.color.numpy()), axis=1)
            stream = io.BytesIO()
            Image.fromarray(np.floor(np.clip(pixels, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)).save(stream, "PNG")
            atomic.write(out, stream.getvalue(), durable=False)
        reporter.warnings(read.notes)
        values = {
            "file": str(out),
            "gaussians": len(read.gaussians),
            "views": len(cameras),
            "up": turntable.up,
            "eyes": cameras.positions.tolist(),
            "width": pixels.shape[1],
            "height": pixels.shape[0],
            "notes": list(read.notes),
        }
        reporter.result(values, str(out))
