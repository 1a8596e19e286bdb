"""The camera for pictures of field queries: that of a photograph, a given one, one within the room, or one around the splats."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.requests import Request, RequestError

if TYPE_CHECKING:
    from scenewright.scene.jobs import Job
    from scenewright.scene.semantics.queries.capture import CapturedQuery, CapturedThing
    from scenewright.scene.splats import Cameras

__all__ = ["AROUND", "ChosenView", "ViewWish", "around", "chosen_view"]

AROUND = 8
"""Number of views around the splats."""
_ELEVATION = 20.0
_FOV = 60.0
_WIDEST = 170.0

Point = tuple[float, float, float]


class ViewWish(Request):
    """Which camera to use, at most one of three: that of a photograph, an eye that looks at a target, or a view around the splats.
    Without any: the view that shows the results best."""

    capture: Path | None = None
    """Use the camera of the photograph of this capture that shows the result best."""
    as_captured: bool = False
    """The splats are in the capture's own world, not in the levelled one that training writes."""
    work: Path | None = None
    """Folder with cached results of the capture."""
    images: Path | None = None
    """Folder with the pictures of a COLMAP capture."""
    eye: Point | None = None
    """Position of the camera, +y up, in the frame of the reported boxes."""
    target: Point | None = None
    """Point that the eye looks at."""
    fov: float | None = None
    """Vertical field of view of the eye in degrees; None: 60."""
    camera: int | None = None
    """Number of a view around the splats, from 0."""

    def check(self) -> None:
        """
        Raises:
            RequestError: fields exclude each other, or one that belongs to another is missing.
        """
        given = [name for name in ("capture", "eye", "camera") if getattr(self, name) is not None]
        if len(given) > 1:
            raise RequestError(
                f"{' and '.join(given)} each choose a viewpoint: give one",
                field=given[0],
                also=given[1:],
            )
        if (self.eye is None) != (self.target is None):
            raise RequestError("eye and target belong together: give both", field="eye", also=("target",))
        if self.fov is not None and self.eye is None:
            raise RequestError("fov belongs to eye and target: give them too", field="fov", also=("eye", "target"))
        if self.fov is not None and not 0.0 < self.fov <= _WIDEST:
            angles = f"over 0, and {_WIDEST:g} degrees at most"
            raise RequestError(f"fov {self.fov:g} is no angle of a view: {angles}", field="fov")
        for name, point in (("eye", self.eye), ("target", self.target)):
            if point is not None and not all(math.isfinite(v) for v in point):
                raise RequestError(f"{name} must be three finite numbers", field=name)
        if self.eye is not None and self.eye == self.target:
            raise RequestError(
                "eye and target are the same point: a view looks from one to another", field="eye", also=("target",)
            )
        if self.camera is not None and not 0 <= self.camera < AROUND:
            raise RequestError(
                f"there is no view {self.camera}: {AROUND} go around the splats, counted from 0", field="camera"
            )
        if self.capture is None and (self.work, self.images, self.as_captured) != (None, None, False):
            named = ("images", "as_captured", "capture")
            raise RequestError(
                "work, images and as_captured belong to a capture: give it too", field="work", also=named
            )


@dataclass(frozen=True, eq=False)
class ChosenView:
    """`camera`: one camera, in the frame of the reported boxes. `name`: a description. `share`: the share of the picture that the
    results fill; None if it was not computed."""

    camera: Cameras
    name: str
    share: float | None

    def to_json(self) -> dict[str, Any]:
        """Name, eye, viewing direction and share as JSON values."""
        turn = self.camera.camera_from_world[0, :3, :3]
        out: dict[str, Any] = {
            "name": self.name,
            "eye": [round(float(v), 4) for v in self.camera.positions[0]],
            "looks_along": [round(float(v), 4) for v in turn[2]],
        }
        return out if self.share is None else {**out, "share": round(self.share, 4)}


def around(engine: CapturedQuery, number: int, width: int, height: int) -> Cameras:
    """The camera of one of the views around the splats."""
    from scenewright.app.turntables import Turntable, fitted_cameras

    turntable = Turntable(azimuth=360.0 * number / AROUND, elevation=_ELEVATION, up="y", width=width, height=height)
    return fitted_cameras(engine.gaussians, turntable)


