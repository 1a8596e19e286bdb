"""``scenewright furnish``, ``rearrange``, ``tidy`` and ``restyle``: tasks on a whole room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.actions import SceneAction
    from scenewright.app.requests import Request
    from scenewright.app.room_tasks.outcome import RoomTaskDone
    from scenewright.app.writers.writer import DressLevel

R = TypeVar("R", bound="Request")

__all__ = ["furnish", "rearrange", "restyle", "tidy"]


def furnish(where: Path, *, level: DressLevel, place: str, pinned: tuple[str, ...], as_json: bool) -> None:
    """Complete a room."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.room_tasks import FURNISH, FurnishRequest

        _run(reporter, where, FURNISH, FurnishRequest(level=level, place=place, pinned=pinned), "completing the room")


def rearrange(where: Path, *, place: str, pinned: tuple[str, ...], furnished: bool, as_json: bool) -> None:
    """Re-arrange a room."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.room_tasks import REARRANGE, RearrangeRequest

        request = RearrangeRequest(place=place, pinned=pinned, furnish=furnished)
        _run(reporter, where, REARRANGE, request, "re-arranging the room")


def tidy(where: Path, *, pinned: tuple[str, ...], keep: bool, as_json: bool) -> None:
    """Tidy a room up."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.room_tasks import TIDY, TidyRequest

        _run(reporter, where, TIDY, TidyRequest(pinned=pinned, keep=keep), "tidying up")


def restyle(
    where: Path,
    *,
    style: str,
    like: Path | None,
    part: tuple[str, ...],
    like_part: tuple[str, ...],
    pinned: tuple[str, ...],
    as_json: bool,
) -> None:
    """Give a scene a style."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.room_tasks import RESTYLE, RestyleRequest

        request = RestyleRequest(style=style, like=like, part=part, like_part=like_part, pinned=pinned)
        _run(reporter, where, RESTYLE, request, "changing the style")


def _run(reporter: Reporter, where: Path, action: SceneAction[R, RoomTaskDone], request: R, doing: str) -> None:
    from scenewright.app.terminal.process import open_with_settings

    session, _ = open_with_settings(str(where), {}, reporter, writable=True)
    with reporter.job(doing) as job:
        done = action(session, request, job=job)
    for thing, reason in done.not_done:
        reporter.note(f"not done: {thing} ({reason})")
    reporter.result(done.report(), [done.says])
