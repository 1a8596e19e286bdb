"""The tools that make scenes and list them."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scenewright.app.mcp_server.said import data_line, lines_of, listed
from scenewright.app.mcp_server.scene_root import SceneCard
from scenewright.app.mcp_server.tool import Outcome, Tool, ToolCall, ToolRequest, ToolResult
from scenewright.app.mcp_server.tools.drawing import draw_picture
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job

__all__ = ["CREATE_SCENE", "CREATE_SCENE_COMPACT", "LIST_SCENES"]

_LISTED = 20
_OTHERWISE = "Here: look_up gives the words of the catalogue, and you can write the scene yourself, with create_scene and program"
_LOOK = "view_scene to look at it"


class CreateArguments(ToolRequest):
    """What to make a scene from: a description or a program."""

    description: Annotated[str, Field(max_length=20_000)] | None = None
    """What the scene shows, in English: the place, its things with numbers, colours and materials, and where they stand."""
    program: Annotated[str, Field(max_length=400_000)] | None = None
    """Instead of a description: a whole program in the Scene Language. Learn the language with look_up."""
    title: Annotated[str, Field(max_length=100)] | None = None
    """Name of the scene, from which its id is made."""
    furnish: Literal["only", "none", "light", "full"] = "light"
    """What is added that nobody asked for. only: nothing; none: the usual furniture; light: small things, too; full: many."""
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 0
    """Another number gives another arrangement."""
    picture: bool = True
    """Also give a picture of it."""

    @model_validator(mode="after")
    def _of_one_thing(self) -> Self:
        if (self.description is None) == (self.program is None):
            raise ValueError("give a description or a program, one of the two")
        if self.description is not None and not self.description.strip():
            raise ValueError("description is empty: say what the scene shows")
        return self


class NotShown(BaseModel):
    """A word of the description that the scene does not show."""

    word: str
    reason: str
    instead: str | None = None


class CreateAnswer(ToolResult):
    """The new scene."""

    title: str = ""
    things: list[str] = Field(default_factory=list)
    unserved: list[NotShown] = Field(default_factory=list)


def create_scene(call: ToolCall, request: CreateArguments) -> Outcome:
    """Generate, then draw the first picture."""
    folder = call.root.new_folder(request.title or request.description or _named_in(request.program or ""))
    values: dict[str, Any] = {"out": str(folder), "renderers": [], "seed": request.seed}
    if request.program is not None:
        values |= {"program": request.program}
    else:
        values |= {"text": request.description, "dress": request.furnish}
    share = 0.7 if request.picture else 1.0
    report = _generated(call, folder, values, call.job.part(0.0, share))
    scene = call.open(folder.name)
    if request.title:
        call.scenes.free().run("rename_scene", {"scene": str(folder), "title": request.title}, job=call.job.quiet())
        scene = call.open(folder.name)
    names = [n["path"] for n in scene.things() if not n["room"] and n["level"] == 1]
    unserved = [NotShown(**{k: data_line(str(v)) for k, v in w.items()}) for w in report.get("unserved", [])]
    result = CreateAnswer(
        said=f"Made the scene {scene.id} with {len(names)} things.",
        scene=scene.id,
        revision=scene.revision,
        title=data_line(request.title or folder.name.replace("_", " ")),
        things=[data_line(n) for n in names[:100]],
        unserved=unserved[:30],
        warnings=lines_of([call.root.hidden(str(t)) for t in (*report.get("notes", []), *report.get("warnings", []))]),
        next=[
            "tell_scene to change it in words" if request.picture else _LOOK,
            "read_scene for names and places",
            "check_scene for what collides or floats",
        ],
    )
    lines = [f"things: {listed(names)}"] if names else []
    lines += [
        f"not shown: {w.word} ({w.reason})" + (f", instead {w.instead}" if w.instead else "") for w in unserved[:12]
    ]
    outcome = Outcome(result, lines)
    if request.picture:
        try:
            outcome.pictures.append(draw_picture(scene, {"cameras": [0]}, call.job.part(share, 1.0)))
        except ScenewrightError as error:  # the scene is there, whatever its picture is
            call.job.check()
            result.warnings.append(f"no picture: {data_line(str(error))}")
    return outcome


def _generated(call: ToolCall, folder: Path, values: dict[str, Any], job: Job) -> dict[str, Any]:
    """Run the action, and return its report. Where the scene was written by the time that something failed, it stays, with a note.

    Raises:
        ScenewrightError: nothing was written; the empty folder is gone.
    """
    try:
        return call.scenes.free().run("generate", values, job=job)
    except ScenewrightError as error:
        if not isinstance(error, JobCancelled) and (folder / "program.py").is_file():
            return {"notes": [f"the scene is as it was written, and not all was done: {error}"]}
        with suppress(OSError):
            folder.rmdir()
        if isinstance(error, JobCancelled) or "text" not in values:
            raise
        raise ScenewrightError(f"{error}. {_OTHERWISE}") from error


def _named_in(program: str) -> str:
    """What a program calls its scene, for the id: the words of the last entity that it registers."""
    found = re.findall(r"@register\(\s*(?:'([^'\n]*)'|\"([^\"\n]*)\")", program)
    return " ".join(found[-1]) if found else "scene"


class CompactCreateArguments(ToolRequest):
    """What to make a scene from."""

    description: Annotated[str, Field(min_length=1, max_length=20_000)]
    """What the scene shows, in English: the place and its things."""


def create_scene_compact(call: ToolCall, request: CompactCreateArguments) -> Outcome:
    """The same, from a description alone."""
    return create_scene(call, CreateArguments(description=request.description))


class ListArguments(ToolRequest):
    """Which scenes to list."""

    search: Annotated[str, Field(max_length=200)] = ""
    """Only those whose id or title has these words."""
    first: Annotated[int, Field(ge=0)] = 0
    """Number of the first one in the list, for further pages."""


class ListedScene(BaseModel):
    """A scene of the list."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    scene: str
    """Its id."""
    title: str
    revision: int | None = None
    changed: str
    """When it was changed last."""


