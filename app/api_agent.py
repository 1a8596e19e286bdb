"""The Python functions on what language models do: the brief of a text, and the runs that a scene keeps; see :mod:`scenewright.app.api`."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.actions.briefing import BRIEF, Briefed, BriefRequest
from scenewright.app.actions.run_reading import RUNS, RunsFound, RunsRequest
from scenewright.app.api_arguments import face, given, request_of
from scenewright.app.requests import RequestError
from scenewright.scene.argument_values import path_argument

__all__ = ["brief", "runs"]


@face("making a brief")
def brief(text: str, *, model: str | None = None, base_url: str | None = None) -> Briefed:
    """What a text asks for: things with their looks and numbers, relations, the room. ``brief`` of the result is data that can be changed
    (``model_copy``) and given to :func:`generate`; ``notes`` has remarks on it.

    Args:
        text: description of a scene in English; with a model in any language that it reads.
        model: language model (provider:name) that plans; None: the embedded reader, which needs none.
        base_url: URL of an OpenAI-compatible server that has the model.

    Raises:
        ScenewrightError: without a model, the text is empty or not English; the model gave no brief.
    """
    return BRIEF(request_of(BriefRequest, text=given(text, "text"), model=model, base_url=base_url))


@face("listing runs")
def runs(scene: str | Path) -> RunsFound:
    """What language models did on a scene folder: ``runs`` of the result, the oldest first, each with what was asked, its models, rounds,
    seconds, and ``spent``: tokens and money.

    Raises:
        ProjectError: there is no such folder, or its runs cannot be listed.
    """
    return RUNS(request_of(RunsRequest, scene=path_argument(scene, "scene", RequestError)))
