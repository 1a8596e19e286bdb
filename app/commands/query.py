"""``scenewright query``: what in a scene a sentence means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.output import Reporter, guarded
from app.querying import QueryPictures, draw_answers, query_camera, scene_query

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
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from app.session import SceneSession
        from scene.semantics.answers import checked_query

        asked = [checked_query(q) for q in queries]
        for file in (pictures.mask, pictures.heat, pictures.palette):
            _check_place(file)
        session = SceneSession.open(where, seed=seed, root=root)
        with reporter.progress("asking") as progress:
            progress(0.0, "evaluating")
            camera = query_camera(session, pictures.camera, aspect=pictures.width / pictures.height)
            engine, missing = scene_query(session, camera=camera)
            refused = {f.row for q in without for f in engine.ask(q).results}
            answers = []
            for n, query in enumerate(asked):
                progress(n / len(asked), query)
                answer = engine.ask(query, threshold=threshold)
                kept = tuple(f for f in answer.results if f.row not in refused)[:top_k]
                answers.append(
                    replace(
                        answer, results=kept, why=answer.why if kept or answer.none else "all that fits was left out"
                    )
                )
            files = draw_answers(session, answers, pictures, progress=progress) if pictures else []
        reporter.warnings([*session.scene.warnings, *([missing] if missing else [])])
        reports: list[dict[str, Any]] = [a.to_json() for a in answers]
        report = reports[0] if len(reports) == 1 else {"queries": reports}
        reporter.result(
            {**report, "files": [str(f) for f in files]},
            "\n".join([_told(a) for a in answers] + [str(f) for f in files]),
        )


def _told(answer: Any) -> str:
    if answer.none:
        return f"{answer.query}: nothing here ({answer.why})"
    rows = [f"  {f.score:.2f}  {f.path}" + (f"  ({f.reason})" if f.reason else "") for f in answer.results]
    return "\n".join([f"{answer.query}:", *rows])


def _check_place(file: Path | None) -> None:
    from scene.errors import ScenewrightError

    if file is None:
        return
    if file.suffix.lower() not in (".png", ".jpg", ".jpeg", ".webp"):
        raise ScenewrightError(f"{file}: a picture's name ends with .png, .jpg or .webp")
    if not file.absolute().parent.is_dir():
        raise ScenewrightError(f"there is no folder {file.parent}: make it first")
