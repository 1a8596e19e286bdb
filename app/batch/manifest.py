"""The manifest of a batch: a JSON object a line, appended as things happen, never changed."""

from __future__ import annotations

import enum
import json
import os
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from scenewright.app.batch.errors import BatchError
from scenewright.scene.model import SCHEMA

__all__ = ["BatchState", "Manifest", "ManifestRecord", "read_manifest"]


class BatchState(enum.StrEnum):
    """What happened to a job. An attempt that only `started` was lost: its process was killed."""

    STARTED = "started"
    FINISHED = "finished"
    SKIPPED = "skipped"
    """It was finished by an earlier run."""
    DUPLICATE = "duplicate"
    """The same job stands in an earlier line."""
    RETRIED = "retried"
    """An attempt was lost with its worker or its machine; another follows."""
    FAILED = "failed"
    REFUSED = "refused"
    """The line holds no job that can be run."""
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class ManifestRecord:
    """One line of the manifest.

    Attributes:
        state: what happened.
        label: what the job is called: its name, or its kind with its number.
        key: the hash of the job; '' of a line that holds no job.
        folder: its results, below the place of the batch; '' where there are none.
        where: the line of the jobs that it comes from.
        kind: why it failed, as a short name: 'time', 'memory', 'crash', 'lost', 'disk', or the kind of the error of a step.
        reason: the same for people.
        seconds: of the attempt.
        peak_bytes: most memory that its worker held.
        host: the machine that it ran on. `attempt`: from 1.
        at: UTC, ISO 8601.
    """

    state: BatchState
    label: str
    key: str = ""
    folder: str = ""
    where: str = ""
    kind: str = ""
    reason: str = ""
    seconds: float | None = None
    peak_bytes: int | None = None
    host: str = ""
    attempt: int = 1
    at: str = ""

    def to_json(self) -> dict[str, object]:
        """The line as JSON values; what says nothing is left out."""
        said = {name: value for name, value in asdict(self).items() if value not in ("", None)}
        return {"schema": SCHEMA, **said, "state": str(self.state), "label": self.label}


class Manifest:
    """The manifest of one running batch. Lines can be added from any thread; each is on the disk when :meth:`add` returns."""

    def __init__(self, file: Path) -> None:
        """
        Raises:
            BatchError: 'out': the file cannot be written.
        """
        self.file = file
        self._lock = threading.Lock()
        try:
            self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0), 0o666)
            self._end_torn_line()
        except OSError as error:
            raise _refused(file, error) from error

    def add(self, record: ManifestRecord) -> None:
        """
        Raises:
            BatchError: 'out': the line cannot be written, since the disk is full, for example.
        """
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        data = (json.dumps({**record.to_json(), "at": now}, ensure_ascii=False, allow_nan=False) + "\n").encode()
        with self._lock:
            try:
                written = os.write(self._descriptor, data)
                if written < len(data):
                    raise OSError(28, "No space left on device")
                os.fsync(self._descriptor)
            except OSError as error:
                raise _refused(self.file, error) from error

    def close(self) -> None:
        os.close(self._descriptor)

    def _end_torn_line(self) -> None:
        """A process that was killed may have left half a line: what follows must begin one of its own."""
        size = os.fstat(self._descriptor).st_size
        if size and os.pread(self._descriptor, 1, size - 1) != b"\n":
            os.write(self._descriptor, b"\n")


def read_manifest(file: Path) -> Iterator[ManifestRecord]:
    """The records of a manifest, oldest first. Torn lines, which a killed process leaves, are passed over."""
    known = {f.name for f in fields(ManifestRecord)}
    with file.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                values = json.loads(line)
                yield ManifestRecord(
                    **{**{k: v for k, v in values.items() if k in known}, "state": BatchState(values["state"])}
                )
            except (ValueError, TypeError, KeyError, AttributeError):
                continue


def _refused(file: Path, error: OSError) -> BatchError:
    return BatchError(
        f"{file} cannot be written ({error.strerror or error}): free some space or name another --out, "
        "then go on with --resume",
        kind="out",
    )
