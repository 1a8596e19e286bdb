"""One run of the agent: brief, retrieval, candidates, checks, repairs, critique; the best program so far is never lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scenewright.app.agent.brief import Brief, asked_of_brief, brief_of_text
from scenewright.app.agent.checker import CheckedScene, check_program
from scenewright.app.agent.making.criticism import CONTENT, CritiqueFinding, criticise, heard_findings
from scenewright.app.agent.making.feedback import feedback_text
from scenewright.app.agent.making.planning import plan_brief
from scenewright.app.agent.making.prompts import Prompt, prompt
from scenewright.app.agent.making.turns import again_turn, critique_turn, first_turn, writer_prompt
from scenewright.app.agent.making.writing import ProgramTalk, WrittenDraft
from scenewright.app.agent.runs import Outcome, Round, RunRecord
from scenewright.app.language_models import Budget, BudgetSpent, Conversation, ModelError, ModelPicture
from scenewright.app.writers.embedded.english import DescriptionError
from scenewright.app.writers.writer import PICTURES_ALONE, WriterError
from scenewright.renderers.base import RenderError
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.texts import PROMPT, readable_text

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from scenewright.app.writers.asked import AskedScene
    from scenewright.assets import Catalogue

__all__ = ["Made", "MakingRequest", "Models", "make_scene"]


@dataclass(frozen=True)
class Models:
    """The models of the roles. `planner`: None: the embedded reader alone makes the brief. `critic`: None: nobody looks at pictures."""

    writer: Model
    planner: Model | None = None
    critic: Model | None = None


@dataclass(frozen=True)
class MakingRequest:
    """What to make, and with how much effort.

    `brief`: instead of one that is made from the text. `pictures`: of what is asked for. `candidates`: programs that are written
    independently; the best by the checker is carried on. `rounds`: most repairs after checks; `critiques`: most looks of the critic.
    """

    text: str
    seed: int = 0
    brief: Brief | None = None
    pictures: tuple[ModelPicture, ...] = ()
    candidates: int = 1
    rounds: int = 2
    critiques: int = 1


@dataclass(frozen=True, eq=False)
class Made:
    """A program that evaluates, with what the checker says of it. `replies`: how many of the writer there were. `record`: of the run."""

    program: str
    brief: Brief
    checked: CheckedScene
    replies: int
    notes: tuple[str, ...]
    record: RunRecord


@dataclass
class _Candidate:
    """The best program of one writer so far."""

    name: str
    talk: ProgramTalk
    program: str = ""
    checked: CheckedScene | None = None
    number: int = 0
    """Of the reply that has it."""

    @property
    def rank(self) -> tuple[int, ...]:
        return (10**6,) if self.checked is None else self.checked.report.rank


@dataclass
class _Run:
    """The state of one run."""

    request: MakingRequest
    models: Models
    catalogue: Catalogue
    evaluate: Callable[[str], Scene]
    budget: Budget
    job: Job
    record: RunRecord
    notes: list[str] = field(default_factory=list)
    asked: AskedScene | None = None
    moves: bool = False
    best_rank: tuple[int, ...] | None = None
    """Of the program that the scene would have now."""

    # -- conversations --------------------------------------------------------------------------------------------------

    def conversation(self, role: str, model: Model, told: Prompt, seed: int | None = None) -> Conversation:
        self.record.prompt_versions[role] = told.version
        return Conversation(
            model, told.text, role=role, prompt_version=told.version, seed=seed, budget=self.budget,
            transcript=self.record.transcript, job=self.job,
        )  # fmt: skip

    # -- the stages -----------------------------------------------------------------------------------------------------

    def brief(self) -> Brief:
        """The brief that was given, or that of the planner, or the draft of the embedded reader."""
        if self.request.brief is not None:
            return self.request.brief
        text = self.request.text
        draft: Brief | None = None
        try:
            draft = None if text == PICTURES_ALONE else brief_of_text(text, self.catalogue)
        except DescriptionError as error:  # not English, or too long for rules: a planner may read it
            self.notes.append(f"the embedded reader did not read the request: {error}")
        if self.models.planner is not None:
            self.job.tick(0.05, "planning")
            planner = self.conversation("planner", self.models.planner, prompt("planner"))
            try:
                return plan_brief(text, draft, planner, self.request.pictures)
            except BudgetSpent:
                raise
            except ModelError as error:
                self.notes.append(f"no plan came ({error}): the brief is that of the embedded reader")
        return draft if draft is not None else Brief(summary=text[:1_000])

    def written(self, brief: Brief) -> list[_Candidate]:
        """The candidates, each checked."""
        told = writer_prompt(brief, self.request.text, self.catalogue)
        first = first_turn(brief, self.request.text, pictured=bool(self.request.pictures))
        out: list[_Candidate] = []
        failure: ScenewrightError | None = None
        candidates = [self._candidate(number, told) for number in range(self.request.candidates)]
        self.job.tick(0.1, "writing the program")
        with ThreadPoolExecutor(max_workers=len(candidates)) as pool:
            drafts = [pool.submit(c.talk.draft, first, self.request.pictures) for c in candidates]
            for candidate, drafted in zip(candidates, drafts, strict=True):
                try:
                    self.take(candidate, drafted.result())
                except (WriterError, ModelError) as error:
                    failure = failure or error
                    if len(candidates) > 1:
                        self.notes.append(f"{candidate.name}: {error}")
                else:
                    out.append(candidate)
                self.notes += candidate.talk.notes
                candidate.talk.notes.clear()
        if not out:
            assert failure is not None
            raise failure
        return sorted(out, key=lambda c: c.rank)

    def _candidate(self, number: int, told: Prompt) -> _Candidate:
        """One of several writers, with a seed of its own."""
        name = "writer" if number == 0 else f"writer {number + 1}"
        seed = (self.request.seed + number) or None
        return _Candidate(
            name, ProgramTalk(self.conversation(name, self.models.writer, told, seed), self.evaluate, self.job)
        )

    def checked(self, draft: WrittenDraft) -> CheckedScene:
        """A draft, laid out and judged by the brief."""
        assert self.asked is not None
        return check_program(
            draft.program, draft.scene, self.asked, self.catalogue, seed=self.request.seed, moves=self.moves,
            job=self.job.quiet(),
        )  # fmt: skip

    def take(self, candidate: _Candidate, draft: WrittenDraft, *, ties: bool = False) -> bool:
        """Check a draft of a writer, and keep it where it is better than what the candidate has.

        Args:
            ties: one that is as good is kept, too.
        """
        self.job.tick(0.5, "checking the program")
        checked = self.checked(draft)
        rank = checked.report.rank
        better = rank < candidate.rank or (ties and rank == candidate.rank)
        if better:
            candidate.program, candidate.checked, candidate.number = draft.program, checked, draft.replies
        is_scene = better and (self.best_rank is None or rank < self.best_rank or (ties and rank == self.best_rank))
        if is_scene:
            self.best_rank = rank
        number = len(self.record.rounds) + 1
        self.record.rounds.append(Round(number, draft.program, checked.report.summary(), is_scene))
        return better

    def repaired(self, candidate: _Candidate) -> None:
        """Hand the checker's findings back until nothing is wrong, or two replies were no better."""
        worse = 0
        for _ in range(self.request.rounds):
            checked = candidate.checked
            assert checked is not None
            feedback = feedback_text(checked)
            if not feedback or worse > 1:
                return
            again = "" if worse == 0 else again_turn(candidate.program)
            self.notes.append(f"reply {candidate.number}: {checked.report.summary()}")
            try:
                better = self.take(candidate, candidate.talk.draft(again + feedback))
            except (ModelError, WriterError) as error:
                self.notes.append(f"reply {candidate.number} is kept: {error}")
                return
            finally:
                self.notes += candidate.talk.notes
                candidate.talk.notes.clear()
            worse = 0 if better else worse + 1
            if not better:
                self.notes.append(f"reply {candidate.number} is kept: the next one is no better")

    def criticised(self, candidate: _Candidate) -> None:
        """Show the critic pictures, and hand on what it says and the checker does not know better."""
        from scenewright.app.agent.making.views import critic_pictures

        if self.models.critic is None:
            return
        for _ in range(self.request.critiques):
            checked = candidate.checked
            assert checked is not None
            self.job.tick(0.8, "looking at the scene")
            critic = self.conversation("critic", self.models.critic, prompt("critic"))
            try:
                pictures = [*self.request.pictures, *critic_pictures(checked.scene, self.catalogue, self.job)]
                critique = criticise(self.request.text, checked, pictures, critic)
            except (ModelError, RenderError) as error:
                self.notes.append(f"nobody looked at the pictures: {error}")
                return
            heard, refuted = heard_findings(critique, checked)
            self.notes += refuted
            if critique.score >= CONTENT or not heard:
                self.notes.append(f"the critic gives {critique.score:g} of 10")
                return
            self.notes.append(f"the critic gives {critique.score:g} of 10: {'; '.join(f.says for f in heard)}")
            if not self._followed(candidate, heard):
                return

    def _followed(self, candidate: _Candidate, heard: list[CritiqueFinding]) -> bool:
        """One turn on a critique. What the writer makes of it is kept where the checker finds it no worse."""
        assert candidate.checked is not None
        try:
            kept = self.take(candidate, candidate.talk.draft(critique_turn(heard, candidate.checked.scene)), ties=True)
        except (ModelError, WriterError) as error:
            self.notes.append(f"reply {candidate.number} is kept: {error}")
            return False
        if not kept:
            worse = self.record.rounds[-1].checks
            self.notes.append(f"reply {candidate.number} is kept: what was made of the critique is worse: {worse}")
        return kept


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
    run = _Run(
        request, models, catalogue, _one_at_a_time(evaluate), budget if budget is not None else Budget(), job, record
    )
    began = time.monotonic()
    outcome: Outcome = "failed"
    try:
        brief = run.brief()
        record.settings["brief"] = _plain(brief)
        run.asked, run.moves = asked_of_brief(brief, catalogue, text=text), bool(brief.motion)
        best, *_ = run.written(brief)
        run.repaired(best)
        run.criticised(best)
        assert best.checked is not None
        outcome = "done" if best.checked.report.passed else "best-so-far"
        record.message = best.checked.report.summary()
    except JobCancelled:
        outcome, record.message = "cancelled", "the run was cancelled"
        raise
    except ScenewrightError as error:
        record.message = str(error)
        raise
    finally:
        record.outcome, record.seconds = outcome, time.monotonic() - began
    number = len(best.talk.replies)
    if number > best.number:
        run.notes.append(f"reply {best.number} is kept: {best.checked.report.summary()}")
    return Made(best.program, brief, best.checked, number, tuple(dict.fromkeys(run.notes)), record)


def _one_at_a_time(evaluate: Callable[[str], Scene]) -> Callable[[str], Scene]:
    """Writers wait for their models at the same time, not for the processor."""
    lock = threading.Lock()

    def evaluated(source: str) -> Scene:
        with lock:
            return evaluate(source)

    return evaluated


def _plain(brief: Brief) -> Any:
    return brief.model_dump(mode="json", exclude_defaults=True)
