"""Makes a film of a scene: chooses the path of the camera, draws the frames, and hands each on to the encoder as it is there."""

from __future__ import annotations

import base64
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.app.films.camera_paths import CameraPath
from scenewright.app.films.camera_poses import cameras_of_file
from scenewright.app.films.crossings import met_on_way
from scenewright.app.films.cuts import film_cuts
from scenewright.app.films.drawing import FilmDrawing, Shot
from scenewright.app.films.false_colors import require_picture
from scenewright.app.films.film_files import refuse_film_place, write_film
from scenewright.app.films.film_look import FilmLook
from scenewright.app.films.film_request import FilmRequest, frame_count
from scenewright.app.films.orbits import around_target, orbit_camera
from scenewright.app.films.pacing import animation_frames, comes_back, path_shares
from scenewright.app.requests import RequestError
from scenewright.renderers.base import view_cameras
from scenewright.scene.errors import PathError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, Scene

if TYPE_CHECKING:
    from scenewright.app.films.free_space import FreeSpace
    from scenewright.app.room_views import ViewJudge
    from scenewright.app.session import Session
    from scenewright.scene.geometry import SceneGeometry

__all__ = ["Filmed", "film"]

_ORBIT_SECONDS = 6.0
_STILL_SECONDS = 4.0
"""A film of a camera that stands plays an animation so often that it is about so long."""
_WALK_SPEED = 0.6
"""Metres a second."""
_PAN_SPEED = 0.35
"""Radians a second: about 20 degrees."""
_LEG_SECONDS = 2.5
"""From one camera of the program to the next."""
_SHORTEST, _LONGEST = 4.0, 24.0
"""Seconds of a film whose length is not given."""
_NOTEBOOK_BYTES = 12 << 20
_NOTEBOOK_KINDS = {".mp4": "video/mp4", ".webm": "video/webm", ".gif": "image/gif", ".webp": "image/webp"}
_ANIMATED_FRAMES = 6
"""Frames of an animation in which a way must be free."""


