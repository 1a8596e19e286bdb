"""Areas of a room that a text names as one thing: *a waiting area by the window* is a row of chairs there, with what belongs to it.

What an area consists of is data (:mod:`scenewright.assets.area_book`). Its main thing is requested where the text names the area, so that
what the text says of the area holds of it. The rest is read after the text, and only what the text does not name itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import Description, Link, ObjectRequest, SaidArea
from scenewright.app.writers.embedded.nominals import noun_of
from scenewright.app.writers.embedded.noun_phrases import read_phrase
from scenewright.app.writers.embedded.referents import Ref, Target
from scenewright.app.writers.embedded.retagging import retag
from scenewright.app.writers.embedded.tagging import sentences
from scenewright.assets.area_book import area_named
from scenewright.assets.recipe_book import thing_key
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.elements import Phrase
    from scenewright.app.writers.embedded.mentions import Mentions
    from scenewright.assets.area_book import Area
    from scenewright.scene.semantics.words import ObjectPhrase

__all__ = ["complete_areas", "main_of", "seat_of_area"]

_SEATS = word_set(
    "chair armchair sofa couch bench stool ottoman pouf pouffe beanbag bag recliner loveseat settee cushion daybed"
)
_PLACE = re.compile(r" (?:next to|on|in|at|near|above|around|facing|behind|under) ")
_SMALL = ("surface", "")


def _is_seat(noun: str) -> bool:
    """Whether people sit on what a noun names."""
    return noun.rsplit(maxsplit=1)[-1] in _SEATS if noun else False


def main_of(cast: Mentions, phrase: Phrase, name: str) -> Ref:
    """Request the main thing of the area that a phrase names, and note the area.

    Args:
        name: of the area, as in the data.
    """
    found = area_named(name)
    assert found is not None, name
    tokens = retag(next(iter(sentences(f"{found[1].main}."))), lambda words: words in cast.nouns.vocabulary)
    main, _ = read_phrase(tokens, 0)
    assert main is not None, found[1].main
    assert main.head is not None, found[1].main
    if phrase.number is not None and phrase.number > 1:  # 'two reading nooks'
        main.number = phrase.number * (main.number or 1)
    ref = cast.new(main, cast.read(main))
    request = cast.description.requests[ref.index]
    request.spans = [(phrase.start, phrase.end)]
    if found[1].arranged and request.count > 1:
        cast.description.links.append(Link("arranged", ref.index, detail=f"{found[1].arranged}|0|0"))
    cast.description.areas.append(SaidArea(name, ref.index))
    return ref


def seat_of_area(cast: Mentions, phrase: Phrase, reading: ObjectPhrase) -> Target | None:
    """The seats that a text gives the area which it named last: they are its main thing, in place of the usual one."""
    if not cast.description.areas or not _is_seat(reading.head or noun_of(phrase, reading)):
        return None
    said = cast.description.areas[-1]
    found = area_named(said.name)
    main = cast.description.requests[said.main]
    newest = next(iter(cast.requests()), None)
    if found is None or not found[1].seats or newest is not main or said.main in cast.seated:
        return None
    cast.seated.add(said.main)
    ref = cast.new(phrase, reading)
    made = cast.description.requests.pop(ref.index)
    spans = [*main.spans, *made.spans]
    for name in ("words", "phrase", "reading", "known", "support", "count", "at_least", "carried"):
        setattr(main, name, getattr(made, name))
    main.spans = spans
    cast.description.links[:] = [
        k for k in cast.description.links if not (k.kind == "arranged" and k.subject == said.main) or made.count > 1
    ]
    cast.mentioned.pop(ref.index, None)
    cast.mention([Ref(said.main)])
    return Target([Ref(said.main)], new=True)


def complete_areas(
    description: Description, read: Callable[[str], list[ObjectRequest]], parse: Callable[[str], ObjectPhrase]
) -> None:
    """Read what belongs to the areas of a text and is not named in it.

    Args:
        read: reads one more sentence, and returns the requests that it made.
        parse: a noun phrase by the words of the catalogue.
    """
    for number, said in enumerate(list(description.areas)):
        found = area_named(said.name)
        if found is None:
            continue
        area, main = found[1], description.requests[said.main]
        placed = any(link.subject == said.main and link.stated for link in description.links)
        if said.name.endswith(" corner") and main.support == "floor" and not placed:
            description.links.append(Link("in_corner", said.main, place="corner", stated=True))
        _stand_around(description, said.main)
        _mean_members(description, area, parse)
        named = {last for r in description.requests if not r.expected for last in _last_words(r)}
        members: list[int] = []
        for line in area.lines:
            if _last_word(_thing_of(line)) in named:
                continue
            table = _top_of(description, area)
            if "[top]" in line and table is None:
                continue
            text = line.replace("[top]", "" if table is None else table.words)
            before = len(description.requests)
            for request in read(text.replace("[main]", main.words if main.count == 1 else plural(main.words))):
                request.expected = True
            members += range(before, len(description.requests))
        description.areas[number] = replace(said, members=tuple(members))
        _put_on_top(description, said.main, _top_of(description, area))


def _thing_of(line: str) -> str:
    """The noun of a line: what stands before its first preposition."""
    return _PLACE.split(line, maxsplit=1)[0]


def _last_word(noun: str) -> str:
    return thing_key(noun).split()[-1]


def _last_words(request: ObjectRequest) -> set[str]:
    return {_last_word(noun) for noun in (request.words, request.known) if noun}


def _top_of(description: Description, area: Area) -> ObjectRequest | None:
    """The table of an area: the text's own, or the one that was read for it."""
    if not area.top:
        return None
    same = [r for r in description.requests if _last_word(area.top) in _last_words(r)]
    return next((r for r in same if not r.expected), same[-1] if same else None)


def _stand_around(description: Description, main: int) -> None:
    """'A seating area around a low table': the table is before its sofa, and other seats come to its sides."""
    requests = description.requests
    for k, link in enumerate(description.links):
        if link.kind == "around" and link.subject == main and link.anchors and requests[main].count == 1:
            description.links[k] = Link("in_front_of", link.anchors[0], (main,), stated=True)


def _mean_members(description: Description, area: Area, parse: Callable[[str], ObjectPhrase]) -> None:
    """'Mugs beside the machine' at a coffee station: its coffee machine is meant."""
    for request in description.requests:
        if not request.definite or request.known is not None:
            continue
        line = next((one for one in area.lines if _last_word(_thing_of(one)) == request.head), None)
        if line is not None:
            noun = " ".join(_thing_of(line).split()[1:])
            request.words, request.phrase, request.reading = noun, noun, parse(noun)
            request.known = noun if request.reading.known else None


def _put_on_top(description: Description, main: int, table: ObjectRequest | None) -> None:
    """What is small and *with* the area stands on its table, not on its chairs."""
    if table is None:
        return
    placed = {link.subject for link in description.links if link.kind != "with" and main in link.anchors}
    for k, link in enumerate(description.links):
        small = description.requests[link.subject].support in _SMALL and link.subject not in placed
        if link.kind == "with" and link.anchors == (main,) and small and table.index != link.subject:
            description.links[k] = replace(link, kind="on", anchors=(table.index,))
