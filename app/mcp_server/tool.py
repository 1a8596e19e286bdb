"""What a tool is: a typed request, a typed result, and a function of a call."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.mcp_server.pictures import PictureBlock
    from scenewright.app.mcp_server.scene_root import SceneRoot
    from scenewright.app.mcp_server.served_scenes import ServedScene, ServedScenes
    from scenewright.app.mcp_server.settings import McpSettings
    from scenewright.app.mcp_server.tool_jobs import ToolJobs

__all__ = [
    "FileLink",
    "JobView",
    "ListOf",
    "Outcome",
    "Revision",
    "SceneId",
    "Tool",
    "ToolCall",
    "ToolRequest",
    "ToolResult",
]

_Item = TypeVar("_Item")


def _as_list(value: Any) -> Any:
    """A list that a model wrote as text, or a single item without its brackets."""
    if isinstance(value, str) and value.strip()[:1] in ("[", "{"):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return [value]
    return [value] if isinstance(value, str | Mapping) else value


ListOf = Annotated[list[_Item], BeforeValidator(_as_list)]
"""A list that may also come as JSON in a text, or as its only item."""

SceneId = Annotated[str, Field(min_length=1, max_length=200)]
Revision = Annotated[int, Field(ge=0, le=2**53)]


class ToolRequest(BaseModel):
    """The arguments of a tool. The text below a field is its description in the schema. Single values are read with some patience: small
    models write numbers as text."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False)


class JobView(BaseModel):
    """Work that goes on, or has ended."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    id: str
    """Number of the job."""
    tool: str
    """Tool that began it."""
    state: str
    """running, finished, failed, cancelled or lost."""
    share: float = 0.0
    """Finished share, 0 to 1."""
    step: str = ""
    """What is being done now."""
    scene: str | None = None
    """Scene that it works on."""
    seconds: float = 0.0
    """Seconds since it began."""


class ToolResult(BaseModel):
    """The result of a tool, as structured content. The same is said in the text beside it."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    said: str = ""
    """What came of the call, in a line or two."""
    scene: str | None = None
    """Id of the scene."""
    revision: int | None = None
    """Revision of the scene now: give it with the next change."""
    warnings: list[str] = Field(default_factory=list)
    """What to know beside it."""
    next: list[str] = Field(default_factory=list)
    """What can be done now."""
    job: JobView | None = None
    """Set where the work goes on: ask with the tool job."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file for the user. `uri`: of the resource that holds it."""

    uri: str
    name: str
    mime: str
    size: int


@dataclass(slots=True)
class Outcome:
    """What a call came to. `lines`: of the text, after what the result says. `refused`: nothing was done, which the client sees as an
    error."""

    result: ToolResult
    lines: list[str] = field(default_factory=list)
    pictures: list[PictureBlock] = field(default_factory=list)
    links: list[FileLink] = field(default_factory=list)
    refused: bool = False

    def text(self) -> str:
        """All of it for a model that reads no structured content."""
        result = self.result
        parts = [result.said, *self.lines, *(f"note: {w}" for w in result.warnings)]
        if result.scene is not None:
            at = "" if result.revision is None else f", revision: {result.revision}"
            parts.append(f"scene: {result.scene}{at}")
        if result.next:
            parts.append("next: " + "; ".join(result.next))
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """What a tool works with. `job`: of this call; it tells the progress and may be cancelled."""

    settings: McpSettings
    root: SceneRoot
    scenes: ServedScenes
    jobs: ToolJobs
    job: Job

    def open(self, scene: str) -> ServedScene:
        """The scene of an id, as it is now.

        Raises:
            ProjectError: 'missing': there is no such scene.
        """
        return self.scenes.open(scene, job=self.job)


R = TypeVar("R", bound=ToolRequest)


@dataclass(frozen=True)
class Tool(Generic[R]):
    """One tool.

    `about`: its description for a model; no text of a scene is ever in it. `example`: a right call, which errors show. `changes`: it
    changes a scene. `kept`: its work is long, and gets a row in the user's table of jobs. `shows`: clients with app views show the
    viewport. `quick`: it only looks at what this process has, and is no job itself. `aliases`: what models call its arguments by mistake.
    """

    name: str
    title: str
    about: str
    request: type[R]
    result: type[ToolResult]
    run: Callable[[ToolCall, R], Outcome]
    example: Mapping[str, Any]
    changes: bool = False
    destructive: bool = False
    kept: bool = False
    shows: bool = False
    quick: bool = False
    aliases: Mapping[str, str] = field(default_factory=dict)
