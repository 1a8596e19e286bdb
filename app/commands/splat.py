"""``scenewright splat``: files of Gaussian splats."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.output import Reporter, UsageError, guarded

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from scene.splats.cameras import Cameras
    from scene.splats.formats import SplatFile
    from scene.splats.gaussians import Gaussians

__all__ = ["Changes", "Turntable", "convert", "fitted_cameras", "info", "view"]

_AXES = {"x": 0, "y": 1, "z": 2}
_PERCENTS = (1, 50, 99)


@dataclass(frozen=True, slots=True)
class Changes:
    """What `convert` does on the way: crop and opacity first, then scale, turn (degrees about x, y, z) and move."""

    degree: int | None = None
    crop: str | None = None
    min_opacity: float | None = None
    scale: float | None = None
    turn: str | None = None
    move: str | None = None

    def applied(self, gaussians: Gaussians) -> Gaussians:
        """Raises:
        UsageError: an option is no list of numbers, or the crop's corners are the wrong way round.
        """
        out = gaussians
        if self.crop is not None:
            low_high = _numbers("--crop", self.crop, 6)
            if any(a > b for a, b in zip(low_high[:3], low_high[3:], strict=True)):
                raise UsageError("--crop takes the least corner first: x0,y0,z0,x1,y1,z1")
            out = out.crop([low_high[:3], low_high[3:]])
        if self.min_opacity is not None:
            out = out.select(out.opacities >= self.min_opacity)
        matrix = self._matrix()
        if matrix is not None:
            out = out.transformed(matrix)
        if self.degree is not None and self.degree < out.degree:
            out = out.with_degree(self.degree)
        return out

    def _matrix(self) -> npt.NDArray[np.float64] | None:
        if self.scale is None and self.turn is None and self.move is None:
            return None
        import numpy as np
        from scipy.spatial.transform import Rotation

        matrix = np.eye(4)
        if self.scale is not None:
            if not (math.isfinite(self.scale) and self.scale > 0.0):
                raise UsageError("--scale must be more than 0")
            matrix[:3, :3] *= self.scale
        if self.turn is not None:
            turn = Rotation.from_euler("xyz", _numbers("--turn", self.turn, 3), degrees=True).as_matrix()
            matrix[:3, :3] = turn @ matrix[:3, :3]
        if self.move is not None:
            matrix[:3, 3] = _numbers("--move", self.move, 3)
        return matrix


def _numbers(option: str, text: str, count: int) -> list[float]:
    try:
        values = [float(word) for word in text.split(",")]
    except ValueError:
        values = []
    if len(values) != count or not all(map(math.isfinite, values)):
        raise UsageError(f"{option} takes {count} numbers with commas between, not '{text}'")
    return values


def info(file: Path, *, drop_invalid: bool, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        with reporter.progress("reading"):
            from scene.splats.formats import read_file

            read = read_file(file, drop_invalid=drop_invalid)
            values = _facts(read)
        reporter.warnings(read.notes)
        reporter.result({"file": str(file), **values}, _told(values))


def _facts(read: SplatFile) -> dict[str, Any]:
    import numpy as np

    from scene.errors import SplatError
    from scene.splats.formats import FORMATS

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
        points = np.percentile(column.numpy(), _PERCENTS)
        values[name] = {f"p{p}": float(v) for p, v in zip(_PERCENTS, points, strict=True)}
    return values


def _told(values: dict[str, Any]) -> str:
    each = f" ({values['bytes'] / values['gaussians']:.1f} a Gaussian)" if values["gaussians"] else ""
    details = ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in values["details"].items() if k != "comments")
    lines = [
        f"{values['title']}" + (f" ({details})" if details else ""),
        f"{values['gaussians']:,} Gaussians of degree {values['degree']}, {values['bytes']:,} bytes{each}",
    ]
    if values["bounds"] is not None:
        low, high = values["bounds"]
        lines.append("seen within " + " to ".join("(" + ", ".join(f"{v:.4g}" for v in c) + ")" for c in (low, high)))
    for name in ("opacity", "scale"):
        if name in values:
            points = [f"{values[name][f'p{p}']:.4g}" for p in _PERCENTS]
            lines.append(f"{name}: {points[1]} (median), {points[0]} to {points[2]} (1st to 99th percentile)")
    if values["entities"]:
        shown = ", ".join(map(str, values["entities"][:12])) + (" ..." if len(values["entities"]) > 12 else "")
        lines.append(f"{len(values['entities'])} entities ({shown}); {values['without_entity']:,} Gaussians of none")
    return "\n".join(lines)


def convert(
    source: Path,
    target: Path,
    *,
    changes: Changes,
    drop_invalid: bool,
    keep_order: bool,
    compact: bool,
    spz_version: int,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scene.splats.formats import read_file, write_file
        from scene.splats.formats.encoding.table import WriteOptions
        from scene.splats.formats.files import format_of_suffix

        format_of_suffix(target)
        with reporter.progress("converting") as progress:
            progress(0.0, f"reading {source.name}")
            read = read_file(source, drop_invalid=drop_invalid)
            gaussians = changes.applied(read.gaussians)
            progress(0.5, f"writing {target.name}")
            options = WriteOptions(spz_version=spz_version, keep_order=keep_order, compact=compact)
            written = write_file(gaussians, target, options=options)
        reporter.warnings([*read.notes, *written.notes])
        if len(gaussians) == 0 < len(read.gaussians):
            reporter.note("warning: nothing is left of the Gaussians")
        values = {
            "files": [str(f) for f in written.files],
            "format": format_of_suffix(target).name,
            "gaussians": len(gaussians),
            "read": len(read.gaussians),
            "degree": gaussians.degree,
            "bytes": written.size,
            "read_bytes": read.size,
            "notes": [*read.notes, *written.notes],
        }
        text = f"{target}: {len(gaussians):,} Gaussians, {written.size:,} bytes ({read.size:,} before)"
        reporter.result(values, text)


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

    from scene.errors import SplatError
    from scene.splats.cameras import Cameras

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


def view(file: Path, out: Path, *, turntable: Turntable, drop_invalid: bool, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        if out.suffix.lower() != ".png":
            raise UsageError(f"--out is a PNG file, not {out.name}")
        background = _numbers("--background", turntable.background, 3)
        with reporter.progress("drawing") as progress:
            import numpy as np
            import torch
            from PIL import Image

            from scene import atomic
            from scene.splats.formats import read_file
            from scene.splats.rasterize import RasterSettings, rasterize

            progress(0.0, f"reading {file.name}")
            read = read_file(file, drop_invalid=drop_invalid)
            cameras = fitted_cameras(read.gaussians, turntable)
            progress(0.3, f"{len(read.gaussians):,} Gaussians")
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
            "eyes": cameras.positions.tolist(),
            "width": pixels.shape[1],
            "height": pixels.shape[0],
            "notes": list(read.notes),
        }
        reporter.result(values, str(out))
