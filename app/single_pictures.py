"""Draws one view of a scene into one file: a PNG of the picture, or an OpenEXR file with all of its channels."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.picture_places import refuse_picture
from scenewright.app.pictures import Drawn, DrawnFrame, PictureRequest, draw_arrays
from scenewright.app.requests import RequestError
from scenewright.renderers.base import RenderedView, view_cameras, write_exr
from scenewright.scene import atomic
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["draw_one", "is_picture_name", "refuse_unfit_picture"]

_ENDINGS = (".png", ".exr")
_OTHERS = (".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".tga", ".hdr", ".svg", ".pdf", ".mp4", ".mov")
"""Endings of other pictures and films: who gives one means a file, not a folder of that name."""


def is_picture_name(out: Path | None) -> bool:
    """Whether a place for pictures is the name of one picture, not of a folder for them."""
    return out is not None and out.suffix.lower() in (*_ENDINGS, *_OTHERS)


def refuse_unfit_picture(request: PictureRequest, out: Path) -> None:
    """Look whether one file can hold what a request asks for, before anything is opened.

    Raises:
        RequestError: the file has another kind, or more is asked for than it holds.
    """
    ending = out.suffix.lower()
    if ending not in _ENDINGS:
        raise RequestError(
            f"out: one picture is written as .png, or as .exr with all of its passes, not {out.name!r}; several go into a folder: "
            "give a name without such an ending",
            field="out",
        )
    for field, values in (("cameras", request.cameras), ("frames", request.frames)):
        if values is not None and len(values) != 1:
            raise RequestError(
                f"out is one picture, {out.name!r}, and {len(values)} {field} are asked for: ask for one of them, or give a folder",
                field="out",
                also=(field,),
            )
    if request.turntable is not None:
        raise RequestError(
            f"out is one picture, {out.name!r}, and a turntable is several: give a folder",
            field="out",
            also=("turntable",),
        )
    if request.also:
        raise RequestError(
            f"out is one file, {out.name!r}, and also asks for further files: give a folder, or an .exr file for all passes in one",
            field="out",
            also=("also",),
        )
    if ending == ".png" and request.passes != ("color",):
        raise RequestError(
            f"out is one picture, {out.name!r}, which holds the pass color alone: give a folder, or an .exr file for all passes in one",
            field="out",
            also=("passes",),
        )


def draw_one(session: Session, request: PictureRequest, out: Path, *, job: Job | None = None) -> Drawn:
    """Draw one view into a file, which is replaced. Without cameras in the request, it is that of the first camera.

    Raises:
        RequestError: one file cannot hold what is asked for, or nothing can be written there.
        ProjectError: the system refuses to write it.
        RenderError: the renderer is unknown or cannot run here, or the picture failed.
        PathError: the camera does not exist.
        JobCancelled: nothing is written.
    """
    refuse_unfit_picture(request, out)
    refuse_picture(out, "out", _ENDINGS)
    job = job or Job()
    with session.working(job.part(name="the render")):
        scene = session.scene
    if request.frames is None and scene.frames > 1:
        raise RequestError(
            f"out is one picture, {out.name!r}, and the scene has {scene.frames} frames: ask for one of them, or give a folder",
            field="out",
            also=("frames",),
        )
    camera = 0 if request.cameras is None else request.cameras[0]
    frame = 0 if request.frames is None else request.frames[0]
    drawn = draw_arrays(session, request.model_copy(update={"cameras": (camera,), "frames": (frame,)}), job=job)
    view = drawn.views[0]
    atomic.write(out, _exr(view) if out.suffix.lower() == ".exr" else _png(view), durable=False)
    notes = []
    count = len(view_cameras(scene, aspect=request.width / request.height))
    if request.cameras is None and request.view is None and count > 1:
        notes.append(
            f"the scene has {count} cameras, and {out.name} shows the first: name another one, or give a folder"
        )
    channel = "color" if out.suffix.lower() == ".png" else "exr"
    frames = (DrawnFrame(out, camera, frame, channel),)
    return Drawn(frames, None, drawn.renderer, drawn.device, drawn.seconds, (*drawn.warnings, *notes))


def _png(view: RenderedView) -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.fromarray(view["color"]).save(stream, "PNG")
    return stream.getvalue()


def _exr(view: RenderedView) -> bytes:
    with tempfile.TemporaryDirectory(prefix="scenewright-") as scratch:
        file = Path(scratch) / "view.exr"  # OpenEXR writes to names only
        write_exr(file, view)
        return file.read_bytes()
