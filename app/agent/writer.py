"""A language model as the writer of a scene program: one shot, and up to two repairs with the error in hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.agent.client import Chat, Reply, open_chat
from scene.errors import ProgramError, ReplyError, ScenewrightError
from scene.model import Scene
from scene.replies import ReplyProgram, extract_program

if TYPE_CHECKING:
    from scene.asset_provider import AssetProvider

__all__ = ["REPAIRS", "WriterError", "Written", "instructions", "write", "write_program"]

REPAIRS = 2
"""Two turns with the error lift executability from 0.70 to 0.97 (3DCodeBench); a third brings little."""

_AROUND = 2
"""Lines shown before and after the one that an error names."""


class WriterError(ScenewrightError):
    """The model's last program still fails. `replies` holds every reply, so that nothing that was paid for is lost."""

    exit_code = 15

    def __init__(self, message: str, replies: tuple[str, ...]) -> None:
        super().__init__(message)
        self.replies = replies


@dataclass(frozen=True, slots=True)
class Written:
    """A program that evaluates. `attempts` counts replies; `notes` say what was repaired."""

    program: str
    scene: Scene
    attempts: int
    replies: tuple[str, ...]
    notes: list[str] = field(default_factory=list)


def write_program(
    text: str, *, model: str, base_url: str | None = None, assets: AssetProvider | None = None, seed: int = 0
) -> Written:
    """A program for `text` by the model ``provider:name``.

    Raises:
        ModelError: the model cannot be reached.
        WriterError: its programs fail, also after the repairs.
    """
    from scene.language.program import evaluate

    words = sorted({e.word for e in assets.entries}) if hasattr(assets, "entries") else []
    chat = open_chat(model, instructions=instructions(tuple(words)), base_url=base_url, seed=seed or None)
    return write(text, chat, lambda source: evaluate(source, seed=seed, assets=assets))


def write(text: str, chat: Chat, evaluate: Callable[[str], Scene]) -> Written:
    """The loop itself, over any conversation and any way to evaluate: the seam for a deeper agent."""
    replies: list[str] = []
    notes: list[str] = []
    prompt = f"Write the scene program for: {text}"
    for attempt in range(1 + REPAIRS):
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
                return Written(found.source, scene, attempt + 1, tuple(replies), notes)
        notes.append(f"reply {attempt + 1}: {failure}")
    raise WriterError(f"the model's program still fails after {REPAIRS} repairs: {failure}", tuple(replies))


def _ask_for_whole(error: ReplyError, reply: Reply) -> str:
    why = (
        "it was cut off at its length limit" if reply.cut_off or getattr(error, "kind", "") == "cut-off" else str(error)
    )
    return (
        f"That reply cannot be used: {why}. Reply again with the whole program in one ```python block and nothing else; "
        "keep it short: use asset_call for objects that the catalogue has, and loops for repeated parts."
    )


def _ask_for_repair(error: ProgramError, found: ReplyProgram) -> str:
    lines = found.source.splitlines()
    excerpt = ""
    if error.line is not None and 1 <= error.line <= len(lines):
        first = max(1, error.line - _AROUND)
        shown = range(first, min(len(lines), error.line + _AROUND) + 1)
        excerpt = "\n" + "\n".join(f"{'>' if n == error.line else ' '} {n:4d} | {lines[n - 1]}" for n in shown)
    return (
        f"The program fails: {error}{excerpt}\n"
        "Correct it, and whatever else has the same mistake. Reply with the whole corrected program in one ```python block."
    )


@cache
def instructions(words: tuple[str, ...] = ()) -> str:
    """What the model is told of the language, with the words that the catalogue serves."""
    text = (Path(__file__).parent / "prompts" / "writer.md").read_text(encoding="utf-8")
    listed = ", ".join(words) if words else "none is at hand: build everything from primitives"
    return text.replace("{{CATALOGUE}}", listed)
