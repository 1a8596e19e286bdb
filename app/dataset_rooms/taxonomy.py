"""The classes of data sets, with numbers that never change: the words of the catalogue, in a versioned file that is only appended to.

A class keeps its number for ever. New words of the catalogue get the next numbers, in a new version; what an older version says stays
true, so that shards made with different versions can be read together. Things that the catalogue does not know, such as a user's own, are
of the class ``other``.
"""

from __future__ import annotations

import difflib
import functools
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.app.dataset_rooms.errors import DatasetError

__all__ = ["BUILDING", "OTHER", "Taxonomy", "TaxonomyClass", "extended", "read_taxonomy", "shipped_taxonomy"]

_FILE = Path(__file__).parent / "taxonomy.json"
_SCHEMA = 1
BUILDING = ("wall", "floor", "ceiling", "door", "window", "building part")
"""The parts of a room itself, which every taxonomy begins with."""
OTHER = "other"


@dataclass(frozen=True, slots=True)
class TaxonomyClass:
    """A class. `id`: from 1, never changed. `group`: the shelf of the catalogue that it stands on, such as 'seating'. `since`: the version
    that it came with."""

    id: int
    name: str
    group: str
    since: int


@dataclass(frozen=True)
class Taxonomy:
    """The classes, in the order of their numbers, without gaps."""

    version: int
    classes: tuple[TaxonomyClass, ...]

    @functools.cached_property
    def sha256(self) -> str:
        """Of all that it says."""
        return self.sha256_at(self.version)

    def sha256_at(self, version: int) -> str:
        """What the hash of an earlier version was: of the classes that it had."""
        rows = [[c.id, c.name, c.group, c.since] for c in self.classes if c.since <= version]
        return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()

    @functools.cached_property
    def _by_name(self) -> Mapping[str, TaxonomyClass]:
        return {c.name.casefold(): c for c in self.classes}

    def id_of(self, name: str) -> int | None:
        """The number of a class; None where there is none of that name."""
        found = self._by_name.get(name.casefold())
        return None if found is None else found.id

    def named(self, number: int) -> TaxonomyClass:
        """The class of a number.

        Raises:
            DatasetError: 'taxonomy': there is none.
        """
        if not 1 <= number <= len(self.classes):
            raise DatasetError(
                f"there is no class {number}: version {self.version} has {len(self.classes)}", kind="taxonomy"
            )
        return self.classes[number - 1]

    def nearest(self, name: str) -> list[str]:
        """At most three classes of a similar name."""
        found = difflib.get_close_matches(name.casefold(), self._by_name, n=3)
        return [self._by_name[one].name for one in found]

    def holds(self, older: Taxonomy) -> bool:
        """Whether it only appends to an older one."""
        return self.version >= older.version and self.classes[: len(older.classes)] == older.classes

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the file holds them."""
        return {
            "schema": _SCHEMA,
            "version": self.version,
            "sha256": self.sha256,
            "history": [
                {"version": v, "classes": sum(c.since <= v for c in self.classes), "sha256": self.sha256_at(v)}
                for v in range(1, self.version + 1)
            ],
            "classes": [{"id": c.id, "name": c.name, "group": c.group, "since": c.since} for c in self.classes],
        }

    def to_text(self) -> str:
        """The text of its file: a line for each class, so that a change is seen as added lines."""
        values = self.to_json()
        head = ",\n".join(
            f" {json.dumps(k)}: {json.dumps(values[k], ensure_ascii=False)}" for k in values if k != "classes"
        )
        rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in values["classes"])
        return "{\n" + head + ',\n "classes": [\n' + rows + "\n ]\n}\n"


def extended(taxonomy: Taxonomy | None, words: Iterable[tuple[str, str]]) -> Taxonomy:
    """A taxonomy with further words, as a new version; the same one where it has them all.

    Args:
        taxonomy: None: a first one, with the parts of rooms.
        words: names and groups. New ones are added in the order of their names.
    """
    if taxonomy is None:
        first = (*((name, "building") for name in BUILDING), (OTHER, OTHER))
        taxonomy = Taxonomy(1, tuple(TaxonomyClass(n, name, group, 1) for n, (name, group) in enumerate(first, 1)))
        version = 1
    else:
        version = taxonomy.version + 1
    first_of = {name.casefold(): (name, group) for name, group in sorted(words, reverse=True)}
    new = sorted(pair for pair in first_of.values() if taxonomy.id_of(pair[0]) is None)
    if not new:
        return taxonomy
    known = len(taxonomy.classes)
    added = tuple(TaxonomyClass(known + n, name, group, version) for n, (name, group) in enumerate(new, 1))
    return Taxonomy(version, (*taxonomy.classes, *added))


def read_taxonomy(file: Path) -> Taxonomy:
    """The taxonomy of a file.

    Raises:
        DatasetError: 'taxonomy': it is none, has gaps, or its hashes do not fit: then somebody changed what stood there.
    """
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        classes = tuple(TaxonomyClass(row["id"], row["name"], row["group"], row["since"]) for row in values["classes"])
        taxonomy = Taxonomy(values["version"], classes)
        history = [(one["version"], one["classes"], one["sha256"]) for one in values["history"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{file} is no taxonomy: {error}", kind="taxonomy") from error
    names = {c.name.casefold() for c in classes}
    if [c.id for c in classes] != list(range(1, len(classes) + 1)) or len(names) != len(classes):
        raise DatasetError(f"{file}: its classes are not numbered from 1, or two have one name", kind="taxonomy")
    for version, count, digest in history:
        if taxonomy.sha256_at(version) != digest or sum(c.since <= version for c in classes) != count:
            raise DatasetError(
                f"{file}: what version {version} said was changed: classes are only appended, by "
                "python -m scenewright.app.dataset_rooms.build_taxonomy",
                kind="taxonomy",
            )
    return taxonomy


@functools.cache
def shipped_taxonomy() -> Taxonomy:
    """The taxonomy of this version of Scenewright."""
    return read_taxonomy(_FILE)
