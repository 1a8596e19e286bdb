"""Imports scene programs from raw replies of language models."""

from __future__ import annotations

from pathlib import Path

from scenewright.scene.importing.importer import Imported
from scenewright.scene.jobs import Job
from scenewright.scene.replies import extract_program
from scenewright.scene.text_files import decode_text, read_file

__all__ = ["MAX_REPLY_BYTES", "ReplyImporter", "read_reply"]

MAX_REPLY_BYTES = 4 * 2**20
"""Length of the longest reply that is read."""


class ReplyImporter:
    """Finds the program in a reply."""

    name = "reply"
    endings = (".md", ".markdown", ".txt", ".json")

    def available(self) -> str | None:
        return None

    def read(self, path: Path, *, job: Job | None = None) -> Imported:
        """
        Raises:
            ProjectError: 'missing', 'too-large', 'read'.
            ProgramError: 'encoding': not UTF-8, with the line.
            ReplyError: 'no-program', 'cut-off'.
            JobCancelled: the job was cancelled.
        """
        (job or Job()).check()
        return read_reply(decode_text(read_file(path, MAX_REPLY_BYTES, "the reply"), str(path)), where=str(path))


def read_reply(text: str, *, where: str) -> Imported:
    """The program in the text of a reply; `where` names it in messages.

    Raises:
        ReplyError: 'no-program', 'cut-off'.
    """
    reply = extract_program(text, where=where)
    return Imported(reply.source, reply.header.get("request"), reply, reply.notes)
