"""What a writer is: a text in, a scene program out. Plug-ins are entry points of the group ``scenewright.writers``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.writers.judging import Judge
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["ENTRY_POINT_GROUP", "UnservedWord", "Writer", "WriterError", "WriterRequest", "WrittenProgram"]

ENTRY_POINT_GROUP = "scenewright.writers"


class WriterError(ScenewrightError):
    """What was written last still fails. `replies` holds all that was written, so that nothing that was paid for is lost."""

    exit_code = 15

    def __init__(self, message: str, replies: tuple[str, ...]) -> None:
        super().__init__(message)
        self.replies = replies


@dataclass(frozen=True, slots=True)
class WriterRequest:
    """What to write.

    `text`: what the scene is. `seed`: chooses where the writer may choose. `assets`: where objects come from. `judge`: looks at what
    evaluates, for writers that can write anew; None: nobody does. `model`, `base_url`: of a language model, for writers that ask one.
    """

    text: str
    assets: AssetProvider
    seed: int = 0
    judge: Judge | None = None
    model: str | None = None
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class UnservedWord:
    """A word of the text that nothing in the scene stands for, and why."""

    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class WrittenProgram:
    """A program and what is to be said of it.

    Attributes:
        program: the text; it evaluates.
        author: who wrote it, for the journal of the scene: 'composer', or the name of a model.
        title: what the scene is, in a few words; None: what its root says.
        notes: for the user, a line each.
        unserved: words that nothing stands for.
        attempts: how often it was written; None for a writer that writes once.
        guessed: poses are first guesses, so that the layout may put anything anew; else each is meant as it is written.
    """

    program: str
    author: str
    title: str | None = None
    notes: tuple[str, ...] = ()
    unserved: tuple[UnservedWord, ...] = ()
    attempts: int | None = None
    guessed: bool = False


class Writer(Protocol):
    """Writes programs. `name`: that by which it is asked for, and which the journal of a scene keeps."""

    name: str

    def available(self) -> str | None:
        """None where it can write here, else one line that says why not and what to install."""
        ...

    def write(self, request: WriterRequest, *, job: Job | None = None) -> WrittenProgram:
        """The program of a text; for one request always the same, as far as the writer can hold to its seed.

        Raises:
            WriterError: all that it wrote fails.
            ScenewrightError: the text cannot be understood, or the writer cannot be reached.
            JobCancelled: the job was cancelled.
        """
        ...
