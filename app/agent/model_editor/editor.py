"""The editor that uses a language model: one turn is one undo step, checked by numbers before it is saved."""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenewright.app.agent.dialogue import MOST_PATHS, Outcome, TurnRequest
from scenewright.app.agent.events import (
    AskedBack,
    PossibleThing,
    QuestionAnswered,
    SceneEdited,
    StepBegun,
    TextPiece,
    TurnEvent,
    TurnNote,
    TurnRefused,
)
from scenewright.app.agent.model_editor.answer import EditorAnswer
from scenewright.app.agent.model_editor.prompting import editor_prompt, turn_text
from scenewright.app.agent.model_editor.rewriting import with_functions, with_replacements
from scenewright.app.agent.runs import Round, RunRecord, save_run
from scenewright.app.agent.turn_ends import turn_ended
from scenewright.app.language_models import Budget, Conversation, ModelError, data_line, open_model
from scenewright.app.session import Draft, StaleChange
from scenewright.scene.errors import EditError, PathError, ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.texts import PROMPT, readable_text

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from scenewright.app.session import Session

__all__ = ["ModelEditor"]

_CORRECTIONS = 2
"""How often a model may correct edits that cannot be made."""
_STEPS = ("undo", "redo", "undo that", "redo that", "take that back", "undo it", "redo it")
"""What the embedded editor does without a model."""


@dataclass
class _Turn:
    """What came of a turn so far."""

    outcome: Outcome = "talked"
    words: str = ""
    told: list[str] = field(default_factory=list)
    paths: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    steps: int = 0


class ModelEditor:
    """Lets a language model edit a scene. Typed edits come before text, and the consequences are measured before anything is saved."""

    name = "model"

    def __init__(self, model: str, *, base_url: str | None = None, opened: Model | None = None) -> None:
        """
        Args:
            model: provider:name.
            opened: the model itself, such as that of a replay; None: it is opened by its name.
        """
        self._name, self._base_url, self._opened = model, base_url, opened

    def turn(self, session: Session, turn: TurnRequest, *, job: Job) -> Iterator[TurnEvent]:
        """See :class:`scenewright.app.agent.SceneEditor`.

        Raises:
            ModelError: the model cannot be opened: it is unknown, or has no key.
        """
        if turn.text.strip().lower().rstrip(".!") in _STEPS:
            from scenewright.app.agent.embedded import EmbeddedEditor

            yield from EmbeddedEditor().turn(session, turn, job=job)
            return
        result = _Turn()
        record = RunRecord(kind="chat", request=turn.text)
        began = time.monotonic()
        try:
            text = readable_text(turn.text, "the sentence", PROMPT, ModelError, lines=True)
            model = self._opened if self._opened is not None else open_model(self._name, base_url=self._base_url)
            told = editor_prompt()
            talk = Conversation(
                model, told.text, role="editor", prompt_version=told.version, budget=Budget(requests=8),
                transcript=record.transcript, job=job,
            )  # fmt: skip
            yield StepBegun(what="the model reads the scene and writes its answer")
            for event in self._changed(session, turn.model_copy(update={"text": text}), talk, record, result, job):
                if isinstance(event, TextPiece):
                    result.told.append(event.piece)
                yield event
        except (ModelError, EditError, PathError, ProgramError, StaleChange) as error:
            result.outcome = "refused"
            record.message = str(error)
            yield TurnRefused(reason=str(error)[:8_000])
            yield TextPiece(piece=str(error)[:8_000])
            result.told.append(str(error))
        record.seconds = time.monotonic() - began
        record.outcome = "failed" if result.outcome == "refused" and record.message else "done"
        if session.folder is not None and record.transcript.exchanges:
            save_run(session.folder, record)
        yield turn_ended(
            turn, result.outcome, told=result.told, words=result.words, paths=result.paths, gone=result.gone,
            focus=result.paths, revision=session.revision, stepped=bool(result.steps),
        )  # fmt: skip

    def _changed(
        self, session: Session, turn: TurnRequest, talk: Conversation, record: RunRecord, result: _Turn, job: Job
    ) -> Iterator[TurnEvent]:
        """The events of one answer of the model."""
        with session.working(job):
            draft = Draft(session)
            said = turn_text(draft, turn)
        answer = talk.ask(said, EditorAnswer)
        if answer.kind != "change":
            yield from _talked(answer, draft, result)
            return
        draft, answer, consequences = yield from self._carried_out(session, draft, answer, talk, record, job)
        with session.working(job):
            revision = draft.save(author="agent", name=self._name)
        yield from _saved(draft, answer, consequences, revision, result)

    def _carried_out(
        self, session: Session, draft: Draft, answer: EditorAnswer, talk: Conversation, record: RunRecord, job: Job
    ) -> Generator[TurnEvent, None, tuple[Draft, EditorAnswer, tuple[str, ...]]]:
        """Tells what is done, and returns the draft with the change, its answer and what it brings about. The model may correct what cannot
        be made, once what collides.

        Raises:
            EditError, PathError, ProgramError: also the last correction cannot be made.
            ModelError: no correction came.
        """
        corrections, looked = 0, False
        while True:
            tried = draft.branch()
            yield StepBegun(what="trying the change")
            try:
                with session.working(job):
                    _apply(tried, answer, job)
            except (EditError, PathError, ProgramError) as error:
                number, said = len(record.rounds) + 1, record.said_so_far
                record.rounds.append(Round(number, draft.source, str(error)[:400], False, said))
                corrections += 1
                if corrections > _CORRECTIONS:
                    raise
                yield StepBegun(what="it cannot be made so: the model corrects it")
                answer = talk.ask(
                    f"That cannot be made: {data_line(str(error), 1_000)}. Give the corrected answer.", EditorAnswer
                )
                if answer.kind != "change":
                    raise EditError(answer.says) from error
                continue
            yield StepBegun(what="looking at what it brings about")
            with session.working(job):
                consequences = tried.consequences(job=job.quiet())
            checks = "; ".join(consequences) or "nothing collides, floats or breaks"
            worth_a_look = bool(consequences) and not answer.insists and not looked
            number, said = len(record.rounds) + 1, record.said_so_far
            record.rounds.append(Round(number, tried.source, checks[:400], not worth_a_look, said))
            if not worth_a_look:
                return tried, answer, consequences
            looked = True
            yield StepBegun(what=f"the model looks for a better change, since {consequences[0]}"[:200])
            again = talk.ask(_consequence_turn(consequences), EditorAnswer)
            if again.kind == "change":
                answer = again


