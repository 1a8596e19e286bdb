"""A third-party writer: places the first word of a text once."""

from __future__ import annotations

from scenewright.app.writers.writer import UnservedWord, WriterRequest, WrittenProgram
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job


class FirstWordWriter:
    name = "first-word"

    def available(self) -> str | None:
        return None

    def write(self, request: WriterRequest, *, job: Job | None = None) -> WrittenProgram:
        (job or Job()).tick(0.0, "the first word")
        words = [w for w in request.text.lower().split() if w.isalpha() and w not in ("a", "an", "the")]
        if not words:
            raise ScenewrightError("the text is empty: it has no first word")
        program = (
            "from scene.language import *\n\n\n@register('the first word')\ndef still():\n"
            f"    return place(primitive_call('cube', {{'scale': 1.0}}), at=(0, 0, 0), name={words[0]!r})\n"
        )
        rest = tuple(UnservedWord(w, "it is not the first") for w in words[1:])
        return WrittenProgram(program, "first-word", title=words[0], unserved=rest, guessed=True)
