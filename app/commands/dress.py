"""``scenewright dress``: takes away or adds what nobody asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.dressing.dress import Dressed
    from scenewright.app.writers.writer import DressLevel

__all__ = ["run"]


def run(where: Path, *, level: DressLevel, place: str, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.dressing import DRESS, DressRequest
        from scenewright.app.terminal.process import open_with_settings

        request = DressRequest(level=level, place=place)
        session, _ = open_with_settings(str(where), {}, reporter, writable=True)
        with reporter.job("dressing") as job:
            dressed = DRESS(session, request, job=job)
        for thing, reason in dressed.left_out:
            reporter.note(f"left out: {thing} ({reason})")
        reporter.result(dressed.report(), _lines(dressed))


def _lines(dressed: Dressed) -> list[str]:
    lines = [] if dressed.changed else ["nothing to change"]
    if dressed.added:
        lines.append(f"added: {_named(dressed.added)}")
    if dressed.removed:
        lines.append(f"taken away: {_named(dressed.removed)}")
    if dressed.kept:
        lines.append(f"kept, since somebody moved or changed it: {_named(dressed.kept)}")
    if dressed.things:
        lines.append(f"{dressed.things} thing{'s' * (dressed.things != 1)} of the program's dressing() now")
    return lines


def _named(paths: Iterable[str]) -> str:
    """Things by their names, alike ones counted."""
    counts = Counter(path.rpartition("/")[2].partition("[")[0].replace("_", " ") for path in paths)
    return ", ".join(name if count == 1 else f"{name} ({count})" for name, count in counts.items())
