"""What an importer is: a file in, a scene program out. Plug-ins are entry points of the group ``scenewright.importers``."""

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
    """A program and what is known of where it came from.

    `text`: the program. `prompt`: the words that it was made from, where they are known. `reply`: where in a reply it stands, for lines in
    messages. `notes`: for the user, what was chosen and what was left out.
    """

    text: str
    prompt: str | None = None
    reply: ReplyProgram | None = None
    notes: tuple[str, ...] = ()


class Importer(Protocol):
    """Reads files of some formats.

    `name`: that of its entry point. `endings`: of the files that it reads, in small letters with the dot.
    """

    name: str
    endings: tuple[str, ...]

    def available(self) -> str | None:
        """None where it can run here, else one line that says why not and what to install."""
        ...

    def read(self, path: Path, *, job: Job | None = None) -> Imported:
        """The program of a file, always the same for the same bytes. The file is not trusted: what parses it beyond text runs in a child.

        Raises:
            ScenewrightError: it is too large, damaged, or holds no scene; the message names the file.
            JobCancelled: the job was cancelled.
        """
        ...


def require_text(text: str, where: str) -> None:
    """
    Raises:
        ProgramError: 'empty': there is nothing in it.
    """
    if not text.strip():
        raise ProgramError(
            f"{where} is empty: a program registers an entity, @register() above def name()", kind="empty"
        )
