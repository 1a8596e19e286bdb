"""The Python functions of ``scenewright`` that draw, show and export a scene; see :mod:`scenewright.app.api`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from pydantic import Field

from scenewright.app.actions.drawing import DRAW_ARRAYS, RENDER, RenderViewsRequest
from scenewright.app.actions.exporting import EXPORT, ExportRequest
from scenewright.app.api_arguments import Folders, face, flag, given, request_of, session_of
from scenewright.app.pictures import Drawn, DrawnArrays
from scenewright.app.requests import Request, RequestError
from scenewright.app.session import Session
from scenewright.app.viewpoints import PictureView
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from scenewright.app.viewing import SceneView

__all__ = ["export", "render", "view"]


class _ViewRequest(Request):
    """How to show a scene in a notebook."""

    frame: int = Field(default=0, ge=0)
    """Frame of an animation, from 0."""
    height: int = Field(default=480, ge=100, le=4_000)
    """Pixels of the frame in the notebook."""


@overload
def render(
    scene: str | Path,
    *,
    renderer: str = "preview",
    out: str | Path | None = None,
    cameras: Sequence[int] | None = None,
    view: PictureView | None = None,
    turntable: int | None = None,
    frames: Sequence[int] | None = (0,),
    passes: Sequence[str] = ("color",),
    width: int = 960,
    height: int = 720,
    samples: int | None = None,
    time_limit: float | None = None,
    noise: float | None = None,
    also: Sequence[Literal["exr", "depth16"]] = (),
    transparent: bool = False,
    options: Mapping[str, object] | None = None,
    libraries: Folders = (),
    arrays: Literal[False] = False,
) -> Drawn: ...


@overload
def render(
    scene: str | Path,
    *,
    renderer: str = "preview",
    cameras: Sequence[int] | None = None,
    view: PictureView | None = None,
    turntable: int | None = None,
    frames: Sequence[int] | None = (0,),
    passes: Sequence[str] = ("color",),
    width: int = 960,
    height: int = 720,
    samples: int | None = None,
    time_limit: float | None = None,
    noise: float | None = None,
    transparent: bool = False,
    options: Mapping[str, object] | None = None,
    libraries: Folders = (),
    arrays: Literal[True],
) -> DrawnArrays: ...


@face("drawing a scene")
def render(
    scene: str | Path,
    *,
    renderer: str = "preview",
    out: str | Path | None = None,
    cameras: Sequence[int] | None = None,
    view: PictureView | None = None,
    turntable: int | None = None,
    frames: Sequence[int] | None = (0,),
    passes: Sequence[str] = ("color",),
    width: int = 960,
    height: int = 720,
    samples: int | None = None,
    time_limit: float | None = None,
    noise: float | None = None,
    also: Sequence[Literal["exr", "depth16"]] = (),
    transparent: bool = False,
    options: Mapping[str, object] | None = None,
    libraries: Folders = (),
    arrays: bool = False,
) -> Drawn | DrawnArrays:
    """Draw a scene into picture files, or into arrays.

    Args:
        scene: a scene folder, a ``.py``, a reply ``.md``, or the text of a program.
        renderer: preview, splat, blender, mitsuba, or that of a plug-in.
        out: folder for the pictures, or one file: ``.png`` for the picture of one view, ``.exr`` for all of its passes; None:
            ``renders`` of the scene folder, with a record of the settings.
        cameras: numbers of cameras, from 0; None: all.
        view: a viewpoint of your own, in place of the scene's cameras.
        turntable: number of views evenly around what one camera looks at; None: no turntable.
        frames: frames of an animation, from 0; None: all.
        passes: channels to draw: color, depth, normal, entity, position ...
        width, height: pixels of a picture.
        samples: samples a pixel; None: that of the renderer.
        time_limit: seconds of sampling a view; None: that of the renderer.
        noise: noise at which a pixel gets no more samples; None: that of the renderer.
        also: further files beside the pictures: exr, depth16.
        transparent: make the background transparent.
        options: options of the renderer, by name.
        arrays: write no files; ``views`` of the result hold an array (height, width, ...) for each channel.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        RequestError: a setting is unknown or has a wrong value.
        RenderError: the renderer is unknown or cannot run here.
        PathError: a camera does not exist.
    """
    in_memory = flag(arrays, "arrays")
    request = request_of(
        RenderViewsRequest,
        renderer=renderer,
        out=out,
        cameras=cameras,
        view=view,
        turntable=turntable,
        frames=frames,
        passes=passes,
        width=width,
        height=height,
        samples=samples,
        time_limit=time_limit,
        noise=noise,
        also=also,
        transparent=transparent,
        options={} if options is None else options,
    )
    if in_memory:
        return DRAW_ARRAYS(session_of(scene, libraries=libraries), request)
    return RENDER(session_of(scene, writable=out is None, libraries=libraries), request)


@face("exporting a scene")
def export(
    scene: str | Path,
    out: str | Path,
    *,
    frame: int = 0,
    splats: int | None = None,
    lit: bool = False,
    physics: bool = False,
    libraries: Folders = (),
) -> list[Path]:
    """Write a scene's geometry and return the files: the one that is asked for first, then those beside it, such as the credits.

    Args:
        scene: a scene folder, a ``.py``, a reply ``.md``, or the text of a program.
        out: the file; its suffix chooses the format: .glb, .usdz, .usd, .obj, .ply, .stl, .html, .blend or that of a plug-in. Frame and
            units are those that the format prescribes.
        frame: of an animation, from 0.
        splats: write this many Gaussians as a splat file instead (.ply, .splat, .spz, .sog, .glb, .usdz).
        lit: bake the scene's lighting into the colours of the Gaussians.
        physics: write rigid bodies with colliders, masses and joints, too: in USD.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        ScenewrightError: the suffix is no format, or the frame does not exist.
    """
    request = request_of(ExportRequest, out=given(out, "out"), frame=frame, splats=splats, lit=lit, physics=physics)
    return list(EXPORT(session_of(scene, libraries=libraries), request).files)


@face("viewing a scene")
def view(
    scene: str | Path | Session | Scene,
    *,
    frame: int = 0,
    height: int = 480,
    seed: int | None = None,
    root: str | None = None,
    libraries: Folders = (),
) -> SceneView:
    """Show a scene in a notebook: the viewport with all that it shows, in a frame that needs no server. Elsewhere `.html` of the result is
    the page, and `.save(path)` writes it.

    Args:
        scene: also an open :class:`Session`, as it is now, or a :class:`Scene` of :func:`evaluate`. A scene that is the last value of a
            cell is shown so by itself, as long as the page is no larger than a notebook should hold.
        frame: of an animation, counted from 0.
        height: pixels of the frame; it is as wide as the cell.
        seed, root, libraries: as in :func:`evaluate`.

    Raises:
        RequestError: `frame` or `height` is none.
        ScenewrightError: the page would be larger than browsers open, or the viewport was not built with this package.
        ProgramError: the program has an error; the message names its line.
    """
    asked = request_of(_ViewRequest, frame=frame, height=height)
    if isinstance(scene, Scene):
        return _viewed(scene, asked)
    session = scene if isinstance(scene, Session) else session_of(scene, seed=seed, root=root, libraries=libraries)
    with session.serving():
        return _viewed(session.scene, asked)


def _viewed(scene: Scene, asked: _ViewRequest) -> SceneView:
    from scenewright.app.viewing import NotebookDisplay

    if not isinstance(scene.display, NotebookDisplay):
        raise RequestError(
            "scene: it has no catalogues to take its objects from: scenewright.evaluate(...) gives one that has",
            field="scene",
        )
    if asked.frame >= scene.frames:
        raise RequestError(
            f"frame: there is no frame {asked.frame}: the scene has {scene.frames}, counted from 0", field="frame"
        )
    return scene.display.view(scene.frame(asked.frame), height=asked.height)
