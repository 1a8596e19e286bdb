"""Reads a clause: which request it is, with its noun phrases and destinations in words."""

from __future__ import annotations

import re
from collections.abc import Callable

from scenewright.app.agent.embedded.adding_words import read_add, read_more_of
from scenewright.app.agent.embedded.again_words import read_again, read_corrected, read_instead, read_restored
from scenewright.app.agent.embedded.asking_words import read_question, read_show, read_why
from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.count_words import read_count
from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.fragment_words import read_fragment
from scenewright.app.agent.embedded.light_words import read_hour_asked, read_light
from scenewright.app.agent.embedded.looks_words import read_looks
from scenewright.app.agent.embedded.moods import read_mood
from scenewright.app.agent.embedded.moving_words import (
    read_centre,
    read_lift,
    read_line_up,
    read_move,
    read_should_stand,
)
from scenewright.app.agent.embedded.part_looks import PART_WORDS
from scenewright.app.agent.embedded.patterns import ADDING, MODALS, OTHER_VERBS, POINTED, VERBS, any_of, first_of, whole
from scenewright.app.agent.embedded.plain_orders import is_other_verb, plain_orders
from scenewright.app.agent.embedded.plausible import is_plausible
from scenewright.app.agent.embedded.removing_words import read_clear, read_off_it, read_remove
from scenewright.app.agent.embedded.replacing_words import (
    read_copy,
    read_other_kind,
    read_rename,
    read_replace,
    read_swap,
)
from scenewright.app.agent.embedded.room_words import read_missing, read_room_task
from scenewright.app.agent.embedded.shade_words import read_shade
from scenewright.app.agent.embedded.sizes_words import read_resize
from scenewright.app.agent.embedded.steps_words import read_steps
from scenewright.app.agent.embedded.talk_words import read_talk
from scenewright.app.agent.embedded.turning_words import read_each_other, read_turn
from scenewright.app.agent.embedded.usual_words import in_usual_words
from scenewright.app.agent.embedded.wanted import (
    AgainWanted,
    AskWanted,
    MoveWanted,
    PaintWanted,
    Remark,
    SmallTalk,
    StepWanted,
    TurnWanted,
    Unread,
    Wanted,
)
from scenewright.app.agent.embedded.wishes_words import read_complaint, read_kept, read_remark, read_wish
from scenewright.app.agent.embedded.wording import polite_less
from scenewright.scene.english import meant_word

__all__ = ["read_clause"]

_NOT_SO = any_of(
    "no", "nope", "nah", "not that", "wait", "sorry", "i mean(?:t)?", "rather", "make that", "hmm", "actually"
)
_NO = re.compile(rf"^{_NOT_SO}(?:,|\s)+(?P<rest>.+)$")
_ARTICLE = re.compile(rf"^(?:{ADDING})\b")
_AMOUNT = re.compile(
    r"^(?:an?|some|one) (?:(?:tiny |little )?bit|lot|tad|touch|more)\b"
    r"|^a little(?: (?:more|less|bit|further|closer|back|to|left|right|up|down|higher|lower|\w+er)\b|$)"
)
"""Amounts that are no new things."""
_MOST_NEW_WORDS = 12
_VERB_WORDS = frozenset(VERBS.split("|"))
_PLACES = frozenset(("way", "toward", "closer", "away", "corner", "wall", "middle", "at", "point", "back", "swap"))
"""Kinds of destinations that may stand alone: *10 cm to the left*."""

Reader = Callable[[str], Wanted | None]


def read_clause(text: str) -> Wanted:
    """What a clause of a plain text asks for; :class:`Unread` where it is no request that is known.

    The clause as it is said counts first, then the plain orders that it may amount to, the likelier first.
    """
    text = in_usual_words(text)
    found = _read(text)
    if is_plausible(found) or _is_question(text, found) or (isinstance(found, Remark) and read_kept(text) is not None):
        return found
    for said in (*_with_verb_spelt(text), *plain_orders(polite_less(text.rstrip("?").strip()) or text)):
        other = _read(said)
        if is_plausible(other) and _may_stand_for(other, said, text):
            return other
    return found


def _may_stand_for(other: Wanted, said: str, text: str) -> bool:
    """Whether a reading of another wording counts. What hangs on the change before counts only where it was said so."""
    match other:
        case MoveWanted():
            return bool(other.ways)
        case SmallTalk():
            return False
        case TurnWanted() if " so " in text:
            return bool(other.degrees or other.toward or other.back or other.straight)
        case PaintWanted():
            return all(colour for _, colour in other.colours)
        case StepWanted() | AgainWanted():
            return said in text
        case _:
            return True


def _with_verb_spelt(text: str) -> tuple[str, ...]:
    """A clause with its verb as the one that it is a slip of."""
    first, _, rest = polite_less(text).partition(" ")
    known = first in _VERB_WORDS or first in OTHER_VERBS or is_other_verb(first)
    verb = None if known else meant_word(first, sorted(_VERB_WORDS))
    return (f"{verb} {rest}",) if verb is not None and rest else ()


