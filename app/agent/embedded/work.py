"""What the doing of a request needs: the draft of the step, where things stand in it, and what phrases mean there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scenewright.app.agent.embedded.memory import Act, Memory
from scenewright.app.agent.embedded.stage import SceneStage
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.things import Things
from scenewright.scene.errors import EditError, PathError, ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Edit, EditResult

if TYPE_CHECKING:
    from scenewright.app.session import Draft, Session
    from scenewright.scene.semantics.queries import SceneQuery

__all__ = ["Done", "Undone", "Work"]

_ASPECT = 4.0 / 3.0


@dataclass(frozen=True)
class Undone:
    """A part of a turn that could not be done: what was said, and why it was not done. `unread`: it was not understood."""

    said: str
    stop: CannotDo
    unread: bool = False


@dataclass(frozen=True)
class Done:
    """What a request did. `words`: a sentence for people. `paths`: what changed or is new. `gone`: former paths. `focus`: what *it* means
    afterwards; None: `paths`. `undone`: what of it could not be done."""

    words: str
    paths: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    focus: tuple[str, ...] | None = None
    undone: tuple[Undone, ...] = ()


@dataclass
class Work:
    """One turn's work on a draft. `insists`: what collides then is done all the same. `pinned`: what moves only then."""

    session: Session
    draft: Draft
    memory: Memory
    job: Job
    camera: int = 0
    insists: bool = False
    pinned: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    _stage: SceneStage | None = None
    _things: Things | None = None

    @property
    def stage(self) -> SceneStage:
        """Where things stand now."""
        if self._stage is None or self._stage.scene is not self.draft.scene:
            self._stage, self._things = SceneStage(self.draft, camera=self.camera, job=self.job), None
        return self._stage

    @property
    def things(self) -> Things:
        """What phrases mean now."""
        stage = self.stage
        if self._things is None:
            self._things = Things(self.draft, stage, self.memory, engine=self.engine())
        return self._things

    def engine(self) -> SceneQuery:
        """The query engine of the draft's scene. It compares words, and looks no descriptions up by meaning: those would load a large
        model for a guess."""
        views = self.draft.derived.views(_ASPECT, self.draft.scene)
        view = views[min(self.camera, len(views) - 1)]
        return self.draft.derived.query(view, None, self.draft.scene)

    def apply(self, edits: Sequence[Edit], *, draft: Draft | None = None) -> list[EditResult]:
        """Apply edits to the draft, or to a branch of it.

        Raises:
            CannotDo: one cannot be made; the message says why.
            JobCancelled: the job was cancelled.
        """
        self.job.check()
        target = draft or self.draft
        try:
            results = target.apply(edits, job=self.job.quiet())
        except (EditError, PathError, ProgramError) as error:
            raise CannotDo(f"That cannot be written into the program: {error}.") from error
        if draft is None:
            self.follow(results)
        for result in results:
            self.notes += result.remarks
        return results

    def follow(self, results: Sequence[EditResult]) -> None:
        """Let the memory use the new paths."""
        for result in results:
            self.memory.follow(result.path_map)

    def adopt(self, branch: Draft, results: Sequence[EditResult]) -> None:
        """Take a branch over."""
        self.draft.adopt(branch)
        self.follow(results)

    @contextmanager
    def whole_or_not(self) -> Iterator[None]:
        """What is begun within is taken back where it cannot be done, in the scene and in the memory. The refusal is raised as it was."""
        before, memory = self.draft.branch(), self.memory
        growing: tuple[list[Any], ...] = (memory.acts, memory.remarks, self.notes)
        lengths = [len(each) for each in growing]
        bound, listed = dict(memory.bound), memory.listed
        focus, selection, beside, pointed = memory.focus, memory.selection, memory.beside, memory.pointed
        try:
            yield
        except CannotDo:
            self.draft.adopt(before)
            for each, length in zip(growing, lengths, strict=True):
                del each[length:]
            memory.bound, memory.listed = bound, listed
            memory.focus, memory.selection, memory.beside, memory.pointed = focus, selection, beside, pointed
            raise

    def remember(self, act: Act) -> None:
        """Keep a change, for *a bit more*."""
        self.memory.acts.append(act)
