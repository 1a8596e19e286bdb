"""What pages send, checked before it is used. ``app/studio/web/src/protocol/studio.ts`` is the other side."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from scenewright.app.actions.scene_folders import SceneTitle
from scenewright.app.requests import Request
from scenewright.scene.folder import ViewPose

__all__ = [
    "AgainMessage",
    "ChatMessage",
    "CopyMessage",
    "EditMessage",
    "InterfaceMessage",
    "JobStartMessage",
    "OpenMessage",
    "RenameMessage",
    "RunMessage",
    "ShapesMessage",
    "StepMessage",
    "ThingsMessage",
    "ViewChangeMessage",
    "ViewMessage",
    "WriteMessage",
]

PlaceId = Annotated[str, Field(pattern=r"^[0-9a-f]{20}$")]
Command = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")]
ModelName = Annotated[str, Field(max_length=200, pattern=r"^[\x21-\x7e]*$")]
ShapeKey = Annotated[str, Field(pattern=r"^[0-9a-f]{20}$")]

_MOST_TEXT = 2 << 20


class OpenMessage(Request):
    """Which scene a session shows."""

    place: PlaceId | None = None
    """Id of the scene; None: the first page."""
    home: bool = False
    """Show the first page, even where a scene was named on the command line."""


class RenameMessage(Request):
    """Another title for a scene."""

    title: SceneTitle
    """One line of text."""


class CopyMessage(Request):
    """A copy of a scene."""

    title: SceneTitle | None = None
    """Of the copy; None: that of the original, and the word copy."""


class InterfaceMessage(Request):
    """What a page wants to find again when it is loaded anew."""

    values: dict[str, Any]
    """JSON values by names that the page chooses."""


class ShapesMessage(Request):
    """Which meshes and textures a page needs."""

    keys: tuple[ShapeKey, ...] = Field(max_length=20_000)
    """Their keys, from the drawing."""


class ThingsMessage(Request):
    """Things that a page shows the details of."""

    paths: tuple[Annotated[str, Field(max_length=2_000)], ...] = Field(min_length=1, max_length=50)
    """Their paths."""


class EditMessage(Request):
    """Edits as one undo step."""

    edits: tuple[dict[str, Any], ...] = Field(max_length=1_000)
    """Edits of the language's editor as JSON values."""
    based_on: int | None = None
    """Revision that they were made for; None: whatever is there."""
    command: Command | None = None
    """A name of the command that no other has: asked for again, it is not done twice."""


class WriteMessage(Request):
    """A new text of the program."""

    text: str = Field(max_length=_MOST_TEXT)
    """The whole text."""
    based_on: int | None = None
    """Revision that it was written for; None: whatever is there."""
    command: Command | None = None
    """As for edits."""
    what: Literal["write", "layout"] = "write"
    """What a person wrote, or a repair that a layout offered."""


class StepMessage(Request):
    """Undo or redo."""

    what: Literal["undo", "redo"]
    """Which of the two."""
    command: Command | None = None
    """As for edits."""


class ChatMessage(Request):
    """What a person says to the editor of the scene."""

    text: str = Field(min_length=1, max_length=4_000)
    """The sentence."""
    selection: tuple[Annotated[str, Field(max_length=1_000)], ...] = Field(default=(), max_length=500)
    """Paths of what is selected."""
    camera: int = Field(default=0, ge=0, le=10_000)
    """Number of the camera whose left and right are meant."""
    editor: Literal["embedded", "model"] = "embedded"
    """Who answers: the embedded editor, or a language model."""
    model: ModelName | None = None
    """Name of the language model, provider:name, where the studio lets people choose; None: its own."""


class RunMessage(Request):
    """The request of an action."""

    request: dict[str, Any] = Field(default_factory=dict)
    """Its fields."""


ModelKey = Annotated[str, Field(max_length=400, pattern=r"^[\x21-\x7e]*$", repr=False)]


class JobStartMessage(Request):
    """A job to start."""

    request: dict[str, Any] = Field(default_factory=dict)
    """The fields of its message; :mod:`scenewright.app.studio.job_table` lists them."""
    key: ModelKey = ""
    """Key of a model provider. It is kept in memory until the job ends, and nowhere else."""
    command: Command | None = None
    """As for edits."""


class AgainMessage(Request):
    """A job to start again."""

    key: ModelKey = ""
    """Key of a model provider, where the job came with one: it was not kept."""


class ViewMessage(Request):
    """A view to save with the scene."""

    name: str = Field(max_length=200)
    """What people call it."""
    pose: ViewPose
    """Where it looks from."""


class ViewChangeMessage(Request):
    """What to change in a saved view."""

    name: str | None = Field(default=None, max_length=200)
    """Its new name; None: as it is."""
    pose: ViewPose | None = None
    """Where it looks from now; None: as before."""
