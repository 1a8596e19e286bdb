"""``scenewright splat view``: pictures of a splat file from around it."""

from __future__ import annotations

from typing import Any

from scenewright.app.terminal.output import Reporter, guarded

__all__ = ["view"]


def view(*, background: str, as_json: bool, **values: Any) -> None:
    """`values`: the other fields of :class:`scenewright.app.actions.splat_drawing.SplatViewRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.splat_drawing import SPLAT_VIEW, SplatViewRequest
        from scenewright.app.commands.splat_changes import numbers

        request = SplatViewRequest(background=tuple(numbers("--background", background, 3)), **values)
        with reporter.job("drawing") as job:
            drawn = SPLAT_VIEW(request, job=job)
        reporter.warnings(drawn.notes)
        reporter.result(drawn.report(), str(drawn.file))
