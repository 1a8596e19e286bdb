"""The Python functions on what language models do: briefs, runs of scenes, going on from one; see :mod:`scenewright.app.api`."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.actions.briefing import BRIEF, Briefed, BriefRequest
from scenewright.app.actions.run_reading import RUNS, RunsFound, RunsRequest
from scenewright.app.actions.run_resuming import RESUME, ResumeRequest
from scenewright.app.agent.runs import StageName
from scenewright.app.api_arguments import face, flag, given, request_of
from scenewright.app.generating import Generated
from scenewright.app.requests import RequestError
from scenewright.app.writers.writer import AgentEffort
from scenewright.scene.argument_values import path_argument

__all__ = ["brief", "resume", "runs"]


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

    Args:
        scene: a scene folder.

    Raises:
        ProjectError: there is no such folder, or its runs cannot be listed.
    """
    return RUNS(request_of(RunsRequest, scene=path_argument(scene, "scene", RequestError)))


@face("going on from a run")
def resume(
    scene: str | Path,
    *,
    run: str | None = None,
    after: StageName | None = None,
    source: str | Path | None = None,
    out: str | Path | None = None,
    model: str | None = None,
    base_url: str | None = None,
    effort: AgentEffort | None = None,
    seed: int | None = None,
    max_requests: int | None = None,
    max_tokens: int | None = None,
    max_seconds: float | None = None,
    max_money: float | None = None,
    picture: bool = True,
) -> Generated:
    """Make a new scene from a finished stage of a run that made one in stages: the stages after it are done anew by the model.

    Args:
        scene: the scene folder, or what is left of one that was not finished: ``NAME.unfinished``.
        run: id of the run; None: the last one that made a scene.
        after: the last stage that is kept; None: the last one that is finished.
        source: a ``.py`` or a scene folder with the program to go on from, such as an edited one; None: the program of the stage.
        out: the scene folder to create; None: a free name below ``scenes``.
        model: language model (provider:name); None: that of the run.
        base_url: URL of its server; None: that of the run, where the model is that of the run.
        effort: quick, standard or best; None: as in the run.
        seed: random seed; None: that of the run.
        max_requests: most requests to the model; None: 30.
        max_tokens: most tokens, read and written; None: 400,000.
        max_seconds: seconds after which no further request is sent; None: 900.
        max_money: most US dollars by list prices; None: no bound.
        picture: False draws no picture.

    Raises:
        ProjectError: there is no such run, it is damaged, or the new folder exists already.
        RequestError: the run has no such stage, or nothing comes after it.
        ScenewrightError: the model failed, or no program evaluates.
    """
    request = request_of(
        ResumeRequest,
        scene=path_argument(scene, "scene", RequestError),
        run=run,
        after=after,
        source=None if source is None else str(source),
        out=out,
        model=model,
        base_url=base_url,
        effort=effort,
        seed=seed,
        max_requests=max_requests,
        max_tokens=max_tokens,
        max_seconds=max_seconds,
        max_money=max_money,
        renderers=("preview",) if flag(picture, "picture") else (),
    )
    return RESUME(request)
