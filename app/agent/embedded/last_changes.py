"""Answers what was changed last: *what did you just delete?*, *what have you changed?*."""

from __future__ import annotations

from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.work import Work

__all__ = ["told_of_last"]

_DOING = any_of(
    "do", "done", "change", "changed", "delete", "deleted", "remove", "removed", "add", "added", "move", "moved", "take away",
    "taken away", "paint",
    "painted", "edit", "edited", "put in", "turn", "turned", "replace", "replaced",
)  # fmt: skip
_ASKED = whole(
    rf"(?:so )?(?:what|which(?: ones?| things?)?)(?: exactly| all)? (?:did|have|had) (?:you|we|i) (?:just |now |really |actually |already "
    rf")*{_DOING}"
    r"(?: just| now| there| last| so far| exactly| to it| with it)*\??",
    r"what (?:was|is) (?:my|the|your) (?:last|latest|previous) (?:change|edit|step|order|action)\??|what (?:just )?(?:happened"
    r"|changed)(?: just)?(?: now)?\??",
)
_SO_FAR = " so far"
_MOST = 10


def told_of_last(work: Work, question: str) -> str:
    """What the last change was that still counts, in words; '' where the question asks for something else."""
    if _ASKED.match(question) is None:
        return ""
    project = work.session.project
    there: list[str] = []
    undone: list[str] = []
    for entry in project.history() if project is not None else ():
        if entry.kind == "undo" and there:
            undone.append(there.pop())
        elif entry.kind == "redo" and undone:
            there.append(undone.pop())
        elif entry.kind not in ("undo", "redo", "create", "open"):
            there.append(entry.sentence)
    if not there:
        return "Nothing was changed so far."
    shown = there[-_MOST:] if _SO_FAR in question else there[-1:]
    return " ".join(f"{each[:1].upper()}{each[1:].rstrip('.')}." for each in shown)
