"""The journal of a scene folder: one JSON line for each change, only ever added to.

A line holds its number, the author, the operation as data, and the state of the scene before and after: the program's hash
(its text is ``history/<hash>.py``), seed and root. It also holds a check: the start of the sha256 of the previous line's
check and the line itself. It detects damaged, lost and reordered lines. Undo and redo are lines as well.
"""

from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.scene.errors import ProjectError

__all__ = ["Author", "JournalEntry", "JournalScan", "SceneState", "encode_entry", "scan_journal", "undo_and_redo"]

MAX_OPERATION_BYTES = 1 << 20
_CHECK_DIGITS = 32


class Author(enum.StrEnum):
    """Who makes changes."""

    PERSON = "person"
    AGENT = "agent"
    SOLVER = "solver"


@dataclass(frozen=True, slots=True)
class SceneState:
    """What determines a scene: the sha256 of its program's text, its seed and the chosen root entity."""

    program: str
    seed: int = 0
    root: str | None = None


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change. `number` counts lines from 1; `revision` is the folder's revision after the change; `target` is the number of
    the entry that an 'undo' or 'redo' acts on; `time` is UTC, ISO 8601."""

    number: int
    revision: int
    author: Author
    operation: Mapping[str, Any]
    before: SceneState | None
    after: SceneState
    time: str
    name: str | None = None
    target: int | None = None
    check: str = ""

    @property
    def kind(self) -> str:
        """The operation's kind: 'create', 'undo', 'move' ..."""
        return str(self.operation["kind"])


@dataclass(frozen=True)
class JournalScan:
    """The content of a journal file: its complete lines, their size in bytes, and the number of torn bytes after them."""

    entries: tuple[JournalEntry, ...] = ()
    size: int = 0
    torn: int = 0
    last_line: bytes = b""

    def extended(self, entry: JournalEntry, line: bytes) -> JournalScan:
        """The scan of the same file with one more line."""
        return JournalScan((*self.entries, entry), self.size + len(line), 0, line)


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _check(previous: str, payload: Mapping[str, Any]) -> str:
    return hashlib.sha256((previous + _canonical(payload)).encode("utf-8")).hexdigest()[:_CHECK_DIGITS]


def _state_data(state: SceneState | None) -> dict[str, Any] | None:
    return None if state is None else {"program": state.program, "seed": state.seed, "root": state.root}


def encode_entry(entry: JournalEntry, previous: JournalEntry | None) -> tuple[JournalEntry, bytes]:
    """Encode an entry that follows `previous`. Returns the entry with its check, and its line with the line end.

    Raises:
        ProjectError: 'argument': the operation is not JSON data, has no kind, or is too large.
    """
    if not isinstance(entry.operation.get("kind"), str):
        raise ProjectError(
            f"an operation is data with a 'kind', as in {{'kind': 'move', 'path': 'desk'}}; got {dict(entry.operation)!r}"
        )
    payload: dict[str, Any] = {
        "number": entry.number,
        "revision": entry.revision,
        "time": entry.time,
        "author": str(entry.author),
        "name": entry.name,
        "operation": dict(entry.operation),
        "before": _state_data(entry.before),
        "after": _state_data(entry.after),
        "target": entry.target,
    }
    try:
        payload = json.loads(_canonical(payload))
        check = _check(previous.check if previous else "", payload)
        line = json.dumps({**payload, "check": check}, ensure_ascii=False, allow_nan=False).encode("utf-8") + b"\n"
    except (TypeError, ValueError, RecursionError) as error:
        raise ProjectError(f"the operation '{entry.kind}' is no JSON data: {error}") from None
    if len(line) > MAX_OPERATION_BYTES:
        raise ProjectError(
            f"the operation '{entry.kind}' takes {len(line):,} bytes, and the journal holds at most "
            f"{MAX_OPERATION_BYTES:,} for one: leave texts out, they are kept in history/"
        )
    return _decode(json.loads(line)), line


def _decode(data: Mapping[str, Any]) -> JournalEntry:
    before, after = data["before"], data["after"]
    return JournalEntry(
        number=data["number"],
        revision=data["revision"],
        author=Author(data["author"]),
        operation=data["operation"],
        before=None if before is None else SceneState(before["program"], before["seed"], before["root"]),
        after=SceneState(after["program"], after["seed"], after["root"]),
        time=data["time"],
        name=data["name"],
        target=data["target"],
        check=data["check"],
    )


@dataclass(frozen=True)
class _Problem:
    message: str
    torn: bool  # the line is not even JSON, so its writing may have been cut short


def _verified(line: bytes, number: int, previous: str) -> JournalEntry | _Problem:
    """The entry of a line, or the problem with the line."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _Problem(f"it cannot be read ({error})", torn=True)
    try:
        check = data.pop("check")
        if check != _check(previous, data):
            return _Problem("its check does not match", torn=False)
        if data["number"] != number:
            return _Problem(f"it is numbered {data['number']}", torn=False)
        return _decode({**data, "check": check})
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return _Problem(f"it is not a journal entry ({error!r})", torn=False)


def scan_journal(path: Path, known: JournalScan | None = None) -> JournalScan:
    """Read and verify a journal.

    The last line is torn if it lacks its line end or is not JSON: the process died while writing it, and the change was never
    acknowledged. `known` is an earlier scan of the file; if its last line is unchanged, only later lines are read.

    Raises:
        ProjectError: 'damaged': a line does not verify; 'read'.
    """
    entries: list[JournalEntry] = []
    offset, last_line, data = 0, b"", b""
    try:
        with path.open("rb") as file:
            if known is not None and known.last_line:
                file.seek(known.size - len(known.last_line))
                if file.read(len(known.last_line)) == known.last_line:
                    entries, offset, last_line = list(known.entries), known.size, known.last_line
            file.seek(offset)
            data = file.read()
    except FileNotFoundError:
        return JournalScan()
    except OSError as error:
        raise ProjectError(f"the journal cannot be read: {path}: {error.strerror or error}", kind="read") from error
    start = 0
    while (end := data.find(b"\n", start)) >= 0:
        entry = _verified(data[start:end], len(entries) + 1, entries[-1].check if entries else "")
        if isinstance(entry, _Problem):
            if end + 1 < len(data) or not entry.torn:
                raise ProjectError(
                    f"the journal is damaged: line {len(entries) + 1} of {path}: {entry.message}. The program is untouched; to go on "
                    "without its history, move journal.jsonl out of the folder and open it again",
                    kind="damaged",
                )
            break
        entries.append(entry)
        last_line = data[start : end + 1]
        start = end + 1
    return JournalScan(tuple(entries), offset + start, len(data) - start, last_line)


def undo_and_redo(entries: Sequence[JournalEntry]) -> tuple[list[JournalEntry], list[JournalEntry]]:
    """The entries that undo and redo can reach, the next one last.

    After a new change, entries that were undone before stay in the journal but cannot be redone. The creation cannot be undone.
    """
    undo: list[JournalEntry] = []
    redo: list[JournalEntry] = []
    for entry in entries:
        if entry.target is not None and entry.kind == "undo":
            redo.append(undo.pop())
        elif entry.target is not None and entry.kind == "redo":
            undo.append(redo.pop())
        elif entry.before is not None:
            undo.append(entry)
            redo.clear()
        else:
            undo.clear()
            redo.clear()
    return undo, redo
