"""``scenewright reference``: shows or writes the reference of the Scene Language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, UsageError, guarded

if TYPE_CHECKING:
    from scenewright.app.reference import Argument, Entry

__all__ = ["run"]

_WIDTH = 100
"""Characters of a line of text."""


def run(name: str | None, *, program: bool, write: Path | None, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        if write is not None and (name is not None or program):
            raise UsageError("--write writes the whole reference: leave out NAME and --program")
        if program and name is None:
            raise UsageError("--program prints the program of one entry: give its NAME")
        if write is not None:
            _write(reporter, write)
            return
        from scenewright.app.actions.reference_reading import REFERENCE, ReferenceRequest
        from scenewright.app.reference import Entry

        result = REFERENCE(ReferenceRequest(name=name))
        found = result.found
        if found is not None and program:
            if not found.program:
                raise UsageError(f"{found.name} has no example program")
            reporter.program({"name": found.name, "program": found.program}, found.program)
        elif found is None:
            reporter.result(result.report(), list(_index()))
        elif isinstance(found, Entry):
            reporter.result(result.report(), list(_entry(found)))
        else:
            lines = [f"{found.name}: {found.about}", "", *found.program.rstrip().splitlines()]
            for library, text in found.libraries.items():
                lines += ["", f"The library {library}.py beside it:", "", *text.rstrip().splitlines()]
            reporter.result(result.report(), lines)


def _write(reporter: Reporter, folder: Path) -> None:
    from scenewright.app.reference import write_reference

    with reporter.job("writing the reference") as job:
        files = write_reference(folder, job=job)
    reporter.result({"written": [str(file) for file in files]}, f"{len(files)} files written to {folder}")


def _index() -> Iterator[str]:
    from scenewright.app.reference import EXAMPLES, all_entries

    entries = list(all_entries().values())
    for group in dict.fromkeys(entry.group for entry in entries):
        yield group
        names = ", ".join(entry.name for entry in entries if entry.group == group)
        yield from _filled(names, "  ")
    yield "Examples"
    yield from _filled(", ".join(EXAMPLES), "  ")
    yield ""
    yield "scenewright reference NAME shows one entry; --program prints only its example program."


def _entry(entry: Entry) -> Iterator[str]:
    yield f"{entry.name}: {entry.kind.value}, under '{entry.group}'"
    yield ""
    yield from (f"  {call}" for call in entry.calls)
    for paragraph in (*entry.meaning, " ".join(entry.facts)):
        if paragraph:
            yield ""
            yield from _filled(paragraph)
    if entry.arguments:
        yield ""
        for argument in entry.arguments:
            yield from _argument(argument)
    if entry.returns:
        yield ""
        yield from _filled(f"Returns: {entry.returns}")
    for reason in entry.refused:
        yield from _filled(f"Refused: {reason}")
    if entry.forms:
        yield ""
        yield from (f"  {written}  is read as  {means}" for written, means in entry.forms)
    if entry.program:
        yield ""
        yield from entry.program.rstrip().splitlines()


def _argument(argument: Argument) -> Iterator[str]:
    default = "" if argument.default is None else f" [{argument.default}]"
    yield from _filled(f"{argument.name}{default}: {argument.meaning}", "  ", "      ")


def _filled(text: str, indent: str = "", further: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if further is None else further,
        break_on_hyphens=False,
    )
