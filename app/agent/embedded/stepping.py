"""Undo and redo by words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.steps_words import RUN
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import StepWanted
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["step_back_or_forth"]

_MOST = 100


def step_back_or_forth(session: Session, wanted: StepWanted) -> tuple[str, tuple[str, ...]]:
    """Undo changes or do them again; (what was done in words, paths that it touched).

    Raises:
        CannotDo: there is nothing to undo or redo.
    """
    do = Project.undo if wanted.what == "undo" else Project.redo
    did = "Took back" if wanted.what == "undo" else "Did again"
    words: list[str] = []
    paths: dict[str, None] = {}
    number = _run(session) if wanted.number == RUN else wanted.number
    for _ in range(min(number, _MOST)):
        try:
            known = session.revision
            session.step(do)
        except ProjectError as error:
            if not words:
                raise CannotDo(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
            if number < _MOST:
                return f"{did} {len(words)} changes: {'; '.join(words)}. There were no more.", tuple(paths)
            break
        words.append(_of_last(session))
        for change in session.changes_since(known):
            paths.update(dict.fromkeys(sorted(change.paths or ())))
    if len(words) == 1:
        return f"{did}: {words[0]}.", tuple(paths)
    return f"{did} {len(words)} changes: {'; '.join(words)}.", tuple(paths)


_LOOKS = frozenset(("recolour", "set-material", "set-z"))


def _run(session: Session) -> int:
    """How many of the last changes are of one kind, and still there."""
    if session.project is None:
        return 1
    there: list[str] = []
    undone: list[str] = []
    for entry in session.project.history():
        if entry.kind == "undo" and there:
            undone.append(there.pop())
        elif entry.kind == "redo" and undone:
            there.append(undone.pop())
        elif entry.kind not in ("undo", "redo"):
            there.append(_family(entry.operation))
    return max(1, next((n for n, kind in enumerate(reversed(there)) if kind != there[-1]), len(there)))


def _family(operation: Mapping[str, object]) -> str:
    """The kind of a change; that of the first edit where it holds several. Colours and materials are one kind."""
    edits = operation.get("edits")
    first = edits[0] if isinstance(edits, (list, tuple)) and edits else operation
    kind = str(first.get("kind", ""))
    return "looks" if kind in _LOOKS else kind


def _of_last(session: Session) -> str:
    """The change that the last step took back or did again, in words."""
    if session.project is None:
        return "a change"
    entries = session.project.history()
    target = entries[-1].target
    told = next((e.sentence for e in entries if e.number == target), "a change")
    return told[:1].lower() + told[1:]
