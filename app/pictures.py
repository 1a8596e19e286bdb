"""Draws a scene into picture files: into its scene folder with a record of the settings, or into any other folder."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

import numpy as np
from pydantic import Field, model_validator

from scenewright.app.camera_file import PictureSet, refuse_camera_file, view_values, write_cameras
from scenewright.app.entity_table import entity_table
from scenewright.app.requests import Request, RequestError
from scenewright.app.version import __version__
from scenewright.app.viewpoints import PictureView, chosen_viewpoints
from scenewright.renderers.base import (
    FARTHEST_DEPTH,
    RenderedView,
    RenderError,
    RenderRequest,
    find_renderer,
    read_options,
    warm_renderer,
    write_view,
)
from scenewright.scene.folder import RenderedFile
from scenewright.scene.folder import RenderJob as JobRecord
from scenewright.scene.inline_pictures import MOST_SHOWN, inline_jpeg
from scenewright.scene.jobs import Job
from scenewright.scene.limits import PICTURE_PIXELS, PICTURES_PIXELS
from scenewright.scene.model import PrimitiveKind

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["Drawn", "DrawnArrays", "DrawnFrame", "PictureRequest", "draw", "draw_arrays"]


class PictureRequest(Request):
    """What to draw."""

    renderer: str = "preview"
    """Renderer: preview, splat, blender, mitsuba, or that of a plug-in."""
    cameras: tuple[int, ...] | None = None
    """Numbers of cameras, from 0; None: all."""
    view: PictureView | None = None
    """A viewpoint of one's own, in place of the scene's cameras."""
    turntable: Annotated[int, Field(ge=2, le=360)] | None = None
    """Number of views evenly around what one camera looks at; None: no turntable."""
    frames: tuple[int, ...] | None = (0,)
    """Frames of an animation, from 0; None: all."""
    passes: tuple[str, ...] = ("color",)
    """Channels to draw: color, depth, normal, entity, position ..."""
    width: int = 960
    """Width in pixels."""
    height: int = 720
    """Height in pixels."""
    samples: int | None = None
    """Samples a pixel; None: that of the renderer."""
    time_limit: float | None = None
    """Most seconds that a renderer samples one view; None: that of the renderer."""
    noise: float | None = None
    """Noise at which a renderer stops sampling, as a share of a pixel's brightness; None: that of the renderer."""
    transparent: bool = False
    """Make the background transparent."""
    also: tuple[Literal["exr", "depth16"], ...] = ()
    """Further files of each view: exr (all passes in one OpenEXR file), depth16 (depth as a 16-bit PNG in millimetres)."""
    options: dict[str, Any] = Field(default_factory=dict)
    """Options of the renderer, by name."""

    @model_validator(mode="after")
    def _one_viewpoint(self) -> Self:
        if self.view is not None and self.cameras is not None:
            raise RequestError("view and cameras each choose viewpoints: give one", field="view", also=("cameras",))
        if self.turntable is not None and self.cameras is not None and len(self.cameras) != 1:
            raise RequestError(
                "a turntable goes around what one camera looks at: name one", field="turntable", also=("cameras",)
            )
        return self

    @model_validator(mode="after")
    def _depth_is_drawn(self) -> Self:
        if "depth16" in self.also and "depth" not in self.passes:
            raise RequestError("depth16 is a file of depths: draw the pass depth, too", field="also", also=("passes",))
        return self

    def settings(self) -> dict[str, Any]:
        """All fields but the renderer, as JSON values; those that say nothing are left out, if older versions did not have them."""
        later = ("options", "time_limit", "noise", "also", "view", "turntable")
        unsaid = {name for name in later if not getattr(self, name)}
        return self.model_dump(mode="json", exclude={"renderer", *unsaid})