def chosen_view(
    engine: CapturedQuery,
    things: Sequence[CapturedThing],
    wish: ViewWish,
    *,
    width: int,
    height: int,
    job: Job,
) -> ChosenView:
    """The requested view; of several possible ones, that which shows `things` best.

    Raises:
        CaptureError: the capture cannot be opened, or has no poses yet.
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.splats import Cameras

    if wish.eye is not None:
        assert wish.target is not None
        fov = wish.fov if wish.fov is not None else _FOV
        camera = Cameras.look_at(wish.eye, wish.target, fov=fov, width=width, height=height)
        return ChosenView(camera, "from the given eye", None)
    if wish.camera is not None:
        return ChosenView(around(engine, wish.camera, width, height), f"view {wish.camera} around the splats", None)
    if wish.capture is not None:
        return _photographed(engine, things, wish, width, height, job)
    return _own_choice(engine, things, width, height, job)


def _own_choice(
    engine: CapturedQuery, things: Sequence[CapturedThing], width: int, height: int, job: Job
) -> ChosenView:
    """A view from inside if the Gaussians enclose a room, else one from beside the things or around the splats."""
    from scenewright.scene.semantics.queries.capture import best_view, views_about, views_within

    job.tick(0.6, "looking for a view")
    if (room := engine.room()).enclosed:
        views = views_within(engine.gaussians, room, things, width=width, height=height)
        best = best_view(engine.gaussians, views, things, threads=engine.threads)
        if best is not None:
            return ChosenView(views[best.number], "from within the room", best.share)
    views = [around(engine, number, width, height) for number in range(AROUND)]
    views += views_about(engine.gaussians, things, width=width, height=height)
    best = best_view(engine.gaussians, views, things, threads=engine.threads)
    if best is None:
        return ChosenView(views[0], "view 0 around the splats; the result is hidden in all views", 0.0)
    name = f"view {best.number} around the splats" if best.number < AROUND else "from beside it"
    return ChosenView(views[best.number], name, best.share)


def _photographed(
    engine: CapturedQuery,
    things: Sequence[CapturedThing],
    wish: ViewWish,
    width: int,
    height: int,
    job: Job,
) -> ChosenView:
    """The camera of the photograph that shows things best, scaled to fit into width x height."""
    from scenewright.scene.errors import CaptureError
    from scenewright.scene.semantics.queries.capture import best_view

    named = _cameras(wish, job)
    views = []
    for _, camera in named:
        factor = min(width / camera.width, height / camera.height)
        views.append(camera.scaled(max(round(camera.width * factor), 1), max(round(camera.height * factor), 1)))
    job.tick(0.7, f"looking through {len(views)} photographs")
    best = best_view(engine.gaussians, views, things, threads=engine.threads)
    if best is None:
        raise CaptureError(
            f"none of the {len(views)} photographs of {wish.capture} shows it: are the splats of this capture? Splats that were trained "
            "elsewhere are in the capture's own world, as captured"
        ).about("as_captured")
    return ChosenView(views[best.number], f"photograph {named[best.number][0]}", best.share)


def _cameras(wish: ViewWish, job: Job) -> list[tuple[str, Cameras]]:
    """Names and undistorted cameras of the photographs, in the frame of the reported boxes; reads no picture."""
    import numpy as np
    import torch

    from scenewright.scene.splats import Cameras
    from scenewright.scene.splats.capture import open_capture
    from scenewright.scene.splats.capture.preparing import prepare
    from scenewright.scene.splats.capture.windows import windows_of

    assert wish.capture is not None
    capture = open_capture(wish.capture, work=wish.work, images=wish.images, compute=False, job=job.part(0.0, 0.5))
    if not wish.as_captured:
        capture = prepare(capture, job=job.part(0.5, 0.7)).capture
    if not capture.leveled:
        capture = capture.moved(
            np.diag([1.0, -1.0, -1.0, 1.0])
        )  # +y points down in splat files, and they are turned on reading
    out = []
    for photograph in capture.photographs:
        for window in windows_of(photograph.lens):
            pose = np.eye(4)
            pose[:3, :3] = window.window_from_lens
            extrinsics = torch.from_numpy((pose @ photograph.camera_from_world).astype(np.float32))[None]
            intrinsics = torch.from_numpy(window.intrinsics.astype(np.float32))[None]
            camera = Cameras(extrinsics, intrinsics, window.width, window.height)
            out.append((photograph.name + window.suffix, camera))
    return out
