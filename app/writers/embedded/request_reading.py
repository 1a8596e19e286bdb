"""Reads a text without composing a place for it: what it asks for, as the composer and the checker of other writers' scenes need it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenewright.app.writers.asked import AskedScene
from scenewright.app.writers.embedded.account import account_of
from scenewright.app.writers.embedded.completion import Completer
from scenewright.app.writers.embedded.describing import describe
from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.english import DescriptionError, read_dimensions
from scenewright.app.writers.embedded.lexicon import ROOMS
from scenewright.app.writers.embedded.nominals import is_outdoor
from scenewright.app.writers.embedded.outside import seen_from_outside
from scenewright.app.writers.embedded.room_colors import colors_apart, colors_first
from scenewright.app.writers.embedded.said_motions import motions_apart
from scenewright.app.writers.embedded.selection import choose, nouns_of
from scenewright.app.writers.embedded.spelling import mended
from scenewright.assets.user_recipes import recipe_book
from scenewright.scene.language.vocabulary import surface_words
from scenewright.scene.semantics.words import normalise, singular
from scenewright.scene.texts import DESCRIPTION, readable_text

if TYPE_CHECKING:
    from scenewright.app.writers.writer import Dress
    from scenewright.assets import Catalogue
    from scenewright.assets.recipe_book import RecipeBook

__all__ = ["ReadText", "read_request", "read_text"]


@dataclass(frozen=True, eq=False)
class ReadText:
    """A text as it was read. `text`: with its spelling mended. `slips`: (as it was written, as it was read). `completer`: what added the
    things of a recipe, and knows which recipe that was."""

    text: str
    slips: tuple[tuple[str, str], ...]
    completer: Completer
    description: Description


def read_text(text: str, catalogue: Catalogue, *, seed: int = 0, dress: Dress = "light") -> ReadText:
    """Read a description in English, with what belongs to such a place by its recipe (`dress`).

    Raises:
        DescriptionError: the text is empty, is not English, or is more than :data:`scenewright.scene.texts.DESCRIPTION` allows.
    """
    text = readable_text(text, "the description", DESCRIPTION, DescriptionError, lines=True)
    book = recipe_book()
    text, slips = mended(text, _single_words(catalogue, book))
    text = seen_from_outside(book.put_first(text), catalogue)
    still, motions = motions_apart(text, catalogue)
    plain, colors = colors_apart(still, book.named_by)
    plain = colors_first(plain, book.named_by(plain))
    completer = Completer(catalogue, book, seed=seed, dress=dress)
    place = book.named_by(read_dimensions(Description(plain), plain))
    description = describe(plain, nouns_of(catalogue), completer, place=place, colors=colors)
    text = description.text = text if colors or motions else plain
    description.motions = motions
    if any("open" in motion.kinds for motion in motions):
        description.openings = replace(description.openings, door="side")  # who looks in from the front sees it open
    return ReadText(text, tuple(slips), completer, description)


def read_request(text: str, catalogue: Catalogue) -> AskedScene:
    """What a text alone asks for, without what a recipe adds and without the names of any instances.

    Raises:
        DescriptionError: see :func:`read_text`.
    """
    read = read_text(text, catalogue, dress="only")
    description = read.description
    counts = [request.count for request in description.requests]
    choices, _ = choose(description, catalogue)
    kind, said = description.zones[0].kind, description.outdoor
    outdoor = said if said is not None else bool(kind) and is_outdoor(kind)
    recipe = read.completer.recipe
    return account_of(description, choices, {}, counts, catalogue, outdoor=outdoor, recipe=recipe)


def _single_words(catalogue: Catalogue, book: RecipeBook) -> set[str]:
    """Words that a description is likely to contain: from names in the catalogue, kinds of room and surfaces."""
    names = [word for entry in catalogue.entries for word in (*entry.words, *entry.stands_for)]
    names += [kind for recipe in book.recipes for kind in recipe.kinds]
    named = {singular(token) for name in (*names, *ROOMS, *surface_words()) for token in normalise(name)}
    return named | {"metre", "centimetre", "millimetre"}
