"""The journal of a scene folder: one JSON line for each change, only ever added to.

A line holds its number, the author, the operation as data, and the state of the scene before and after: the program's hash
(its text is ``history/<hash>.py``), seed, root, and the hashes of its libraries. It also holds a check: the start of the sha256 of
the previous line's check and the line itself. It detects damaged, lost and reordered lines. Undo and redo are lines as well.
"""

from __future__ import annotations

import enum
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.operation_sentences import operation_sentence
from scenewright.scene.language.running import is_library_name
from scenewright.scene.plain_data import DataRefused, parse_json
from scenewright.scene.plain_files import open_plain
from scenewright.scene.short_repr import short_repr

__all__ = [
    "MAX_JOURNAL_BYTES",
    "MOST_LIBRARIES",
    "Author",
    "JournalEntry",
    "JournalScan",
    "SceneState",
    "encode_entry",
    "scan_journal",
    "undo_and_redo",
]

MAX_JOURNAL_BYTES = 64 << 20
"""About 150,000 changes."""
MAX_OPERATION_BYTES = 1 << 20
_MOST_VALUES = 100_000
"""Lists, tables and values of one operation. One that writes a program's layout anew has some thousands."""
MOST_LIBRARIES = 1_000
"""Libraries of one scene. No evaluation takes so many."""
_HASH = re.compile(r"[0-9a-f]{64}")
_CHECK_DIGITS = 32


class Author(enum.StrEnum):
    """Who makes changes."""

    PERSON = "person"
    AGENT = "agent"
    SOLVER = "solver"


@dataclass(frozen=True, slots=True)
class SceneState:
    """What determines a scene: the sha256 of its program's text, its seed, the chosen root entity, and the sha256 of each library by its
    name, sorted."""

    program: str
    seed: int = 0
    root: str | None = None
    libraries: tuple[tuple[str, str], ...] = ()

    @property
    def texts(self) -> set[str]:
        """The hashes of all its texts."""
        return {self.program, *(text for _, text in self.libraries)}


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change. `number` counts lines from 1; `revision` is the folder's revision after the change; `target` is the number of
    the entry that an 'undo' or 'redo' acts on; `time` is UTC, ISO 8601. `author`: person, agent or solver; `name`: which one, where that
    is known; `operation`: what was done, as JSON values; `before`, `after`: the states of the folder; `check`: a hash that shows
    damage."""

    number: int
    revision: int
    author: Author
    operation: Mapping[str, object]
    before: SceneState | None
    after: SceneState
    time: str
    name: str | None = None
    target: int | None = None
    check: str = ""

    __repr__ = short_repr

    @property
    def kind(self) -> str:
        """The operation's kind: 'create', 'undo', 'move' ..."""
        return str(self.operation["kind"])

    @property
    def sentence(self) -> str:
        """What the change did, for people: 'Moved chair 2 by 0.4 m along x', 'Took back change 3'."""
        return operation_sentence(self.operation, self.target)


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
    if state is None:
        return None
    data: dict[str, Any] = {"program": state.program, "seed": state.seed, "root": state.root}
    return {**data, "libraries": dict(state.libraries)} if state.libraries else data


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
    try:
        return _decode(parse_json(line, most=_MOST_VALUES)), line
    except ValueError as error:
        raise ProjectError(f"the operation '{entry.kind}' cannot be kept: {error}") from None


def _decode(data: Mapping[str, Any]) -> JournalEntry:
    """
    Raises:
        KeyError, TypeError, ValueError: it is no entry.
    """
    before, target, operation = data["before"], data["target"], data["operation"]
    _require(isinstance(operation, dict) and isinstance(operation.get("kind"), str), "operation")
    _require(_is_whole(data["number"]) and _is_whole(data["revision"]) and data["revision"] >= 0, "revision")
    _require(target is None or _is_whole(target), "target")
    _require(isinstance(data["time"], str) and isinstance(data["check"], str), "time")
    _require(data["name"] is None or isinstance(data["name"], str), "name")
    return JournalEntry(
        number=data["number"],
        revision=data["revision"],
        author=Author(data["author"]),
        operation=operation,
        before=None if before is None else _decode_state(before),
        after=_decode_state(data["after"]),
        time=data["time"],
        name=data["name"],
        target=target,
        check=data["check"],
    )


def _decode_state(data: Mapping[str, Any]) -> SceneState:
    program, seed, root = data["program"], data["seed"], data["root"]
    _require(isinstance(program, str) and _HASH.fullmatch(program) is not None, "program")
    _require(_is_whole(seed), "seed")
    _require(root is None or isinstance(root, str), "root")
    libraries = data.get("libraries", {})
    _require(isinstance(libraries, dict) and len(libraries) <= MOST_LIBRARIES, "libraries")
    for name, text in libraries.items():
        _require(is_library_name(name) and isinstance(text, str) and _HASH.fullmatch(text) is not None, "libraries")
    return SceneState(program, seed, root, tuple(sorted(libraries.items())))


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _require(holds: bool, name: str) -> None:
    if not holds:
        raise ValueError(f"its {name} is of the wrong kind")


