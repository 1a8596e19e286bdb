"""Questions about a scene, answered from its graph, with or without a language model."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import SceneAction
from scenewright.app.requests import Request, RequestError
from scenewright.app.session import Session
from scenewright.scene.errors import QueryError
from scenewright.scene.jobs import Job
from scenewright.scene.short_repr import short_repr
from scenewright.scene.texts import TextLimits, readable_text

if TYPE_CHECKING:
    from scenewright.scene.semantics.questions import GraphAnswer, QuestionAnswer
    from scenewright.scene.semantics.scene_graph import SceneGraph

_MODEL_QUESTION = TextLimits(2_000, 400, word=200, digits=60)
"""A model reads longer questions than the rules do, in any language."""

__all__ = ["ASK", "AskRequest", "Asked", "graph_png"]

_ASPECT = 4.0 / 3.0
"""Width over height of the pictures that questions are about, as previews have it."""


class AskRequest(Request):
    """The question, and what answers it."""

    question: str | None = None
    """Question in English; None: only make the scene graph."""
    model: str | None = None
    """Language model (provider:name) that answers from the graph; None: the answer is computed."""
    base_url: str | None = None
    """URL of an OpenAI-compatible server that has the model."""
    practice: Annotated[int, Field(ge=0, le=100_000)] | None = None
    """Number of questions with answers to generate as well."""

    @model_validator(mode="after")
    def _model_has_a_question(self) -> Self:
        if self.question is None and self.model is not None:
            raise RequestError("a model answers a question: give one", field="question")
        return self


@dataclass(frozen=True)
class Asked:
    """`answer`: None if there was no question. `graph`: the scene graph. `practice`: generated questions with their answers."""

    graph: SceneGraph
    answer: GraphAnswer | None = None
    practice: tuple[QuestionAnswer, ...] = ()
    warnings: tuple[str, ...] = ()

    __repr__ = short_repr


def ask(session: Session, request: AskRequest, job: Job) -> Asked:
    """Answer a question about the scene.

    Raises:
        ModelError: the model cannot be reached, or refuses.
        QueryError: the question to a model is too long.
    """
    job.progress(0.0, "evaluating")
    shot = session.snapshot()
    job.tick(0.5, "making the scene graph")
    graph = session.derived.graph(shot.scene)
    answer = None
    if request.question is not None and request.model is not None:
        job.tick(0.7, f"asking {request.model}")
        answer = _by_model(graph, request.question, request.model, request.base_url)
    elif request.question is not None:
        from scenewright.scene.semantics.questions import Asker, LexiconResolver

        resolver = LexiconResolver(graph, shot.scene, session.derived.graph_geometry(shot.scene))
        camera = session.derived.views(_ASPECT, shot.scene)[0]
        answer = Asker(graph, resolver, camera=camera).ask(request.question)
    practice: tuple[QuestionAnswer, ...] = ()
    if request.practice is not None:
        from scenewright.scene.semantics.questions import generate_questions

        practice = tuple(generate_questions(graph, request.practice, seed=session.seed))
    return Asked(graph, answer, practice, (*shot.scene.warnings, *graph.notes))


def _by_model(graph: SceneGraph, question: str, model: str, base_url: str | None) -> GraphAnswer:
    from scenewright.app.language_models import DATA_RULE, MOST_GRAPH, data_block, data_line, open_chat
    from scenewright.scene.semantics.questions import GraphAnswer
    from scenewright.scene.semantics.scene_graph import INSTRUCTIONS
    from scenewright.scene.semantics.scene_graph.graph_text import graph_text

    if not question.strip():
        return GraphAnswer("", None, "the question is empty: ask, for example, how many chairs there are")
    asked = readable_text(question, "the question", _MODEL_QUESTION, QueryError)
    chat = open_chat(model, instructions=f"{INSTRUCTIONS} {DATA_RULE}", base_url=base_url)
    reply = chat.say(
        f"{data_block(graph_text(graph, most_letters=MOST_GRAPH), MOST_GRAPH)}\n\nQuestion: {data_line(asked, _MODEL_QUESTION.characters)}"
    )
    notes = (f"said by {model} from the scene graph, not measured",)
    return GraphAnswer("model", reply.text.strip() or None, reply.text.strip() or f"{model} said nothing", notes=notes)


def graph_png(graph: SceneGraph, title: str) -> bytes:
    """A drawing of the graph."""
    from scenewright.renderers.plan import draw_graph

    data = io.BytesIO()
    draw_graph(graph, title=title).save(data, "PNG")
    return data.getvalue()


ASK = SceneAction("ask", "Answer a question about the scene.", AskRequest, ask)
