"""``scenewright chat``: a dialogue that edits a scene."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, guarded
from scenewright.app.terminal.prompt import show_prompt
from scenewright.scene.errors import ProjectError, ScenewrightError

if TYPE_CHECKING:
    from scenewright.app.agent import Dialogue, TurnEnded
    from scenewright.app.session import Session

__all__ = ["NOT_DONE", "run"]

NOT_DONE = 1
"""Exit code if nothing failed, but a sentence was refused, or the last one needs an answer. A person at a terminal has seen it."""

_MOST_DIALOGUE = 4 << 20
_LEAVE = frozenset(("quit", "exit", "bye"))


def run(
    where: str,
    sentence: str | None,
    *,
    selection: tuple[str, ...],
    dialogue_file: Path | None,
    editor: str | None,
    model: str | None,
    base_url: str | None,
    camera: int,
    seed: int | None,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.terminal.process import open_with_settings

        dialogue = _read(dialogue_file)
        flags = {"seed": seed, "model": model, "base_url": base_url}
        session, settings = open_with_settings(where, flags, reporter, writable=True)
        if session.project is None:
            raise ProjectError(
                "a dialogue changes a scene folder, and this is a single file: make a folder of it first",
                kind="not-a-scene",
            )
        named = settings.model if editor in (None, "model") else None
        talk = _Talk(reporter, session, selection, editor, camera, named, settings.base_url)
        ended: TurnEnded | None = None
        refused = False
        for line in [sentence] if sentence is not None else _lines():
            ended = talk.take(line, dialogue)
            dialogue = dialogue.then(ended.past)
            _write(dialogue_file, dialogue)
            refused = refused or ended.outcome == "refused"
        people = sentence is None and sys.stdin.isatty()
        if not people and ended is not None and (refused or ended.outcome == "asked"):
            raise SystemExit(NOT_DONE)


def _lines() -> Iterator[str]:
    """The lines of standard input. On a terminal each is asked for."""
    while True:
        if sys.stdin.isatty():
            show_prompt()
        line = sys.stdin.readline()
        if not line or line.strip().lower() in _LEAVE:
            return
        if line.strip():
            yield line.strip()


class _Talk:
    """Turns of one session, shown as they come."""

    def __init__(
        self,
        reporter: Reporter,
        session: Session,
        selection: tuple[str, ...],
        editor: str | None,
        camera: int,
        model: str | None,
        base_url: str | None,
    ) -> None:
        self._reporter, self._session = reporter, session
        self._selection, self._editor, self._camera = selection, editor, camera
        self._model, self._base_url = model, base_url

    def take(self, text: str, dialogue: Dialogue) -> TurnEnded:
        """
        Raises:
            RequestError: the selection or the editor does not exist.
            JobCancelled: the turn was stopped; nothing was changed.
        """
        from scenewright.app.actions.chatting import CHAT, ChatRequest

        paths = tuple(self._session.scene.find(p).path for p in self._selection)
        request = ChatRequest(
            text=text, selection=paths, dialogue=dialogue, editor=self._editor, camera=self._camera, model=self._model,
            base_url=self._base_url,
        )  # fmt: skip
        with self._reporter.job("the turn") as job:
            job.listen(on_piece=self._tell)
            return CHAT(self._session, request, job=job).end

    def _tell(self, event: Mapping[str, object]) -> None:
        if self._reporter.as_json:
            self._reporter.result(event, "")
            return
        match event.get("event"):
            case "text":
                self._reporter.result({}, str(event["piece"]))
            case "note":
                mark = "warning: " if event["kind"] == "consequence" else "note: "
                self._reporter.note(f"{mark}{event['text']}")


def _read(file: Path | None) -> Dialogue:
    """The dialogue of a file; a new one where there is none."""
    from scenewright.app.agent import Dialogue
    from scenewright.scene.json_text import read_json
    from scenewright.scene.text_files import decode_text, read_file

    if file is None or not file.exists():
        return Dialogue()
    values: Any = read_json(
        decode_text(read_file(file, _MOST_DIALOGUE, "the dialogue"), str(file)), str(file), ProjectError
    )
    if not isinstance(values, dict):
        raise ProjectError(f"{file} is no dialogue: it must hold an object with turns")
    try:
        return Dialogue(turns=values.get("turns", ()))
    except ScenewrightError as error:
        raise ProjectError(f"{file} is no dialogue: {error}") from error


def _write(file: Path | None, dialogue: Dialogue) -> None:
    if file is not None:
        from scenewright.scene import atomic

        atomic.write(file, dialogue.model_dump_json(indent=1).encode())
