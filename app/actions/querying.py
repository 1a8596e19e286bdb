"""What in a scene a sentence means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from scenewright.app.actions.action import Request, SceneAction
from scenewright.app.querying import QueryPictures, draw_answers, query_camera, scene_query
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.semantics.queries import Answer

__all__ = ["QUERY", "Queried", "QueryRequest"]


class QueryRequest(Request):
    """What to look for, and what to draw of it."""

    queries: tuple[str, ...] = Field(min_length=1)
    """Sentences in English."""
    without: tuple[str, ...] = ()
    """What these sentences find is left out."""
    top_k: int | None = Field(default=None, ge=1)
    """At most so many results a query."""
    threshold: float = Field(default=0.0, ge=0.0, le=1.0)
    """Least score of a result."""
    camera: int = 0
    """Number of the view that *leftmost* and *as seen from the camera* mean, and that is drawn."""
    pictures: QueryPictures = QueryPictures()
    """Pictures of the answers."""


@dataclass(frozen=True)
class Queried:
    """One answer a query. `files`: pictures that were drawn. `missing`: what descriptions cannot be compared with, where that is so."""

    answers: tuple[Answer, ...]
    files: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    missing: str | None = None


def query(session: Session, request: QueryRequest, job: Job) -> Queried:
    """Find what sentences mean: entities with scores and reasons, best first, none where nothing fits.

    Raises:
        QueryError: a query is empty, too long or not English.
        PathError: there is no such camera.
        RequestError: a picture cannot be written where it is to go.
        RenderError: the view cannot be drawn.
        JobCancelled: no picture is written.
    """
    from scenewright.scene.semantics.queries import checked_query

    asked = [checked_query(q) for q in request.queries]
    pictures = request.pictures
    pictures.check_places()
    job.progress(0.0, "evaluating")
    camera = query_camera(session, request.camera, aspect=pictures.width / pictures.height)
    engine, missing = scene_query(session, camera=camera)
    left_out = {f.row for q in request.without for f in engine.ask(q).results}
    answers = []
    for n, text in enumerate(asked):
        job.tick(n / len(asked) * (0.5 if pictures else 1.0), text)
        answer = engine.ask(text, threshold=request.threshold)
        kept = tuple(f for f in answer.results if f.row not in left_out)[: request.top_k]
        why = answer.why if kept or answer.none else "all that fits was left out"
        answers.append(replace(answer, results=kept, why=why))
    files = draw_answers(session, answers, pictures, camera=request.camera, job=job.part(0.5)) if pictures else []
    return Queried(tuple(answers), tuple(files), tuple(session.scene.warnings), missing)


QUERY = SceneAction("query", "Find what a sentence means in the scene.", QueryRequest, query)
