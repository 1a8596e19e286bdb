"""Reads questions, requests to show things, and *why can't the sofa go there*."""

from __future__ import annotations

import re

from scenewright.app.agent.embedded.colours import colour_at_end
from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.wanted import AskWanted, ShowWanted, Wanted, WhyWanted

__all__ = ["read_question", "read_show", "read_why"]

_ASKING = any_of(
    "how", "what", "which", "where", "who", "whose", "when", "is", "are", "am", "was", "were", "does", "did", "has",
    r"do(?! not\b| it\b| that\b| the same\b| this\b)", r"have(?= (?:i|we|you|they|the)\b)", "can", "could", "will", "would",
    "should", "tell me (?:how|what|which|where|whether|if|about)", "count", "list", "name all", "describe", "any",
)  # fmt: skip
_QUESTION = re.compile(rf"^{_ASKING}\b")
_WITHOUT_MARK = re.compile(
    r"^(?:how|what(?! an?\b| (?:if|about)\b)|which|where|who|is|are|does|tell me|count|describe|do (?:any|all|both|the|you|we)|list)\b"
)
"""Beginnings that make a question without a question mark."""
_COUNTED = re.compile(r"\b(?:are|is|do|does|have|has|can|stand)\b")
_MINE = re.compile(r" (?:have|has) (?:i|we) got$| (?:do|did) (?:i|we) have$")
_WHY = re.compile(r"^why (?:(?:can|could|does|did|do|will|would|is|are|was|were)(?: not|n't)?|not)\b(?P<rest>.*)$")
_WHY_MOVE = re.compile(
    r"^why (?:can|could)(?: not)? (?P<what>.+?)(?: not)? "
    r"(?:go|stand|be|fit|move|sit|be (?:placed|put|moved))(?: back)? (?P<where>.+)$"
)
_WHY_NOT_THE = re.compile(r"^why (can|could) not (the|this|that|it|these|those|my)\b")
_LIKE_THAT = re.compile(r"(?:over )?(?:there|here|like that|that way)")
_SHOW = whole(
    r"(?:show(?: me)?|select|highlight|point (?:at|out|to)|mark|find(?: me)?|pick(?: out)?|choose|focus on"
    r"|zoom (?:in )?(?:to|on)|look at|indicate)(?: me)? (?P<what>.+)"
)


def read_why(text: str) -> Wanted | None:
    """*Why can't the sofa go next to the window*; None where a clause asks no such thing."""
    text = _WHY_NOT_THE.sub(r"why \1 \2", text)
    if _WHY.match(text) is None:
        return None
    move = _WHY_MOVE.match(text)
    if move is None or _LIKE_THAT.fullmatch(move["where"]):
        return WhyWanted("")
    return WhyWanted(f"move {move['what']} {move['where']}")


def read_question(text: str, asked: bool) -> Wanted | None:
    """A question about the scene. `asked`: it ends with a question mark."""
    if not asked and text.startswith("do ") and colour_at_end(text) is not None:
        return None  # 'do the sofa in green'
    if not _QUESTION.match(text) or not (asked or _WITHOUT_MARK.match(text)):
        return None
    told = re.sub(r"^tell me (?=how|what|which|where)", "", text)
    told = re.sub(r"^count (?:all )?(?:the )?", "how many ", told)
    if told.startswith("how many "):
        told = _MINE.sub("", told)
        told = told if _COUNTED.search(told) else f"{told} are there"
    return AskWanted(told)


def read_show(text: str) -> Wanted | None:
    """*Show me the lamps*; None where a clause asks to show nothing."""
    found = _SHOW.match(text)
    if found is None or re.match(r"^(?:how|why|what i can)\b", found["what"]):
        return None
    what = found["what"]
    return ShowWanted(re.sub(r"^where (.+?) (?:is|are)$", r"\1", what) if what.startswith("where ") else what)
