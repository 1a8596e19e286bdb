"""What the studio keeps of a job beside its row in the table: what was asked for, by which page, and the files that came of it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import names_in, read_plain

__all__ = ["JobFile", "JobPaper", "JobPapers", "JobStage"]

_SCHEMA = 1
_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4,16}\Z")
_MOST_BYTES = 8 << 20
_MOST_FILES = 5_000


@dataclass(frozen=True, slots=True)
class JobFile:
    """A file that a job made. `name`: for people. `path`: where it lies, which no page sees."""

    name: str
    path: str
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class JobStage:
    """A stage of a job that makes a scene stage by stage. `title`: for people. `state`: waiting, begun, finished, kept (it was done before)
    or left out. `says`: what was found about it. `pictured`: whether there is a picture of the scene after it."""

    title: str
    state: str = "waiting"
    says: str = ""
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class JobPaper:
    """`request`: as the page sent it, without keys. `place`: id of the scene that it works on. `command`: the page's name for it. `keyed`:
    a key of a model provider came with it. `quiet`: the studio began it by itself. `made`: id of the scene that it made. `error`: why it
    failed, as for pages. `stages`: where the scene is made stage by stage, all of them in order."""

    id: str
    action: str
    title: str
    queued: str
    request: Mapping[str, Any] = field(default_factory=dict)
    session: str | None = None
    place: str | None = None
    command: str | None = None
    keyed: bool = False
    quiet: bool = False
    files: tuple[JobFile, ...] = ()
    made: str | None = None
    error: Mapping[str, Any] | None = None
    stages: tuple[JobStage, ...] = ()


_READER = TypeAdapter(JobPaper)


class JobPapers:
    """The papers of one owner's jobs, one file each, and a folder for the files of each."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "job_papers"
        self._files = home / "job_files"

    def results(self, job: str) -> Path:
        """The folder for the files of a job. It need not exist."""
        _checked(job)
        return self._files / job

    def write(self, paper: JobPaper) -> None:
        """
        Raises:
            ProjectError: the paper is too large, or cannot be written.
        """
        data = json.dumps({"schema": _SCHEMA, **asdict(paper)}, allow_nan=False).encode()
        if len(data) > _MOST_BYTES:
            raise ProjectError(f"a job may take {_MOST_BYTES:,} bytes, not {len(data):,}", kind="too-large")
        self.folder.mkdir(parents=True, exist_ok=True)
        atomic.write(self.folder / f"{paper.id}.json", data, durable=False)

    def read(self, job: str) -> JobPaper:
        """
        Raises:
            ProjectError: 'missing': the owner has no such job.
        """
        _checked(job)
        try:
            data = read_plain(self.folder / f"{job}.json", _MOST_BYTES, "the job", root=self.folder)
            values = parse_json(data)
            if not isinstance(values, dict):
                raise ValueError("it is no object")
            values.pop("schema", None)
            return replace(_READER.validate_python(values), id=job)
        except (ProjectError, ValueError, ValidationError) as error:
            raise ProjectError("there is no such job; old ones are forgotten", kind="missing") from error

    def ids(self) -> list[str]:
        """Of all jobs, newest first."""
        names = names_in(self.folder, "the papers of jobs", most=_MOST_FILES)
        return sorted((n.removesuffix(".json") for n in names if _ID.match(n.removesuffix(".json"))), reverse=True)

    def forget(self, job: str) -> None:
        """Delete the paper of a job with its files."""
        shutil.rmtree(self.results(job), ignore_errors=True)
        (self.folder / f"{job}.json").unlink(missing_ok=True)


def _checked(job: str) -> None:
    if not _ID.match(job):
        raise ProjectError("there is no such job; old ones are forgotten", kind="missing")
