"""What the program pane offers while somebody types: the functions of the language with their documentation, and words of the catalogue."""

from __future__ import annotations

import functools
import json
from typing import Any

from scenewright.app.reference import Entry, all_entries

__all__ = ["help_text", "language_help", "words_of"]


@functools.cache
def language_help() -> list[dict[str, Any]]:
    """The entries of the reference, each with what a completion and its tooltip show."""
    return [_shown(entry) for entry in all_entries().values()]


def _shown(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "kind": entry.kind.value,
        "group": entry.group,
        "calls": list(entry.calls),
        "summary": entry.summary,
        "meaning": list(entry.meaning),
        "arguments": [{"name": a.name, "default": a.default, "meaning": a.meaning} for a in entry.arguments],
        "returns": entry.returns,
        "program": entry.program,
    }


def words_of(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The words by which objects of the catalogue are called, each once, with the phrase of the object."""
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        for word in (entry["word"], *entry["synonyms"]):
            found.setdefault(str(word), {"word": word, "about": entry["phrase"], "category": entry["category"]})
    return [found[word] for word in sorted(found)]


def help_text(entries: list[dict[str, Any]]) -> bytes:
    """All of it as JSON text.

    Args:
        entries: of the catalogue.
    """
    values = {"entries": language_help(), "words": words_of(entries)}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