class ListAnswer(ToolResult):
    """Scenes, those that were changed last first."""

    scenes: list[ListedScene] = Field(default_factory=list)
    total: int = 0


def list_scenes(call: ToolCall, request: ListArguments) -> Outcome:
    """Read the cards of all scenes; no worker is asked."""
    words = request.search.lower().split()
    cards = [c for c in call.root.cards() if all(w in f"{c.id} {c.title}".lower() for w in words)]
    page = cards[request.first : request.first + _LISTED]
    more = len(cards) - request.first - len(page)
    result = ListAnswer(
        said=_told(cards, words),
        scenes=[
            ListedScene(scene=c.id, title=data_line(c.title), revision=c.revision, changed=c.changed) for c in page
        ],
        total=len(cards),
        next=([f"list_scenes with first={request.first + len(page)} for {more} more"] if more > 0 else [])
        + (["view_scene or read_scene with one of the ids"] if page else ["create_scene to make one"]),
    )
    lines = [f"{c.id} (revision {c.revision}, changed {c.changed[:16]}): {data_line(c.title)}" for c in page]
    return Outcome(result, lines)


def _told(cards: list[SceneCard], words: list[str]) -> str:
    count = f"{len(cards)} scene{'' if len(cards) == 1 else 's'}"
    return f"{count} with these words." if words else f"{count} here."


CREATE_SCENE = Tool(
    "create_scene",
    "Make a scene",
    "Make a new 3D scene from a description in English (or from a program), lay it out without collisions, and look at it. "
    "Gives the id and revision that all other tools ask for.",
    CreateArguments,
    CreateAnswer,
    create_scene,
    {"description": "a reading corner with an armchair, a floor lamp and a bookshelf"},
    kept=True,
    shows=True,
    aliases={
        "prompt": "description",
        "text": "description",
        "sentence": "description",
        "name": "title",
        "code": "program",
    },
)
CREATE_SCENE_COMPACT = Tool(
    "create_scene",
    "Make a scene",
    "Make a new 3D scene from a description in English, and look at it.",
    CompactCreateArguments,
    CreateAnswer,
    create_scene_compact,
    {"description": "a reading corner with an armchair and a floor lamp"},
    kept=True,
    shows=True,
    aliases=CREATE_SCENE.aliases,
)
LIST_SCENES = Tool(
    "list_scenes",
    "List the scenes",
    "List the scenes that there are, with ids and revisions.",
    ListArguments,
    ListAnswer,
    list_scenes,
    {},
    aliases={"query": "search", "words": "search", "offset": "first"},
)
