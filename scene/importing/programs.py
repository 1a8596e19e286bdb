"""Imports scene programs from ``.py`` files."""

from __future__ import annotations

import codecs
from pathlib import Path

from scenewright.scene.importing.importer import Imported, require_text
from scenewright.scene.jobs import Job
from scenewright.scene.text_files import MAX_TEXT_BYTES, decode_text, read_file

__all__ = ["ProgramImporter"]

_BYTE_ORDER_MARK = "\ufeff"


class ProgramImporter:
    """Reads ``.py`` files as they are."""

    name = "program"
    endings = (".py",)

    def available(self) -> str | None:
        return None

    def read(self, path: Path, *, job: Job | None = None) -> Imported:
        """
        Raises:
            ProjectError: 'missing', 'too-large', 'read'.
            ProgramError: 'encoding': not UTF-8, with the line; 'empty': nothing in it.
            JobCancelled: the job was cancelled.
        """
        (job or Job()).check()
        data = read_file(path, MAX_TEXT_BYTES, "the program")
        text = decode_text(data, str(path))
        require_text(text, str(path))
        # the byte order mark belongs to the file and not to the program; an edit writes it back
        return Imported(_BYTE_ORDER_MARK * data.startswith(codecs.BOM_UTF8) + text)
