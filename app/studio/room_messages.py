"""The requests of jobs on a whole room, on a picture of it, and on what of it is worth keeping. See :mod:`.job_messages`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field

from scenewright.app.studio.job_messages import Files, JobMessage, JobPlan, NodePath, UploadId
from scenewright.app.writers.writer import DressLevel

if TYPE_CHECKING:
    from scenewright.app.studio.job_folders import JobFolders

__all__ = [
    "FitMessage",
    "FurnishMessage",
    "LearnEntityMessage",
    "LearnOffersMessage",
    "RearrangeMessage",
    "RestyleMessage",
    "TidyMessage",
]

Paths = Annotated[tuple[NodePath, ...], Field(max_length=1_000)]
PlaceWords = Annotated[str, Field(max_length=80)]
Word = Annotated[str, Field(min_length=1, max_length=200)]
SceneId = Annotated[str, Field(pattern=r"^[0-9a-f]{20}$")]


class _RoomMessage(JobMessage):
    """The base of what changes a whole room."""

    needs_scene: ClassVar[bool] = True

    pinned: Paths = ()
    """Paths of what must not be touched, beside what a relation says is fixed."""

    @property
    def changes(self) -> bool:
        return True

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan(self.action, self.model_dump(mode="json"))


class FurnishMessage(_RoomMessage):
    """How far the room is completed."""

    action: ClassVar[str] = "furnish"

    level: DressLevel = "light"
    """How much of what dresses such a place comes with the furniture that it lacks: none, light or full."""
    place: PlaceWords = ""
    """What kind of place it is, such as bedroom; empty: what its text, its name and its things tell."""


class RearrangeMessage(_RoomMessage):
    """How the room is re-arranged."""

    action: ClassVar[str] = "rearrange"

    place: PlaceWords = ""
    """What kind of place it is, such as bedroom; empty: what its text, its name and its things tell."""
    furnish: bool = False
    """Add what such a place has and this one lacks in the same step."""


class TidyMessage(_RoomMessage):
    """How the room is tidied up."""

    action: ClassVar[str] = "tidy"

    keep: bool = False
    """Take nothing away: rubbish, and what has no place here, stays where it lies."""


class RestyleMessage(_RoomMessage):
    """Which style the scene is given: one in words, or that of another scene."""

    action: ClassVar[str] = "restyle"

    style: Annotated[str, Field(max_length=200)] = ""
    """The style in words, such as Japandi, a warm Victorian look, or blue and white."""
    like: SceneId | None = None
    """Id of a scene of yours whose style is carried over, in place of words."""
    part: Paths = ()
    """Paths of what gets the style, with what stands on it; none: all things, the walls and the floor."""

    def look(self, folders: JobFolders) -> None:
        from scenewright.app.actions.room_tasks import RestyleRequest

        RestyleRequest(**self._values(folders))

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("restyle", self._values(folders))

    def _values(self, folders: JobFolders) -> dict[str, Any]:
        like = None if self.like is None else str(folders.scenes.find(self.like).folder)
        return {**self.model_dump(), "like": like}


class FitMessage(JobMessage):
    """A picture of the scene, and which camera took it."""

    action: ClassVar[str] = "fit"
    needs_scene: ClassVar[bool] = True

    image: UploadId
    """The uploaded picture."""
    camera: int = Field(default=0, ge=0, le=10_000)
    """Number of the camera that it was taken with, from 0."""
    camera_known: bool = False
    """That camera is exact: only the things are fitted."""

    @property
    def changes(self) -> bool:
        return True

    def look(self, folders: JobFolders) -> None:
        folders.upload(self.image, ("picture",))

    def planned(self, folders: JobFolders) -> JobPlan:
        picture = folders.upload(self.image, ("picture",)).content
        return JobPlan("fit", {**self.model_dump(mode="json"), "image": str(picture)})


class LearnOffersMessage(JobMessage):
    """Which functions of the program are worth keeping."""

    action: ClassVar[str] = "learn_offers"
    needs_scene: ClassVar[bool] = True

    sheet: bool = True
    """Also draw a picture of each offer."""

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("learn_offers", {"sheet": str(folders.own("offers.png")) if self.sheet else None})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [("offers.png", folders.own("offers.png"))] if result.get("sheet") else [], None


class LearnEntityMessage(JobMessage):
    """Which function to keep in your own library, and as what."""

    action: ClassVar[str] = "learn_entity"
    needs_scene: ClassVar[bool] = True

    name: Word
    """The entity function."""
    word: Word | None = None
    """What it is found by; None: what the offer proposes."""
    synonyms: Annotated[tuple[Word, ...], Field(max_length=50)] = ()
    """Further words."""
    replacing: bool = False
    """Put it in place of what was learned and says the same, or has the same name."""
    apart: bool = False
    """Keep it beside what says the same, where it would be merged with that."""

    def look(self, folders: JobFolders) -> None:
        from scenewright.app.actions.learning import LearnEntityRequest

        LearnEntityRequest(**self.model_dump())

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("learn_entity", self.model_dump(mode="json"))

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [], None
