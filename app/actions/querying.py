"""What in a scene a sentence means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import Field

from scenewright.app.actions.action import Request, SceneAction
from scenewright.app.querying import query_camera, scene_query
from scenewright.app.session import Session
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.semantics.queries.answers import Answer

__all__ = ["QUERY", "Queried", "QueryRequest"]


class QueryRequest(Request):
    """`queries`: sentences. `without`: what these find is left out. `camera`: number of the view that *leftmost* and *as seen from the
    camera* mean; `aspect`: its width over its height. `threshold`: least score, 0 to 1; `top_k`: at most so many results a query."""

    queries: tuple[str, ...] = Field(min_length=1)
    without: tuple[str, ...] = ()
    top_k: int | None = Field(None, ge=1)
    threshold: float = 0.0
    camera: int = 0
    aspect: float = Field(4.0 / 3.0, gt=0.0)


@dataclass(frozen=True)
class Queried:
    """One answer a query. `missing`: what descriptions cannot be compared with, where that is so."""

    answers: tuple[Answer, ...]
    warnings: tuple[str, ...] = ()
    missing: str | None = None


def query(session: Session, request: QueryRequest, job: Job) -> Queried:
    """Find what sentences mean: entities with scores and reasons, best first, none where nothing fits.

    Raises:
        QueryError: a query is empty, too long or not English.
        PathError: there is no such camera.
    """
    from scenewright.scene.semantics.queries.answers import checked_query

    asked = [checked_query(q) for q in request.queries]
    job.progress(0.0, "evaluating")
    camera = query_camera(session, request.camera, aspect=request.aspect)
    engine, missing = scene_query(session, camera=camera)
    left_out = {f.row for q in request.without for f in engine.ask(q).results}
    answers = []
    for n, text in enumerate(asked):
        job.tick(n / len(asked), text)
        answer = engine.ask(text, threshold=request.threshold)
        kept = tuple(f for f in answer.results if f.row not in left_out)[: request.top_k]
        why = answer.why if kept or answer.none else "all that fits was left out"
        answers.append(replace(answer, results=kept, why=why))
    return Queried(tuple(answers), tuple(session.scene.warnings), missing)


QUERY = SceneAction("query", "Find what a sentence means in the scene.", QueryRequest, query)
