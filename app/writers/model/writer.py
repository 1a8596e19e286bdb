"""The conversation with a language model that writes a program: one prompt, up to two corrections of errors, and one more turn if a
judge finds faults in the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.language_models import (
    DATA_RULE,
    MOST_ERROR,
    MOST_LINE,
    Chat,
    ModelError,
    Reply,
    data_block,
    data_line,
    open_chat,
)
from scenewright.app.writers.judging import Judge, Judgement
from scenewright.app.writers.writer import WriterError
from scenewright.scene.errors import ProgramError, ReplyError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.printing import cut
from scenewright.scene.replies import ReplyProgram, extract_program
from scenewright.scene.texts import PROMPT, readable_text

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["REPAIRS", "Judge", "Judgement", "WriterError", "Written", "instructions", "write", "write_program"]

REPAIRS = 2
"""Most corrections. Two turns with the error raise executability from 0.70 to 0.97 (3DCodeBench); a third adds little."""

_MOST_WORD = 60
"""Characters of one word of the catalogue, which a pack of a stranger may have added to."""
_AROUND = 2
"""Lines that are shown before and after the line of an error."""


@dataclass(frozen=True, slots=True)
class Written:
    """A program that evaluates. `attempts`: number of replies; `notes`: errors of replies, and which reply was kept."""

    program: str
    scene: Scene
    attempts: int
    replies: tuple[str, ...]
    notes: list[str] = field(default_factory=list)


def write_program(
    text: str,
    *,
    model: str,
    base_url: str | None = None,
    assets: AssetProvider | None = None,
    seed: int = 0,
    judge: Judge | None = None,
    job: Job | None = None,
) -> Written:
    """Let the model ``provider:name`` write a program for `text`.

    Args:
        judge: see :func:`write`.

    Raises:
        ModelError: the model cannot be reached.
        WriterError: its programs fail, also after the corrections.
        JobCancelled: the job was cancelled; the reply is abandoned.
    """
    job = (job or Job()).part(name="the writing")
    from scenewright.scene.language.running import evaluate

    words = sorted({e.word for e in assets.entries}) if hasattr(assets, "entries") else []
    chat = open_chat(model, instructions=instructions(tuple(words)), base_url=base_url, seed=seed or None, job=job)
    return write(text, chat, lambda source: evaluate(source, seed=seed, assets=assets, job=job), judge, job=job)


def write(
    text: str, chat: Chat, evaluate: Callable[[str], Scene], judge: Judge | None = None, *, job: Job | None = None
) -> Written:
    """The conversation itself, with any chat and any function that evaluates a program.

    Args:
        judge: judges the first program that evaluates. If it finds faults, the model gets one turn to correct them. The better of the
            two programs is kept; if they are equal, the first.

    Raises:
        ModelError, WriterError, JobCancelled: see :func:`write_program`.
    """
    job = job or Job()
    replies: list[str] = []
    notes: list[str] = []
    described = readable_text(text, "the description", PROMPT, ModelError, lines=True)
    prompt = f"Write the scene program for this description:\n{data_block(described, PROMPT.characters)}"
    for attempt in range(1 + REPAIRS):
        job.tick(attempt / (2 + REPAIRS), f"waiting for the model, reply {attempt + 1}")
        reply = chat.say(prompt)
        replies.append(reply.text)
        try:
            found = extract_program(reply.text, where="your reply")
        except ReplyError as error:
            failure, prompt = str(error), _ask_for_whole(error, reply)
        else:
            try:
                scene = evaluate(found.source)
            except ProgramError as error:
                failure, prompt = str(error), _ask_for_repair(error, found)
            else:
                written = Written(found.source, scene, attempt + 1, tuple(replies), notes)
                return written if judge is None else _judged(written, chat, evaluate, judge, job)
        notes.append(f"reply {attempt + 1}: {failure}")
    raise WriterError(f"the model's program still fails after {REPAIRS} repairs: {failure}", tuple(replies))


def _judged(written: Written, chat: Chat, evaluate: Callable[[str], Scene], judge: Judge, job: Job) -> Written:
    """Judge the program and let the model correct it; returns the better of the two."""
    job.tick(0.5, "judging the layout")
    first = judge(written.program, written.scene)
    if first is None or not first.feedback:
        return written
    number, notes = written.attempts, written.notes
    notes.append(f"reply {number}: {first.says}")
    try:
        job.tick(0.7, "waiting for the model's repair")
        reply = chat.say(first.feedback)
    except ModelError as error:  # keep the existing program: it was paid for
        notes.append(f"reply {number} is kept: {error}")
        return written
    written = replace(written, attempts=number + 1, replies=(*written.replies, reply.text))
    try:
        program = extract_program(reply.text, where="your reply").source
        scene = evaluate(program)
    except (ReplyError, ProgramError) as error:
        notes.append(f"reply {number} is kept: reply {number + 1} cannot be used: {error}")
        return written
    job.tick(0.9, "judging the repair")
    second = judge(program, scene)
    if second is None or second.wrong >= first.wrong:
        verdict = "it cannot be judged" if second is None else second.says or "nothing is wrong"
        notes.append(f"reply {number} is kept: reply {number + 1} is no better: {verdict}")
        return written
    notes.append(f"reply {number + 1} is kept: {second.says or 'nothing is wrong'}")
    return replace(written, program=program, scene=scene)


def _ask_for_whole(error: ReplyError, reply: Reply) -> str:
    cut_off = reply.cut_off or getattr(error, "kind", "") == "cut-off"
    why = "it was cut off at its length limit" if cut_off else data_line(str(error))
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


@cache
def instructions(words: tuple[str, ...] = ()) -> str:
    """The system prompt: the scene language, and the words of the catalogue."""
    text = (Path(__file__).parent / "prompts" / "writer.md").read_text(encoding="utf-8")
    listed = (
        ", ".join(data_line(w, _MOST_WORD) for w in words)
        if words
        else "none is at hand: build everything from primitives"
    )
    return f"{text.replace('{{CATALOGUE}}', listed)}\n\n{DATA_RULE}\n"
