"""The action that finds the entities that a sentence describes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from scenewright.app.actions.action import SceneAction
from scenewright.app.querying import QueryPictures, draw_answers, query_camera, scene_query
from scenewright.app.requests import Request
from scenewright.app.session import Session
from scenewright.scene.jobs import Job
from scenewright.scene.limits import ANSWER_RESULTS
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    from scenewright.scene.semantics.queries import Answer

_MOST_QUERIES = 100
"""Of one request."""

__all__ = ["QUERY", "Queried", "QueryRequest"]


class QueryRequest(Request):
    """Queries, and pictures to draw of the results."""

    queries: tuple[str, ...] = Field(min_length=1, max_length=_MOST_QUERIES)
    """Queries in English."""
    without: tuple[str, ...] = Field(default=(), max_length=_MOST_QUERIES)
    """Leave out the entities that these queries find."""
    top_k: int | None = Field(default=None, ge=1)
    """Most results of a query."""
    threshold: float = Field(default=0.0, ge=0.0, le=1.0)
    """Least score of a result."""
    camera: int = 0
    """Number of the camera for *leftmost*, *as seen from the camera*, and the pictures."""
    pictures: QueryPictures = QueryPictures()
    """Pictures to draw of the results."""


@dataclass(frozen=True)
class Queried:
    """One answer a query. `files`: the pictures. `missing`: why the search by description is not available; None if it is."""

    answers: tuple[Answer, ...]
    files: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    missing: str | None = None

    __repr__ = short_repr


def query(session: Session, request: QueryRequest, job: Job) -> Queried:
    """Find the entities that sentences describe, best first, with scores and reasons; none if nothing fits.

    Raises:
        QueryError: a query is empty, too long or not English.
        PathError: the camera does not exist.
        RequestError: a picture cannot be written to its file.
        RenderError: the view cannot be drawn.
        JobCancelled: no picture is written.
    """
    from scenewright.scene.semantics.queries import checked_query

    queries = [checked_query(q) for q in request.queries]
    pictures = request.pictures
    pictures.check_places()
    job.progress(0.0, "evaluating")
    camera = query_camera(session, request.camera, aspect=pictures.width / pictures.height)
    engine, missing = scene_query(session, camera=camera)
    left_out = {f.row for q in request.without for f in engine.ask(q).results}
    answers: list[Answer] = []
    warnings = list(session.scene.warnings)
    left = ANSWER_RESULTS
    for n, text in enumerate(queries):
        job.tick(n / len(queries) * (0.5 if pictures else 1.0), text)
        answer = engine.ask(text, threshold=request.threshold)
        kept = tuple(f for f in answer.results if f.row not in left_out)[: request.top_k]
        if len(kept) > left:
            warnings.append(
                f"'{text}': {len(kept):,} things fit, and the best {left:,} are listed: ask for fewer with top_k"
            )
            kept = kept[:left]
        left -= len(kept)
        why = answer.why if kept or answer.none else "all that fits was left out"
        answers.append(replace(answer, results=kept, why=why))
    files = draw_answers(session, answers, pictures, camera=request.camera, job=job.part(0.5)) if pictures else []
    return Queried(tuple(answers), tuple(files), tuple(warnings), missing)


QUERY = SceneAction("query", "Find the entities that a sentence describes.", QueryRequest, query)
