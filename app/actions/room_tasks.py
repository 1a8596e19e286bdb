"""The actions on a whole room: complete it, re-arrange it, tidy it up, give it a style."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import SceneAction
from scenewright.app.requests import Request, RequestError
from scenewright.app.room_tasks.completing import furnish as furnish_draft
from scenewright.app.room_tasks.outcome import RoomTaskDone
from scenewright.app.room_tasks.rearranging import rearrange as rearrange_draft
from scenewright.app.room_tasks.restyling import restyle as restyle_draft
from scenewright.app.room_tasks.scene_style import style_of_scene
from scenewright.app.room_tasks.tidying import tidy as tidy_draft
from scenewright.app.session import Draft, Session
from scenewright.app.writers.writer import DressLevel
from scenewright.assets.styles import Style, read_style
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job

__all__ = [
    "FURNISH",
    "REARRANGE",
    "RESTYLE",
    "TIDY",
    "FurnishRequest",
    "RearrangeRequest",
    "RestyleRequest",
    "TidyRequest",
]

_WRITER = "composer"
_Paths = Annotated[tuple[str, ...], Field(max_length=1_000)]
_Place = Annotated[str, Field(max_length=80)]


class FurnishRequest(Request):
    """How far a room is completed."""

    level: DressLevel = "light"
    """How much of what dresses such a place comes with the furniture that it lacks: none, light or full."""
    place: _Place = ""
    """What kind of place it is, such as bedroom; empty: what its text, its name and its things tell."""
    pinned: _Paths = ()
    """Paths of what must not be touched, beside what a relation says is fixed."""


class RearrangeRequest(Request):
    """How a room is re-arranged."""

    place: _Place = ""
    """What kind of place it is, such as bedroom; empty: what its text, its name and its things tell."""
    pinned: _Paths = ()
    """Paths of what stays where it is, beside what a relation says is fixed."""
    furnish: bool = False
    """Add what such a place has and this one lacks in the same step."""


class TidyRequest(Request):
    """How a room is tidied up."""

    pinned: _Paths = ()
    """Paths of what must not be touched, beside what a relation says is fixed."""
    keep: bool = False
    """Take nothing away: rubbish, and what has no place here, stays where it lies."""


class RestyleRequest(Request):
    """Which style a scene is given. It takes either a style or another scene."""

    style: Annotated[str, Field(max_length=200)] = ""
    """The style in words, such as Japandi, a warm Victorian look, or blue and white."""
    like: Path | None = None
    """A scene whose style is carried over, in place of words."""
    part: _Paths = ()
    """Paths of what gets the style, with what stands on it; none: all things, the walls and the floor."""
    like_part: _Paths = ()
    """Paths of what has the style, in this scene, or in that of `like`."""
    pinned: _Paths = ()
    """Paths of what must not be touched, beside what a relation says is fixed."""

    @model_validator(mode="after")
    def _one_style(self) -> Self:
        named = bool(self.style.strip()), self.like is not None or bool(self.like_part)
        if all(named) or not any(named):
            raise RequestError(
                "style: name a style, such as Japandi, or what the scene is to look like, and not both",
                field="style",
                also=("like", "like_part"),
            )
        return self


def furnish(session: Session, request: FurnishRequest, job: Job) -> RoomTaskDone:
    """Add what a half-furnished room lacks, as one undo step. What is there stays where and as it is.

    Raises:
        EditError: nothing tells what kind of place it is, or the program cannot be written so.
        PathError: a path names nothing.
        StaleChange: somebody else changed the scene meanwhile.
        ProjectError: the folder cannot be written.
        JobCancelled: nothing was changed.
    """
    draft = Draft(session)
    pinned = _found(draft, request.pinned)
    done = furnish_draft(
        draft, level=request.level, place=request.place.strip(), prompt=_prompt(session), pinned=pinned, job=job
    )
    return _saved(session, draft, done)


def rearrange(session: Session, request: RearrangeRequest, job: Job) -> RoomTaskDone:
    """Give the things of a room a sensible arrangement, as one undo step. They stay the same, and look the same.

    Raises:
        EditError: the scene cannot be read as a room or laid out.
        PathError: a path names nothing.
        StaleChange: somebody else changed the scene meanwhile.
        ProjectError: the folder cannot be written.
        JobCancelled: nothing was changed.
    """
    draft = Draft(session)
    done = rearrange_draft(
        draft,
        place=request.place.strip(),
        prompt=_prompt(session),
        pinned=_found(draft, request.pinned),
        adds="light" if request.furnish else None,
        job=job,
    )
    return _saved(session, draft, done)


def tidy(session: Session, request: TidyRequest, job: Job) -> RoomTaskDone:
    """Put what lies about where it belongs, or take it away, as one undo step.

    Raises:
        EditError: the scene cannot be read as a room or laid out.
        PathError: a path names nothing.
        StaleChange: somebody else changed the scene meanwhile.
        ProjectError: the folder cannot be written.
        JobCancelled: nothing was changed.
    """
    draft = Draft(session)
    pinned = _found(draft, request.pinned)
    done = tidy_draft(draft, prompt=_prompt(session), pinned=pinned, takes_away=not request.keep, job=job)
    return _saved(session, draft, done)


def restyle(session: Session, request: RestyleRequest, job: Job) -> RoomTaskDone:
    """Give a scene, or a part of it, a style, as one undo step. Things keep their kinds, places and sizes.

    Raises:
        EditError: nobody knows the style, or the program cannot be written so.
        PathError: a path names nothing.
        ProjectError, ProgramError: the scene that is to be like cannot be read.
        StaleChange: somebody else changed the scene meanwhile.
        JobCancelled: nothing was changed.
    """
    draft = Draft(session)
    style = _style(draft, request, job)
    part, pinned = _found(draft, request.part), _found(draft, request.pinned)
    done = restyle_draft(draft, style, part=part, pinned=pinned, job=job)
    return _saved(session, draft, done, style=style.name)


def _style(draft: Draft, request: RestyleRequest, job: Job) -> Style:
    """The style that a request names, or that the scene it names has."""
    if request.style.strip():
        try:
            return read_style(request.style)
        except AssetError as error:
            raise EditError(str(error)).about("style") from None
    if request.like is None:
        name = " and ".join(path.rpartition("/")[2].replace("_", " ") for path in request.like_part[:3])
        return _style_of(draft, f"style of the {name}", request.like_part, job)
    other = Session.open(request.like)
    with other.working(job):
        title = other.project.title if other.project is not None and other.project.title else request.like.stem
        return _style_of(Draft(other), f"style of {title}", request.like_part, job)


def _style_of(draft: Draft, name: str, part: tuple[str, ...], job: Job) -> Style:
    try:
        judged = draft.judged(job=job.quiet())
    except LayoutError as error:
        raise EditError(f"the things of {name} cannot be told: {error}") from error
    return style_of_scene(judged, name, _found(draft, part))


def _found(draft: Draft, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Full paths.

    Raises:
        PathError: one names nothing, or several instances.
    """
    return tuple(draft.scene.find(path).path for path in paths)


def _prompt(session: Session) -> str:
    project = session.project
    return "" if project is None else project.prompt or project.title or ""


def _saved(session: Session, draft: Draft, done: RoomTaskDone, **more: str) -> RoomTaskDone:
    """The result, once its step is saved."""
    if not done.done:
        return replace(done, revision=session.revision)
    counts = {key: len(paths) for key in ("added", "moved", "changed", "removed") if (paths := getattr(done, key))}
    revision = draft.save(author="agent", name=_WRITER, operation={"kind": done.task, **counts, **more})
    return replace(done, revision=revision)


FURNISH = SceneAction(
    "furnish", "Complete a half-furnished room: add what such a place has and it lacks.", FurnishRequest, furnish, changes=True
)  # fmt: skip
REARRANGE = SceneAction(
    "rearrange", "Give the things of a room a sensible arrangement.", RearrangeRequest, rearrange, changes=True
)
TIDY = SceneAction("tidy", "Put away what lies about in a room.", TidyRequest, tidy, changes=True)
RESTYLE = SceneAction("restyle", "Give a scene or a part of it a style.", RestyleRequest, restyle, changes=True)
