"""What a host does with texts of strangers: reads descriptions, queries, questions, catalogue words and replies, and prints names."""

from __future__ import annotations

import functools
import os
import unicodedata
from pathlib import Path
from typing import Any

__all__ = [
    "ask",
    "command_line",
    "describe",
    "list_jobs",
    "query",
    "read_edit_text",
    "read_reply",
    "search_catalogue",
    "unsafe_characters",
]

ROOM = """from scene.language import *
@register
def lamp():
    return primitive_call('cylinder', {'radius': 0.1, 'p0': (0, 0, 0), 'p1': (0, 0.4, 0)}, color=(1, 0, 0))
@register
def chair():
    return primitive_call('cube', {'scale': (0.4, 0.9, 0.4)}, color=(0.4, 0.2, 0.1))
@register
def desk():
    return primitive_call('cube', {'scale': (1.2, 0.7, 0.6)}, color=(0.6, 0.4, 0.2))
@register
def study():
    relate(near('chair', 'desk', 0.0, 1.0))
    camera((3, 2, 3), (0, 0, 0))
    return concat_shapes(
        place('desk', at=(0, 0, 0)),
        place('lamp', at=(0.2, 0.7, 0)),
        place('chair', at=(0, 0, 1)),
    )
"""


@functools.cache
def _session() -> Any:
    from scenewright.app.session import Session
    from scenewright.scene.sources import SceneSource, SourceKind

    return Session(SceneSource(ROOM, SourceKind.PROGRAM, None))


def describe(text: str) -> str:
    """The program that the embedded writer makes of a description."""
    from scenewright.app.generating import GenerateRequest
    from scenewright.app.writers.embedded.writer import EmbeddedWriter
    from scenewright.app.writers.writer import WriterRequest
    from scenewright.assets import Catalogue

    request = GenerateRequest(text=text)
    assert request.text is not None
    return EmbeddedWriter().write(WriterRequest(request.text, Catalogue.default())).program[:500]


def query(text: str) -> int:
    """The number of results of a query."""
    from scenewright.app.actions.table import run_action

    return len(run_action(_session(), "query", {"queries": [text]}).answers[0].results)


def ask(text: str) -> str:
    """The answer to a question."""
    from scenewright.app.actions.table import run_action

    return str(run_action(_session(), "ask", {"question": text}).answer.text)[:500]


def search_catalogue(text: str) -> int:
    """The number of objects that fit some words."""
    from scenewright.app.actions.table import run_action

    found = run_action(None, "search_catalogue", {"words": text})
    found.report()
    return len(found.matches)


def read_reply(text: str) -> str:
    """The program in a model's reply."""
    from scenewright.scene.replies import extract_program

    return extract_program(text).source[:500]


def read_edit_text(text: str) -> int:
    """The number of edits that a text of JSON holds."""
    from scenewright.app.actions.editing import EditRequest, read_edits

    return len(EditRequest(edits=tuple(read_edits(text, "the edits"))).edits)


def command_line(arguments: list[str], files: dict[str, str]) -> dict[str, Any]:
    """What a command prints: its exit code, and the output on both streams with the unsafe characters in it.

    Args:
        arguments: '{name}' stands for the path of a file.
        files: texts of files to write first, by name.
    """
    import contextlib
    import io
    import tempfile

    from scenewright.app.cli import app

    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", errors="surrogatepass")
        given = [functools.reduce(lambda a, n: a.replace(f"{{{n}}}", f"{folder}/{n}"), files, a) for a in arguments]
        given = [a.replace("{folder}", folder) for a in given]
        streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace") for _ in range(2)]
        here = Path.cwd()
        os.chdir(folder)
        try:
            with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
                try:
                    app(given)
                    code = 0
                except SystemExit as end:
                    code = end.code if isinstance(end.code, int) else 1
        finally:
            os.chdir(here)
        texts = []
        for stream in streams:
            stream.flush()
            texts.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    return {"code": code, "out": texts[0], "err": texts[1], "unsafe": unsafe_characters("".join(texts))}


def list_jobs(name: str) -> dict[str, Any]:
    """What ``scenewright jobs`` prints of a job whose kind, scene, steps, log and error are made of `name`."""
    import contextlib

    from scenewright.app.jobs import default_table
    from scenewright.scene.jobs import Job

    job = Job()
    with contextlib.suppress(ValueError), default_table().track(job, kind=name, scene=f"{name}\nforged: x"):
        job.progress(0.5, name)
        job.log(f"{name}\nforged: x")
        raise ValueError(f"{name}\nforged: x")
    number = default_table().list()[0].id
    printed = [
        command_line(arguments, {})
        for arguments in (
            ["jobs", "list"],
            ["jobs", "show", number],
            ["jobs", "list", "--json"],
            ["jobs", "show", number, "--json"],
        )
    ]
    return {
        "code": max(p["code"] for p in printed),
        "out": "\n".join(p["out"] + p["err"] for p in printed),
        "unsafe": [c for p in printed for c in p["unsafe"]],
    }


def unsafe_characters(text: str) -> list[str]:
    """The characters of a text that a terminal obeys, or that hide or reorder text; line breaks and plain spaces are none of them."""
    kinds = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    found = {c for c in text if c != "\n" and unicodedata.category(c) in kinds}
    return sorted(f"U+{ord(c):04X}" for c in found)
