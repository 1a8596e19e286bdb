"""The Python functions of ``scenewright``: the same actions as on the command line."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from scenewright.app.actions.arranging import LAYOUT, LayoutRequest
from scenewright.app.actions.drawing import RENDER, RenderViewsRequest
from scenewright.app.actions.editing import EDIT, EditRequest
from scenewright.app.actions.exporting import EXPORT, ExportRequest
from scenewright.app.actions.generating import GENERATE, GenerateSceneRequest
from scenewright.app.actions.querying import QUERY, QueryRequest
from scenewright.app.generating import Generated
from scenewright.app.internal_errors import ours_only
from scenewright.app.layout import LaidOut
from scenewright.app.pictures import Drawn
from scenewright.app.session import Session
from scenewright.scene.language.editing import Edit
from scenewright.scene.model import Scene
from scenewright.scene.semantics.queries import Answer
from scenewright.scene.sources import SceneSource, SourceKind

__all__ = ["edit", "evaluate", "export", "generate", "layout", "query", "render"]


@ours_only("generating a scene", system_errors=True)
def generate(
    text: str,
    *,
    out: str | Path | None = None,
    model: str | None = None,
    base_url: str | None = None,
    seed: int = 0,
    picture: bool = True,
    layout: bool = True,
) -> Generated:
    """Write a scene program from a text, create its folder, lay it out and draw a preview picture.

    Args:
        picture: False draws no picture.
        layout: False keeps the poses that the writer chose. A large repair of a model's program is not made; it is in
            ``layout.report.offer`` of the result.

    Raises:
        ScenewrightError: see :func:`scenewright.app.generating.generate`.
    """
    request = GenerateSceneRequest(
        text=text,
        out=out,
        model=model,
        base_url=base_url,
        seed=seed,
        layout=layout,
        renderers=("preview",) if picture else (),
    )
    return GENERATE(request)


@ours_only("evaluating a scene", system_errors=True)
def evaluate(scene: str | Path, *, seed: int | None = None, root: str | None = None) -> Scene:
    """Evaluate a scene folder, a ``.py``, a model's reply ``.md``, or the text of a program.

    Raises:
        ProgramError: the program has an error; the message names its line.
    """
    return _session(scene, seed=seed, root=root).scene


@ours_only("editing a scene", system_errors=True)
def edit(
    scene: str | Path, edits: Edit | Mapping[str, Any] | Iterable[Edit | Mapping[str, Any]], *, seed: int | None = None
) -> str:
    """Apply edits, all of them or none, and return the new program. A scene folder is updated, in one undo step; a file stays as it is.
    An instance whose pose an Arrange could not set causes a warning.

    Raises:
        EditError, PathError: an edit cannot be made; the message says why.
    """
    request = EditRequest(edits=(edits,) if isinstance(edits, (Edit, Mapping)) or not _listed(edits) else tuple(edits))
    edited = EDIT(_session(scene, seed=seed, writable=True), request)
    for path, reason in edited.failed.items():
        warnings.warn(f"'{path}' keeps its pose: {reason}", stacklevel=2)
    for consequence in edited.consequences:
        warnings.warn(consequence, stacklevel=2)
    return edited.source


@ours_only("laying out a scene", system_errors=True)
def layout(
    scene: str | Path,
    check: bool = False,
    *,
    seed: int | None = None,
    settle: bool = True,
    plan: str | Path | None = None,
    accept: bool = False,
    keep: Iterable[str] = (),
) -> LaidOut:
    """Repair the layout with the smallest moves: no collisions, all bodies supported, doors free, relations satisfied.

    A scene folder is updated, in one undo step. For a file or the text of a program, ``source`` of the result is the new program.
    ``report.moves`` lists what was moved, how far and why; everything else stays as written. A large repair is not made:
    ``report.offer`` has it, with the program that it would produce. Conflicting relations are in ``report.conflicts``, and nothing
    is moved for them. Relations that cannot be read are left out and listed in ``report.unreadable``.

    Args:
        check: only report violations; change nothing.
        settle: also simulate how the result settles under gravity.
        plan: PNG file for the floor plan, with arrows from old to new poses.
        accept: also make a large repair.
        keep: paths of instances that must not move.

    Raises:
        LayoutError: the scene has no bodies, a size is not finite, or bodies rest on each other in a circle.
        PathError: a path of `keep` matches no instance.
        ProgramError: the program has an error; the message names its line.
    """
    paths = tuple(keep) if _listed(keep) else (keep,)
    request = LayoutRequest(check=check, settle=settle, accept=accept, keep=paths, plan=plan)
    return LAYOUT(_session(scene, seed=seed, writable=not check), request)


@ours_only("drawing a scene", system_errors=True)
def render(scene: str | Path, *, renderer: str = "preview", out: str | Path | None = None, **settings: Any) -> Drawn:
    """Draw a scene; `settings` are the fields of :class:`scenewright.app.pictures.PictureRequest`.

    Raises:
        RequestError: a setting is unknown or has a wrong value.
        RenderError: the renderer is unknown or cannot run here.
    """
    request = RenderViewsRequest(renderer=renderer, out=out, **settings)
    return RENDER(_session(scene, writable=out is None), request)


@ours_only("exporting a scene", system_errors=True)
def export(
    scene: str | Path, out: str | Path, *, frame: int = 0, splats: int | None = None, lit: bool = False
) -> list[Path]:
    """Write a scene's geometry and return the files. `splats`: write this many Gaussians as a splat file instead; `lit`: with the
    scene's lighting baked into their colours.

    Raises:
        ScenewrightError: the suffix is no format, or the frame does not exist.
    """
    return list(EXPORT(_session(scene), ExportRequest(out=out, frame=frame, splats=splats, lit=lit)).files)


@ours_only("querying a scene", system_errors=True)
def query(scene: str | Path, text: str, *, top_k: int | None = None, threshold: float = 0.0, camera: int = 0) -> Answer:
    """Find the entities that a sentence describes, best first, with scores and reasons; none if nothing fits.

    Args:
        camera: number of the camera for *leftmost* and *as seen from the camera*.

    Raises:
        QueryError: the query is empty, too long or not English.
        PathError: the camera does not exist.
    """
    request = QueryRequest(queries=(text,), top_k=top_k, threshold=threshold, camera=camera)
    result = QUERY(_session(scene), request)
    if result.missing is not None:
        warnings.warn(result.missing, stacklevel=2)
    return result.answers[0]


def _listed(values: object) -> bool:
    """Whether values come several; a single one, of whatever type, is left to the request to read or refuse."""
    return isinstance(values, Iterable) and not isinstance(values, (str, bytes))


def _session(scene: str | Path, *, seed: int | None = None, root: str | None = None, writable: bool = False) -> Session:
    if isinstance(scene, str) and "\n" in scene:  # a path has no line break, so this is the text of a program
        origin = SceneSource(scene, SourceKind.STDIN, None)
        return Session(origin, seed=seed, root=root)
    return Session.open(scene, seed=seed, root=root, writable=writable)
