"""What of a recipe will have no effect: lines that the reader does not understand, things that the catalogue lacks, unknown looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.describing import describe
from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.app.writers.embedded.english import DescriptionError
from scenewright.app.writers.embedded.selection import nouns_of
from scenewright.assets.recipe_book import PLAIN, bracketed, thing_key
from scenewright.renderers.base.environments import environment_look
from scenewright.scene.language.vocabulary import FINISHES, find_color, find_surface

if TYPE_CHECKING:
    from scenewright.assets import Catalogue
    from scenewright.assets.recipe_book import Recipe, RecipeLine

__all__ = ["recipe_remarks"]

_SOME = "three"
"""A number in place of one that the room decides."""


def recipe_remarks(recipe: Recipe, catalogue: Catalogue) -> tuple[str, ...]:
    """One line for each part of a recipe that a generation will leave out, with what to do."""
    out: list[str] = []

    def read_all(description: Description, read: Callable[[str], list[ObjectRequest]]) -> None:
        for line in recipe.lines:
            for text in (line.text, *line.ways):
                out.extend(_of_line(line.worded(text), read, catalogue))
        for text in (text for arrangement in recipe.arrangement for text in arrangement.texts.values() if text):
            if not _read_things(text, read):
                out.append(_unread(text))

    try:
        describe("A room.", nouns_of(catalogue), read_all)
    except DescriptionError as error:  # a line alone may be refused, and the rest is not known then
        out.append(str(error))
    unknown = [floor for floor in recipe.floors if find_surface(floor) is None and find_color(floor) is None]
    out += [
        f"floors: {floor!r} is no color or material that is known: such a floor looks as any does" for floor in unknown
    ]
    finishes = (*recipe.wall_finish, *(() if recipe.dado is None else (recipe.dado.finish,)))
    out += [
        f"{finish!r} is no finish of walls: they will be plain; choose from {', '.join(FINISHES)}"
        for finish in dict.fromkeys(finishes)
        if finish != PLAIN and finish not in FINISHES
    ]
    if recipe.light and not environment_look(recipe.light)[1]:
        out.append(f"light: {recipe.light!r} is no light that is known: it will be soft daylight")
    return tuple(dict.fromkeys(out))


def _of_line(line: RecipeLine, read: Callable[[str], list[ObjectRequest]], catalogue: Catalogue) -> list[str]:
    if not any(_has(name, catalogue) for name in line.names):
        near = catalogue.nearest_words(line.thing)
        hint = f"; it has {', '.join(near)}" if near else ""
        return [f"{line.text!r} is left out: the catalogue has no {line.thing}{hint}"]
    read_things = _read_things(line.text, read)
    if not read_things:
        return [_unread(line.text)]
    if thing_key(line.thing) not in {thing_key(words) for words in read_things}:
        return [f"{line.text!r} is about {read_things[0]!r}, not about its thing, {line.thing!r}: name that in it"]
    return []


def _read_things(text: str, read: Callable[[str], list[ObjectRequest]]) -> list[str]:
    """The words of the things that the text of a line is read as."""
    text = text.replace("{n}", _SOME)
    for name in bracketed(text):
        text = text.replace(f"[{name}]", name)
    return [request.words for request in read(text)]


def _unread(text: str) -> str:
    return (
        f"{text!r} is left out: nothing is read of it: write it as one says it, such as 'a shelf against the back wall'"
    )


def _has(noun: str, catalogue: Catalogue) -> bool:
    found = catalogue.find(noun, k=1, meaning=False)
    return bool(found) and found[0].how in ("exact", "synonym")
