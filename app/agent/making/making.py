"""One run of the agent: brief, retrieval, candidates, checks, repairs, critique; the best program so far is never lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scenewright.app.agent.brief import Brief, asked_of_brief
from scenewright.app.agent.making.making_request import Made, MadeProgram, MakingRequest, Models
from scenewright.app.agent.making.making_run import MakingRun
from scenewright.app.agent.making.staged_making import StagedMaking
from scenewright.app.agent.making.turns import first_turn, writer_prompt
from scenewright.app.agent.making.writer_tools import writer_tools
from scenewright.app.agent.runs import Outcome, RunRecord
from scenewright.app.language_models import Budget, ModelError
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.texts import PROMPT, readable_text

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["make_scene"]


def make_scene(
    request: MakingRequest,
    models: Models,
    catalogue: Catalogue,
    evaluate: Callable[[str], Scene],
    *,
    budget: Budget | None = None,
    record: RunRecord | None = None,
    job: Job | None = None,
) -> Made:
    """Make a program for a request.

    Args:
        evaluate: program -> its scene, in the confined child, with the seed and the catalogue of the run.
        budget: bounds that all models of the run share.
        record: is filled in as the run goes on, also where it fails.

    Raises:
        WriterError: no program of a writer evaluates, also after its corrections.
        ModelError: no writer answered at all.
        JobCancelled: the job was cancelled; `record` has what there was by then.
    """
    job = (job or Job()).part(name="the agent")
    text = readable_text(request.text, "the description", PROMPT, ModelError, lines=True)
    record = record if record is not None else RunRecord(kind="generate", request=text)
    run = MakingRun(
        request, models, catalogue, _one_at_a_time(evaluate), budget if budget is not None else Budget(), job, record
    )
    began = time.monotonic()
    outcome: Outcome = "failed"
    try:
        brief = run.brief()
        record.settings["brief"] = _plain(brief)
        made = StagedMaking(run, brief).made() if request.staged else _made_at_once(run, brief)
        outcome = "done" if made.checked.report.passed else "best-so-far"
        record.message = made.checked.report.summary()
    except JobCancelled:
        outcome, record.message = "cancelled", "the run was cancelled"
        raise
    except ScenewrightError as error:
        record.message = str(error)
        raise
    finally:
        record.outcome, record.seconds = outcome, time.monotonic() - began
    return Made(made.program, brief, made.checked, made.replies, tuple(dict.fromkeys(run.notes)), record)


def _made_at_once(run: MakingRun, brief: Brief) -> MadeProgram:
    """The whole scene in one program."""
    request, catalogue = run.request, run.catalogue
    run.asked, run.moves = asked_of_brief(brief, catalogue, text=request.text), bool(brief.motion)
    best, *_ = run.written(
        writer_prompt(brief, request.text, catalogue),
        first_turn(brief, request.text, pictured=bool(request.pictures)),
        candidates=request.candidates,
        pictures=request.pictures,
        tools=lambda: writer_tools(catalogue, seed=request.seed, job=run.job),
    )
    run.repaired(best)
    run.criticised(best)
    assert best.checked is not None
    replies = len(best.talk.replies)
    if replies > best.number:
        run.notes.append(f"reply {best.number} is kept: {best.checked.report.summary()}")
    return MadeProgram(best.program, best.checked, replies)


def _one_at_a_time(evaluate: Callable[[str], Scene]) -> Callable[[str], Scene]:
    """Writers wait for their models at the same time, not for the processor."""
    lock = threading.Lock()

    def evaluated(source: str) -> Scene:
        with lock:
            return evaluate(source)

    return evaluated


def _plain(brief: Brief) -> Any:
    return brief.model_dump(mode="json", exclude_defaults=True)
