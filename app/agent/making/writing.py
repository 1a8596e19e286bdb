"""The conversation that writes and repairs one program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from scenewright.app.language_models import (
    MOST_ERROR,
    MOST_LINE,
    ModelError,
    ModelPicture,
    Reply,
    data_block,
    data_line,
)
from scenewright.app.writers.writer import WriterError
from scenewright.scene.errors import ProgramError, ReplyError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.printing import cut
from scenewright.scene.replies import ReplyProgram, extract_program

__all__ = ["REPAIRS", "ProgramTalk", "Talk", "WrittenDraft"]

REPAIRS = 2
"""Most corrections of an error. Two turns with the error raise executability from 0.70 to 0.97 (3DCodeBench); a third adds little."""

_AROUND = 2
"""Lines that are shown before and after the line of an error."""


class Talk(Protocol):
    """What is needed of a conversation: :class:`scenewright.app.language_models.Conversation`."""

    def say(self, text: str, pictures: Sequence[ModelPicture] = ()) -> Reply: ...


@dataclass(frozen=True, eq=False)
class WrittenDraft:
    """A program that evaluates. `replies`: how many the writer had given by then."""

    program: str
    scene: Scene
    replies: int


@dataclass
class ProgramTalk:
    """One writer at work. `replies`: all that it has said, so that none that was paid for is lost; `notes`: their errors."""

    talk: Talk
    evaluate: Callable[[str], Scene]
    job: Job
    replies: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def draft(self, text: str, pictures: Sequence[ModelPicture] = ()) -> WrittenDraft:
        """One turn, with up to :data:`REPAIRS` corrections of errors.

        Raises:
            WriterError: the last program still fails.
            ModelError: no answer came.
            JobCancelled: the job was cancelled.
        """
        failure = ""
        for attempt in range(1 + REPAIRS):
            self.job.log(f"waiting for the model, reply {len(self.replies) + 1}")
            try:
                reply = self.talk.say(text, pictures if attempt == 0 else ())
            except ModelError as error:
                if failure:  # the reply before was paid for, and cannot be used
                    raise WriterError(f"{error}; the reply before failed: {failure}", tuple(self.replies)) from error
                raise
            self.replies.append(reply.text)
            number = len(self.replies)
            try:
                found = _program_of(reply)
            except ReplyError as error:
                failure, text = str(error), _ask_for_whole(error, reply)
            else:
                try:
                    scene = self.evaluate(found.source)
                except ProgramError as error:
                    failure, text = str(error), _ask_for_repair(error, found)
                else:
                    return WrittenDraft(found.source, scene, number)
            self.notes.append(f"reply {number}: {failure}")
        raise WriterError(f"the model's program still fails after {REPAIRS} repairs: {failure}", tuple(self.replies))


def _program_of(reply: Reply) -> ReplyProgram:
    """The program of a reply. One that was cut off is none, even where what there is of it can be parsed."""
    found = extract_program(reply.text, where="your reply")
    if reply.cut_off:
        raise ReplyError("it was cut off at its length limit", kind="cut-off")
    return found


def _ask_for_whole(error: ReplyError, reply: Reply) -> str:
    cut_off = reply.cut_off or getattr(error, "kind", "") == "cut-off"
    why = "it was cut off at its length limit" if cut_off else data_line(str(error))
    if not reply.text.strip():
        why = "it is empty"
    return (
        f"That reply cannot be used: {why}. Reply again with the whole program in one ```python block and nothing else; "
        "keep it short: use asset_call for objects that the catalogue has, and loops for repeated parts."
    )


def _ask_for_repair(error: ProgramError, found: ReplyProgram) -> str:
    lines = found.source.splitlines()
    excerpt = ""
    if error.line is not None and error.library is None and 1 <= error.line <= len(lines):
        first = max(1, error.line - _AROUND)
        shown = range(first, min(len(lines), error.line + _AROUND) + 1)
        excerpt = "\n" + "\n".join(
            f"{'>' if n == error.line else ' '} {n:4d} | {lines[n - 1][:MOST_LINE]}" for n in shown
        )
    return (
        f"The program fails:\n{data_block(f'{cut(str(error), MOST_ERROR // 2)}{excerpt}', MOST_ERROR)}\n"
        "Correct it, and whatever else has the same mistake. Reply with the whole corrected program in one ```python block."
    )
