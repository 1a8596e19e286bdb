"""The Python functions on whole rooms: complete one, re-arrange it, tidy it up, give it a style."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenewright.app.actions.room_tasks import (
    FURNISH,
    REARRANGE,
    RESTYLE,
    TIDY,
    FurnishRequest,
    RearrangeRequest,
    RestyleRequest,
    TidyRequest,
)
from scenewright.app.api_arguments import Folders, face, request_of, session_of
from scenewright.app.requests import RequestError
from scenewright.app.room_tasks.outcome import RoomTaskDone
from scenewright.app.writers.writer import DressLevel
from scenewright.scene.argument_values import path_argument

__all__ = ["furnish", "rearrange", "restyle", "tidy"]


@face("completing a room")
def furnish(
    scene: str | Path,
    level: DressLevel = "light",
    *,
    place: str = "",
    pinned: Sequence[str] = (),
    libraries: Folders = (),
) -> RoomTaskDone:
    """Add what a half-furnished room lacks, in one undo step. What is there stays where and as it is.

    Args:
        scene: a scene folder, or a ``.py``, a reply ``.md`` or the text of a program, of which the result has the new text.
        level: how much of what dresses such a place comes with its furniture: none, light or full.
        place: what kind of place it is, such as *bedroom*; '': what its text, its name and its things tell.
        pinned: paths of what must not be touched.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        EditError: nothing tells what kind of place it is, or the program cannot be written so.
    """
    request = request_of(FurnishRequest, level=level, place=place, pinned=tuple(pinned))
    return FURNISH(session_of(scene, writable=True, libraries=libraries), request)


@face("re-arranging a room")
def rearrange(
    scene: str | Path,
    *,
    place: str = "",
    pinned: Sequence[str] = (),
    furnish: bool = False,
    libraries: Folders = (),
) -> RoomTaskDone:
    """Give the things of a room a sensible arrangement, in one undo step: the same things, with the same looks.

    Args:
        scene: a scene folder, or a ``.py``, a reply ``.md`` or the text of a program, of which the result has the new text.
        place: what kind of place it is, such as *bedroom*; '': what its text, its name and its things tell.
        pinned: paths of what stays where it is.
        furnish: also add what such a place has and this one lacks.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        EditError: the scene cannot be read as a room or laid out.
    """
    request = request_of(RearrangeRequest, place=place, pinned=tuple(pinned), furnish=furnish)
    return REARRANGE(session_of(scene, writable=True, libraries=libraries), request)


@face("tidying up a room")
def tidy(scene: str | Path, *, pinned: Sequence[str] = (), keep: bool = False, libraries: Folders = ()) -> RoomTaskDone:
    """Put what lies about where it belongs, or take it away, in one undo step.

    Args:
        scene: a scene folder, or a ``.py``, a reply ``.md`` or the text of a program, of which the result has the new text.
        pinned: paths of what must not be touched.
        keep: take nothing away, not even rubbish.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        EditError: the scene cannot be read as a room or laid out.
    """
    request = request_of(TidyRequest, pinned=tuple(pinned), keep=keep)
    return TIDY(session_of(scene, writable=True, libraries=libraries), request)


@face("giving a scene a style")
def restyle(
    scene: str | Path,
    style: str = "",
    *,
    like: str | Path | None = None,
    part: Sequence[str] = (),
    like_part: Sequence[str] = (),
    pinned: Sequence[str] = (),
    libraries: Folders = (),
) -> RoomTaskDone:
    """Give a scene, or a part of it, a style, in one undo step: other colours, materials and kinds of objects. Places and sizes stay.

    Args:
        scene: a scene folder, or a ``.py``, a reply ``.md`` or the text of a program, of which the result has the new text.
        style: in words, such as *Japandi*, *a warm Victorian look* or *blue and white*.
        like: a scene whose style is carried over, in place of words.
        part: paths of what gets the style, with what stands on it; none: all things, the walls and the floor.
        like_part: paths of what has the style, in this scene or in that of `like`.
        pinned: paths of what must not be touched.
        libraries: folders with libraries that the program imports, besides those that are found anyway; see :func:`evaluate`.

    Raises:
        EditError: nobody knows the style, or the program cannot be written so.
    """
    other = None if like is None else path_argument(like, "like", RequestError)
    request = request_of(
        RestyleRequest, style=style, like=other, part=tuple(part), like_part=tuple(like_part), pinned=tuple(pinned)
    )
    return RESTYLE(session_of(scene, writable=True, libraries=libraries), request)
