"""The Python functions of ``scenewright``: the same actions as on the command line.

Each takes the scene first: the path of a scene folder, of a program ``.py`` or of a model's reply ``.md``, or the text of a program.
An argument that is missing, unknown or wrong gives a :class:`~scenewright.app.requests.RequestError`, whose ``field`` names it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from scenewright.app.actions.arranging import LAYOUT, LayoutRequest
from scenewright.app.actions.dressing import DRESS, DressRequest
from scenewright.app.actions.editing import EDIT, HISTORY, STEP, EditRequest, HistoryRequest, Stepped, StepRequest
from scenewright.app.actions.generating import GENERATE, GenerateSceneRequest
from scenewright.app.actions.picture_fitting import FIT, FitRequest
from scenewright.app.actions.scene_folders import (
    COPY_SCENE,
    RENAME_SCENE,
    CopySceneRequest,
    NamedScene,
    RenameSceneRequest,
)
from scenewright.app.agent.brief import Brief
from scenewright.app.api_arguments import Folders, face, flag, is_listed, request_of, session_of
from scenewright.app.dressing.dress import Dressed
from scenewright.app.generating import Generated
from scenewright.app.layout import LaidOut
from scenewright.app.picture_fitting import Fitted
from scenewright.app.requests import RequestError
from scenewright.app.writers.writer import AgentEffort, Dress, DressLevel
from scenewright.scene.argument_values import path_argument
from scenewright.scene.folder import JournalEntry
from scenewright.scene.language.editing import Edit
from scenewright.scene.model import Scene

__all__ = [
    "copy_scene",
    "dress",
    "edit",
    "evaluate",
    "fit",
    "generate",
    "history",
    "layout",
    "redo",
    "rename_scene",
    "undo",
]


EditValues: TypeAlias = Mapping[str, object]
"""An edit as JSON values: ``{"kind": "move", "path": "chair", "by": [0, 0, 1]}``."""


@face("generating a scene")
def generate(
    text: str | None = None,
    *,
    images: Iterable[str | Path] = (),
    out: str | Path | None = None,
    overwrite: bool = False,
    model: str | None = None,
    base_url: str | None = None,
    effort: AgentEffort = "standard",
    brief: Brief | None = None,
    staged: bool | None = None,
    max_requests: int | None = None,
    max_tokens: int | None = None,
    max_seconds: float | None = None,
    max_money: float | None = None,
    seed: int = 0,
    dress: Dress = "light",
    picture: bool = True,
    layout: bool = True,
) -> Generated:
    """Write a scene program from a text, or from a picture of plain things, create its folder, lay it out and draw a preview picture.

    Args:
        text: description of a scene in English; with a model in any language that it reads.
        images: pictures, in place of a text; the first is used, and what it shows stays where it is. With a model all are shown to it,
            with or without a text.
        out: the scene folder; None: a free name below ``scenes``.
        overwrite: if `out` is a scene folder already, replace its scene, as one step that :func:`undo` takes back.
        model: language model (provider:name) that writes the program; None: the embedded writer, which needs none.
        base_url: URL of an OpenAI-compatible server that has the model.
        effort: how much the model does. quick: it writes, and repairs once by the checker; standard: it also plans and looks at the
            pictures; best: it writes three candidates, and goes on longer.
        brief: what the scene must show, for a model, as :func:`brief` gives it and you may have changed it; None: it is made from the text.
        staged: whether a model makes it in stages: plan, furniture, walls, ceiling, small things; of pictures camera, things, materials,
            light. None: scenes of pictures are, unless the effort is quick.
        max_requests: most requests to the model; None: 30.
        max_tokens: most tokens, read and written; None: 400,000.
        max_seconds: seconds after which no further request is sent; None: 900.
        max_money: most US dollars by list prices; None: no bound.
        dress: what a named room gets that nobody asked for. only: nothing; none: its furniture; light: what one sees first of a lived-in
            room, too; full: all.
        picture: False draws no picture.
        layout: False keeps the poses that the writer chose. A large repair of a model's program is not made; it is in
            ``layout.report.offer`` of the result.
        seed: of the embedded writer's choices: other seeds give other rooms.

    Raises:
        ProjectError: the folder exists already.
        ScenewrightError: see :func:`scenewright.app.generating.generate`.
    """
    shown = tuple(images)
    if text is None and not shown:
        raise RequestError("generate needs 'text' or 'images': say what the scene is, or show it", field="text")
    request = request_of(
        GenerateSceneRequest,
        text=text,
        images=shown,
        out=out,
        overwrite=overwrite,
        model=model,
        base_url=base_url,
        effort=effort,
        brief=brief,
        staged=staged,
        max_requests=max_requests,
        max_tokens=max_tokens,
        max_seconds=max_seconds,
        max_money=max_money,
        seed=seed,
        dress=dress,
        layout=layout,
        renderers=("preview",) if flag(picture, "picture") else (),
    )
    return GENERATE(request)


@face("evaluating a scene")
def evaluate(scene: str | Path, *, seed: int | None = None, root: str | None = None, libraries: Folders = ()) -> Scene:
    """Evaluate a scene folder, a ``.py``, a model's reply ``.md``, or the text of a program.

    Args:
        scene: a scene folder, a ``.py``, a reply ``.md``, or the text of a program.
        seed: random seed of the evaluation; None: that of the folder, else 0.
        root: name of the registered function that is the scene; None: that of the folder, else the one that no other calls.
        libraries: folders with libraries that the program imports, besides those beside it and those of the user. Other functions that
            take a scene have this argument, too.

    Raises:
        ProgramError: the program has an error; the message names its line.
    """
    return session_of(scene, seed=seed, root=root, libraries=libraries).scene


@face("editing a scene")
def edit(
    scene: str | Path,
    edits: Edit | EditValues | Iterable[Edit | EditValues],
    *,
    seed: int | None = None,
    libraries: Folders = (),
) -> str:
    """Apply edits, all of them or none, and return the new program. A scene folder is updated, in one undo step; a file stays as it is.
    An instance whose pose an Arrange could not set causes a warning.

    Args:
        scene: a scene folder, which is updated, or a file or the text of a program, which stays as it is.
        edits: one edit or several, such as :class:`Move`, or as JSON values: ``{'kind': 'move', 'path': 'chair', 'by': [0, 0, 1]}``.
        seed: random seed of the evaluation; None: that of the folder, else 0.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        EditError, PathError: an edit cannot be made; the message says why.
    """
    values: tuple[object, ...] = (edits,)
    if isinstance(edits, Iterable) and not isinstance(edits, (Mapping, str)):
        values = tuple(edits)
    request = request_of(EditRequest, edits=values)
    edited = EDIT(session_of(scene, seed=seed, writable=True, libraries=libraries), request)
    for path, reason in edited.failed.items():
        warnings.warn(f"'{path}' keeps its pose: {reason}", stacklevel=4)
    for consequence in edited.consequences:
        warnings.warn(consequence, stacklevel=4)
    return edited.source


@face("undoing a change")
def undo(scene: str | Path) -> Stepped:
    """Undo the last change of a scene folder, whoever made it. ``operation`` of the result is the journal's record of the step.

    Args:
        scene: a scene folder.

    Raises:
        ProjectError: there is nothing to undo, or the scene is a single file, which keeps no history.
    """
    return STEP(session_of(scene, writable=True), request_of(StepRequest, what="undo"))


@face("redoing a change")
def redo(scene: str | Path) -> Stepped:
    """Redo the change that was undone last.

    Args:
        scene: a scene folder.

    Raises:
        ProjectError: there is nothing to redo, or the scene is a single file, which keeps no history.
    """
    return STEP(session_of(scene, writable=True), request_of(StepRequest, what="redo"))


@face("listing the history")
def history(scene: str | Path) -> tuple[JournalEntry, ...]:
    """All changes of a scene folder, oldest first: ``revision``, ``kind``, ``author``, ``time`` and ``operation`` of each, and
    ``sentence``, which says what it did, as the studio's history does.

    Args:
        scene: a scene folder.

    Raises:
        ProjectError: the scene is a single file, which keeps no history.
    """
    return HISTORY(session_of(scene), request_of(HistoryRequest))


@face("renaming a scene")
def rename_scene(scene: str | Path, title: str) -> NamedScene:
    """Give a scene folder another title. The folder stays where it is, and its history has no step for this.

    Args:
        scene: a scene folder.
        title: the new one, at most 120 characters.

    Raises:
        ProjectError: there is no scene folder, or it cannot be written.
        RequestError: the title is empty, or longer than 120 characters.
    """
    folder = path_argument(scene, "scene", RequestError)
    return RENAME_SCENE(request_of(RenameSceneRequest, scene=folder, title=title))


@face("copying a scene")
def copy_scene(scene: str | Path, out: str | Path, *, title: str | None = None) -> NamedScene:
    """Copy a scene folder with its history, without its pictures.

    Args:
        scene: a scene folder.
        out: the folder of the copy; nothing may be there.
        title: of the copy; None: that of the original, and the word copy.

    Raises:
        ProjectError: there is no scene folder, something is at `out`, or it cannot be written.
        RequestError: the title is empty, or longer than 120 characters.
    """
    folder, target = path_argument(scene, "scene", RequestError), path_argument(out, "out", RequestError)
    return COPY_SCENE(request_of(CopySceneRequest, scene=folder, out=target, title=title))


@face("dressing a scene")
def dress(scene: str | Path, level: DressLevel, *, place: str = "", libraries: Folders = ()) -> Dressed:
    """Add or take away what nobody asked for: plants, books, sockets, pictures. What a person moved, changed or added stays, and all else
    where it is. A scene folder is updated, in one undo step.

    Args:
        scene: a scene folder, or a ``.py``, a reply ``.md`` or the text of a program, of which the result has the new text.
        level: none: nothing; light: what one sees first of a lived-in place; full: all that lies about there.
        place: what kind of place it is, such as *bedroom*, where the scene was not made of a text that says so.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        EditError: nothing says what kind of place it is, or the program cannot be written so.
    """
    request = request_of(DressRequest, level=level, place=place)
    return DRESS(session_of(scene, writable=True, libraries=libraries), request)


@face("fitting a scene")
def fit(
    scene: str | Path, image: str | Path, *, camera: int = 0, camera_known: bool = False, libraries: Folders = ()
) -> Fitted:
    """Bring camera, places, sizes, turns and colors of a scene to what a picture of it shows. A scene folder is updated, in one undo step.

    Args:
        scene: a scene folder, or a ``.py``, a reply ``.md`` or the text of a program, of which the result has the new text.
        image: the picture: PNG, JPEG, WebP, TIFF, BMP or HEIC.
        camera: number of the camera that it was taken with.
        camera_known: that camera is exact: only the things are fitted.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        PictureError: the picture cannot be read.
        PathError: there is no such camera.
    """
    request = request_of(FitRequest, image=image, camera=camera, camera_known=camera_known)
    return FIT(session_of(scene, writable=True, libraries=libraries), request)


@face("laying out a scene")
def layout(
    scene: str | Path,
    check: bool = False,
    *,
    seed: int | None = None,
    settle: bool = True,
    plan: str | Path | None = None,
    accept: bool = False,
    keep: Iterable[str] = (),
    libraries: Folders = (),
) -> LaidOut:
    """Repair the layout with the smallest moves: no collisions, all bodies supported, doors free, relations satisfied.

    A scene folder is updated, in one undo step. For a file or the text of a program, ``source`` of the result is the new program.
    ``report.moves`` lists what was moved, how far and why; everything else stays as written. A large repair is not made:
    ``report.offer`` has it, with the program that it would produce. Conflicting relations are in ``report.conflicts``, and nothing
    is moved for them. Relations that cannot be read are left out and listed in ``report.unreadable``.

    Args:
        scene: a scene folder, or a ``.py``, a reply ``.md`` or the text of a program, of which the result has the new text.
        check: only report violations; change nothing.
        settle: also simulate how the result settles under gravity.
        plan: PNG file for the floor plan, with arrows from old to new poses.
        accept: also make a large repair.
        keep: paths of instances that must not move.
        seed: random seed of the evaluation; None: that of the folder, else 0.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        LayoutError: the scene has no bodies, a size is not finite, or bodies rest on each other in a circle.
        PathError: a path of `keep` matches no instance.
        ProgramError: the program has an error; the message names its line.
    """
    paths = tuple(keep) if is_listed(keep) else (keep,)
    names = {} if is_listed(keep) else {"keep.0": "keep"}
    request = request_of(LayoutRequest, names, check=check, settle=settle, accept=accept, keep=paths, plan=plan)
    return LAYOUT(session_of(scene, seed=seed, writable=not check, libraries=libraries), request)
