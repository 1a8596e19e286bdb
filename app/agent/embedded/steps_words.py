"""Reads undo and redo in all their words: *take the last two changes back*, *that was wrong*."""

from __future__ import annotations

from scenewright.app.agent.embedded.numbers_said import number_of
from scenewright.app.agent.embedded.patterns import any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import StepWanted, Wanted

__all__ = ["TIMES", "read_steps"]

TIMES = {"once": 1, "twice": 2, "thrice": 3}
_ALL = 10_000
_VAGUE = {"couple": 2, "few": 3}

_CHANGES = any_of("changes?", "steps?", "edits?", "things?", "actions?", "times?", "turns?", "moves?", "operations?")
_HOW_MANY = r"(?:the )?(?:last |previous |past )?(?P<n>\w+) (?:last |previous )?"
_IT = any_of("that", "it", "this", "them", "those", "everything")
_AS_IT_WAS = r"(?:to )?(?:how|what|as|like|the way) (?:it|they|things) (?:was|were)(?: before)?"

_UNDO = whole(
    rf"(?:undo|revert|roll back|take back|reverse)"
    rf"(?: (?:(?P<both>both)(?: of)?(?: (?:those|them|these|the)(?: last)?(?: two)?(?: {_CHANGES})?)?"
    rf"|(?:(?:those|these|the) (?P<two>two|three|four|five))(?: {_CHANGES})?"
    rf"|(?:all of|all) (?P<all>that|this|it|them|those|these)"
    rf"|(?:that|it|this|everything you just did|my|your|the)(?: last| previous)?(?: {_CHANGES})?"
    rf"|last(?: {_CHANGES})?|{_HOW_MANY}{_CHANGES}|(?P<t>once|twice|thrice|all|everything)))?"
    rf"(?: (?P<t2>once|twice|thrice|(?P<m>\w+) times))?(?: (?:more|again|please))?"
)
_BACK = whole(
    rf"(?:take|bring|put|turn|set) (?:{_IT}|the last (?:one|{_CHANGES})|{_HOW_MANY}{_CHANGES}) back(?: again)?"
    r"(?: (?:how|like|the way|as) .*)?",
    rf"(?:go|step) back(?: (?P<k>\w+) {_CHANGES}| one| {_AS_IT_WAS}| to before)?",
    rf"(?:put|restore|get) {_IT}(?: back)? {_AS_IT_WAS}",
    rf"restore {_IT}",
)
_MISTAKE = any_of(
    "that was (?:wrong|a mistake)", "not like that", "i did not mean (?:that|it)", "did not mean (?:that|it)",
    "that is wrong", "that is not what i (?:meant|wanted)", "wrong", "oops", "that is (?:a bit )?(?:silly|ugly|worse)",
    "i do not like (?:that|it)(?: like that)?",
)  # fmt: skip
_REGRET = whole(
    rf"(?:oops,? )?{_MISTAKE}(?:,? (?:undo|take it back)(?: that| it)?)?",
    r"(?:i )?changed my mind",
)
_REDO = whole(
    rf"(?:redo|do (?:that|it) over|re-?apply)(?: (?:that|it|this|the (?:last|undone) {_CHANGES}|{_HOW_MANY}{_CHANGES}"
    r"|(?P<t>once|twice|thrice)|the last (?:one|thing)))?",
    r"undo the undo|no,? redo (?:that|it)|bring back the change",
)


def read_steps(text: str) -> Wanted | None:
    """Undo and redo; None where a clause asks for neither."""
    undo = _UNDO.match(text)
    if undo is not None:
        times = undo["t2"] if undo["t2"] in TIMES else ""
        both = "two" if undo["both"] else "all" if undo["all"] else ""
        return StepWanted("undo", _count(first_of(undo, "n", "m", "t", "two") or both or times))
    redo = _REDO.match(text)
    if redo is not None:
        return StepWanted("redo", _count(first_of(redo, "n", "t")))
    back = _BACK.match(text)
    if back is not None:
        return StepWanted("undo", _count(first_of(back, "n", "k")))
    return StepWanted("undo") if _REGRET.match(text) else None


def _count(word: str) -> int:
    if word in ("all", "everything"):
        return _ALL
    return TIMES.get(word) or _VAGUE.get(word) or number_of(word) or 1