def _apply(draft: Draft, answer: EditorAnswer, job: Job) -> None:
    """Write a change into a draft: text first, so that edits may speak of what is new in it.

    Raises:
        EditError, PathError, ProgramError: it cannot be made.
    """
    source = with_replacements(draft.source, answer.replacements)
    source = with_functions(source, answer.functions)
    if source != draft.source:
        draft.write(source, draft.evaluate_text(source), {"kind": "change"})
    if answer.edits:
        draft.apply(list(answer.edits), job=job.quiet())
    if not draft.changed:
        raise EditError("this changes nothing: the program is as it was")


def _consequence_turn(consequences: tuple[str, ...]) -> str:
    lines = "\n".join(f"- {data_line(each)}" for each in consequences[:12])
    return (
        f"It can be made, and brings about what was not so before:\n{lines}\n"
        "Give a better change, whole and from the program as it was; or the same with `insists`, if the person wants it so."
    )


def _talked(answer: EditorAnswer, draft: Draft, result: _Turn) -> Iterator[TurnEvent]:
    """The events of an answer, a question back or a refusal."""
    known = {*draft.scene.paths}
    paths = tuple(p for p in answer.paths if p in known)
    result.paths = paths
    if answer.kind == "answer":
        result.outcome = "answered"
        yield QuestionAnswered(text=answer.says, paths=paths)
    elif answer.kind == "ask":
        result.outcome = "asked"
        candidates = tuple(PossibleThing(path=p, words=p.split("/", 1)[-1]) for p in paths)
        yield AskedBack(question=answer.says, candidates=candidates)
    else:
        result.outcome = "refused"
        yield TurnRefused(reason=answer.says)
    yield TextPiece(piece=answer.says)


def _saved(
    draft: Draft, answer: EditorAnswer, consequences: tuple[str, ...], revision: int, result: _Turn
) -> Iterator[TurnEvent]:
    """The events of a change that was saved."""
    before, now = set(draft.before.paths), set(draft.scene.paths)
    renamed = {new for new in draft.renamed.values() if new is not None}
    added = _topmost([p for p in draft.scene.paths if p not in before and p not in renamed])
    gone = _topmost([p for p in draft.before.paths if p not in now and (draft.renamed.get(p) or p) not in now])
    touched = [
        draft.renamed.get(path) or path for edit in answer.edits for path in _named(draft, getattr(edit, "path", ""))
    ]
    about = (*touched, *added, *answer.paths)
    paths = tuple(dict.fromkeys(p for p in about if p in now))
    result.outcome, result.words, result.paths, result.gone, result.steps = "changed", answer.says, paths, gone, 1
    yield SceneEdited(
        words=answer.says,
        paths=paths[:MOST_PATHS],
        gone=gone[:MOST_PATHS],
        added=added[:MOST_PATHS],
        edits=tuple(json.loads(json.dumps(dict(e))) for e in draft.operations[:1_000]),
        revision=revision,
    )
    yield TextPiece(piece=answer.says)
    for consequence in consequences:
        yield TurnNote(kind="consequence", text=consequence)


def _named(draft: Draft, path: str) -> list[str]:
    """The full paths of what an edit is about, in the scene before it; none for what came with the same change."""
    with suppress(PathError):
        return [draft.before.find(path).path] if path else []
    return []


def _topmost(paths: list[str]) -> tuple[str, ...]:
    """The paths that lie within none of the others."""
    kept = set(paths)
    return tuple(p for p in paths if not any(p[:at] in kept for at, letter in enumerate(p) if letter == "/"))
