"""``scenewright query``: what in a scene a sentence means."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.app.output import Reporter, UsageError, guarded
from scenewright.app.querying import QueryPictures, answers_report, draw_answers, told

__all__ = ["run"]


def run(
    where: str,
    queries: Sequence[str],
    *,
    top_k: int | None,
    threshold: float,
    without: Sequence[str],
    pictures: QueryPictures,
    seed: int | None,
    root: str | None,
    refused: Sequence[str],
    as_json: bool,
) -> None:
    """`refused`: options that were given and mean something for fields only."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        if refused:
            raise UsageError(f"{' and '.join(refused)} can be asked of a --field only: a program has --camera")
        from scenewright.app.actions.querying import QUERY, QueryRequest
        from scenewright.app.session import Session

        request = QueryRequest(
            queries=tuple(queries),
            without=tuple(without),
            top_k=top_k,
            threshold=threshold,
            camera=pictures.camera,
            aspect=pictures.width / pictures.height,
        )
        pictures.check_places()
        session = Session.open(where, seed=seed, root=root)
        with reporter.job("asking") as job:
            found = QUERY(session, request, job=job.part(0.0, 0.5 if pictures else 1.0))
            files = draw_answers(session, found.answers, pictures, job=job.part(0.5)) if pictures else []
        reporter.warnings([*found.warnings, *([found.missing] if found.missing else [])])
        reporter.result(answers_report(found.answers, files), told(found.answers, files))
