"""The functions that ``scenewright`` shows: the same work as the command line's, for Python."""

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
from scenewright.app.layout import LaidOut
from scenewright.app.pictures import Drawn
from scenewright.app.session import Session
from scenewright.scene.language.editing import Edit
from scenewright.scene.model import Scene
from scenewright.scene.semantics.queries import Answer
from scenewright.scene.sources import SceneSource, SourceKind

__all__ = ["edit", "evaluate", "export", "generate", "layout", "query", "render"]


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
    """Write a scene program from a text, make its folder and lay it out, with a preview picture unless `picture` is False.

    Args:
        layout: False leaves everything where the writer put it. A repair that changes much of what a model wrote is not taken:
            ``layout.report.offer`` of what is returned has it.

    Raises:
        ScenewrightError: see :func:`scenewright.app.generating.generate`.
    """
    request = GenerateSceneRequest(
        text=text,
        out=None if out is None else Path(out),
        model=model,
        base_url=base_url,
        seed=seed,
        layout=layout,
        renderers=("preview",) if picture else (),
    )
    return GENERATE(request)


def evaluate(scene: str | Path, *, seed: int | None = None, root: str | None = None) -> Scene:
    """The Scene of a scene folder, a ``.py``, a reply ``.md``, or of a program's text itself.

    Raises:
        ProgramError: the program is wrong, with its line.
    """
    return _session(scene, seed=seed, root=root).scene


def edit(
    scene: str | Path, edits: Edit | Mapping[str, Any] | Iterable[Edit | Mapping[str, Any]], *, seed: int | None = None
) -> str:
    """The new text after some edits: all of them, or none. A scene folder is updated, in one undo step; a file is left as it is. What an
    Arrange could not bring where it was to go is told as a warning.

    Raises:
        EditError, PathError: an edit cannot be made; the message says why.
    """
    listed = [edits] if isinstance(edits, (Edit, Mapping)) else list(edits)
    request = EditRequest(edits=tuple(e.to_json() if isinstance(e, Edit) else dict(e) for e in listed))
    edited = EDIT(_session(scene, seed=seed, writable=True), request)
    for path, reason in edited.failed.items():
        warnings.warn(f"'{path}' stands as before: {reason}", stacklevel=2)
    return edited.source


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
    """Move what does not hold as little as can be, until nothing collides, all stands, doors open, and relations hold.

    A scene folder is updated, in one undo step; of a file or a program's text the new text is ``source`` of what is returned.
    ``report.moves`` says what was moved, how far and why; all else stands as it was written. A repair that changes much is not
    taken: ``report.offer`` has it, with the text that it would make, and what it is about stays as it was. What cannot hold is no
    error either: ``report.conflicts`` names it, and nothing is moved for it. Relations that cannot be read are left out:
    ``report.unreadable``.

    Args:
        check: only say what holds and what does not; nothing is changed.
        settle: also let the result settle under gravity.
        plan: PNG file that the plan is drawn into, with arrows from old places to new ones.
        accept: take a repair that changes much, too.
        keep: paths of what stays where it is.

    Raises:
        LayoutError: there is nothing to lay out, a size is no number, or things rest on each other in a circle.
        PathError: a path of `keep` names nothing.
        ProgramError: the program is wrong, with its line.
    """
    kept = (keep,) if isinstance(keep, str) else tuple(keep)
    drawn = None if plan is None else Path(plan)
    request = LayoutRequest(check=check, settle=settle, accept=accept, keep=kept, plan=drawn)
    return LAYOUT(_session(scene, seed=seed, writable=not check), request)


def render(scene: str | Path, *, renderer: str = "preview", out: str | Path | None = None, **settings: Any) -> Drawn:
    """Draw a scene; `settings` are the fields of :class:`scenewright.app.pictures.PictureRequest`.

    Raises:
        RequestError: a setting that there is not, or that is not what it must be.
        RenderError: no such renderer, or it cannot run here.
    """
    request = RenderViewsRequest(renderer=renderer, out=None if out is None else Path(out), **settings)
    return RENDER(_session(scene, writable=out is None), request)


def export(
    scene: str | Path, out: str | Path, *, frame: int = 0, splats: int | None = None, lit: bool = False
) -> list[Path]:
    """Write a scene's geometry, or so many Gaussians as a splat file, `lit` by its light; gives the files.

    Raises:
        ScenewrightError: an unknown ending, no such frame.
    """
    return list(EXPORT(_session(scene), ExportRequest(out=Path(out), frame=frame, splats=splats, lit=lit)).files)


def query(scene: str | Path, text: str, *, top_k: int | None = None, threshold: float = 0.0, camera: int = 0) -> Answer:
    """What a sentence means in a scene: entities with scores and reasons, best first, none where nothing fits.

    Args:
        camera: number of the view that *leftmost* and *as seen from the camera* mean.

    Raises:
        QueryError: the query is empty, too long or not English.
        PathError: there is no such camera.
    """
    request = QueryRequest(queries=(text,), top_k=top_k, threshold=threshold, camera=camera)
    found = QUERY(_session(scene), request)
    if found.missing is not None:
        warnings.warn(found.missing, stacklevel=2)
    return found.answers[0]


def _session(scene: str | Path, *, seed: int | None = None, root: str | None = None, writable: bool = False) -> Session:
    if isinstance(scene, str) and "\n" in scene:  # no path holds a line break: it is a program
        origin = SceneSource(scene, SourceKind.STDIN, None)
        return Session(origin, seed=seed, root=root)
    return Session.open(scene, seed=seed, root=root, writable=writable)
