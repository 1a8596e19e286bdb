"""Reasons beside requests: *the walls look drab, how about sage green*, *it is too big, halve it*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scenewright.app.agent.embedded.remarks_said import about_of, is_statement
from scenewright.app.agent.embedded.wanted import (
    AgainWanted,
    AskWanted,
    HelpWanted,
    LightWanted,
    MissingAsked,
    MoveWanted,
    PaintWanted,
    Remark,
    ResizeWanted,
    ShowWanted,
    SmallTalk,
    StepWanted,
    TurnWanted,
    Unread,
    Wanted,
    WhyWanted,
)
from scenewright.app.agent.embedded.wishes_words import as_remark, read_complaint

__all__ = ["NO_EDIT", "without_reasons"]

NO_EDIT = (AskWanted, HelpWanted, MissingAsked, ShowWanted, SmallTalk, StepWanted, WhyWanted)
"""What changes nothing by itself."""


def without_reasons(parts: list[str], wanted: list[Wanted]) -> tuple[list[str], list[Wanted]]:
    """The parts of a sentence and what they ask for, without what is only the reason of a request after it, or with that as a remark."""
    wanted = list(wanted)
    _colour_what_was_told_of(wanted)
    wanted = _with_reasons(parts, wanted)
    said_twice = {at for at, one in enumerate(wanted) if _told_again(parts[at], one, wanted[at + 1 :])}
    if said_twice:
        _name_it(parts, wanted, said_twice)
    parts = [part for at, part in enumerate(parts) if at not in said_twice]
    wanted = [one for at, one in enumerate(wanted) if at not in said_twice]
    if len(wanted) > 1:
        wanted = [as_remark(one) if isinstance(one, Unread) else one for one in wanted]
    return parts, wanted


def _colour_what_was_told_of(wanted: list[Wanted]) -> None:
    """*The walls look drab, how about sage green*: a colour alone is for what the remark before it is about."""
    for at, one in enumerate(wanted[1:], 1):
        before = wanted[at - 1]
        told = as_remark(before) if isinstance(before, Unread) else before
        if isinstance(one, AgainWanted) and one.colour and isinstance(told, Remark) and told.about:
            wanted[at] = PaintWanted(((told.about, one.colour),))


def _name_it(parts: list[str], wanted: list[Wanted], reasons: set[int]) -> None:
    """Let a request be about what the reason before it names."""
    for at in reasons:
        what = getattr(wanted[at], "what", "")
        follows = wanted[at + 1]
        if isinstance(follows, (ResizeWanted, TurnWanted)) and follows.what in ("it", "them") and what:
            wanted[at + 1] = replace(follows, what=what)


_PRONOUN = re.compile(r"\b(?:it|them|its|their|both|they)\b")


def _with_reasons(parts: Sequence[str], wanted: Sequence[Wanted]) -> list[Wanted]:
    """A complaint that an order about the same thing follows is only its reason: *the bike is in the way, lean it against the wall*."""
    found = list(wanted)
    for at, (clause, one) in enumerate(zip(parts[:-1], wanted[:-1], strict=True)):
        after = wanted[at + 1]
        if not is_statement(clause) or isinstance(one, (Unread, Remark, SmallTalk, StepWanted, LightWanted, *NO_EDIT)):
            continue
        about = getattr(one, "what", "") or about_of(clause)
        if isinstance(one, MoveWanted) and one.ways:
            about = one.ways[0][0]
        named = _PRONOUN.search(parts[at + 1]) is not None or (
            bool(about) and about.split()[-1] in parts[at + 1].split()
        )
        if named and not isinstance(after, (Unread, Remark, SmallTalk, *NO_EDIT)) and not is_statement(parts[at + 1]):
            found[at] = Remark(clause, about)
    return found


def _told_again(clause: str, one: Wanted, after: Sequence[Wanted]) -> bool:
    """Whether a clause only gives the reason of a request after it: *it is gloomy, can we have more light?*, *it is too big, halve it*."""
    if (
        isinstance(one, ResizeWanted)
        and one.loosely
        and after
        and isinstance(after[0], ResizeWanted)
        and not after[0].loosely
    ):
        return after[0].what in ("it", "them", one.what)  # 'shrink it, 1.2 m wide is plenty'
    if isinstance(one, LightWanted):
        return any(isinstance(other, LightWanted) and other.how == one.how for other in after)
    if read_complaint(clause) is None or not after or type(after[0]) is not type(one):
        return False
    return getattr(after[0], "what", "") in ("it", "them", getattr(one, "what", None))
