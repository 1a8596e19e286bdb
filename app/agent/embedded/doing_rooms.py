"""Does requests about the whole room: completes it, re-arranges it, tidies it up, gives it a style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import FurnishWanted, RearrangeWanted, RestyleWanted, TidyWanted
from scenewright.app.agent.embedded.work import Done, Undone, Work
from scenewright.app.room_tasks.completing import furnish
from scenewright.app.room_tasks.outcome import RoomTaskDone, named
from scenewright.app.room_tasks.rearranging import rearrange
from scenewright.app.room_tasks.restyling import restyle
from scenewright.app.room_tasks.scene_style import style_of_scene
from scenewright.app.room_tasks.tidying import tidy
from scenewright.assets.styles import read_style
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import EditError, PathError, ProgramError

if TYPE_CHECKING:
    from collections.abc import Callable

    from scenewright.app.writers.writer import DressLevel
    from scenewright.assets.styles import Style

__all__ = ["do_furnish", "do_rearrange", "do_restyle", "do_tidy", "missing_text"]

_MOST_UNDONE = 3
"""Most things that could not be done and are told of."""


def do_furnish(work: Work, wanted: FurnishWanted) -> Done:
    """Add what the room lacks.

    Raises:
        CannotDo: nothing tells what kind of room it is, or it lacks nothing.
    """
    return _done(work, lambda: furnish(work.draft, prompt=_prompt(work), pinned=_pinned(work), job=work.job.quiet()))


def do_rearrange(work: Work, wanted: RearrangeWanted) -> Done:
    """Give the things of the room a sensible arrangement.

    Raises:
        CannotDo: the scene is no room, or all stands well.
    """
    adds: DressLevel | None = "light" if wanted.furnish else None
    return _done(
        work,
        lambda: rearrange(work.draft, prompt=_prompt(work), pinned=_pinned(work), adds=adds, job=work.job.quiet()),
    )


def do_tidy(work: Work, wanted: TidyWanted) -> Done:
    """Put away what lies about.

    Raises:
        CannotDo: nothing lies about, or nothing of it has a place.
    """
    return _done(
        work,
        lambda: tidy(
            work.draft, prompt=_prompt(work), pinned=_pinned(work), takes_away=not wanted.keep, job=work.job.quiet()
        ),
    )


def do_restyle(work: Work, wanted: RestyleWanted) -> Done:
    """Give the scene, or things of it, a style.

    Raises:
        MustAsk: it is unclear which things are meant.
        CannotDo: nobody knows the style, or nothing takes it.
    """
    part = work.things.find(wanted.what) if wanted.what else ()
    style = _style_like(work, wanted.like) if wanted.like else _named_style(wanted.style)
    return _done(work, lambda: restyle(work.draft, style, part=part, pinned=_pinned(work), job=work.job.quiet()))


def missing_text(work: Work) -> str:
    """What the room lacks, in a sentence. Nothing is changed.

    Raises:
        CannotDo: nothing tells what kind of room it is.
    """
    try:
        done = furnish(work.draft.branch(), prompt=_prompt(work), pinned=_pinned(work), job=work.job.quiet())
    except EditError as error:
        raise CannotDo(f"{error}.") from error
    if not done.added:
        return f"A {done.place} like this lacks nothing that has room in it."
    return f"A {done.place} usually has more than this: I could add {named(done.added)}. Say 'add what is missing'."


def _style_like(work: Work, like: str) -> Style:
    paths = work.things.find(like)
    judged = work.stage.judged
    if judged is None:
        raise CannotDo("The things of this scene cannot be told apart.")
    try:
        return style_of_scene(judged, f"style of {work.stage.listed(paths)}", paths)
    except EditError as error:
        raise CannotDo(f"{error}.", ("make it Japandi",)) from error


def _named_style(words: str) -> Style:
    try:
        return read_style(words)
    except AssetError as error:
        raise CannotDo(f"{error}.", ("make it Japandi", "give the room an industrial look")) from None


def _prompt(work: Work) -> str:
    project = work.session.project
    return "" if project is None else project.prompt or project.title or ""


def _pinned(work: Work) -> tuple[str, ...]:
    known = set(work.draft.scene.paths)
    return () if work.insists else tuple(path for path in work.pinned if path in known)


def _done(work: Work, do: Callable[[], RoomTaskDone]) -> Done:
    before = dict(work.draft.renamed)
    try:
        done = do()
    except (EditError, PathError, ProgramError) as error:
        raise CannotDo(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    if not done.done:
        raise CannotDo(done.says)
    work.memory.follow({old: new for old, new in work.draft.renamed.items() if before.get(old) != new})
    undone = tuple(
        Undone(thing.replace("_", " "), CannotDo(f"{reason}.")) for thing, reason in done.not_done[:_MOST_UNDONE]
    )
    known = set(work.draft.scene.paths)
    paths = tuple(path for path in (*done.added, *done.moved, *done.changed) if path in known)
    said = done.says.rstrip(".")
    return Done(f"{said[:1].lower()}{said[1:]}", paths, done.removed, focus=done.added or paths[:1], undone=undone)
