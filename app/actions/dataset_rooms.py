"""The action that makes one room of a data set."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.dataset_rooms import WrittenRoom, read_dataset_recipe, write_room
from scenewright.app.requests import Request, RequestError
from scenewright.scene.jobs import Job

__all__ = ["DATASET_ROOM", "DatasetRoomRequest"]


class DatasetRoomRequest(Request):
    """Which room of which data set to make."""

    recipe: Path
    """TOML file with the recipe of the data set."""
    index: int = Field(ge=0)
    """Number of the room, from 0."""
    out: Path
    """Folder to write the room into, with its pictures and labels."""


def dataset_room(request: DatasetRoomRequest, job: Job) -> WrittenRoom:
    """Make, draw and label a room. One that is drawn in vain as often as the recipe allows is no error: `accepted` says so.

    Raises:
        DatasetError: the recipe cannot be used, or the extra ``dataset`` is not installed.
        RequestError: the data set has no room of that index.
    """
    recipe = read_dataset_recipe(request.recipe)
    if request.index >= recipe.rooms:
        raise RequestError(
            f"there is no room {request.index}: the recipe has {recipe.rooms}, counted from 0", field="index"
        )
    return write_room(recipe, request.index, request.out, job=job)


DATASET_ROOM = FreeAction("dataset_room", "Make one room of a data set.", DatasetRoomRequest, dataset_room)
