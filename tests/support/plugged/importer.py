"""A third-party importer: makes a program from a file with one box a line (name, size, place)."""

from __future__ import annotations

from pathlib import Path

from scenewright.scene.errors import ProgramError
from scenewright.scene.importing import Imported, require_text
from scenewright.scene.jobs import Job
from scenewright.scene.text_files import decode_text, read_file


class BoxListImporter:
    name = "box-list"
    endings = (".boxes",)

    def available(self) -> str | None:
        return None

    def read(self, path: Path, *, job: Job | None = None) -> Imported:
        (job or Job()).check()
        text = decode_text(read_file(path, 1_000_000, "the list of boxes"), str(path))
        require_text(text, str(path))
        parts = []
        for number, line in enumerate(text.splitlines(), 1):
            name, *values = line.split()
            try:
                size, at = tuple(map(float, values[:3])), tuple(map(float, values[3:]))
            except ValueError:
                raise ProgramError(f"{path}: a box is a name and six numbers", line=number) from None
            if (len(size), len(at)) != (3, 3):
                raise ProgramError(f"{path}: a box is a name and six numbers", line=number)
            parts.append(f"        place(primitive_call('cube', {{'scale': {size}}}), at={at}, name={name!r}),\n")
        head = "from scene.language import *\n\n\n@register('boxes')\ndef boxes():\n    return concat_shapes(\n"
        return Imported(head + "".join(parts) + "    )\n", notes=(f"{len(parts)} boxes were read",))
