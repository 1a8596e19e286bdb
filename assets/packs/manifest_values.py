"""Values of a pack's manifest: a TOML file that people write and correct."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scenewright.assets.header import SUPPORTS, read_clearance
from scenewright.scene.asset_provider import AssetError

__all__ = ["object_values", "read_records", "read_share", "read_text", "read_texts"]

_LARGEST_SIZE = 1e6


def read_records(data: Mapping[str, Any], key: str, where: Path) -> list[Mapping[str, Any]]:
    """The tables of a list of tables; empty if there is none.

    Raises:
        AssetError: it is no list of tables.
    """
    records = data.get(key, [])
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise AssetError(f"{where}: '{key}' is a list of tables, [[{key}]]: correct the file")
    return records


def read_text(record: Mapping[str, Any], key: str, default: str) -> str:
    """
    Raises:
        AssetError: it is no text.
    """
    value = record.get(key) or default
    if not isinstance(value, str):
        raise AssetError(f"'{key}' is a text")
    return value


def read_texts(record: Mapping[str, Any], key: str) -> list[str]:
    """
    Raises:
        AssetError: it is no list of texts.
    """
    values = record.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise AssetError(f"'{key}' is a list of texts")
    return values


def read_share(record: Mapping[str, Any], key: str) -> float:
    """
    Raises:
        AssetError: it is no number from 0 to 1.
    """
    value = record.get(key, 1.0)
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise AssetError(f"'{key}' is a number from 0 to 1")
    return float(value)


def object_values(record: Mapping[str, Any], word: str) -> dict[str, Any]:
    """What a record says of an object, as fields of a catalogue entry. `word`: where it has none.

    Raises:
        AssetError: a value is wrong.
    """
    size = record.get("size")
    if (
        not isinstance(size, list)
        or len(size) != 3
        or not all(isinstance(v, int | float) and 0 < v <= _LARGEST_SIZE for v in size)
    ):
        raise AssetError("size = [width, height, depth] in metres")
    support = read_text(record, "support", "floor")
    if support not in SUPPORTS:
        raise AssetError(f"support is one of {', '.join(SUPPORTS)}")
    name = read_text(record, "word", word)
    return {
        "word": name.strip().lower(),
        "synonyms": tuple(s.strip().lower() for s in read_texts(record, "synonyms")),
        "phrase": read_text(record, "phrase", name),
        "category": read_text(record, "category", "miscellaneous"),
        "support": support,
        "size": (float(size[0]), float(size[1]), float(size[2])),
        "clearance": read_clearance(record.get("clearance", {})),
        "licence": read_text(record, "licence", ""),
        "author": read_text(record, "author", ""),
        "source": read_text(record, "source", ""),
        "title": read_text(record, "title", name),
    }
