"""``scenewright query``: finds the entities that a sentence describes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scenewright.app.querying import answer_lines, answers_report
from scenewright.app.terminal.output import Reporter, UsageError, guarded

__all__ = ["run"]


def run(
    where: str,
    *,
    seed: int | None,
    root: str | None,
    refused: Sequence[str],
    as_json: bool,
    **values: Any,
) -> None:
    """`refused`: options of the command line that only fields have. `values`: the fields of
    :class:`scenewright.app.actions.querying.QueryRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        if refused:
            raise UsageError(f"{' and '.join(refused)} can only be used with --field: a program has --camera")
        from scenewright.app.actions.querying import QUERY, QueryRequest
        from scenewright.app.session import Session

        request = QueryRequest(**values)
        request.pictures.check_places()
        session = Session.open(where, seed=seed, root=root)
        with reporter.job("asking") as job:
            result = QUERY(session, request, job=job)
        reporter.warnings([*result.warnings, *([result.missing] if result.missing else [])])
        reporter.result(answers_report(result.answers, result.files), answer_lines(result.answers, result.files))
