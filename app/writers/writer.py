"""The protocol of writers: a text in, a scene program out. Plug-ins are entry points of the group ``scenewright.writers``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.writers.asked import AskedScene
    from scenewright.scene.asset_provider import AssetProvider

__all__ = [
    "ENTRY_POINT_GROUP",
    "PICTURES_ALONE",
    "AgentEffort",
    "Dress",
    "DressLevel",
    "UnservedWord",
    "Writer",
    "WriterError",
    "WriterRequest",
    "WrittenProgram",
]

ENTRY_POINT_GROUP = "scenewright.writers"

PICTURES_ALONE = "the scene that the pictures show"
"""What is asked for where pictures come without a text."""


Dress = Literal["only", "none", "light", "full"]
"""How much is added to what was asked for: nothing; the furniture of such a room; what one sees first of a lived-in one, too; all."""
AgentEffort = Literal["quick", "standard", "best"]
"""How much a writer with language models does. quick: it writes, and repairs once by the checker; standard: it also plans, looks at the
pictures and repairs; best: it writes several candidates, and goes on longer."""
DressLevel = Literal["none", "light", "full"]
"""The same, of a scene that is there: it keeps its furniture."""


class WriterError(ScenewrightError):
    """The last program of a writer still fails. `replies`: all its replies, so that none that was paid for is lost."""

    exit_code = 15

    def __init__(self, message: str, replies: tuple[str, ...]) -> None:
        super().__init__(message)
        self.replies = replies


@dataclass(frozen=True, slots=True)
class WriterRequest:
    """What to write.

    `text`: the description of the scene. `seed`: random seed. `assets`: the catalogues. `layout`: whether the scene is laid out after it is
    written. `dress`: how much a writer adds that nobody asked for and a lived-in place has.

    For writers with language models: `model`, `base_url`: name and server of a model. `effort`: how much they do. `pictures`: PNG files of
    what is asked for. `budget`: bounds by name (requests, tokens, seconds, money), those of
    :class:`scenewright.app.language_models.Budget`. `brief`: what the scene must show, a :class:`scenewright.app.agent.brief.Brief`; None:
    it is made from the text. `staged`: whether the scene is made stage by stage; None: one of pictures is. `start`: the stage that it goes
    on from, a :class:`scenewright.app.agent.runs.StageStart`. `run`: the record of the run to fill in, a
    :class:`scenewright.app.agent.runs.RunRecord`.
    """

    text: str
    assets: AssetProvider
    seed: int = 0
    model: str | None = None
    base_url: str | None = None
    dress: Dress = "light"
    layout: bool = True
    effort: AgentEffort = "standard"
    pictures: tuple[bytes, ...] = ()
    budget: Mapping[str, float | None] = field(default_factory=dict)
    brief: object = None
    staged: bool | None = None
    start: object = None
    run: object = None


@dataclass(frozen=True, slots=True)
class UnservedWord:
    """A word of the text that nothing in the scene represents, and the reason. `instead`: what stands in for it; '' for nothing."""

    word: str
    reason: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class WrittenProgram:
    """A program with remarks on it.

    Attributes:
        program: the text of the program; it evaluates without errors.
        author: the author for the journal of the scene: 'composer', or the name of a model.
        title: a short title of the scene; None: that of its root.
        notes: remarks for the user, one line each.
        unserved: words that nothing in the scene represents.
        attempts: number of programs that were written; None for a writer that writes only one.
        asked: what was understood of the text, by which the finished scene is judged; None: the writer does not say.
        guessed: poses are first guesses, which the layout may change freely; otherwise they are meant as written.
    """

    program: str
    author: str
    title: str | None = None
    notes: tuple[str, ...] = ()
    unserved: tuple[UnservedWord, ...] = ()
    attempts: int | None = None
    guessed: bool = False
    asked: AskedScene | None = None


class Writer(Protocol):
    """Writes programs. `name`: its name on the command line and in the journal of a scene."""

    name: str

    def available(self) -> str | None:
        """None if it can write here; else one line with the reason and what to install."""
        ...

    def write(self, request: WriterRequest, *, job: Job | None = None) -> WrittenProgram:
        """Write a program for a text. The same request gives the same program, if the writer can be seeded.

        Raises:
            WriterError: all its programs fail.
            ScenewrightError: the text cannot be understood, or the writer cannot be reached.
            JobCancelled: the job was cancelled.
        """
        ...
