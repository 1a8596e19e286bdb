"""All entries of the reference, and the way to one by its name."""

from __future__ import annotations

import difflib
from functools import cache

from scenewright.app.reference.entry import Entry, EntryKind
from scenewright.app.reference.example_scenes import EXAMPLES
from scenewright.app.reference.functions import function_entries
from scenewright.app.reference.relation_entries import relation_entries
from scenewright.app.reference.tables import primitive_entries, table_entries
from scenewright.app.requests import RequestError
from scenewright.scene.language.vocabulary import plain_kind
from scenewright.scene.strict_types import shown_value

__all__ = ["all_entries", "find_entry"]

_MOST_CHARACTERS = 100


@cache
def all_entries() -> dict[str, Entry]:
    """Entries by name: functions, primitives, relations, tables."""
    found = (*function_entries(), *primitive_entries(), *relation_entries(), *table_entries())
    return {entry.name: entry for entry in found}


def find_entry(name: str) -> Entry:
    """The entry of that name; of a relation also by the other words for it, of a table also by the name of one of its lines.

    Raises:
        RequestError: there is none; the message gives the nearest names.
    """
    entries = all_entries()
    plain = name.strip().strip("@'\"").split("(", 1)[0].strip().lower()[:_MOST_CHARACTERS]
    plain = "_".join(plain.split())
    if plain in entries:
        return entries[plain]
    relation = plain_kind(plain)
    if relation is not None and relation in entries:
        return entries[relation]
    for entry in entries.values():
        if entry.kind is EntryKind.TABLE and any(line.name == plain for line in entry.arguments):
            return entry
    near = difflib.get_close_matches(plain, [*entries, *EXAMPLES], n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "`scenewright reference` lists all"
    raise RequestError(f"the reference has no entry {shown_value(name)}: {hint}", field="name")
