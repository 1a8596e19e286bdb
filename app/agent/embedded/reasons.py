"""Reasons beside requests: *the walls look drab, how about sage green*, *it is too big, halve it*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from scenewright.app.agent.embedded.remarks_said import about_of, is_statement
from scenewright.app.agent.embedded.steps_words import read_steps
from scenewright.app.agent.embedded.wanted import (
    AddWanted,
    AgainWanted,
    AskWanted,
    CopyWanted,
    HelpWanted,
    LightWanted,
    MissingAsked,
    MoodWanted,
    MoveWanted,
    NewThings,
    PaintWanted,
    Remark,
    RemoveWanted,
    ReplaceWanted,
    ResizeWanted,
    ShowWanted,
    SmallTalk,
    StepWanted,
    TurnWanted,
    Unread,
    VagueWish,
    Wanted,
    WhyWanted,
)
from scenewright.app.agent.embedded.wishes_words import as_remark, read_complaint

__all__ = ["NO_EDIT", "without_reasons"]

_OF_FEELINGS = (MoodWanted, VagueWish, LightWanted, ResizeWanted)
"""Kinds of requests that a mere feeling may be read as."""
NO_EDIT = (AskWanted, HelpWanted, MissingAsked, ShowWanted, SmallTalk, StepWanted, WhyWanted)
"""What changes nothing by itself."""


def without_reasons(parts: list[str], wanted: list[Wanted]) -> tuple[list[str], list[Wanted]]:
    """The parts of a sentence and what they ask for, without what is only the reason of a request after it, or with that as a remark."""
    wanted = list(wanted)
    _colour_what_was_told_of(wanted)
    wanted = [_with_its_name(one, parts[:at]) for at, one in enumerate(wanted)]
    _light_goes_on(wanted)
    wanted = _without_feelings(parts, wanted)
    wanted = _gone_with_it(parts, wanted)
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


def _light_goes_on(wanted: list[Wanted]) -> None:
    """*Bit gloomy still, lift it a notch*: after a word about the light, *it* is the light."""
    for at, one in enumerate(wanted[1:], 1):
        before = wanted[at - 1]
        if not isinstance(before, LightWanted) or not isinstance(one, MoveWanted) or not one.ways:
            continue
        what, where = one.ways[0]
        if what == "it" and where.kind == "way" and where.way in ("up", "down"):
            wanted[at] = LightWanted("brighter" if where.way == "up" else "darker", where.loosely)


_SPOKEN_OF = re.compile(
    r"\b(?:for|of|is|are|has|have|without|no|need|needs|want|with|lacks?|missing|see) (?P<new>(?:an?|no|one|some|more|another|any) [a-z-]+"
    r"(?: (?!missing\b|short\b|here\b|now\b|in\b|on\b|at\b|by\b|to\b|there\b|any\b|yet\b|and\b"
    r"|over\b|near\b|next\b|beside\b|left\b|today\b)[a-z-]+)?)"
)
_ONES = frozenset(("one", "ones", "some", "more"))


def _with_its_name(one: Wanted, before: Sequence[str]) -> Wanted:
    """*There is space for a bench, add one*: the new thing that is only called *one* by the name that was said before."""
    if isinstance(one, CopyWanted) and one.what == "one more":
        one = AddWanted((NewThings("one", one.number, one.where),))
        copied = True
    elif not isinstance(one, AddWanted) or not any(item.words in _ONES for item in one.items):
        return one
    else:
        copied = False
    said = next((found for part in reversed(before) if (found := _SPOKEN_OF.search(part)) is not None), None)
    if said is None:
        return CopyWanted("one more", one.items[0].number, one.items[0].where) if copied else one
    name = said["new"].split(maxsplit=1)[1]
    return AddWanted(tuple(replace(item, words=name) if item.words in _ONES else item for item in one.items))


_FELT = re.compile(
    r"^(?:(?:it|this|that|they|these|those|everything|(?:the|this|that|my) (?:whole )?(?:room|place|space|light|lighting|\w+room|kitchen"
    r"|office"
    r"|thing))(?: (?:all|just|really|still))? (?:is|are|looks?|feels?|seems?|was|were|gets?)"
    r"|(?:i|we) (?:can not|can hardly|can barely|do not|hate|am|are|feel)|(?:still |way |far |much |a bit )*(?:too|so|not)) "
)


_STATES = re.compile(
    r"^(?:it|they|this|that) (?:is|are|was|were|looks?|blocks?|gets?|takes?|keeps?|hides?|covers?|clash(?:es)?|makes?|does|do|feels?"
    r"|seems?|stands?)\b"
)
_OF_COMPLAINTS = (MoveWanted, TurnWanted, RemoveWanted)
"""Kinds of requests that a complaint may be read as, which after an order is its reason: *move it back, it is blocking the door*."""


def _without_feelings(parts: Sequence[str], wanted: Sequence[Wanted]) -> list[Wanted]:
    """What only says how something is or feels, beside an order, is its reason: *take it down, it is ugly*, *it is so sterile, warm the
    light up*."""
    felt = [
        _FELT.match(part) is not None and isinstance(one, _OF_FEELINGS) for part, one in zip(parts, wanted, strict=True)
    ]
    ordered = [
        not isinstance(one, (Unread, Remark, VagueWish, *NO_EDIT)) and not is_felt and not is_statement(part)
        for part, one, is_felt in zip(parts, wanted, felt, strict=True)
    ]
    if any(isinstance(one, StepWanted) for one in wanted):
        # 'that is too far now, go back one step'
        wanted = [
            Remark(part) if _is_reason_to_undo(part, one) else one for part, one in zip(parts, wanted, strict=True)
        ]
    if not any(ordered):
        return list(wanted)
    return [
        Remark(part, about_of(part))
        if _STATES.match(part) and any(ordered[:at]) and isinstance(one, _OF_COMPLAINTS)
        else Remark(part, about_of(part))
        if is_felt and (isinstance(one, (MoodWanted, VagueWish)) or any(ordered[:at]))
        else one
        for at, (part, one, is_felt) in enumerate(zip(parts, wanted, felt, strict=True))
    ]


def _is_reason_to_undo(part: str, one: Wanted) -> bool:
    if isinstance(one, AgainWanted) and one.how == "less":
        return True  # 'too much, back one step'
    return is_statement(part) and not isinstance(one, (StepWanted, *NO_EDIT)) and read_steps(part) is None


def _name_it(parts: list[str], wanted: list[Wanted], reasons: set[int]) -> None:
    """Let a request be about what the reason before it names."""
    for at in reasons:
        what = getattr(wanted[at], "what", "")
        follows = wanted[at + 1]
        if isinstance(follows, (ResizeWanted, TurnWanted)) and follows.what in ("it", "them") and what:
            wanted[at + 1] = replace(follows, what=what)


_OLD_ONE = frozenset(("it", "them", "that", "the old one", "the old ones", "the other one"))


def _gone_with_it(parts: Sequence[str], wanted: Sequence[Wanted]) -> list[Wanted]:
    """*A plant where the water cooler is, get rid of the cooler*: what is replaced is gone by that."""
    found = list(wanted)
    for at, (one, after) in enumerate(pairwise(wanted)):
        if not isinstance(one, ReplaceWanted) or not isinstance(after, RemoveWanted):
            continue
        if after.what in _OLD_ONE or after.what.split()[-1] == one.what.split()[-1]:
            found[at + 1] = Remark(parts[at + 1])
    return found


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
