"""TOML tables that were read before, kept in the user's cache by the content of their texts.

Python's parser of TOML takes a millisecond for the header of an object, so that the catalogue and the recipes together take longer than
anything else of the first steps of a sentence. JSON is read a hundred times as fast.
"""

from __future__ import annotations

import hashlib
import json
import threading
from pathlib import Path
from typing import Any

from scenewright.assets.places import cache_folder
from scenewright.scene import atomic
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.plain_data import parse_json, parse_toml
from scenewright.scene.plain_files import read_plain

__all__ = ["keep_tables", "toml_table"]

_FILE = "toml_tables.json"
_MOST_BYTES = 32 << 20
_MOST_TABLES = 4_096
_MOST_FOLDERS = 8
"""Caches of users that a server holds at a time."""

_lock = threading.RLock()
_kept: dict[Path, dict[str, str]] = {}
"""Of each cache folder: the JSON of tables by the digests of their texts. The last ones were used last."""
_new: set[Path] = set()
"""Folders with tables that their file lacks."""


def toml_table(data: bytes, *, most: int) -> dict[str, Any]:
    """As :func:`scenewright.scene.plain_data.parse_toml`, from the cache where it has the text. The table belongs to the caller.

    Raises:
        ValueError: as there.
    """
    key = f"{most} {hashlib.sha256(data).hexdigest()}"
    with _lock:
        tables = _tables(cache_folder())
        text = tables.pop(key, None)
        if text is not None:
            tables[key] = text
    if text is not None:
        try:
            table = parse_json(text.encode(), most=most)
            if isinstance(table, dict):
                return table
        except ValueError:
            pass  # the cache is damaged: the text itself is parsed
    table = parse_toml(data, most=most)
    try:
        text = json.dumps(table, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError):
        return table  # JSON has no dates and no infinity
    with _lock:
        tables[key] = text
        _new.add(cache_folder())
    return table


def keep_tables() -> None:
    """Write new tables into the cache. A cache that cannot be written is left out: the texts are parsed the next time, too."""
    folder = cache_folder()
    with _lock:
        if folder not in _new:
            return
        _new.discard(folder)
        tables = dict(list(_tables(folder).items())[-_MOST_TABLES:])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        atomic.write(folder / _FILE, json.dumps(tables).encode(), durable=False)
    except OSError:
        pass


def _tables(folder: Path) -> dict[str, str]:
    if folder not in _kept:
        found: Any = {}
        try:
            if (folder / _FILE).is_file():
                found = json.loads(read_plain(folder / _FILE, _MOST_BYTES, "the cache"))
        except (ScenewrightError, OSError, ValueError, RecursionError):
            pass  # damaged: made anew
        pairs = found.items() if isinstance(found, dict) else ()
        while len(_kept) >= _MOST_FOLDERS:
            _kept.pop(next(iter(_kept)))
        _kept[folder] = {key: text for key, text in pairs if isinstance(text, str)}
    return _kept[folder]
