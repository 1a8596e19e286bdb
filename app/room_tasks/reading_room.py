"""Reads the room of a step in the making: its things, its kind and the colours that go with it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from scenewright.app.room_tasks.room_kind import kind_of_room
from scenewright.app.room_tasks.scene_style import palette_of_things
from scenewright.app.room_tasks.standing_room import StandingRoom
from scenewright.app.room_tasks.things import standing_things
from scenewright.assets import Catalogue
from scenewright.assets.user_recipes import recipe_book
from scenewright.scene.errors import EditError, LayoutError

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.jobs import Job

__all__ = ["read_room"]


def read_room(draft: Draft, *, place: str, prompt: str, pinned: Collection[str], job: Job) -> StandingRoom:
    """The room of a draft as it stands.

    Args:
        place: what kind of place it is, where somebody says so; '' to find out.
        prompt: the text that the scene was made of; '' for none.
        pinned: paths of what must not be touched.

    Raises:
        EditError: the scene cannot be judged, or no recipe is for `place`.
        JobCancelled: the job was cancelled.
    """
    try:
        judged = draft.judged(job=job.quiet())
    except LayoutError as error:
        raise EditError(f"the scene cannot be read as a room: {error}") from error
    catalogue, book = Catalogue.default(), recipe_book()
    things = standing_things(judged, catalogue, pinned)
    root = draft.scene.root
    if place:
        recipe = book.find(place)
        if recipe is None:
            raise EditError(f"no recipe is for {place!r}: name a kind of room, such as 'bedroom'").about("place")
    else:
        recipe = kind_of_room(book, (prompt, root.name, root.phrase or ""), things)
    return StandingRoom(judged, things, catalogue, book, recipe, palette_of_things(things, catalogue), prompt)
