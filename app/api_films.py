"""The Python function of ``scenewright`` that makes a film of a scene; see :mod:`scenewright.app.api`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from scenewright.app.actions.filming import FILM
from scenewright.app.api_arguments import Folders, face, given, request_of, session_of
from scenewright.app.film_paths import FilmPath
from scenewright.app.films import Filmed, FilmRequest
from scenewright.app.viewpoints import PictureView

__all__ = ["film"]


@face("filming a scene")
def film(
    scene: str | Path,
    out: str | Path,
    *,
    path: FilmPath = "orbit",
    cameras: Sequence[int] | None = None,
    cameras_file: str | Path | None = None,
    view: PictureView | None = None,
    seconds: float | None = None,
    fps: float = 24.0,
    loop: bool | None = None,
    animation_fps: float = 12.0,
    renderer: str = "preview",
    channel: str = "color",
    width: int = 640,
    height: int = 480,
    background: str = "stage",
    samples: int | None = None,
    time_limit: float | None = None,
    noise: float | None = None,
    options: Mapping[str, object] | None = None,
    libraries: Folders = (),
) -> Filmed:
    """Make a film of a scene: a video file in which a camera moves around it or through it, and its animation plays.

    Args:
        scene: a scene folder, a ``.py``, a reply ``.md``, or the text of a program.
        out: the video file: ``.mp4`` or ``.webm`` with the extra ``film``, ``.gif`` or animated ``.webp`` without.
        path: orbit: around the scene, or around what one camera looks at; walk: through a room at eye level, past its furniture; pan:
            about one place in a room; cameras: smoothly through the scene's cameras; still: the camera stands, and the animation plays.
        cameras: numbers of cameras, from 0: those that the path cameras goes through, in this order, None: all; or one, for orbit and
            still.
        cameras_file: a ``cameras.json``, as stands beside pictures: the path cameras goes through its views in place of the scene's.
        view: a viewpoint of your own, in place of a camera, for orbit and still.
        seconds: length of the film; None: what suits the path.
        fps: frames a second.
        loop: the end runs into the beginning; None: for orbit and still.
        animation_fps: frames of an animation that are shown in a second.
        renderer: preview, splat, blender, mitsuba, or that of a plug-in.
        channel: color, or the false colors of depth, normal, entity, albedo ...
        width, height: pixels of a frame; even numbers for ``.mp4`` and ``.webm``.
        background: stage, transparent (``.webp``, ``.gif``), or a color such as ``white`` or ``#203040``.
        samples: samples a pixel; None: that of the renderer.
        time_limit: seconds of sampling a frame; None: that of the renderer.
        noise: noise at which a pixel gets no more samples; None: that of the renderer.
        options: options of the renderer, by name.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        RequestError: a setting has a wrong value, the encoder is not installed, or the path does not fit the scene.
        RenderError: the renderer cannot run here, or there is no way through the room.
        PathError: a camera does not exist.
    """
    request = request_of(
        FilmRequest,
        out=given(out, "out"),
        path=path,
        cameras=cameras,
        cameras_file=cameras_file,
        view=view,
        seconds=seconds,
        fps=fps,
        loop=loop,
        animation_fps=animation_fps,
        renderer=renderer,
        channel=channel,
        width=width,
        height=height,
        background=background,
        samples=samples,
        time_limit=time_limit,
        noise=noise,
        options={} if options is None else options,
    )
    return FILM(session_of(scene, libraries=libraries), request)
