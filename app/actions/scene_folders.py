"""The actions that give a scene folder another title, and copy it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.requests import Request
from scenewright.scene.folder import Project, copy_scene_folder
from scenewright.scene.jobs import Job
from scenewright.scene.printing import printable

__all__ = [
    "COPY_SCENE",
    "MOST_TITLE",
    "RENAME_SCENE",
    "CopySceneRequest",
    "NamedScene",
    "RenameSceneRequest",
    "SceneTitle",
]

MOST_TITLE = 120


def _plain_title(title: str) -> str:
    plain = " ".join(printable(title).split())
    if not plain:
        raise ValueError("a title has at least one letter")
    return plain


SceneTitle = Annotated[str, Field(max_length=MOST_TITLE), AfterValidator(_plain_title)]
"""A title for people: one line of text."""


@dataclass(frozen=True)
class NamedScene:
    """A scene folder, and `title`: what it is called."""

    folder: Path
    title: str

    def report(self) -> dict[str, object]:
        """All of it as data."""
        return {"folder": str(self.folder), "title": self.title}


class RenameSceneRequest(Request):
    """Which scene to give a title, and which."""

    scene: Path
    """The scene folder. It stays where it is."""
    title: SceneTitle
    """Its new title, for people: one line of at most 120 characters."""


def rename_scene(request: RenameSceneRequest, job: Job) -> NamedScene:
    """Give a scene another title. This is no change of the scene: it makes no revision, and undo leaves it.

    Raises:
        ProjectError: there is no scene folder, or it cannot be written.
    """
    project = Project.open(request.scene)
    project.configure(title=request.title)
    return NamedScene(project.folder, request.title)


RENAME_SCENE = FreeAction("rename_scene", "Give a scene folder another title.", RenameSceneRequest, rename_scene)


class CopySceneRequest(Request):
    """Which scene to copy, and where to."""

    scene: Path
    """The scene folder."""
    out: Path
    """The folder of the copy; nothing may be there."""
    title: SceneTitle | None = None
    """Title of the copy; None: that of the original with the word copy."""


def copy_scene(request: CopySceneRequest, job: Job) -> NamedScene:
    """Copy a scene folder with its history, without its pictures.

    Raises:
        ProjectError: there is no scene folder, something is at `out`, or it cannot be written.
    """
    title = request.title
    if title is None:
        project = Project.open(request.scene, writable=False)
        title = f"{project.title or project.folder.name.replace('_', ' ')} copy"[:MOST_TITLE]
    copy = copy_scene_folder(request.scene, request.out, title=title)
    return NamedScene(copy.folder, title)


COPY_SCENE = FreeAction("copy_scene", "Copy a scene folder.", CopySceneRequest, copy_scene, makes_scene=True)
