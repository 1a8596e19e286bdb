"""What a writer may look up while it writes: the catalogue, recipes, programs of the embedded writer. No tool changes or keeps anything."""

from __future__ import annotations

import difflib
import functools
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from scenewright.app.agent.making.retrieval import entry_line
from scenewright.app.language_models import data_line
from scenewright.assets.user_recipes import recipe_book
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["MOST_CALLS", "writer_tools"]

MOST_CALLS = 8
"""Most calls that one writer gets answered: each costs a request."""
_FOUND = 12
_MOST_WORDS = 400
"""Characters of what a tool is asked."""
_MOST_TEXT = 12_000
"""Characters that a tool answers."""


def writer_tools(
    catalogue: Catalogue, *, seed: int = 0, program: str = "", place: str = "", job: Job | None = None
) -> list[Callable[..., str]]:
    """The tools of one writer.

    Args:
        program: the scene so far; '' for none: then there is nothing to dress.
        place: what kind of place it is, such as 'bedroom'; '' where nothing says so.
    """
    job = (job or Job()).quiet()
    tools: list[Callable[..., str]] = [
        _search_catalogue(catalogue), _recipe_of(), _draft_program(catalogue, seed, job),
    ]  # fmt: skip
    if program and place:
        tools.append(_small_things(catalogue, program, place, seed, job))
    return _counted(tools)


def _search_catalogue(catalogue: Catalogue) -> Callable[..., str]:
    def search_catalogue(words: str) -> str:
        """Search the catalogue for objects that are not in your list. Gives the words, size, place, colours and forms of each.

        Args:
            words: what it is, in English, such as 'brass floor lamp'.
        """
        found = catalogue.find(cut(words, _MOST_WORDS), k=_FOUND)
        return "\n".join(entry_line(match.entry) for match in found) or "nothing is found"

    return search_catalogue


def _recipe_of() -> Callable[..., str]:
    def show_recipe(place: str) -> str:
        """Show what a kind of room or outdoor place usually has, how many of each, and how it is arranged.

        Args:
            place: the kind of place, such as 'classroom'.
        """
        recipe = recipe_book().find(cut(place, _MOST_WORDS))
        if recipe is None:
            return "no recipe is known for that"
        low, high = recipe.area
        lines = [f"{recipe.name}: {recipe.about} {low:g} to {high:g} square metres."]
        lines += [f"- {line.text}" for line in recipe.has]
        lines += [f"- perhaps {line.text}" for line in recipe.may]
        lines += [f"- small: {line.text}" for line in recipe.dress]
        return "\n".join(data_line(line, 300) for line in lines)

    return show_recipe


def _draft_program(catalogue: Catalogue, seed: int, job: Job) -> Callable[..., str]:
    def draft_program(sentence: str) -> str:
        """Let a program that works by rules write a scene program of one sentence. It knows how things are arranged: rows and grids that
        face something, seats around a table, things in a circle, along a wall or flanking another, a set table, full shelves. Take the
        `place` lines that you need from what it writes, and move them to where you need them.

        Args:
            sentence: plain English, such as 'six chairs around a round table set for six'.
        """
        from scenewright.app.writers.embedded.composer import compose
        from scenewright.app.writers.embedded.english import DescriptionError

        try:
            return compose(cut(sentence, _MOST_WORDS), catalogue, seed=seed, dress="only", job=job).program
        except DescriptionError as error:
            return f"this cannot be read: {error}"

    return draft_program


def _small_things(catalogue: Catalogue, program: str, place: str, seed: int, job: Job) -> Callable[..., str]:
    def usual_small_things() -> str:
        """Propose the small things that such a room has on, at and around the furniture of the scene so far, as `place` lines with free
        places. Take those that fit the request."""
        from scenewright.app.dressing.dress import dress_scene
        from scenewright.app.session import Session
        from scenewright.scene.sources import SceneSource, SourceKind

        session = Session(SceneSource(program, SourceKind.PROGRAM, None), seed=seed, assets=catalogue)
        dress_scene(session, "full", place=place, job=job)
        compared = difflib.ndiff(program.splitlines(), session.source.splitlines())
        return "\n".join(line[2:] for line in compared if line.startswith("+ ")) or "there is no place for more"

    return usual_small_things


def _counted(tools: Sequence[Callable[..., str]]) -> list[Callable[..., str]]:
    """The tools with what they share: a bound on calls, errors told as text, one call at a time."""
    lock = threading.Lock()
    calls = 0

    def bounded(tool: Callable[..., str]) -> Callable[..., str]:
        @functools.wraps(tool)
        def called(*arguments: str, **named: str) -> str:
            nonlocal calls
            with lock:  # models call several at once
                calls += 1
                if calls > MOST_CALLS:
                    return "that is enough: no tool answers any more. Write the program now."
                try:
                    return tool(*arguments, **named)[:_MOST_TEXT]
                except JobCancelled:
                    raise
                except ScenewrightError as error:
                    return f"this did not work: {data_line(str(error), 400)}"

        return called

    return [bounded(tool) for tool in tools]
