"""``scenewright query``: what in a scene a sentence means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scenewright.app.output import Reporter, UsageError, guarded
from scenewright.app.querying import QueryPictures, answers_report, draw_answers, query_camera, scene_query, told

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
        from scenewright.app.session import Session
        from scenewright.scene.semantics.queries.answers import checked_query

        asked = [checked_query(q) for q in queries]
        pictures.check_places()
        session = Session.open(where, seed=seed, root=root)
        with reporter.job("asking") as job:
            job.progress(0.0, "evaluating")
            camera = query_camera(session, pictures.camera, aspect=pictures.width / pictures.height)
            engine, missing = scene_query(session, camera=camera)
            left_out = {f.row for q in without for f in engine.ask(q).results}
            answers = []
            for n, query in enumerate(asked):
                job.tick((0.5 if pictures else 1.0) * n / len(asked), query)
                answer = engine.ask(query, threshold=threshold)
                kept = tuple(f for f in answer.results if f.row not in left_out)[:top_k]
                answers.append(
                    replace(
                        answer, results=kept, why=answer.why if kept or answer.none else "all that fits was left out"
                    )
                )
            files = draw_answers(session, answers, pictures, job=job.part(0.5)) if pictures else []
        reporter.warnings([*session.scene.warnings, *([missing] if missing else [])])
        reporter.result(answers_report(answers, files), told(answers, files))
