"""What of the catalogue matters for a brief: 40 to 80 objects, a line each, so that a writer knows their sizes, fronts and forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scenewright.app.language_models import data_line
from scenewright.assets.user_recipes import recipe_book

if TYPE_CHECKING:
    from scenewright.app.agent.brief import Brief
    from scenewright.assets import Catalogue
    from scenewright.assets.entry import CatalogueEntry

__all__ = ["catalogue_lines", "entry_line", "relevant_entries"]

_FEWEST, _MOST = 40, 80
_EACH = 3
"""Objects for each thing of a brief."""
_USUAL = (
    "rug", "floor lamp", "potted plant", "picture", "curtain", "pendant lamp", "cushion", "vase", "book", "basket", "wall clock",
    "mirror", "table lamp", "bowl", "side table", "armchair", "bookshelf", "cabinet", "chair", "table",
)  # fmt: skip
_OUTDOORS = (
    "tree", "bush", "bench", "flower bed", "lamp post", "rock", "fence", "potted plant", "pine tree", "hedge", "path", "pond",
    "picnic table", "street lamp", "log", "umbrella", "fountain", "wheelbarrow", "lantern", "bird",
)  # fmt: skip
_MOST_ADDED = 20
"""Of the objects that the user added."""
_MOST_WORDS = 8
_MOST_FORMS = 10


def catalogue_lines(brief: Brief, text: str, catalogue: Catalogue) -> str:
    """A line for each object that matters: its words, size, place, free space, colours and forms."""
    return "\n".join(entry_line(entry) for entry in relevant_entries(brief, text, catalogue))


def relevant_entries(brief: Brief, text: str, catalogue: Catalogue) -> list[CatalogueEntry]:
    """The objects for the things of the brief, those that the user added first; then those of its kind of room, then what is near in
    meaning and what is usual."""
    chosen: dict[str, CatalogueEntry] = {}

    def take(phrases: Iterable[str], each: int, most: int, of: Catalogue = catalogue) -> None:
        for phrase in phrases:
            for match in of.find(phrase, k=each):
                if len(chosen) >= most:
                    return
                chosen.setdefault(match.entry.key, match.entry)

    wanted = [phrase for thing in brief.things for phrase in (thing.phrase, thing.noun, *thing.holds)]
    if catalogue.added is not None:
        take(wanted, _EACH, _MOST_ADDED, catalogue.added)
    take(wanted, _EACH, _MOST)
    take(_of_recipe(brief, text), 1, _MOST)
    if len(chosen) < _FEWEST:
        take([said for said in (brief.summary[:200], brief.style, brief.room.kind) if said], 8, _FEWEST)
    take(_OUTDOORS if brief.room.outdoor else _USUAL, 1, _MOST)
    return list(chosen.values())


def _of_recipe(brief: Brief, text: str) -> list[str]:
    """What the kind of room usually has."""
    book = recipe_book()
    recipe = book.find(brief.room.kind or book.named_by(text))
    if recipe is None:
        return []
    return list(dict.fromkeys(line.thing for line in recipe.lines))


def entry_line(entry: CatalogueEntry) -> str:
    """What a writer must know of an object: its words, size, place, free space, colours and forms."""
    words = ", ".join(data_line(word, 60) for word in entry.words[:_MOST_WORDS])
    size = " x ".join(f"{v:.2f}" for v in entry.size)
    parts = [f"- {words}: {size}, {entry.support or 'floor'}"]
    free = ", ".join(f"{side} {metres:g}" for side, metres in entry.clearance.items() if metres > 0.0)
    if free:
        parts.append(f"free {free}")
    colors = ", ".join(entry.colors)
    if colors:
        parts.append(f"colours {colors}")
    forms = [word for words_of in entry.variants.values() for word in words_of][:_MOST_FORMS]
    if forms:
        parts.append("forms " + ", ".join(data_line(form, 40) for form in forms))
    return "; ".join(parts)
