"""The manifest and the stores: what is on the disk is whole, whatever was killed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from scenewright.app.batch import BatchError, BatchState, ManifestRecord, read_manifest
from scenewright.app.batch.manifest import Manifest
from scenewright.app.batch.stores import RESULT, LocalStore, RemoteStore, open_store
from tests.support.object_stores import object_store

RECORDS = st.builds(
    ManifestRecord,
    state=st.sampled_from(BatchState),
    label=st.text(max_size=20),
    key=st.text("0123456789abcdef", max_size=8),
    reason=st.text(max_size=40),
    seconds=st.none() | st.floats(0, 1e6),
    attempt=st.integers(1, 9),
)


@given(st.lists(RECORDS, max_size=5))
def test_what_is_added_is_read(tmp_path_factory: pytest.TempPathFactory, records: list[ManifestRecord]) -> None:
    file = tmp_path_factory.mktemp("manifest") / "manifest.jsonl"
    manifest = Manifest(file)
    for record in records:
        manifest.add(record)
    manifest.close()
    read = list(read_manifest(file))
    assert [r.to_json() | {"at": ""} for r in read] == [r.to_json() | {"at": ""} for r in records]


def test_a_torn_line_costs_no_other(tmp_path: Path) -> None:
    file = tmp_path / "manifest.jsonl"
    first = Manifest(file)
    first.add(ManifestRecord(BatchState.STARTED, "one"))
    first.close()
    with file.open("ab") as torn:
        torn.write(b'{"schema": 1, "state": "fini')
    second = Manifest(file)
    second.add(ManifestRecord(BatchState.FINISHED, "two"))
    second.close()
    assert [r.label for r in read_manifest(file)] == ["one", "two"]


def result(folder: Path) -> Path:
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "a_color.png").write_bytes(b"picture")
    (folder / "mask.png").write_bytes(b"mask")
    (folder / RESULT).write_text(json.dumps({"seconds": 1}))
    return folder


@pytest.fixture(params=["folder", "memory", "s3"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LocalStore | RemoteStore]:
    if request.param == "folder":
        yield open_store(str(tmp_path / "out"))
    elif request.param == "memory":
        pytest.importorskip("fsspec")
        yield open_store(f"memory://{tmp_path.name}")
    else:
        with object_store(monkeypatch) as bucket:
            yield open_store(f"{bucket}/results")


def partial(store: LocalStore | RemoteStore, tmp_path: Path, name: str) -> Path:
    return (store.partial if isinstance(store, LocalStore) else tmp_path) / name


def test_a_result_is_there_whole_or_not_at_all(store: LocalStore | RemoteStore, tmp_path: Path) -> None:
    folder = result(partial(store, tmp_path, "a.1"))
    assert not store.has("a")
    assert store.put(folder, "a")
    assert store.has("a")
    assert not folder.exists()
    assert store.result("a") == {"seconds": 1}
    shown = store.picture("a", tmp_path)
    assert shown is not None
    assert shown.read_bytes() == b"picture"


def test_the_first_result_stays(store: LocalStore | RemoteStore, tmp_path: Path) -> None:
    store.put(result(partial(store, tmp_path, "a.1")), "a")
    second = result(partial(store, tmp_path, "a.2"))
    (second / RESULT).write_text(json.dumps({"seconds": 2}))
    assert not store.put(second, "a")
    assert store.result("a") == {"seconds": 1}
    assert not second.exists()


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    (store.partial / "half").mkdir()
    store.clear_partial()
    assert list(store.partial.iterdir()) == []
    store.end()
    assert not store.partial.exists()


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for out in (str(tmp_path / "file"), str(tmp_path / "file" / "below")):
        with pytest.raises(BatchError, match="cannot be written"):
            open_store(out)
    with pytest.raises(BatchError, match="cannot be written"):
        open_store("nosuchscheme://bucket/rooms")


def test_a_store_where_nobody_answers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with object_store(monkeypatch) as bucket:
        pass
    with pytest.raises(BatchError, match="cannot be written"):
        open_store(f"{bucket}/rooms")
