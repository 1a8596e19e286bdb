"""Makes a scene stage by stage: each goes on from the program of the one before, as it was laid out and checked."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from scenewright.app.agent.brief import Brief, asked_of_brief
from scenewright.app.agent.checker import CheckedScene, CheckFinding, FindingKind, Severity
from scenewright.app.agent.making.feedback import coordinate_lines
from scenewright.app.agent.making.making_request import MadeProgram
from scenewright.app.agent.making.making_run import CriticView, MakingRun
from scenewright.app.agent.making.picture_comparing import PictureComparison, compare_with_picture
from scenewright.app.agent.making.placed_things import placed_things
from scenewright.app.agent.making.prompts import Prompt, prompt
from scenewright.app.agent.making.stages import MakingStage, brief_until, stages_for
from scenewright.app.agent.making.turns import data_of_brief, writer_prompt
from scenewright.app.agent.making.writer_tools import writer_tools
from scenewright.app.agent.making.writing import WrittenDraft
from scenewright.app.agent.runs import FinishedStage, StageEvent
from scenewright.app.language_models import ModelError, ModelPicture
from scenewright.app.writers.writer import WriterError
from scenewright.renderers.base import RenderError, RenderRequest, view_cameras, warm_renderer
from scenewright.scene.errors import ProgramError
from scenewright.scene.model import Scene

__all__ = ["StagedMaking"]

_MOVED = 0.3
"""Metres that a thing of an earlier stage may be moved."""
STAGE_SIZE = (640, 480)
"""Pixels of the picture of a finished stage."""


@dataclass
class StagedMaking:
    """The stages of one run. `base`: the scene after the last finished stage, as it was laid out; None before the first."""

    run: MakingRun
    brief: Brief
    base: CheckedScene | None = None
    _program: str = ""
    _last_compared: tuple[Scene, PictureComparison] | None = None
    _stages: tuple[MakingStage, ...] = field(init=False)
    _instructions: Prompt = field(init=False)

    def __post_init__(self) -> None:
        run = self.run
        self._stages = stages_for(self.brief, pictured=bool(run.request.pictures))
        self._instructions = writer_prompt(self.brief, run.request.text, run.catalogue)

    def made(self) -> MadeProgram:
        """The scene after the last stage that could be done. A stage that fails is left out, and the notes say so, unless nothing can go on
        without it.

        Raises:
            WriterError: no program of a stage evaluates without which nothing goes on.
            ModelError: no answer came at all, or the run goes on from a stage that it does not have.
            JobCancelled: the job was cancelled; the record has the finished stages.
        """
        job = self.run.job
        for number in range(self._begin(), len(self._stages)):
            stage = self._stages[number]
            self.run.job = job.part(number / len(self._stages), (number + 1) / len(self._stages), name=stage.title)
            self._tell(number, "begun")
            try:
                self._do(number)
            except ModelError as error:  # nobody answers any more
                if stage.needed:
                    raise
                for later in range(number, len(self._stages)):
                    self._tell(later, "left out", str(error))
                left = ", ".join(s.title for s in self._stages[number:])
                self.run.notes.append(f"not done: {left} ({error})")
                break
            except WriterError as error:
                if stage.needed:
                    raise
                self.run.notes.append(f"{stage.title}: left out: {error}")
                self._tell(number, "left out", str(error))
        self.run.job = job
        return self._finished()

    def _begin(self) -> int:
        """The number of the first stage that is to be done; what was done before is checked again."""
        start = self.run.request.start
        if start is None:
            return 0
        names = [stage.name for stage in self._stages]
        if start.stage not in names:
            raise ModelError(
                f"this scene has no stage '{start.stage}' to go on from: its stages are {', '.join(names)}",
                kind="stage",
            )
        number = names.index(start.stage)
        self._judge_by(number)
        try:
            scene = self.run.evaluate(start.program)
        except ProgramError as error:
            raise ModelError(f"the program to go on from fails: {error}", kind="stage") from error
        self.base = self.run.checked(WrittenDraft(start.program, scene, 0))
        self.run.notes.append(f"goes on from {self._stages[number].title}: {self.base.report.summary()}")
        return number + 1

    @property
    def _titles(self) -> tuple[str, ...]:
        return tuple(stage.title for stage in self._stages)

    def _tell(self, number: int, state: Literal["begun", "left out"], says: str = "") -> None:
        """Tell whoever follows the run what becomes of a stage."""
        event = StageEvent(number=number, titles=self._titles, state=state, says=says[:4_000])
        self.run.job.give(event.to_json())

    def _do(self, number: int) -> None:
        """Do one stage, and keep it."""
        run, stage = self.run, self._stages[number]
        self._judge_by(number)
        before = len(run.notes)
        best, *_ = run.written(
            self._instructions,
            self._turn(stage),
            candidates=run.request.candidates if stage.name == "furniture" else 1,
            role=f"writer of {stage.title}",
            pictures=self._pictures(),
            tools=self._tools,
        )
        run.repaired(best)
        if stage.compared or stage in (self._stages[-1], self._stages[1]):
            run.criticised(best)
        run.notes[before:] = [f"{stage.title}: {note}" for note in run.notes[before:]]
        assert best.checked is not None
        self.base, self._program = best.checked, best.program
        drawn = self._drawn(best.checked.scene)
        says, said = best.checked.report.summary(), run.record.said_so_far
        run.record.stages.append(FinishedStage(stage.name, best.checked.source, says, drawn, said))
        run.job.give(StageEvent.finished(number, self._titles, says, drawn).to_json())

    def _finished(self) -> MadeProgram:
        """The result, judged by the whole brief."""
        assert self.base is not None
        done = self.run.record.stages
        if not done or done[-1].name != self._stages[-1].name:
            self._judge_by(len(self._stages) - 1)
            self._program = self.base.source
            self.base = self.run.checked(WrittenDraft(self.base.source, self.base.scene, 0))
        return MadeProgram(self._program, self.base, len(self.run.record.rounds))

    # -- what a stage is judged by ------------------------------------------------------------------------------------------

    def _judge_by(self, number: int) -> None:
        """What the run judges programs by in a stage: what must be there after it, what was there before, and its picture."""
        run, stage = self.run, self._stages[number]
        part = brief_until(self.brief, self._stages, number, run.catalogue)
        run.asked = asked_of_brief(part, run.catalogue, text=run.request.text)
        run.moves = bool(part.motion)
        run.best_rank = None
        base = self.base
        # the boxes that stand for things of a picture are replaced, and the furniture stage may change the plan
        guarded = base is not None and number > 1
        run.also_wrong = (lambda draft: list(_changed_things(base.scene, draft.scene))) if base and guarded else None
        pictures = run.request.pictures
        if stage.compared and pictures:
            run.distance = lambda checked: self._distance(stage, checked)
            run.look = lambda checked: self._beside(stage, checked)
        else:
            run.distance = None
            left = ", ".join(later.title for later in self._stages[number + 1 :])
            run.look = (
                (lambda checked: run.views(checked, f"{left} come later: say nothing of them.")) if left else None
            )

    def _compared(self, scene: Scene) -> PictureComparison | None:
        """A scene beside the first picture; None where it cannot be drawn, with a note."""
        last = self._last_compared
        if last is not None and last[0] is scene:
            return last[1]
        picture = self.run.request.pictures[0]
        try:
            compared = compare_with_picture(scene, picture, assets=self.run.catalogue, job=self.run.job.quiet())
        except RenderError as error:
            self.run.notes.append(f"the scene was not compared with the picture: {error}")
            return None
        self._last_compared = (scene, compared)
        return compared

    def _distance(self, stage: MakingStage, checked: CheckedScene) -> int:
        compared = self._compared(checked.scene)
        return 0 if compared is None else compared.distance(stage.compared)

    def _beside(self, stage: MakingStage, checked: CheckedScene) -> CriticView:
        compared = self._compared(checked.scene)
        if compared is None:
            return CriticView(self.run.request.pictures)
        says = (
            f"The scene is built in stages, and this is about {stage.title} alone: leave all else for later. "
            "The first picture has what is asked for on its left, and the scene from its first camera on its right.\n"
        )
        return CriticView((compared.beside, *self.run.request.pictures[1:]), says + "\n".join(compared.lines()))

    # -- what the writer of a stage is told -----------------------------------------------------------------------------------

    def _turn(self, stage: MakingStage) -> str:
        """Its first turn."""
        values = {"REQUEST": data_of_brief(self.brief, self.run.request.text)}
        if self.base is not None:
            places = "\n".join(coordinate_lines(self.base.scene)) or "- nothing yet"
            program = f"```python\n{self.base.source.strip()}\n```\nWhere things are now (middle of the bottom; box; direction it faces):"
            values["PROGRAM"] = f"{program}\n{places}"
            if stage.compared:
                compared = self._compared(self.base.scene)
                values["BESIDE"] = "" if compared is None else "\n".join(compared.lines())
        return (
            prompt(f"stages/{stage.name}", values).text.strip()
            + "\nReply with the whole program in one ```python block."
        )

    def _pictures(self) -> tuple[ModelPicture, ...]:
        """What the writer sees: the pictures of the request, the first beside the scene so far."""
        pictures = self.run.request.pictures
        compared = self._compared(self.base.scene) if pictures and self.base is not None else None
        return pictures if compared is None else (compared.beside, *pictures[1:])

    def _tools(self) -> Sequence[Callable[..., str]]:
        request = self.run.request
        return writer_tools(
            self.run.catalogue,
            seed=request.seed,
            program="" if self.base is None else self.base.source,
            place=self.brief.room.kind,
            job=self.run.job,
        )

    def _drawn(self, scene: Scene) -> bytes:
        """PNG of a finished stage; b'' where it cannot be drawn, with a note."""
        from PIL import Image

        width, height = STAGE_SIZE
        camera = (scene.cameras or view_cameras(scene, aspect=width / height))[0]
        request = RenderRequest(scene, cameras=(camera,), width=width, height=height, provider=self.run.catalogue)
        try:
            color = warm_renderer("preview").render(request, job=self.run.job.quiet()).views[0].color
        except RenderError as error:
            self.run.notes.append(f"a stage was not drawn: {error}")
            return b""
        data = io.BytesIO()
        Image.fromarray(np.ascontiguousarray(np.asarray(color)[..., :3])).save(data, "PNG")
        return data.getvalue()


def _changed_things(before: Scene, after: Scene) -> Iterator[CheckFinding]:
    """What a stage took away or moved of what earlier ones had placed, and was to leave alone."""
    there = {entity.path: entity for entity in placed_things(after)}
    for old in placed_things(before):
        new = there.get(old.path)
        if new is None:
            yield CheckFinding(
                FindingKind.MISSING, Severity.FAULT, f"{old.name} of an earlier stage is gone", (old.path,), "put it back as it was"
            )  # fmt: skip
            continue
        was, now = (np.mean(e.bounds, axis=0) for e in (old, new))
        if float(np.linalg.norm(now - was)) > _MOVED:
            at = ", ".join(f"{v:.2f}" for v in (was[0], old.bounds[0][1], was[2]))
            yield CheckFinding(
                FindingKind.MOVED, Severity.FAULT, f"{old.name} of an earlier stage was moved", (old.path,),
                f"leave the middle of its bottom at ({at})",
            )  # fmt: skip
