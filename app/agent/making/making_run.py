"""The state of a run, and what each stage of it is made of: writing, checking, repairing, looking. The best program is never lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scenewright.app.agent.brief import Brief, brief_of_text
from scenewright.app.agent.checker import CheckedScene, CheckFinding, CheckReport, check_program
from scenewright.app.agent.making.criticism import CONTENT, CritiqueFinding, criticise, heard_findings
from scenewright.app.agent.making.feedback import feedback_text
from scenewright.app.agent.making.making_request import MakingRequest, Models
from scenewright.app.agent.making.planning import plan_brief
from scenewright.app.agent.making.prompts import Prompt, prompt
from scenewright.app.agent.making.turns import again_turn, critique_turn
from scenewright.app.agent.making.writing import ProgramTalk, WrittenDraft
from scenewright.app.agent.runs import Round, RunRecord
from scenewright.app.language_models import Budget, BudgetSpent, Conversation, ModelError, ModelPicture
from scenewright.app.writers.embedded.english import DescriptionError
from scenewright.app.writers.writer import PICTURES_ALONE, WriterError
from scenewright.renderers.base import RenderError
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from scenewright.app.writers.asked import AskedScene
    from scenewright.assets import Catalogue

__all__ = ["CriticView", "MakingRun", "WrittenCandidate"]


@dataclass
class WrittenCandidate:
    """The best program of one writer so far. `number`: of the reply that has it. `rank`: the smaller, the better."""

    name: str
    talk: ProgramTalk
    program: str = ""
    checked: CheckedScene | None = None
    number: int = 0
    rank: tuple[int, ...] = (10**6,)


@dataclass(frozen=True, slots=True)
class CriticView:
    """What a critic is shown: pictures, and what is said with them."""

    pictures: tuple[ModelPicture, ...]
    says: str = ""


@dataclass
class MakingRun:
    """The state of one run.

    `asked`: what the scene is judged by now, and `moves`: whether something must move in it. `also_wrong`: what else is wrong with a draft;
    `distance`: breaks ties between drafts of which as much is wrong. `look`: what the critic is shown.
    """

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
    also_wrong: Callable[[WrittenDraft], Sequence[CheckFinding]] | None = None
    distance: Callable[[CheckedScene], int] | None = None
    look: Callable[[CheckedScene], CriticView] | None = None
    best_rank: tuple[int, ...] | None = None
    """Of the program that the scene would have now."""

    # -- conversations --------------------------------------------------------------------------------------------------

    def conversation(
        self,
        role: str,
        model: Model,
        told: Prompt,
        seed: int | None = None,
        tools: Sequence[Callable[..., str]] = (),
    ) -> Conversation:
        self.record.prompt_versions[role] = told.version
        return Conversation(
            model, told.text, role=role, prompt_version=told.version, seed=seed, budget=self.budget,
            transcript=self.record.transcript, job=self.job, tools=tools,
        )  # fmt: skip

    # -- the steps ------------------------------------------------------------------------------------------------------

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

    def written(
        self,
        told: Prompt,
        first: str,
        *,
        candidates: int = 1,
        role: str = "writer",
        pictures: Sequence[ModelPicture] = (),
        tools: Callable[[], Sequence[Callable[..., str]]] = tuple,
    ) -> list[WrittenCandidate]:
        """Programs of independent writers, each checked, the best first.

        Args:
            told: the instructions of the writers; `first`: their first turn, with `pictures`.
            tools: makes those of one writer.

        Raises:
            WriterError: no program of any of them evaluates.
            ModelError: none of them answered.
        """
        out: list[WrittenCandidate] = []
        failure: ScenewrightError | None = None
        self.job.tick(0.1, "writing the program")
        everyone = [self._candidate(number, role, told, tools()) for number in range(candidates)]
        with ThreadPoolExecutor(max_workers=len(everyone)) as pool:
            drafts = [pool.submit(c.talk.draft, first, pictures) for c in everyone]
            for candidate, drafted in zip(everyone, drafts, strict=True):
                try:
                    self.take(candidate, drafted.result())
                except (WriterError, ModelError) as error:
                    failure = failure or error
                    if len(everyone) > 1:
                        self.notes.append(f"{candidate.name}: {error}")
                else:
                    out.append(candidate)
                self._collect_notes(candidate)
        if not out:
            assert failure is not None
            raise failure
        return sorted(out, key=lambda c: c.rank)

    def _candidate(self, number: int, role: str, told: Prompt, tools: Sequence[Callable[..., str]]) -> WrittenCandidate:
        """One of several writers, with a seed of its own."""
        name = role if number == 0 else f"{role} {number + 1}"
        seed = (self.request.seed + number) or None
        talk = self.conversation(name, self.models.writer, told, seed, tools)
        return WrittenCandidate(name, ProgramTalk(talk, self.evaluate, self.job))

    def _collect_notes(self, candidate: WrittenCandidate) -> None:
        self.notes += candidate.talk.notes
        candidate.talk.notes.clear()

    def checked(self, draft: WrittenDraft) -> CheckedScene:
        """A draft, laid out and judged by what is asked for now."""
        assert self.asked is not None
        checked = check_program(
            draft.program, draft.scene, self.asked, self.catalogue, seed=self.request.seed, moves=self.moves,
            job=self.job.quiet(),
        )  # fmt: skip
        more = () if self.also_wrong is None else tuple(self.also_wrong(draft))
        if not more:
            return checked
        findings = tuple(sorted((*checked.report.findings, *more), key=lambda f: -f.severity))
        return replace(checked, report=CheckReport(findings, checked.report.shown, checked.report.judged))

    def take(self, candidate: WrittenCandidate, draft: WrittenDraft, *, ties: bool = False) -> bool:
        """Check a draft of a writer, and keep it where it is better than what the candidate has.

        Args:
            ties: one that is as good is kept, too.
        """
        self.job.tick(0.5, "checking the program")
        checked = self.checked(draft)
        rank: tuple[int, ...] = checked.report.rank
        if self.distance is not None:
            rank = (*rank, self.distance(checked))
        better = rank < candidate.rank or (ties and rank == candidate.rank)
        if better:
            candidate.program, candidate.checked, candidate.number = draft.program, checked, draft.replies
            candidate.rank = rank
        is_scene = better and (self.best_rank is None or rank < self.best_rank or (ties and rank == self.best_rank))
        if is_scene:
            self.best_rank = rank
        number = len(self.record.rounds) + 1
        summary, said = checked.report.summary(), self.record.said_so_far
        self.record.rounds.append(Round(number, draft.program, summary, is_scene, said))
        return better

    def repaired(self, candidate: WrittenCandidate) -> None:
        """Hand the checker's findings back until nothing is wrong, or two replies were no better."""
        worse = 0
        for _ in range(self.request.rounds):
            checked = candidate.checked
            assert checked is not None
            feedback = feedback_text(checked)
            if not feedback or worse > 1:
                return
            again = "" if worse == 0 else again_turn(candidate.program)
            self.job.tick(0.6, "writing it again")
            self.notes.append(f"reply {candidate.number}: {checked.report.summary()}")
            try:
                better = self.take(candidate, candidate.talk.draft(again + feedback))
            except (ModelError, WriterError) as error:
                self.notes.append(f"reply {candidate.number} is kept: {error}")
                return
            finally:
                self._collect_notes(candidate)
            worse = 0 if better else worse + 1
            if not better:
                self.notes.append(f"reply {candidate.number} is kept: the next one is no better")

    def criticised(self, candidate: WrittenCandidate) -> None:
        """Show the critic pictures, and hand on what it says and the checker does not know better."""
        if self.models.critic is None:
            return
        for _ in range(self.request.critiques):
            checked = candidate.checked
            assert checked is not None
            self.job.tick(0.8, "looking at the scene")
            critic = self.conversation("critic", self.models.critic, prompt("critic"))
            try:
                look = self.views(checked) if self.look is None else self.look(checked)
                critique = criticise(self.request.text, checked, look.pictures, critic, says=look.says)
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

    def views(self, checked: CheckedScene, says: str = "") -> CriticView:
        """The pictures of the request, and the views of the scene with names, marks and arrows."""
        from scenewright.app.agent.making.views import critic_pictures

        return CriticView((*self.request.pictures, *critic_pictures(checked.scene, self.catalogue, self.job)), says)

    def _followed(self, candidate: WrittenCandidate, heard: list[CritiqueFinding]) -> bool:
        """One turn on a critique. What the writer makes of it is kept where the checker finds it no worse."""
        assert candidate.checked is not None
        self.job.tick(0.9, "writing it again")
        try:
            kept = self.take(candidate, candidate.talk.draft(critique_turn(heard, candidate.checked.scene)), ties=True)
        except (ModelError, WriterError) as error:
            self.notes.append(f"reply {candidate.number} is kept: {error}")
            return False
        if not kept:
            worse = self.record.rounds[-1].checks
            self.notes.append(f"reply {candidate.number} is kept: what was made of the critique is worse: {worse}")
        return kept