@dataclass(frozen=True, slots=True)
class DrawnFrame:
    """One picture file."""

    file: Path
    camera: int
    frame: int
    channel: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """All the pictures of one request.

    Attributes:
        frames: the files, each with its camera, frame and channel.
        cameras: the file of their cameras and entities; None where a single picture was asked for.
        renderer, device: what drew them, such as 'preview' on 'cpu'.
        seconds: of drawing.
        warnings: what was not drawn as the scene has it.
    """

    frames: tuple[DrawnFrame, ...]
    cameras: Path | None
    renderer: str
    device: str
    seconds: float
    warnings: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Drawn({len(self.frames)} pictures, {self.renderer}, {self.seconds:.1f} s)"

    def _repr_jpeg_(self) -> bytes | None:
        """What a notebook shows: the pictures side by side. None where none was drawn, or their files are gone."""
        from PIL import Image

        files = [f.file for f in self.frames if f.channel == "color" and f.file.suffix == ".png" and f.file.is_file()]
        pictures = []
        for file in files[:MOST_SHOWN]:
            with Image.open(file, formats=("PNG",)) as picture:
                pictures.append(np.asarray(picture))
        return inline_jpeg(pictures)

    def report(self) -> dict[str, object]:
        """All of it as JSON values."""
        return {
            "files": [str(f.file) for f in self.frames],
            "frames": [
                {"file": str(f.file), "camera": f.camera, "frame": f.frame, "pass": f.channel} for f in self.frames
            ],
            "cameras": None if self.cameras is None else str(self.cameras),
            "renderer": self.renderer,
            "device": self.device,
            "seconds": round(self.seconds, 3),
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class DrawnArrays:
    """All the views of one request, as arrays. ``len``, indexing and iteration are those of `views`.

    Attributes:
        views: one for each camera and frame.
        cameras: the number of the camera of each view.
        renderer, device: what drew them, such as 'preview' on 'cpu'.
        seconds: of drawing.
        warnings: what was not drawn as the scene has it.
    """

    views: tuple[RenderedView, ...]
    cameras: tuple[int, ...]
    renderer: str
    device: str
    seconds: float
    warnings: tuple[str, ...]

    def __repr__(self) -> str:
        return f"DrawnArrays({len(self.views)} views, {self.renderer}, {self.seconds:.1f} s)"

    def _repr_jpeg_(self) -> bytes | None:
        """What a notebook shows: the pictures side by side; None where no color was drawn."""
        return inline_jpeg([view.color for view in self.views if view.color is not None])

    def __len__(self) -> int:
        return len(self.views)

    def __iter__(self) -> Iterator[RenderedView]:
        return iter(self.views)

    def __getitem__(self, number: int) -> RenderedView:
        return self.views[number]


def draw(session: Session, request: PictureRequest, *, out: Path | None = None, job: Job | None = None) -> Drawn:
    """Draw the views of a session's scene.

    Without `out` the pictures go into the scene folder with a record of the settings. A scene without a folder draws into a folder
    ``renders`` beside its file, or in the current folder. Beside the pictures stands the file of their cameras
    (:mod:`scenewright.app.camera_file`).

    Raises:
        RenderError: the renderer is unknown or cannot run here, or a picture failed.
        PathError: a camera does not exist.
        JobCancelled: the job was cancelled; no picture is written.
    """
    keeps = out is None and session.project is not None and session.project.writable
    folder = out if out is not None else _beside(session)
    if not keeps:
        refuse_camera_file(folder)  # before a renderer starts
    job = job or Job()
    request = _with_frames(session, request, job)
    drawn = draw_arrays(session, request, job=job)
    pictures = list(zip(drawn.cameras, drawn.views, strict=True))
    if keeps:
        frames, cameras, notes = _kept(session, request, pictures, drawn.device, drawn.seconds)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        frames, cameras, notes = _written(session, folder, pictures, request)
    return Drawn(tuple(frames), cameras, drawn.renderer, drawn.device, drawn.seconds, (*drawn.warnings, *notes))


def draw_arrays(session: Session, request: PictureRequest, *, job: Job | None = None) -> DrawnArrays:
    """Draw the views of a session's scene, and write nothing.

    Raises:
        RenderError, PathError, JobCancelled: as :func:`draw`.
    """
    from scenewright.renderers.base import view_cameras

    if min(request.width, request.height) < 1:
        raise RenderError(f"a picture of {request.width}x{request.height} cannot be drawn: each side is at least 1")
    job = job or Job()
    request = _with_frames(session, request, job)
    assert request.frames is not None
    scene = session.scene
    renderer = find_renderer(request.renderer)
    views, chosen = chosen_viewpoints(request, view_cameras(scene, aspect=request.width / request.height))
    _require_drawable(request, len(chosen))
    unknown = [f for f in request.frames if not 0 <= f < scene.frames]
    if unknown:
        raise RenderError(f"there is no frame {unknown[0]}: the scene has {scene.frames}, counted from 0")
    requests = [
        RenderRequest(
            scene=scene,
            cameras=tuple(views[n] for n in chosen),
            width=request.width,
            height=request.height,
            samples=request.samples,
            time_limit=request.time_limit,
            noise=request.noise,
            passes=request.passes,
            seed=session.seed,
            frame=frame,
            provider=session.assets,
            root=session.folder,
            background="transparent" if request.transparent else "stage",
            options=request.options,
        )
        for frame in request.frames
    ]
    # wrong requests must fail before a renderer starts
    for render_request in requests:
        renderer.capabilities.check(render_request, renderer.name)
        read_options(renderer.options, render_request, renderer.name)
    renderer = warm_renderer(request.renderer)
    results = [
        renderer.render(render_request, job=job.part(done / len(requests), (done + 1) / len(requests)))
        for done, render_request in enumerate(requests)
    ]
    return DrawnArrays(
        tuple(view for result in results for view in result.views),
        tuple(number for _ in results for number in chosen),
        request.renderer,
        results[0].device,
        sum(r.seconds for r in results),
        tuple(dict.fromkeys(w for r in results for w in r.warnings)),
    )


def _with_frames(session: Session, request: PictureRequest, job: Job) -> PictureRequest:
    """The request with the numbers of its frames: all, where it names none. Evaluates the scene."""
    with session.working(job.part(name="the render")):
        frames = tuple(range(session.scene.frames)) if request.frames is None else request.frames
    return request.model_copy(update={"frames": frames})


def _require_drawable(request: PictureRequest, cameras: int) -> None:
    """Check the size of all pictures before the first is drawn.

    Raises:
        RenderError: one picture, or all together, have too many pixels.
    """
    assert request.frames is not None
    one = request.width * request.height
    if one > PICTURE_PIXELS:
        raise RenderError(
            f"a picture of {request.width:,} x {request.height:,} has more than {PICTURE_PIXELS:,} pixels: draw it smaller"
        )
    pictures = cameras * len(request.frames) * max(len(request.passes), 1)
    if pictures * one > PICTURES_PIXELS:
        raise RenderError(
            f"{pictures:,} pictures of {request.width:,} x {request.height:,} have more than {PICTURES_PIXELS:,} pixels: draw fewer "
            "cameras, frames or channels at a time, or draw them smaller"
        )


def _beside(session: Session) -> Path:
    path = session.origin.path
    return (Path.cwd() if path is None else path.parent) / "renders"


def _stem(session: Session, number: int, view: RenderedView, request: PictureRequest) -> str:
    frame = f"_frame{view.frame:04d}" if session.scene.frames > 1 else ""
    return f"{_name(session)}_{request.renderer}_camera{number}{frame}"


def _name(session: Session) -> str:
    """The scene's name as part of a file name."""
    path = session.origin.path
    return re.sub(r"[^\w-]+", "_", path.stem if path is not None else session.scene.root_name).strip("_") or "scene"


def _written(
    session: Session, folder: Path, pictures: list[tuple[int, RenderedView]], request: PictureRequest
) -> tuple[list[DrawnFrame], Path, list[str]]:
    """Write pictures and cameras into a folder. Returns the pictures, the file of the cameras, and notes."""
    frames, notes = _picture_files(session, folder, pictures, request)
    shown = _shown(session, pictures, request, frames, [frame.file.name for frame in frames])
    cameras, note = write_cameras(folder, shown)
    return frames, cameras, notes if note is None else [*notes, note]


def _picture_files(
    session: Session, folder: Path, pictures: list[tuple[int, RenderedView]], request: PictureRequest
) -> tuple[list[DrawnFrame], list[str]]:
    frames, notes = [], []
    for number, view in pictures:
        scene = session.scene.frame(view.frame)
        files = write_view(view, folder, _stem(session, number, view, request), scene, also=request.also)
        frames.extend(DrawnFrame(file, number, view.frame, channel) for channel, file in files.items())
        if "depth16" in request.also and (beyond := _beyond(view)):
            notes.append(
                f"camera {number}: {beyond:,} pixels are farther than {FARTHEST_DEPTH:g} m, and are 0 in the 16-bit depths, as if empty"
            )
    return frames, notes


def _shown(
    session: Session,
    pictures: list[tuple[int, RenderedView]],
    request: PictureRequest,
    frames: list[DrawnFrame],
    names: list[str],
) -> PictureSet:
    """What the file of the cameras says. `names`: names of the files of `frames`."""
    scene = session.scene
    views = []
    for number, view in pictures:
        files = {
            f.channel: name
            for f, name in zip(frames, names, strict=True)
            if (f.camera, f.frame) == (number, view.frame)
        }
        views.append(view_values(scene.frame(view.frame), request.renderer, number, view, files))
    entities = None
    if "entity" in request.passes:
        seen: dict[int, set[int]] = {}
        for _, view in pictures:
            seen.setdefault(view.frame, set()).update(np.unique(view["entity"]).tolist())
        entities = entity_table(scene, seen)
    program = hashlib.sha256(session.source.encode("utf-8", "surrogatepass"))
    for use in scene.libraries:
        program.update(f"\0{use.name} {use.sha256}".encode())
    return PictureSet(_name(session), program.hexdigest(), tuple(views), entities)


def _beyond(view: RenderedView) -> int:
    """The number of pixels whose depth 16 bits cannot hold."""
    depth = view["depth"]
    return int((np.isfinite(depth) & (depth > FARTHEST_DEPTH)).sum())


def _kept(
    session: Session,
    request: PictureRequest,
    pictures: list[tuple[int, RenderedView]],
    device: str,
    seconds: float,
) -> tuple[list[DrawnFrame], Path, list[str]]:
    """Write the pictures into the scene folder, with a record of their settings."""
    assert session.project is not None
    project = session.project
    settings = request.settings()
    if (session.scene.nodes.primitive == PrimitiveKind.SPLAT).any():
        from scenewright.scene.splats import splat_digests

        settings = {**settings, "splats": splat_digests(session.scene, project.folder)}
    versions = {"scenewright": __version__, "renderer": request.renderer}
    libraries = {use.name: use.sha256 for use in session.scene.libraries}
    key = project.cache_key(versions=versions, settings=settings, libraries=libraries)
    record = JobRecord(request.renderer, key, request.settings(), device, seconds)
    with tempfile.TemporaryDirectory(prefix="scenewright-") as scratch:
        drawn, notes = _picture_files(session, Path(scratch), pictures, request)
        files = [RenderedFile(f.file, f.camera, f.frame, f.channel) for f in drawn]
        names = project.render_names(files, record)
        cameras, _ = write_cameras(Path(scratch), _shown(session, pictures, request, drawn, names))
        kept = project.record_render([*files, RenderedFile(cameras, channel="cameras")], record)
    *shown, last = kept.files
    frames = [DrawnFrame(file.path, int(file.camera or 0), file.frame, file.channel) for file in shown]
    return frames, last.path, notes
