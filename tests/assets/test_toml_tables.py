"""Tables of TOML texts come back from the cache as they were parsed, and a damaged cache costs nothing but time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scenewright.assets import toml_tables
from scenewright.assets.toml_tables import keep_tables, toml_table

TEXT = b'word = "chair"\nsize = [0.5, 1]\n[clearance]\nfront = 0.6\n'
TABLE = {"word": "chair", "size": [0.5, 1], "clearance": {"front": 0.6}}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(toml_tables, "cache_folder", lambda: tmp_path)
    toml_tables._kept.clear()
    toml_tables._new.clear()
    yield tmp_path
    toml_tables._kept.clear()
    toml_tables._new.clear()


def refuse(*args: object, **kwargs: object) -> None:
    raise AssertionError("the text was parsed again")


def test_a_kept_table_is_not_parsed_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert toml_table(TEXT, most=100) == TABLE
    keep_tables()
    toml_tables._kept.clear()
    monkeypatch.setattr(toml_tables, "parse_toml", refuse)
    again = toml_table(TEXT, most=100)
    assert again == TABLE
    assert isinstance(again["size"][1], int)
    again["word"] = "mine"
    assert toml_table(TEXT, most=100) == TABLE


def test_another_text_has_a_table_of_its_own(cache: Path) -> None:
    toml_table(TEXT, most=100)
    assert toml_table(TEXT.replace(b"chair", b"stool"), most=100)["word"] == "stool"


def test_a_kept_table_keeps_to_the_limit_of_who_asks(cache: Path) -> None:
    toml_table(TEXT, most=100)
    with pytest.raises(ValueError, match="over 2 values"):
        toml_table(TEXT, most=2)


@pytest.mark.parametrize("damage", [b"", b"[1, 2]", b"{", b"[" * 100_000])
def test_a_damaged_cache_is_made_anew(cache: Path, damage: bytes) -> None:
    (cache / "toml_tables.json").write_bytes(damage)
    assert toml_table(TEXT, most=100) == TABLE
    keep_tables()
    assert len(json.loads((cache / "toml_tables.json").read_bytes())) == 1


def test_a_damaged_table_is_parsed_anew(cache: Path) -> None:
    toml_table(TEXT, most=100)
    keep_tables()
    file = cache / "toml_tables.json"
    file.write_text(json.dumps(dict.fromkeys(json.loads(file.read_bytes()), "[")))
    toml_tables._kept.clear()
    assert toml_table(TEXT, most=100) == TABLE


def test_what_json_cannot_hold_is_parsed_each_time(cache: Path) -> None:
    for _ in range(2):
        table = toml_table(b"day = 2024-05-01\nfar = inf\n", most=100)
        assert table["day"].year == 2024
        assert table["far"] == float("inf")
    keep_tables()
    assert not (cache / "toml_tables.json").exists()


def test_a_cache_that_cannot_be_written_is_left_out(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(toml_tables, "cache_folder", lambda: tmp_path / "file" / "below")
    assert toml_table(TEXT, most=100) == TABLE
    keep_tables()
