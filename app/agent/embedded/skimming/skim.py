"""The plain orders that a sentence amounts to where its words are skimmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scenewright.app.agent.embedded.skimming.cuts import KEEPING, requests_apart
from scenewright.app.agent.embedded.skimming.marks import Mark, marked
from scenewright.app.agent.embedded.skimming.moods_said import wished_mood
from scenewright.app.agent.embedded.skimming.noun_marks import NounReader
from scenewright.app.agent.embedded.skimming.orders import plain_order, telegram
from scenewright.app.agent.embedded.skimming.phrase_marks import SAME_COLOUR
from scenewright.app.agent.embedded.skimming.questions import plain_question
from scenewright.app.agent.embedded.skimming.tables import FILLERS
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.english import DETERMINERS, UNIT

__all__ = ["skimmed_orders"]

_ASKS = re.compile(
    r"^(?:.*\bhow many\b|(?:.*\b(?:how (?:tall|high|wide|long|deep|big|large|far)|(?:what|which) colou?r)|what(?! (?:about|if)\b)"
    r"|where|who|whose|which|when|how(?! about\b)|is there|are there|is|are|does|do|did|has|have|was|were)\b.*\?)"
)
"""What wants to know something is no order."""


def skimmed_orders(work: Work, text: str, unread: str = "") -> str | None:
    """Plain orders for a plain text, one sentence each; None where it names nothing to be done, or denies something.

    Args:
        unread: the part of the text that was not read, where only a part was not.

    Nothing is changed: the caller reads and does the orders, and takes them back where they cannot be done.
    """
    nouns = NounReader(work)
    if _is_unknown_order(marked(unread, nouns)):
        return None
    marks = marked(text, nouns)
    if _ASKS.match(text) and not any(mark.kind == "act" and mark.value == "purpose" for mark in marks):
        return plain_question(text, marks)
    mood = wished_mood(text, marks)
    if mood is not None:
        return mood
    orders: list[str] = []
    spoken_of = ""
    exists = work.things.exists
    for request in requests_apart(marks):
        order = plain_order(request, exists, spoken_of) or next(
            (said for part in _at_commas(request) if (said := plain_order(part, exists, spoken_of))), None
        )
        if order is not None:
            orders.append(_with_colour_before(order, marks))
            spoken_of = ""
        elif not _asks_for_more(request):
            named = [m.words for m in request if m.kind == "thing" and (m.value != "ones" or "other" in m.words)]
            in_places = [noun for m in request if m.kind == "place" for noun in m.inner]
            spoken_of = next(iter(named or in_places), spoken_of)
        else:
            return None
    if not orders:
        return telegram([mark for mark in marks if mark.kind != "sign"], work.things.exists)
    if len(orders) > 1 or any(mark.kind == "act" for mark in marks):
        # 'take the books off and leave the vase': what stays is no order
        orders = [order for order in orders if not order.startswith("except ")]
    if not orders:
        return None
    said = ". ".join(_without_repeats(orders))
    lost = bool(set(_FIGURE.findall(text)) - set(_FIGURE.findall(said))) or len(_FAR.findall(text)) > len(
        _FAR.findall(said)
    )
    return None if lost else said


def _asks_for_more(request: Sequence[Mark]) -> bool:
    """Whether a request that cannot be said as an order asks for a change: then nothing is guessed of the rest."""
    denied = any(mark.kind == "denial" and mark.words not in KEEPING for mark in request)
    acts = [mark for mark in request if mark.kind == "act"]
    if acts and any(mark.kind == "new" for mark in request):
        return True
    return (
        _is_unknown_order(request)
        or any(mark.value in ("remove", "replace", "turn", "paint") for mark in acts)
        or (denied and bool(acts) and any(mark.kind == "thing" for mark in request))
    )


def _with_colour_before(order: str, marks: Sequence[Mark]) -> str:
    """*The rug light blue, and the pouf in the same colour*: the colour that was named, in its place."""
    named = [mark.words for mark in marks if mark.kind == "colour" and mark.words != SAME_COLOUR]
    return order.replace(SAME_COLOUR, named[-1]) if named else order


def _is_unknown_order(request: Sequence[Mark]) -> bool:
    """*Polish the desk*, *varnish both*: a word that is not understood, right before what may be a thing."""
    said = [mark for mark in request if mark.kind != "sign"]
    while said and said[0].words in FILLERS:
        said = said[1:]
    if len(said) < 2 or said[0].kind != "other" or not said[0].words.isalpha():
        return False
    return said[1].kind in ("thing", "it", "new") or said[1].words in DETERMINERS | {"both", "all"}


_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_FAR = re.compile(rf"\b(?:half an?|an?|one|two|three|four|five|ten|twenty|thirty|fifty) (?:{UNIT})\b")
"""Who states a number wants no other one: an order that leaves it out is not what was said."""
_SIZING = re.compile(r"^(?:make \S.* (?:bigger|smaller|wider|narrower|taller|shorter|longer|lower)|scale .*)$")


_OF_IT = re.compile(r"^(?P<act>\w+) (?:it|them)$")


def _without_repeats(orders: Sequence[str]) -> list[str]:
    """*It is too big, bring it down to two thirds*: of two sizes the later one counts. *Bin the box, get rid of it* is one order."""
    distinct = list(dict.fromkeys(orders))
    sizing = [order for order in distinct if _SIZING.match(order)]
    kept = [order for order in distinct if order not in sizing[:-1]]
    acts = [order.split()[0] for order in kept]
    return [
        order
        for at, order in enumerate(kept)
        if (again := _OF_IT.match(order)) is None or again["act"] not in acts[:at]
    ]


def _at_commas(request: Sequence[Mark]) -> Iterator[list[Mark]]:
    """The parts of a request between its commas."""
    part: list[Mark] = []
    for mark in request:
        if mark.kind == "sign":
            if part:
                yield part
            part = []
        else:
            part.append(mark)
    if part:
        yield part
