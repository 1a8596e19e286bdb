"""Entries of primitives, and of the words and units that arguments take, each from the table that the language reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scenewright.app.reference.entry import Argument, Entry, EntryKind
from scenewright.app.reference.programs import program_of
from scenewright.renderers.base import ENVIRONMENT_WORDS
from scenewright.scene.language.vocabulary import (
    LIGHT_MEANINGS,
    MATERIAL_MEANINGS,
    PRIMITIVE_FORMS,
    color_modifiers,
    color_words,
    finish_words,
    surface_kind,
    surface_words,
)
from scenewright.scene.model import Material

__all__ = ["primitive_entries", "table_entries"]

_GROUP = "Words and units of arguments"


def primitive_entries() -> Iterator[Entry]:
    """One entry for each primitive."""
    for name, (call, meaning) in PRIMITIVE_FORMS.items():
        group = "The blocks dialect" if "cuboid" in name or "blocks" in name else "Primitives, by kind"
        yield Entry(name, EntryKind.PRIMITIVE, group, (call,), (meaning,), program=program_of(name))


def table_entries() -> Iterator[Entry]:
    """One entry for each table."""
    standard = Material()
    yield _table(
        "materials",
        "primitive_call('cube', {'scale': 1.0}, material={'roughness': 0.3, 'metallic': 1.0})",
        "What a dict given as `material` may say: the metallic-roughness model of glTF 2.0. `surface` makes one by name.",
        (Argument(key, meaning, repr(getattr(standard, key))) for key, meaning in MATERIAL_MEANINGS.items()),
    )
    yield _table(
        "lights",
        "light('ceiling', at=(0, 2.6, 0), intensity=1.0)",
        "The kinds of light, and the unit of `intensity` for each. In a scene without a room, lamps are scaled with the scene.",
        (Argument(kind, meaning) for kind, meaning in LIGHT_MEANINGS.items()),
    )
    yield _table(
        "environments",
        "environment('soft morning light')",
        "The skies that the words of `environment` call up. A word among others is enough; 'soft' makes the sun's shadows softer, and "
        "'darker', 'brighter', 'warmer' and 'cooler', each also with 'a little' or 'much', change what the others name.",
        (Argument(name, f"{', '.join(words)}.") for name, words in ENVIRONMENT_WORDS.items()),
    )
    kinds: dict[str, list[str]] = {}
    for word in sorted(surface_words()):
        kinds.setdefault(surface_kind(word) or "", []).append(word)
    yield _table(
        "surfaces",
        "color, material = surface('polished dark oak')",
        "The materials that `surface` knows, by family. A finish and a tone may stand before each: 'polished white marble', 'navy blue "
        "velvet'. Walls and floors take the colour of one: `room(4, 3, floor_color=surface('oak')[0])`.",
        (
            *(Argument(kind, f"{', '.join(words)}.") for kind, words in sorted(kinds.items())),
            Argument("finishes", f"{', '.join(sorted(finish_words()))}."),
        ),
    )
    yield _table(
        "colors",
        "named_color('pale navy blue')",
        "The colours that `named_color` knows: those of CSS, and the words for paint and furniture.",
        (
            Argument("names", f"{', '.join(sorted(color_words()))}."),
            Argument("modifiers", f"{', '.join(sorted(color_modifiers()))}."),
        ),
    )


def _table(name: str, call: str, meaning: str, lines: Iterable[Argument]) -> Entry:
    return Entry(name, EntryKind.TABLE, _GROUP, (call,), (meaning,), tuple(lines), program=program_of(name))