@dataclass(frozen=True)
class _Problem:
    message: str
    torn: bool  # the line is not even JSON, so its writing may have been cut short


def _verified(line: bytes, previous: JournalEntry | None) -> JournalEntry | _Problem:
    """The entry of a line, or the problem with the line."""
    try:
        data = parse_json(line, most=_MOST_VALUES)
    except ValueError as error:
        return _Problem(f"it cannot be read ({error})", torn=not isinstance(error, DataRefused))
    number = 1 if previous is None else previous.number + 1
    try:
        check = data.pop("check")
        if check != _check("" if previous is None else previous.check, data):
            return _Problem("its check does not match", torn=False)
        if data["number"] != number:
            return _Problem(f"it is numbered {data['number']}", torn=False)
        entry = _decode({**data, "check": check})
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        return _Problem(f"it is not a journal entry ({str(error)[:200]!r})", torn=False)
    if previous is not None and entry.revision <= previous.revision:
        return _Problem(f"its revision {entry.revision} is not after {previous.revision}", torn=False)
    return entry


def scan_journal(path: Path, known: JournalScan | None = None) -> JournalScan:
    """Read and verify a journal.

    The last line is torn if it lacks its line end or is not JSON: the process died while writing it, and the change was never
    acknowledged. `known` is an earlier scan of the file; if its last line is unchanged, only later lines are read.

    Raises:
        ProjectError: 'damaged': a line does not verify; 'read': no plain file; 'sparse', 'symlink', 'too-large'.
    """
    entries: list[JournalEntry] = []
    offset, last_line = 0, b""
    try:
        with open_plain(path, MAX_JOURNAL_BYTES, "the journal", root=path.parent) as file:
            if known is not None and known.last_line:
                file.seek(known.size - len(known.last_line))
                if file.read(len(known.last_line)) == known.last_line:
                    entries, offset, last_line = list(known.entries), known.size, known.last_line
            file.seek(offset)
            return _scan(file, path, entries, offset, last_line)
    except ProjectError as error:
        if error.kind == "missing":
            return JournalScan()
        raise
    except OSError as error:
        raise ProjectError(f"the journal cannot be read: {path}: {error.strerror or error}", kind="read") from error


def _scan(file: BinaryIO, path: Path, entries: list[JournalEntry], size: int, last_line: bytes) -> JournalScan:
    """Read the lines from the file's position on. `size`: of the lines before it, which hold `entries`; `last_line`: the last of them."""
    while line := file.readline(MAX_OPERATION_BYTES + 1):
        if len(line) > MAX_OPERATION_BYTES:
            raise _damaged(path, len(entries) + 1, f"it has over {MAX_OPERATION_BYTES:,} bytes")
        whole = line.endswith(b"\n")
        entry = _verified(line, entries[-1] if entries else None) if whole else _Problem("it has no end", torn=True)
        if isinstance(entry, _Problem):
            rest = len(line) + len(file.read(1))
            if rest > len(line) or not entry.torn:
                raise _damaged(path, len(entries) + 1, entry.message)
            return JournalScan(tuple(entries), size, len(line), last_line)
        entries.append(entry)
        size += len(line)
        last_line = line
    return JournalScan(tuple(entries), size, 0, last_line)


def _damaged(path: Path, number: int, problem: str) -> ProjectError:
    return ProjectError(
        f"the journal is damaged: line {number} of {path}: {problem}. The program is untouched; to go on "
        "without its history, move journal.jsonl out of the folder and open it again",
        kind="damaged",
    )


def undo_and_redo(entries: Sequence[JournalEntry]) -> tuple[list[JournalEntry], list[JournalEntry]]:
    """The entries that undo and redo can reach, the next one last.

    After a new change, entries that were undone before stay in the journal but cannot be redone. The creation cannot be undone.

    Raises:
        ProjectError: 'damaged': an entry undoes or redoes what is not there.
    """
    undo: list[JournalEntry] = []
    redo: list[JournalEntry] = []
    for entry in entries:
        if entry.target is not None and entry.kind in ("undo", "redo"):
            taken, given = (undo, redo) if entry.kind == "undo" else (redo, undo)
            if not taken:
                raise ProjectError(
                    f"the journal is damaged: entry {entry.number} is of the kind '{entry.kind}', and there was nothing to {entry.kind}. "
                    "The program is untouched; to go on without its history, move journal.jsonl out of the folder and open it again",
                    kind="damaged",
                )
            given.append(taken.pop())
        elif entry.before is not None:
            undo.append(entry)
            redo.clear()
        else:
            undo.clear()
            redo.clear()
    return undo, redo
