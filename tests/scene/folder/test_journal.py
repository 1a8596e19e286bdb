"""The journal: lines that verify, torn ends that are dropped, damage that is named, and what undo and redo reach."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.journal import Author, JournalEntry, SceneState, encode_entry, scan_journal, undo_and_redo


def entry(number: int, kind: str = "edit", target: int | None = None, **data: Any) -> JournalEntry:
    return JournalEntry(
        number=number,
        revision=number + 10,
        author=Author.AGENT,
        operation={"kind": kind, **data},
        before=None if number == 1 else SceneState(f"{number - 1:064x}", number - 1, "room"),
        after=SceneState(f"{number:064x}", number),
        time="2026-01-02T03:04:05+00:00",
        name="a model",
        target=target,
    )


def written(path: Path, *entries: JournalEntry) -> list[JournalEntry]:
    kept: list[JournalEntry] = []
    with path.open("ab") as file:
        for one in entries:
            done, line = encode_entry(one, kept[-1] if kept else None)
            kept.append(done)
            file.write(line)
    return kept


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    kept = written(path, entry(1), entry(2, "move", path="desk/ü", by=[0.5, 0, -1e-9]), entry(3, "undo", 2))
    scan = scan_journal(path)
    assert list(scan.entries) == kept
    assert (scan.size, scan.torn) == (path.stat().st_size, 0)
    assert scan.entries[1].operation == {"kind": "move", "path": "desk/ü", "by": [0.5, 0, -1e-9]}
    assert scan.entries[2].target == 2


def test_a_missing_journal_is_an_empty_one(tmp_path: Path) -> None:
    assert scan_journal(tmp_path / "none").entries == ()


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_last_line_is_dropped(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "journal.jsonl"
    kept = written(path, entry(1), entry(2))
    whole = path.read_bytes()
    second = whole.index(b"\n") + 1
    path.write_bytes(whole[:-cut])
    scan = scan_journal(path)
    assert list(scan.entries) == kept[:1]
    assert (scan.size, scan.torn) == (second, len(whole) - cut - second)


def test_a_last_line_whose_bytes_were_lost_is_torn(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    written(path, entry(1), entry(2))
    data = path.read_bytes()
    path.write_bytes(data[:-40] + b"\0" * 39 + b"\n")
    assert len(scan_journal(path).entries) == 1
    assert scan_journal(path).torn > 0


@pytest.mark.parametrize(
    "damage",
    [
        lambda lines: [lines[0].replace(b"agent", b"person"), *lines[1:]],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [lines[0], b"{}\n", *lines[1:]],
        lambda lines: [b"[]\n", *lines],
        lambda lines: [b"[" * 100_000 + b"\n", *lines],
        lambda lines: [b"\xff\xfe\n", *lines],
    ],
)
def test_damage_before_the_end_is_named(tmp_path: Path, damage: Any) -> None:
    path = tmp_path / "journal.jsonl"
    written(path, entry(1), entry(2), entry(3))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(damage(lines)))
    with pytest.raises(ProjectError, match=r"line \d of .*journal.jsonl") as caught:
        scan_journal(path)
    assert caught.value.kind == "damaged"


def test_a_known_scan_reads_only_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    kept = written(path, entry(1), entry(2))
    known = scan_journal(path)
    third, line = encode_entry(entry(3), kept[-1])
    with path.open("ab") as file:
        file.write(line)
    assert scan_journal(path, known) == scan_journal(path) == known.extended(third, line)
    path.write_bytes(path.read_bytes()[: known.size - 5])  # not the file that was known
    assert scan_journal(path, known) == scan_journal(path)
    assert len(scan_journal(path).entries) == 1


@pytest.mark.parametrize(
    "operation",
    [
        {},
        {"kind": 3},
        {"kind": "x", "value": float("nan")},
        {"kind": "x", "value": {1, 2}},
        {"kind": "x", "v": "a" * 2_000_000},
    ],
)
def test_an_operation_is_data_with_a_kind(operation: dict[str, Any]) -> None:
    with pytest.raises(ProjectError, match=r"operation"):
        encode_entry(JournalEntry(1, 1, Author.PERSON, operation, None, SceneState("0"), ""), None)


def numbers(*entries: JournalEntry) -> tuple[list[int], list[int]]:
    undo, redo = undo_and_redo(entries)
    return [e.number for e in undo], [e.number for e in redo]


def test_undo_and_redo_walk_back_and_forth() -> None:
    log = [entry(1, "create"), entry(2), entry(3)]
    assert numbers(*log) == ([2, 3], [])
    log.append(entry(4, "undo", 3))
    assert numbers(*log) == ([2], [3])
    log.append(entry(5, "undo", 2))
    assert numbers(*log) == ([], [3, 2])
    log.append(entry(6, "redo", 2))
    assert numbers(*log) == ([2], [3])


def test_a_change_after_an_undo_ends_the_redo() -> None:
    assert numbers(entry(1, "create"), entry(2), entry(3, "undo", 2), entry(4)) == ([4], [])


def test_an_edit_that_is_called_undo_is_an_edit() -> None:
    assert numbers(entry(1, "create"), entry(2, "undo"), entry(3)) == ([2, 3], [])


def test_each_line_is_json_for_other_tools(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    written(path, entry(1), entry(2))
    for line in path.read_text(encoding="utf-8").splitlines():
        assert {"number", "revision", "time", "author", "name", "operation", "before", "after", "check"} <= json.loads(
            line
        ).keys()
