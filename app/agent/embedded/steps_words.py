"""Reads undo and redo in all their words: *take the last two changes back*, *that was wrong*."""

from __future__ import annotations

from scenewright.app.agent.embedded.numbers_said import number_of
from scenewright.app.agent.embedded.patterns import any_of, first_of, whole
from scenewright.app.agent.embedded.wanted import StepWanted, Wanted

__all__ = ["RUN", "TIMES", "is_regret", "read_steps"]

TIMES = {"once": 1, "twice": 2, "thrice": 3}
_ALL = 10_000
RUN = -1
"""As many steps as are changes of one kind, one after the other."""
_VAGUE = {"couple": 2, "few": 3}

_CHANGES = any_of("changes?", "steps?", "edits?", "things?", "actions?", "times?", "turns?", "moves?", "operations?")
_HOW_MANY = r"(?:the )?(?:last |previous |past )?(?P<n>\w+) (?:last |previous )?"
_IT = any_of("that", "it", "this", "them", "those", "everything")
_JUST_DONE = (
    r"(?:that )?(?:you|we|i)(?: have)?(?: just| both)? (?:did|done|changed|made)(?: so far| today| here| just now)?"
)
_AS_IT_WAS = r"(?:to )?(?:how|what|as|like|the way) (?:it|they|things) (?:was|were)(?: before)?"

