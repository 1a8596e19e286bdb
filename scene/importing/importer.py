"""Importers turn a file into a scene program. Plug-ins are entry points of the group ``scenewright.importers``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from scenewright.scene.errors import ProgramError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.replies import ReplyProgram

__all__ = ["ENTRY_POINT_GROUP", "Imported", "Importer", "require_text"]

ENTRY_POINT_GROUP = "scenewright.importers"


@dataclass(frozen=True, slots=True)
class Imported:
    """A program and its origin.

    `text`: the program. `prompt`: the words that it was generated from, where they are known. `reply`: its position in a reply, for
    the lines of messages. `notes`: messages for the user on choices, and on parts that were left out.
    """

    text: str
    prompt: str | None = None
    reply: ReplyProgram | None = None
    notes: tuple[str, ...] = ()


class Importer(Protocol):
    """Reads files of some formats.

    `name`: name of its entry point. `endings`: file name endings that it reads, in lower case with the dot.
    """

    name: str
    endings: tuple[str, ...]

    def available(self) -> str | None:
        """None where it can run here, else one line on why it cannot and what to install."""
        ...

    def read(self, path: Path, *, job: Job | None = None) -> Imported:
        """The program of a file, always the same for the same bytes. Files are not trusted: binary ones are parsed in a child process.

        Raises:
            ScenewrightError: it is too large, damaged, or holds no scene; the message names the file.
            JobCancelled: the job was cancelled.
        """
        ...


def require_text(text: str, where: str) -> None:
    """Check that a program is not empty. `where` names it in messages.

    Raises:
        ProgramError: 'empty': it holds white space only.
    """
    if not text.strip():
        raise ProgramError(
            f"{where} is empty: a program needs at least one entity, a function with @register() above it", kind="empty"
        )
