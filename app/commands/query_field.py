"""``scenewright query SPLATS TEXT --field FILE``: finds the captured Gaussians that a sentence describes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scenewright.app.terminal.output import Reporter, UsageError, guarded

__all__ = ["run"]


def run(*, refused: Sequence[str], as_json: bool, **values: Any) -> None:
    """`refused`: options of the command line that only programs have. `values`: the fields of
    :class:`scenewright.app.actions.field_querying.FieldQueryRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        if refused:
            raise UsageError(
                f"{' and '.join(refused)} cannot be used with --field: only the scene of a program has them"
            )
        from scenewright.app.actions.field_querying import FIELD_QUERY, FieldQueryRequest
        from scenewright.app.querying import answer_lines

        request = FieldQueryRequest(**values)
        with reporter.job("asking") as job:
            result = FIELD_QUERY(request, job=job)
        lines = answer_lines([f.answer for f in result.answers], result.files)
        if result.view is not None:
            lines.append(f"seen {result.view.name}")
        reporter.result(result.report(), lines)
