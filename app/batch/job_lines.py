"""Reads the jobs of a batch: a JSON object a line, or the tables ``[[job]]`` of a TOML file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.app.batch.errors import BatchError
from scenewright.scene.errors import ProjectError, ScenewrightError
from scenewright.scene.json_text import read_json
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain
from scenewright.scene.strict_types import shown_value

__all__ = ["JobLine", "LineProblem", "lines_of", "read_job_lines"]

_MOST_BYTES = 256 << 20
_MOST_LINE = 1 << 20
"""Characters of one line: a job is a request, not a data set."""


@dataclass(frozen=True)
class JobLine:
    """One job as it was given. `where`: such as 'line 3' or 'job 3', for messages."""

    where: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class LineProblem:
    """A job that cannot be run. `where`: the line or job. `reason`: what is wrong and what to do. `label`: what it calls itself; '' where
    it does not."""

    where: str
    reason: str
    label: str = ""


def read_job_lines(file: Path) -> tuple[list[JobLine], list[LineProblem]]:
    """The jobs of a file, in its order, and the lines that hold none. Empty lines and lines that begin with # are passed over.

    Raises:
        BatchError: 'jobs': the file cannot be read at all, is no TOML, or has another ending than .jsonl and .toml.
    """
    if file.suffix.lower() not in (".jsonl", ".toml"):
        raise BatchError(f"{file}: jobs are read from .jsonl (a JSON object a line) or .toml", kind="jobs")
    try:
        data = read_plain(file, _MOST_BYTES, "the file of jobs")
    except (ProjectError, OSError) as error:
        raise BatchError(f"{file} cannot be read: {error}", kind="jobs") from error
    return _of_toml(file, data) if file.suffix.lower() == ".toml" else _of_jsonl(data)


def lines_of(jobs: Iterable[Any]) -> tuple[list[JobLine], list[LineProblem]]:
    """The same of jobs that are data already."""
    return _sorted_out((f"job {number}", values) for number, values in enumerate(jobs, 1))


def _of_toml(file: Path, data: bytes) -> tuple[list[JobLine], list[LineProblem]]:
    try:
        table = parse_toml(data)
    except ValueError as error:
        raise BatchError(f"{file} is no TOML: {error}", kind="jobs") from None
    unknown = sorted(table.keys() - {"job"})
    jobs = table.get("job", [])
    if unknown or not isinstance(jobs, list):
        raise BatchError(f"{file}: a file of jobs holds tables [[job]] and nothing else", kind="jobs")
    return lines_of(jobs)


def _of_jsonl(data: bytes) -> tuple[list[JobLine], list[LineProblem]]:
    problems: list[LineProblem] = []
    read: list[tuple[str, Any]] = []
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        where = f"line {number}"
        if not raw.strip() or raw.lstrip().startswith(b"#"):
            continue
        if len(raw) > _MOST_LINE:
            problems.append(LineProblem(where, f"it has {len(raw):,} characters, and {_MOST_LINE:,} are read"))
            continue
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            problems.append(LineProblem(where, f"it is not UTF-8 (byte {error.start + 1})"))
            continue
        try:
            read.append((where, read_json(text, where, ScenewrightError)))
        except ScenewrightError as error:
            problems.append(LineProblem(where, str(error).removeprefix(f"{where}: ")))
    lines, wrong = _sorted_out(read)
    return lines, problems + wrong


def _sorted_out(read: Iterable[tuple[str, Any]]) -> tuple[list[JobLine], list[LineProblem]]:
    lines: list[JobLine] = []
    problems: list[LineProblem] = []
    for where, values in read:
        if isinstance(values, Mapping) and all(isinstance(name, str) for name in values):
            lines.append(JobLine(where, values))
        else:
            problems.append(
                LineProblem(where, f'a job is an object with named fields such as "kind", not {shown_value(values)}')
            )
    return lines, problems