_UNDO = whole(
    rf"(?:undo|revert|roll back|take back|reverse|scrap(?= (?:everything|all|the lot|what|whatever))|cancel)"
    rf"(?: (?:(?P<both>both)(?: of)?(?: (?:those|them|these|the)(?: last)?(?: two)?(?: {_CHANGES})?)?"
    rf"|(?:(?:those|these|the) (?P<two>two|three|four|five))(?: {_CHANGES})?"
    rf"|(?:all of|all) (?P<all>that|this|it|them|those|these)"
    rf"|(?P<every>(?:everything|all|all of it|all that|the lot|whatever|what) {_JUST_DONE})"
    rf"|(?:that|it|this|my|your|the)(?: last| previous)?(?: {_CHANGES})?"
    rf"|last(?: {_CHANGES})?|{_HOW_MANY}{_CHANGES}|(?P<t>once|twice|thrice|all|everything)))?"
    rf"(?: (?P<t2>once|twice|thrice|(?P<m>\w+) times))?(?: (?:more|again|please))?"
)
_HOW_MANY_LAST = r"(?P<l>\w+) "
_BACK = whole(
    rf"(?:take|bring|put|turn|set) (?:{_IT}|(?:the|that|this|my|your) (?:very )?last (?:one|bit|thing|{_CHANGES})"
    rf"|{_HOW_MANY}{_CHANGES}) back(?: again)?"
    r"(?: (?:how|like|the way|as) .*)?",
    r"back (?:one|a) step|one step back",
    r"(?:scrap|undo|forget|revert|cancel|take back) (?:the|that|this) (?:last )?(?:resizing|resize|move|moving|turning|turn|painting|paint"
    r"|colou?r change|recolou?ring|repainting|replacement|addition|removal|rearranging|change)",
    rf"(?:forget|ignore|scrap|cancel) (?:(?:those|these|the) last {_HOW_MANY_LAST}{_CHANGES}|the last (?:one|{_CHANGES}))",
    rf"(?:go|step) back(?: (?P<k>\w+) {_CHANGES}| one| {_AS_IT_WAS}| to (?:before|that|it|this))?",
    rf"(?:put|restore|get) {_IT}(?: back)? {_AS_IT_WAS}",
    r"(?:undo|revert|take back) the (?:last|previous|past) (?P<h>\w+)",
    r"(?:start (?:over|again|afresh|from (?:scratch|the (?:start|beginning)))|reset(?: (?:it|everything|all|the room|the "
    r"scene))?)(?P<everything>)",
    rf"restore (?:{_IT}|all|the (?:old|former|previous) .+)",
    rf"(?:{_IT}|(?P<all>all of (?:it|that|this|them)|the lot|all that|everything))(?: (?:should|must) (?:go|be))? back (?:to "
    rf")?(?:how|what|as|the way) (?:it|they|things|everything) (?:was|were|used to be)(?: before)?",
    r"(?:go|switch|change|revert|turn) back to (?:the (?:old|former|previous|original|first) .+|how it was.*|what (?:it was|we "
    r"had).*|the way it was.*|before)",
    r"(?:bring|put|get|give|have) (?:me )?(?:back )?the (?:old|former|previous|original) .+?(?: back)?(?: again)?",
    r"(?:put|get|have|leave|keep) (?:it|them|that|everything) (?:back )?(?:how|as|the way|like) (?:it|they) (?:was|were|used to "
    r"be)(?: before)?",
)
_MISTAKE = any_of(
    "that was (?:wrong|a mistake)", "not like that", "i did not mean (?:that|it)", "did not mean (?:that|it)",
    "that is wrong", "that is not what i (?:meant|wanted)", "wrong", "oops", "that is (?:a bit )?(?:silly|ugly|worse)",
    "i do not like (?:that|it)(?: like that)?", (
        "(?:that|this|it) (?:is|was|looks) (?:much |even |way |far |a lot )*(?:worse|awful|terrible|horrible|hideous|not better"
        "|no good|not good|not right|no better|bad)"
    ),
    "(?:i )?(?:liked|preferred) (?:the old (?:one|ones|way|look|colou?r|version|\\w+)|it|them|how it was|how they were|that|the "
    "way it was|what we had)(?: (?:more|better|best|before|the way it was|as it was))*",
    "(?:i )?(?:like|prefer) the old (?:one|ones|way|look|colou?r|version|\\w+)(?: (?:more|better|best))*",
    "(?:it|that|they) (?:was|were|looked) (?:much |way |a lot |so much )*(?:better|nicer|fine|good)(?: before| the way it was| as "
    "it was| how it was)?", "yuck", "ugh", "ew+", "eek", "yikes", "oh (?:dear|no)",
    "(?:i )?(?:liked|preferred) (?:it|them|that) (?:better |more |best )?(?:where|how|as|the way) (?:it|they) (?:was|were|stood|hung)(?: "
    "before)?",
    "(?:that was |what )?(?:an? )?(?:daft|stupid|silly|bad|dumb|terrible|rubbish|crazy|awful) idea",
    "that was (?:not it|silly|stupid|an? (?:error|accident|mistake))",
)  # fmt: skip
_REGRET = whole(
    rf"(?:oops,? |sorry,? |no,? |oh,? )*{_MISTAKE}(?:,? (?:undo|take it back)(?: that| it)?)?",
    r"(?:i|i have|we) ?(?:have )?changed (?:my|our) minds?",
    r"(?:no|nope|nah),? (?:no,? )?(?:go |put it |take it |bring it )?back",
)
_REDO = whole(
    rf"(?:redo|do (?:that|it) over|re-?apply|reinstate)(?: (?:that|it|this|the (?:last|undone) {_CHANGES}|{_HOW_MANY}{_CHANGES}"
    r"|(?P<t>once|twice|thrice)|the last (?:one|thing)))?",
    r"undo the undo|no,? redo (?:that|it)|bring back the change",
)


def read_steps(text: str) -> Wanted | None:
    """Undo and redo; None where a clause asks for neither."""
    undo = _UNDO.match(text)
    if undo is not None:
        times = undo["t2"] if undo["t2"] in TIMES else ""
        both = "two" if undo["both"] else "all" if undo["all"] else ""
        return StepWanted(
            "undo", _count(first_of(undo, "n", "m", "t", "two") or both or times or ("all" if undo["every"] else ""))
        )
    redo = _REDO.match(text)
    if redo is not None:
        return StepWanted("redo", _count(first_of(redo, "n", "t")))
    back = _BACK.match(text)
    if back is not None:
        return StepWanted(
            "undo",
            RUN
            if back["all"]
            else _count(first_of(back, "n", "k", "h", "l") or ("all" if back["everything"] is not None else "")),
        )
    return StepWanted("undo") if _REGRET.match(text) else None


def is_regret(text: str) -> bool:
    """Whether a clause only says that the last change is not liked, which is an undo where nothing else is asked for."""
    return _REGRET.match(text) is not None


def _count(word: str) -> int:
    if word in ("all", "everything"):
        return _ALL
    return TIMES.get(word) or _VAGUE.get(word) or number_of(word) or 1
