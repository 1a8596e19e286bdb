"""Small pictures of the programs of the reference, drawn by the preview renderer."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from scenewright.app.session import Session
from scenewright.renderers.base import RenderRequest, view_cameras, warm_renderer
from scenewright.scene.folder import Project
from scenewright.scene.jobs import Job
from scenewright.scene.sources import SceneSource, SourceKind, read_source

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["picture_of_capture", "picture_of_file", "picture_of_program"]

_COLORS = 128
"""Colors of a picture's palette, which keep it small."""
_MOST_TILES = 4
_SPLATS = 60_000


def picture_of_program(program: str, *, width: int = 320, height: int = 240, job: Job | None = None) -> bytes:
    """A PNG of a program: one view; two to four side by side where it has several cameras or frames.

    Raises:
        ProgramError: the program has an error.
        RenderError: the picture cannot be drawn.
    """
    return _drawn(Session(SceneSource(program, SourceKind.STDIN, None), assets=_built_in()), (), width, height, job)


def picture_of_file(
    path: Path, frames: tuple[int, ...], *, width: int = 480, height: int = 360, job: Job | None = None
) -> bytes:
    """A PNG of a program file or scene folder, of these frames.

    Raises:
        ProgramError, ProjectError: the scene cannot be read.
        RenderError: the picture cannot be drawn.
    """
    session = Session.open(path)
    if session.folder is None:
        session = Session(session.origin, assets=_built_in())
    return _drawn(session, frames, width, height, job)


def picture_of_capture(program: str, *, width: int = 320, height: int = 240, job: Job | None = None) -> bytes:
    """A PNG of a program that places the splats ``capture.ply``, drawn as Gaussians; an armchair stands in for the capture.

    Raises:
        ProgramError: the program has an error.
        RenderError: the picture cannot be drawn.
    """
    from scenewright.app.exporting import export_scene

    captured = "from scene.language import *\n@register()\ndef captured():\n    return asset_call('armchair')\n"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "scene"
        Project.create(root, program)
        made = Session(SceneSource(captured, SourceKind.STDIN, None), assets=_built_in())
        export_scene(made.scene, root / "capture.ply", assets=made.assets, splats=_SPLATS, lit=True)
        return _drawn(Session(read_source(root), assets=_built_in()), (), width, height, job, renderer="splat")


def _built_in() -> Any:
    """Only our own objects: the pictures must not depend on what a user has installed."""
    from scenewright.assets import Catalogue

    return Catalogue.built_in()


def _drawn(
    session: Session, frames: tuple[int, ...], width: int, height: int, job: Job | None, renderer: str = "preview"
) -> bytes:
    scene = session.scene
    if not frames:
        frames = tuple(np.linspace(0, scene.frames - 1, min(scene.frames, _MOST_TILES)).round().astype(int).tolist())
    cameras = view_cameras(scene, aspect=width / height)
    several = len(frames) * len(cameras) > 1
    size = (width // 2, height // 2) if several else (width, height)
    drawing = warm_renderer(renderer)
    tiles = []
    for frame in frames:
        request = RenderRequest(
            scene=scene, cameras=cameras, width=size[0], height=size[1], frame=frame, provider=session.assets, root=session.folder
        )  # fmt: skip
        tiles.extend(view.channels["color"] for view in drawing.render(request, job=job).views)
    return _png(_together(tiles[:_MOST_TILES]))


def _together(tiles: list[npt.NDArray[np.uint8]]) -> npt.NDArray[np.uint8]:
    """One picture of up to four of one size: side by side, in rows of two."""
    if len(tiles) == 1:
        return tiles[0]
    white = np.full_like(tiles[0], 255)
    padded = [*tiles, *[white] * (len(tiles) % 2)]
    rows = [np.concatenate(padded[i : i + 2], axis=1) for i in range(0, len(padded), 2)]
    return np.concatenate(rows, axis=0)


def _png(pixels: npt.NDArray[np.uint8]) -> bytes:
    from PIL import Image

    picture: Image.Image = Image.fromarray(pixels[..., :3]).quantize(_COLORS, kmeans=3, dither=Image.Dither.NONE)
    stream = io.BytesIO()
    picture.save(stream, format="PNG", optimize=True)
    return stream.getvalue()
