"""Undo and redo by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    for _ in range(min(wanted.number, _MOST)):
        try:
            known = session.revision
            session.step(do)
        except ProjectError as error:
            if not words:
                raise CannotDo(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
            if wanted.number < _MOST:
                return f"{did} {len(words)} changes: {'; '.join(words)}. There were no more.", tuple(paths)
            break
        words.append(_of_last(session))
        for change in session.changes_since(known):
            paths.update(dict.fromkeys(sorted(change.paths or ())))
    if len(words) == 1:
        return f"{did}: {words[0]}.", tuple(paths)
    return f"{did} {len(words)} changes: {'; '.join(words)}.", tuple(paths)


def _of_last(session: Session) -> str:
    """The change that the last step took back or did again, in words."""
    if session.project is None:
        return "a change"
    entries = session.project.history()
    target = entries[-1].target
    told = next((e.sentence for e in entries if e.number == target), "a change")
    return told[:1].lower() + told[1:]
