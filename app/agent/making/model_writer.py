"""The agent behind the protocol of all writers."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.agent.brief import Brief
from scenewright.app.agent.making.making import make_scene
from scenewright.app.agent.making.making_request import Made, MakingRequest, Models
from scenewright.app.agent.runs import RunRecord, StageStart
from scenewright.app.language_models import FORM, Budget, ModelError, ModelPicture, open_model
from scenewright.app.writers.writer import AgentEffort, WriterRequest, WrittenProgram
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from scenewright.assets import Catalogue

__all__ = ["EFFORTS", "ModelWriter", "made_by", "models_of"]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a level of effort means. `plans`, `looks`: whether a planner and a critic take part."""

    candidates: int
    rounds: int
    critiques: int
    plans: bool
    looks: bool


EFFORTS: dict[AgentEffort, _Plan] = {
    "quick": _Plan(candidates=1, rounds=1, critiques=0, plans=False, looks=False),
    "standard": _Plan(candidates=1, rounds=2, critiques=1, plans=True, looks=True),
    "best": _Plan(candidates=3, rounds=3, critiques=2, plans=True, looks=True),
}
"""Level of effort -> what the agent does."""


class ModelWriter:
    """Lets language models plan, write, repair and look. Its poses are meant as written."""

    name = "model"

    def available(self) -> str | None:
        if importlib.util.find_spec("pydantic_ai") is None:
            return "language models need the extra 'models': pip install 'scenewright[models]'"
        return None

    def write(self, request: WriterRequest, *, job: Job | None = None) -> WrittenProgram:
        """See :func:`scenewright.app.agent.making.make_scene`. The record of the run is that of the request, where it has one.

        Raises:
            ModelError: the request names no model, or the model cannot be reached.
            WriterError: its programs fail, also after the repairs.
            JobCancelled: the job was cancelled; the reply is abandoned.
        """
        if request.model is None:
            raise ModelError(f"the writer 'model' needs the name of one: {FORM}")
        model = open_model(request.model, base_url=request.base_url)
        made = made_by(request, models_of(request, model), job or Job())
        return WrittenProgram(
            made.program,
            request.model,
            notes=made.notes,
            attempts=made.replies,
            asked=made.checked.bound.asked if made.brief.things else None,
        )


def made_by(request: WriterRequest, models: Models, job: Job) -> Made:
    """Make a scene for a writer's request with models that are open.

    Raises:
        ModelError, WriterError, JobCancelled: see :func:`scenewright.app.agent.making.make_scene`.
    """
    from scenewright.assets import Catalogue
    from scenewright.scene.language.running import evaluate

    catalogue: Catalogue = request.assets if isinstance(request.assets, Catalogue) else Catalogue.default()

    def evaluated(source: str) -> Scene:
        return evaluate(source, seed=request.seed, assets=request.assets, job=job)

    record = request.run if isinstance(request.run, RunRecord) else RunRecord(kind="generate", request=request.text)
    record.settings.update(_settings_of(request))
    budget = _budget(request)
    return make_scene(_making_request(request), models, catalogue, evaluated, budget=budget, record=record, job=job)


def _making_request(request: WriterRequest) -> MakingRequest:
    """What the agent is to make of a writer's request."""
    plan = EFFORTS[request.effort]
    pictures = tuple(
        ModelPicture(data, f"picture {n} of what is asked for") for n, data in enumerate(request.pictures, start=1)
    )
    return MakingRequest(
        request.text,
        seed=request.seed,
        brief=request.brief if isinstance(request.brief, Brief) else None,
        pictures=pictures,
        candidates=plan.candidates,
        rounds=plan.rounds if request.layout else 0,
        critiques=plan.critiques,
        staged=_is_staged(request),
        start=request.start if isinstance(request.start, StageStart) else None,
    )


def _is_staged(request: WriterRequest) -> bool:
    """Whether a scene is made stage by stage. One of pictures is, unless it must be quick; others where that is asked for."""
    if request.staged is None:
        return request.start is not None or (bool(request.pictures) and request.effort != "quick")
    return request.staged


def _settings_of(request: WriterRequest) -> dict[str, object]:
    """What a replay of the run must know of the request, as JSON values."""
    return {
        "seed": request.seed,
        "effort": request.effort,
        "layout": request.layout,
        "model": request.model,
        "base_url": request.base_url,
        "budget": dict(request.budget),
        "given_brief": request.brief.model_dump(mode="json", exclude_defaults=True)
        if isinstance(request.brief, Brief)
        else None,
        "staged": _is_staged(request),
        "start": request.start.model_dump(mode="json") if isinstance(request.start, StageStart) else None,
        "pictures": [hashlib.sha256(data).hexdigest() for data in request.pictures],
    }


def models_of(request: WriterRequest, model: Model) -> Models:
    """One model in the roles that the effort of a request has."""
    plan = EFFORTS[request.effort]
    return Models(model, model if plan.plans else None, model if plan.looks else None)


def _budget(request: WriterRequest) -> Budget:
    given = request.budget
    usual = Budget()
    requests, tokens = given.get("requests", usual.requests), given.get("tokens", usual.tokens)
    return Budget(
        None if requests is None else int(requests),
        None if tokens is None else int(tokens),
        given.get("seconds", usual.seconds),
        given.get("money", usual.money),
    )