_ASKED_FOR = re.compile(
    r"^(?:how(?! about\b)|what(?! (?:if|about)\b)|which|where|who|whose|when|is there (?!any chance|a way|any way|a chance)|are "
    r"there|does|did"
    r"|do (?:i|we|the|any|all|both)\b|tell me|count|list|describe"
    r"|(?:can|could|do|will|would) (?:you|i|we|one|people|they|somebody|anyone) (?:see|reach|get (?:to|past|through)|open|sit"
    r"|walk|still|fit|know)\b|(?:see|reach|sit|walk|fit|know|get (?:to|past|through))\b.*\?$)"
)
"""Beginnings of questions that want to know something."""


def _is_question(text: str, found: Wanted) -> bool:
    return isinstance(found, AskWanted) and any(_ASKED_FOR.match(each) for each in (text, polite_less(text)))


def _read(text: str) -> Wanted:
    asked = text.endswith("?")
    plain = polite_less(text.rstrip("?").strip()) or text
    if plain.endswith(" instead"):
        return read_instead(plain) or read_add(plain) or _read(plain.removesuffix(" instead"))
    for read in (
        read_talk,
        read_instead,
        read_corrected,
        read_steps,
        read_restored,
        read_why,
        read_missing,
        read_hour_asked,
        lambda t: read_question(t, asked),
        _request,
    ):
        found = read(plain)
        if found is not None:
            return found
    without = _NO.match(plain)
    if without is not None:
        return read_clause(without["rest"])
    if plain.endswith(" again"):
        return _read(plain.removesuffix(" again"))
    return AskWanted(plain) if asked else _leftover(plain)


_SHOULD_BE = whole(
    rf"(?P<a>{POINTED}\b.*?) {MODALS} (?:be|become|get) (?P<b>.+)",
    r"i (?:want|would like|need|prefer) (?P<c>.+?) (?:to be|to become) (?P<d>.+)",
)


def _size_that_should_be(text: str) -> Wanted | None:
    """*The table should be 2 m long*."""
    found = _SHOULD_BE.match(text)
    return None if found is None else read_resize(f"make {first_of(found, 'a', 'c')} {first_of(found, 'b', 'd')}")


_READERS: tuple[Reader, ...] = (
    read_kept,
    read_room_task,
    read_shade,
    read_count,
    read_light,
    read_mood,
    read_wish,
    read_complaint,
    read_each_other,
    read_rename,
    read_again,
    read_lift,
    _size_that_should_be,
    read_turn,
    read_looks,
    read_more_of,
    read_copy,
    read_other_kind,
    read_replace,
    read_swap,
    read_resize,
    read_off_it,
    read_clear,
    read_remove,
    read_show,
    read_line_up,
    read_add,
    read_centre,
    read_fragment,
    read_move,
    read_should_stand,
)
"""In the order in which they are asked: the first that reads a clause counts."""


def _request(text: str) -> Wanted | None:
    return next((found for read in _READERS if (found := read(text)) is not None), None)


_PLACES_OR_JOINS = re.compile(r"\b(?:on|in|at|by|to|for|with|of|and|or|than|next|near|under|over|is|are|not|more)\b")
_FOR_A_THING = whole(
    r"(?P<colour>[a-z][a-z -]*?) (?P<part>[a-z]+) (?:for|on) (?P<what>(?:the|my|both|all|that|this|those) .+)"
)
"""*White linen for the bed*."""
_MOST_NOUNS = 2


def _coloured(text: str) -> Wanted | None:
    """*Navy bedding*: a colour or material with the name of what is to be so; None where a clause is no such pair."""
    of = _FOR_A_THING.match(text)
    if of is not None and of["part"].removesuffix("s") in PART_WORDS and is_colour(of["colour"]):
        return PaintWanted(((f"the {of['part']} of {of['what']}", of["colour"]),))
    words = text.split()
    if _PLACES_OR_JOINS.search(text):
        return None
    for count in range(len(words) - 1, 0, -1):
        colour, rest = " ".join(words[:count]), words[count:]
        if len(rest) <= _MOST_NOUNS and is_colour(colour) and not is_colour(" ".join(rest)):
            return PaintWanted(((f"the {' '.join(rest)}", colour),))
    return None


def _leftover(text: str) -> Wanted:
    """Clauses without a verb: *10 cm to the left*, *and two more plants*, *bigger*."""
    where = read_where(text)
    if where is not None and where.kind in _PLACES:
        return AgainWanted(where=where)
    bigger = read_resize(f"make it {text}")
    if bigger is not None:
        return bigger
    if _ARTICLE.match(text) and not _AMOUNT.match(text) and len(text.split()) <= _MOST_NEW_WORDS:
        added = read_add(f"add {text}")
        if added is not None:
            return added
    remark = read_remark(text)
    if remark is not None:
        return remark
    coloured = _coloured(text)
    if coloured is not None:
        return coloured
    hint = text.split(maxsplit=1)[0] if text else ""
    return Unread(text, hint if hint in _VERB_WORDS else "")
