"""The embedded writer: a description into a complete, readable program, with no key, no network and no model.

The text is read (:mod:`scenewright.app.writers.embedded.description`), every request gets an object of the catalogue
(:mod:`scenewright.app.writers.embedded.selection`), the objects get first poses
(:mod:`scenewright.app.writers.embedded.staging`), and the whole is written down
(:mod:`scenewright.app.writers.embedded.writing`). What the catalogue cannot serve is named in :attr:`Composition.unserved`:
every noun of the
text is either placed, or carried by the words of something that is, or named there with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.discourse import describe
from scenewright.app.writers.embedded.lexicon import ROOMS
from scenewright.app.writers.embedded.selection import Unserved, choose, nouns_of
from scenewright.app.writers.embedded.spelling import mended
from scenewright.scene.jobs import Job
from scenewright.scene.language.vocabulary import surface_words
from scenewright.scene.semantics.words import normalise, singular

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["Composition", "Unserved", "compose"]


@dataclass(frozen=True)
class Composition:
    """A written scene. `notes` say which slips of spelling were mended and which things found no good place; `description` is
    how the text was read."""

    program: str
    unserved: list[Unserved]
    title: str
    description: Description
    notes: list[str]


def compose(text: str, catalogue: Catalogue, *, seed: int = 0, job: Job | None = None) -> Composition:
    """The program of a description in English.

    Args:
        text: what the scene holds, in a sentence or many.
        catalogue: where its objects come from.
        seed: chooses among objects that serve a word equally.

    Raises:
        DescriptionError: the text is empty, or is not English.
        JobCancelled: the job was cancelled.
    """
    from scenewright.app.writers.embedded.staging import stage
    from scenewright.app.writers.embedded.writing import write_program

    job = job or Job()
    job.check()
    text, slips = mended(text, _single_words(catalogue))
    description = describe(text, nouns_of(catalogue))
    job.tick(0.2, "choosing objects")
    choices, unserved = choose(description, catalogue, seed=seed)
    job.tick(0.5, "first places")
    staged = stage(description, choices, catalogue, job=job.part(0.5, 0.9))
    title = _title(description, staged.kind)
    program = write_program(description, staged, title)
    notes = [f"'{wrong}' was read as '{meant}'" for wrong, meant in slips]
    notes += [f"{item.choice.request.words}: {note}" for item, note in staged.loose]
    notes += [
        f"{description.requests[index].words}: that it is not {said} something was left out: a program says where a thing is"
        for index, said in description.denied
    ]
    if (asked := description.dimensions) is not None and max(staged.width - asked[0], staged.depth - asked[1]) > 0.05:
        made = f"{staged.width:g} m by {staged.depth:g} m"
        notes.append(f"the room is {made}: what it is to hold finds no place in {asked[0]:g} m by {asked[1]:g} m")
    return Composition(program, unserved, title, description, list(dict.fromkeys(notes)))


def _single_words(catalogue: Catalogue) -> set[str]:
    """Words that a description may well hold: of the catalogue's names, of kinds of room, of surfaces."""
    names = [word for entry in catalogue.entries for word in (*entry.words, *entry.stands_for)]
    return {singular(token) for name in (*names, *ROOMS, *surface_words()) for token in normalise(name)}


def _title(description: Description, kind: str) -> str:
    """What the scene is, in a few words: 'cozy reading nook'."""
    words = (description.title or kind).split()
    return " ".join(words[-4:]).lower() if words else "scene"
