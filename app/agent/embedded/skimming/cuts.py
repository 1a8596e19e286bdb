"""Cuts the marks of a sentence into those of its requests."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.app.agent.embedded.skimming.marks import Mark
from scenewright.app.agent.embedded.skimming.tables import FILLERS

__all__ = ["KEEPING", "requests_apart"]

_ENDS = frozenset(".;!?:()–—")
_JOINS = frozenset(("and", "but", "so", "then", "plus"))
_REASONS = frozenset(
    (
        "because",
        "before",
        "otherwise",
        "although",
        "though",
        "until",
        "unless",
        "lest",
        "since",
        "while",
        "whenever",
        "whereas",
    )
)
"""Words after which a request is told why, and no more is asked for."""
_MAKING = frozenset(("do", "make", "have", "turn"))
"""Verbs that begin a request where a thing comes next: *and do the pouf in red*."""
_BEGIN_REQUESTS = frozenset(("remove", "replace", "add", "move", "turn", "paint"))


KEEPING = frozenset(("keep", "leave", "stay"))
"""Words that ask for no change."""


def requests_apart(marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks of each request or remark. After a comma or an *and* a new one begins where something is to be done."""
    apart: list[list[Mark]] = [[]]
    reason = False
    for at, mark in enumerate(marks):
        ends = mark.kind == "sign" or (mark.words in _JOINS and _begins(marks[at + 1 :]))
        reason = not ends and (reason or (mark.words in _REASONS and mark.kind == "other" and bool(apart[-1])))
        if reason:
            continue
        if mark.kind == "sign" and mark.words in _ENDS:
            apart.append([])
            continue
        joins = (mark.kind == "sign" and mark.words == ",") or (mark.kind == "other" and mark.words in _JOINS)
        if joins and apart[-1] and _begins(marks[at + 1 :]):
            apart.append([])
            continue
        apart[-1].append(mark)
    return [request for request in apart if request]


def _begins(marks: Sequence[Mark]) -> bool:
    """Whether a request begins here: with what is to be done, maybe after words that say nothing."""
    for mark in marks:
        if mark.kind == "act":
            return mark.value in _BEGIN_REQUESTS
        if mark.kind == "denial":
            return mark.words in KEEPING
        if mark.words in _MAKING:
            at = marks.index(mark)
            return at + 1 < len(marks) and marks[at + 1].kind in ("thing", "it")
        if mark.kind != "other" or mark.words not in FILLERS:
            return False
    return False