@dataclass(frozen=True, slots=True)
class Filmed:
    """A film that was made.

    Attributes:
        file: the video.
        path: how the camera moves.
        frames, fps, width, height: of the film.
        bytes: the size of the file.
        renderer, device: what drew it, such as 'preview' on 'cpu'.
        drawing_seconds: that it took.
        warnings: what was not drawn as the scene has it, and what a viewer may wonder at.
    """

    file: Path
    path: str
    frames: int
    fps: float
    width: int
    height: int
    bytes: int
    renderer: str
    device: str
    drawing_seconds: float
    warnings: tuple[str, ...]

    @property
    def seconds(self) -> float:
        """Length of the film."""
        return self.frames / self.fps

    def __repr__(self) -> str:
        return f"Filmed({self.file.name!r}, {self.frames} frames, {self.seconds:.1f} s, {self.bytes / 1e6:.2f} MB)"

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the film itself; None where its file is gone or larger than a notebook should hold."""
        kind = _NOTEBOOK_KINDS[self.file.suffix.lower()]
        if not self.file.is_file() or self.file.stat().st_size > _NOTEBOOK_BYTES:
            return None
        data = f"data:{kind};base64,{base64.b64encode(self.file.read_bytes()).decode('ascii')}"
        size = f'width="{self.width}" height="{self.height}"'
        if kind.startswith("image"):
            return f'<img {size} src="{data}">'
        return f'<video {size} controls loop muted autoplay src="{data}"></video>'

    def report(self) -> dict[str, object]:
        """All of it as JSON values."""
        return {
            "files": [str(self.file)],
            "path": self.path,
            "frames": self.frames,
            "fps": self.fps,
            "seconds": round(self.seconds, 3),
            "width": self.width,
            "height": self.height,
            "bytes": self.bytes,
            "renderer": self.renderer,
            "device": self.device,
            "drawing_seconds": round(self.drawing_seconds, 3),
            "warnings": list(self.warnings),
        }


def film(session: Session, request: FilmRequest, *, job: Job | None = None) -> Filmed:
    """Make a film of a session's scene. Frames are drawn some at a time and encoded at once: however long it is, few are held.

    Raises:
        RequestError: the file cannot be written so, its encoder is not installed, or the path does not fit the scene.
        RenderError: the renderer is unknown or cannot run here, a frame failed, or there is no way through the room.
        PathError: a camera does not exist.
        ProjectError: the system refuses to write the file.
        JobCancelled: nothing is written.
    """
    job = job or Job()
    begun = time.perf_counter()
    refuse_film_place(request.out)
    require_picture(request.channel)
    with session.working(job.part(0.0, 0.04, name="the film")):
        scene = session.scene
    job.tick(0.02, "the way of the camera")
    motion = _motion(session, scene, request, job.part(0.02, 0.05))
    count = frame_count(motion.seconds if request.seconds is None else request.seconds, request.fps)
    shots, notes = _shots(scene, request, motion, count)
    drawing = FilmDrawing(session, request, shots)
    drawing.require_drawable()
    repeats = request.loop is not False
    look = FilmLook((request.width, request.height), request.fps, count, repeats)
    pictures = drawing.pictures(job.part(0.05, 0.99, name="the film"))
    try:
        size = write_film(request.out, pictures, look)
    finally:
        pictures.close()
    job.progress(1.0, "done")
    return Filmed(
        file=request.out,
        path=request.path,
        frames=count,
        fps=request.fps,
        width=request.width,
        height=request.height,
        bytes=size,
        renderer=request.renderer,
        device=drawing.device,
        drawing_seconds=time.perf_counter() - begun,
        warnings=(*notes, *motion.notes, *drawing.warnings),
    )


@dataclass(frozen=True)
class _Motion:
    """How the camera moves. `at`: its cameras at shares (N,) of its path. `closed`: the path ends where it begins. `seconds`: a length of
    the film that suits it. `notes`: for the user."""

    at: Any
    closed: bool
    seconds: float
    notes: tuple[str, ...] = ()


def _shots(scene: Scene, request: FilmRequest, motion: _Motion, count: int) -> tuple[list[Shot], list[str]]:
    """What each frame shows, and notes."""
    notes = []
    cameras = motion.at(path_shares(count, closed=motion.closed, loop=request.loops))
    frames = [0] * count
    if scene.frames > 1:
        frames = animation_frames(
            count,
            frames=scene.frames,
            fps=request.fps,
            rate=request.animation_fps,
            loop=request.loops,
            returns=comes_back(scene),
        )
    elif request.path == "still":
        notes.append("nothing moves in this film: the scene has no animation, and the camera stands")
    cuts = film_cuts(scene, cameras, fps=request.fps, loop=request.loops, fades=request.channel == "color")
    return [Shot(*shown) for shown in zip(cameras, frames, cuts, strict=True)], notes


def _motion(session: Session, scene: Scene, request: FilmRequest, job: Job) -> _Motion:
    aspect = request.width / request.height
    if request.path == "cameras":
        return _through_cameras(session, scene, request, job)
    if request.path in ("walk", "pan"):
        return _inside(session, scene, request, aspect, job)
    camera = _one_camera(session, scene, request, aspect)
    if request.path == "still":
        rounds = max(round(_STILL_SECONDS * request.animation_fps / scene.frames), 1)
        seconds = rounds * scene.frames / request.animation_fps if scene.frames > 1 else _STILL_SECONDS
        return _Motion(lambda shares: [camera] * len(shares), True, seconds)
    return _Motion(lambda shares: around_target(camera, shares), True, _ORBIT_SECONDS)


def _one_camera(session: Session, scene: Scene, request: FilmRequest, aspect: float) -> Camera:
    """The camera that stands, or with which an orbit begins.

    Raises:
        PathError: it does not exist.
    """
    if request.view is not None:
        return request.view.camera()
    if request.cameras is None and request.path == "orbit":
        return orbit_camera(scene, _some_frames(session, scene), aspect)
    if request.cameras is None:
        return view_cameras(scene, aspect=aspect)[0]
    return _numbered(view_cameras(scene, aspect=aspect), request.cameras)[0]


def _numbered(cameras: tuple[Camera, ...], numbers: tuple[int, ...]) -> list[Camera]:
    for number in numbers:
        if not 0 <= number < len(cameras):
            raise PathError(f"there is no camera {number}: the scene has {len(cameras)}, counted from 0")
    return [cameras[number] for number in numbers]


def _through_cameras(session: Session, scene: Scene, request: FilmRequest, job: Job) -> _Motion:
    if request.cameras_file is not None:
        cameras, of = cameras_of_file(request.cameras_file), str(request.cameras_file)
    else:
        numbers = tuple(range(len(scene.cameras))) if request.cameras is None else request.cameras
        cameras, of = _numbered(scene.cameras, numbers), "the scene"
    if len(cameras) < 2:
        raise RequestError(
            f"path: {of} has {len(cameras) or 'no'} camera{'s' if not cameras else ''}, and a path goes through two at least: film an "
            "orbit, or put cameras into the program",
            field="path",
        )
    reach = float(np.median([np.linalg.norm(np.subtract(c.target, c.eye)) for c in cameras])) / 2.0
    # two cameras are no circle: a loop goes there and back
    closed = request.loops and len(cameras) > 2
    path = CameraPath(cameras, closed=closed, reach=reach)
    met = met_on_way(session.derived.graph_geometry(scene), scene, path, job=job)
    notes = () if met is None else (f"the way of the camera goes through {met}: other cameras lead around it",)
    legs = len(cameras) if closed else len(cameras) - 1
    seconds = _bounded(_LEG_SECONDS * legs * (1 if closed or not request.loops else 2))
    return _Motion(path.at, closed, seconds, notes)


def _inside(session: Session, scene: Scene, request: FilmRequest, aspect: float, job: Job) -> _Motion:
    """A walk or a pan.

    Raises:
        RequestError: the scene has no room.
    """
    from scenewright.app.films.pans import pan_path
    from scenewright.app.films.walks import walk_path

    if scene.room is None:
        raise RequestError(
            f"path: a {request.path} is filmed inside a room, and the scene has none: film an orbit, or the path cameras",
            field="path",
        )
    space, judge = _room(session, scene, job)
    job.check()
    path = walk_path(space, judge, aspect) if request.path == "walk" else pan_path(space, judge, aspect)
    speed = _WALK_SPEED if request.path == "walk" else _PAN_SPEED
    back = 2 if request.loops and not path.closed else 1
    return _Motion(path.at, path.closed, _bounded(back * path.length / speed))


def _room(session: Session, scene: Scene, job: Job) -> tuple[FreeSpace, ViewJudge]:
    from scenewright.app.films.free_space import FreeSpace
    from scenewright.app.room_views import ViewJudge

    geometries = [geometry for _, geometry in _some_frames(session, scene)]
    return FreeSpace(scene, geometries, job=job), ViewJudge(scene, geometries[0], job=job)


def _some_frames(session: Session, scene: Scene) -> list[tuple[Scene, SceneGeometry]]:
    """Some frames of the animation, the first among them, with few triangles."""
    numbers = np.unique(np.linspace(0, scene.frames - 1, min(scene.frames, _ANIMATED_FRAMES)).astype(int)).tolist()
    shown = [scene.frame(number) for number in numbers]
    return [(frame, session.derived.graph_geometry(frame)) for frame in shown]


def _bounded(seconds: float) -> float:
    return min(max(seconds, _SHORTEST), _LONGEST)
