"""Seats at tables: how many people a table seats, by its words, and the chairs that the text implies.

*A restaurant with ten tables of four* names no chair, and a person expects forty.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import Link, ObjectRequest
from scenewright.app.writers.embedded.lexicon import PLURAL_COUNT
from scenewright.scene.english import CARDINALS, cardinal
from scenewright.scene.semantics.words import parse

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.cast import Cast

__all__ = ["PER_PLACE", "is_sat_at", "seat_tables", "seats_said"]

PER_PLACE = word_set("place setting seat spot person guest diner cover")
"""Nouns of places at a table: *at each place*, *per setting*."""
_SAT_AT = word_set("table desk booth counter island bar")
_SEATS = word_set("chair stool bench seat armchair barstool")
_OWN_SEATS = word_set("picnic booth")
_STOOLS = word_set("bar high pub counter island cocktail")
_OFFICE = word_set("conference meeting boardroom board")
_SAID = re.compile(
    rf"\b({'|'.join(sorted(CARDINALS, key=len, reverse=True))}|\d+)[ -](?:seater|seat|person|people|top)\b"
)
_SERVED = word_set("setting plate bowl cutlery fork knife spoon dish placemat")
"""What people set a table with: where the text names any of it, nothing is added."""
_MOST = 40


def is_sat_at(words: str) -> bool:
    """Whether the words name something that people sit at."""
    return words.rsplit(maxsplit=1)[-1] in _SAT_AT


def seats_said(phrase: str) -> int:
    """How many people a thing seats by its own words: *a six-seater dining table*. 0 where they do not say it."""
    found = _SAID.search(phrase.lower())
    return (cardinal(found[1]) or 0) if found and is_sat_at(phrase.lower()) else 0


def seat_tables(cast: Cast) -> None:
    """Give every table its seats: those that the text names beside it, else chairs."""
    requests = cast.description.requests
    for table in list(requests):
        if not 0 < table.seats <= _MOST or table.count <= 0 or _OWN_SEATS & set(table.words.split()):
            continue
        wanted = table.seats * table.count
        named = [r for r in requests if r.head in _SEATS and r.zone == table.zone and not r.expected]
        tied = [
            r for r in named if any(k.subject == r.index and table.index in k.anchors for k in cast.description.links)
        ]
        free = [r for r in named if not any(k.subject == r.index for k in cast.description.links)]
        mine = tied or [r for r in free if _vague(r) or r.count == wanted]
        if not mine and named and all(r.count >= wanted for r in named):
            continue  # the text has seats enough, at other places
        if not mine:
            mine = [_chairs(cast, table, wanted)]
        for request in mine:
            if _vague(request):
                request.count = wanted
            _tie(cast, request, table)
        if table.laid and not any(_SERVED & set(r.words.split()) for r in requests):
            setting = _added(cast, table, "place setting", wanted)
            cast.description.links.append(Link("on", setting.index, (table.index,), each=True))


def _vague(request: ObjectRequest) -> bool:
    """Whether the text gives no number: 'with chairs'."""
    return request.at_least and request.count == PLURAL_COUNT


def _chairs(cast: Cast, table: ObjectRequest, count: int) -> ObjectRequest:
    said = set(table.words.split())
    words = "bar stool" if _STOOLS & said else "office chair" if _OFFICE & said else "chair"
    return _added(cast, table, words, count)


def _added(cast: Cast, table: ObjectRequest, words: str, count: int) -> ObjectRequest:
    """A request for what the text asks for with a table, without its name."""
    vocabulary = cast.nouns.vocabulary
    reading = parse(words, vocabulary)
    known = reading.head if reading.known else None
    request = ObjectRequest(
        len(cast.description.requests), words, words, reading, known, cast.nouns.support(known) if known else "floor", count,
        zone=table.zone, spans=list(table.spans[:1]),
    )  # fmt: skip
    cast.description.requests.append(request)
    cast.born[request.index] = cast.born.get(table.index, cast.sentence)
    return request


def _tie(cast: Cast, seats: ObjectRequest, table: ObjectRequest) -> None:
    """Put the seats around the table, in place of a weaker relation of the text."""
    links = cast.description.links
    for at, link in enumerate(links):
        if link.subject == seats.index and table.index in link.anchors:
            if link.kind in ("with", "near", "next_to", "at", "around"):
                links[at] = replace(link, kind="around", each=True)
            return
    links.append(Link("around", seats.index, (table.index,), each=True))
