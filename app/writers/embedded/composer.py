"""The embedded writer: writes a complete, readable program for a description, with no key, no network and no model.

The text is read (:mod:`scenewright.app.writers.embedded.description`), every request gets an object of the catalogue
(:mod:`scenewright.app.writers.embedded.selection`), the objects get first poses
(:mod:`scenewright.app.writers.embedded.staging`), and the program is written
(:mod:`scenewright.app.writers.embedded.writing`). Every noun of the text is placed, or is part of the words of a placed object, or is
listed in :attr:`Composition.unserved` with the reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.writers.asked import AskedScene
from scenewright.app.writers.embedded.account import account_of
from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.looks import RoomLooks
from scenewright.app.writers.embedded.motions import plan_motions
from scenewright.app.writers.embedded.recipe_lines import untidy_words
from scenewright.app.writers.embedded.request_reading import ReadText, read_text
from scenewright.app.writers.embedded.said_style import room_style
from scenewright.app.writers.embedded.selection import Unserved, choose
from scenewright.app.writers.embedded.styled_looks import StyledRoomLooks
from scenewright.app.writers.embedded.usual_shell import paint_shell
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.dressing_lines import Dressing
    from scenewright.app.writers.writer import Dress
    from scenewright.assets import Catalogue

__all__ = ["Composition", "Unserved", "compose"]


@dataclass(frozen=True)
class Composition:
    """A written program. `notes`: spelling corrections, and things without a good place. `description`: the text as it was read.
    `asked`: the same with the names of the instances, for a judge of the scene. `placed`: how many things the program places.
    `dressing`: those of them that dress the place."""

    program: str
    unserved: list[Unserved]
    title: str
    description: Description
    notes: list[str]
    asked: AskedScene
    placed: int
    dressing: Dressing


def compose(
    text: str, catalogue: Catalogue, *, seed: int = 0, dress: Dress = "light", job: Job | None = None
) -> Composition:
    """The program of a description in English.

    Args:
        text: what the scene holds, in one or more sentences.
        catalogue: source of the objects.
        seed: chooses what a room of this kind may have, its size, colours and openings, and among objects that match a word equally well.
        dress: how much is added that nobody asked for.

    Raises:
        DescriptionError: the text is empty, is not English, or is more than :data:`scenewright.scene.texts.DESCRIPTION` allows.
        JobCancelled: the job was cancelled.
    """
    from scenewright.app.writers.embedded.dressing_lines import dressing_of
    from scenewright.app.writers.embedded.relation_lines import relation_lines
    from scenewright.app.writers.embedded.staging import stage
    from scenewright.app.writers.embedded.writing import instance_paths, program_names, write_program

    job = job or Job()
    job.check()
    read = read_text(text, catalogue, seed=seed, dress=dress)
    text, completer, description = read.text, read.completer, read.description
    job.tick(0.2, "choosing objects")
    looks = _looks(read, catalogue, seed)
    paint_shell(description, completer.recipe)
    counts = [request.count for request in description.requests]
    choices, unserved = choose(description, catalogue, seed=seed, looks=looks)
    job.tick(0.5, "first places")
    staged = stage(description, choices, catalogue, job=job.part(0.5, 0.9))
    title = _title(description, staged.kind)
    motions = plan_motions(description, staged)
    program = write_program(description, staged, title, motions)
    notes = [f"'{wrong}' was read as '{meant}'" for wrong, meant in read.slips]
    notes += staged.notes
    loose = Counter((item.choice.request.words, note) for item, note in staged.loose)
    notes += [f"{words}{f' ({n} of them)' if n > 1 else ''}: {note}" for (words, note), n in loose.items()]
    notes += [
        f"{description.requests[index].words}: that it is not {said} something was left out: a program says where a thing is"
        for index, said in description.denied
    ]
    if (stated := description.dimensions) is not None and max(
        staged.width - stated[0], staged.depth - stated[1]
    ) > 0.05:
        made = f"{staged.width:g} m by {staged.depth:g} m"
        notes.append(f"the room is {made}: what it is to hold finds no place in {stated[0]:g} m by {stated[1]:g} m")
    asked = account_of(
        description,
        choices,
        instance_paths(staged),
        counts,
        catalogue,
        outdoor=staged.outdoor,
        recipe=completer.recipe,
        motions=motions,
        styles={
            *description.styled,
            *(() if looks is None or dress == "none" else (*looks.heard, *untidy_words(text))),
        },
    )
    names = program_names(staged)
    dressing = dressing_of(staged, names, relation_lines(staged, names)[1])
    placed = len(staged.items)
    return Composition(program, unserved, title, description, list(dict.fromkeys(notes)), asked, placed, dressing)


def _looks(read: ReadText, catalogue: Catalogue, seed: int) -> RoomLooks | None:
    """What gives a look to what the text does not describe; None where it says neither a style nor a kind of place that is known."""
    description, recipe = read.description, read.completer.recipe
    style = room_style(description)
    if style is not None:
        kind = description.place if recipe is None else recipe.name
        return StyledRoomLooks(seed, kind, read.text, style, catalogue)
    return None if recipe is None else RoomLooks(seed, recipe.name, read.text, description.colors)


def _title(description: Description, kind: str) -> str:
    """The kind of scene in a few words: 'cozy reading nook'."""
    words = (description.title or kind).split()
    return " ".join(words[-4:]).lower() if words else "scene"
