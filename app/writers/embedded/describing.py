"""Reads a text into a description: checks it, reads its sentences, and lets others add to what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.areas import complete_areas
from scenewright.app.writers.embedded.as_one import join_as_one
from scenewright.app.writers.embedded.cast import Cast
from scenewright.app.writers.embedded.description import Description, Link, Nouns, ObjectRequest, SaidOfRoom, Zone
from scenewright.app.writers.embedded.discourse import DiscourseReader
from scenewright.app.writers.embedded.elements import Element
from scenewright.app.writers.embedded.english import DescriptionError, check_language, read_dimensions
from scenewright.app.writers.embedded.grammar import chunk
from scenewright.app.writers.embedded.parasols import count_parasols
from scenewright.app.writers.embedded.plain_text import normalize
from scenewright.app.writers.embedded.retagging import retag
from scenewright.app.writers.embedded.said_style import style_of_place
from scenewright.app.writers.embedded.seating import seat_tables
from scenewright.app.writers.embedded.shared_words import share_words
from scenewright.app.writers.embedded.tagging import Token, sentences
from scenewright.app.writers.embedded.wall_of import walls_as_things
from scenewright.assets.main_colours import painted_walls
from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.semantics.words import normalise, parse

__all__ = ["ROOM_SHAPES", "ROOM_SIZES", "describe", "describe_standing"]

ROOM_SIZES = {
    "small": "small", "tiny": "small", "compact": "small", "cramped": "small", "little": "small",
    "snug": "small", "mini": "small",
    "large": "large", "spacious": "large", "big": "large", "roomy": "large", "generous": "large", "wide": "large",
    "grand": "large", "huge": "huge",
    "vast": "huge", "massive": "huge", "enormous": "huge", "expansive": "large", "sprawling": "huge",
    "open-plan": "large", "airy": "large", "medium": "",
}  # fmt: skip
"""Adjectives of a room -> its size."""
_BUILT_OF = re.compile(r"(?i)\b(stone|brick|bamboo|clay) (?:hut|cottage|cabin|house|chalet|farmhouse|barn|cellar)\b")
"""Materials that say what a building, and so the wall of a room in it, is made of."""
_LONG = frozenset(["long", "narrow", "elongated", "thin"])
"""Adjectives of a room of which one side is much longer than the other."""


ROOM_SHAPES = _LONG
"""Adjectives of a room's plan that are read."""


def describe(
    text: str,
    nouns: Nouns,
    complete: Callable[[Description, Callable[[str], list[ObjectRequest]]], None] | None = None,
    *,
    place: str = "",
    colors: Sequence[str] = (),
) -> Description:
    """Read a description.

    Args:
        complete: adds to what was read. It gets a function that reads one more sentence, and returns the requests that it made.
        place: the kind of place that the text opens with, where the words alone do not say that they name one: 'bar', 'dentist'.
        colors: those that are said of the place as a whole, where the text has them no more.

    Raises:
        DescriptionError: the text is empty, or is not English.
    """
    plain = normalize(text)
    if not plain:
        raise DescriptionError(
            "the description is empty: say what the scene holds, e.g. 'a bedroom with a bed and two nightstands'"
        )
    if not place:
        check_language(plain, nouns)
    description = Description(plain, place=place)
    plain = read_dimensions(description, plain)
    reader = DiscourseReader(Cast(description, nouns))

    elements_of = _element_reader(nouns)
    for words in sentences(plain):
        tokens = walls_as_things(words, lambda word: nouns.support(word) if word in nouns.vocabulary else "")
        reader.sentence(elements_of(tokens), tokens)
    if not description.zones:
        description.zones.append(Zone("", ""))
    seat_tables(reader.cast)
    reader.links.lay_places()
    join_as_one(description, nouns)
    count_parasols(description)
    description.links = [replace(link, stated=True) for link in description.links]
    description.size = _size(plain, description.zones[0])
    description.colors = tuple(colors) or _colors(description.zones[0])
    if description.colors and "wall" not in description.surfaces:
        description.surfaces["wall"] = painted_walls(description.colors)
    if (built := _BUILT_OF.search(plain)) is not None:
        description.surfaces.setdefault("wall", built[1].lower())
    description.style, description.styled = style_of_place(description)
    description.long = any(word in _LONG for word in _before_name(plain, description.zones[0]))
    description.said = SaidOfRoom(
        description.doors, description.windows, dict(description.surfaces), reader.hearing.unread(plain)
    )

    read = _line_reader(reader, elements_of)

    complete_areas(description, read, lambda words: parse(words, nouns.vocabulary))
    if complete is not None:
        zones, absent, aside = len(description.zones), len(description.absent), len(description.aside)
        complete(description, read)
        reader.links.lay_places()
        join_as_one(description, nouns)
        del description.zones[zones:], description.absent[absent:], description.aside[aside:]
    description.links = _tidy(description)
    return description


def describe_standing(
    description: Description,
    nouns: Nouns,
    complete: Callable[[Description, Callable[[str], list[ObjectRequest]]], None],
) -> Description:
    """A description of what stands in a room already, completed as one that was read: its requests are given, and no text is.

    Args:
        description: with its requests, its kind of place, its doors and windows.
        complete: as for :func:`describe`.
    """
    reader = DiscourseReader(Cast(description, nouns))
    description.said = SaidOfRoom(description.doors, description.windows, dict(description.surfaces))
    zones = len(description.zones)
    complete(description, _line_reader(reader, _element_reader(nouns)))
    reader.links.lay_places()
    del description.zones[zones:]
    description.links = _tidy(description)
    return description


def _element_reader(nouns: Nouns) -> Callable[[list[Token]], list[Element]]:
    """What makes the elements of a sentence of its tokens."""

    def named(words: str) -> bool:
        return words in nouns.vocabulary

    def elements_of(tokens: list[Token]) -> list[Element]:
        return share_words(chunk(retag(tokens, named)), named)

    return elements_of


def _line_reader(
    reader: DiscourseReader, elements_of: Callable[[list[Token]], list[Element]]
) -> Callable[[str], list[ObjectRequest]]:
    """What reads one more line into the description of a reader, and returns the requests that the line made."""
    description = reader.description

    def read(line: str) -> list[ObjectRequest]:
        before = len(description.requests)
        counts = [(r.count, r.phrase) for r in description.requests]
        for tokens in sentences(normalize(_as_said(line, description)) + "."):
            reader.sentence(elements_of(tokens))
        for request, (count, phrase) in zip(description.requests, counts, strict=False):
            request.count, request.phrase = count, phrase
        return description.requests[before:]

    return read


_PARTICLE = re.compile(r"(?<=[a-z]) (?=(?:out|in|up|down|off|over|away|through) [a-z])")
"""Before the particle of what a thing is called by: *fold out sofa*."""


def _as_said(line: str, description: Description) -> str:
    """A line with hyphens in what is called by a verb and its particle: without them *the fold out sofa* would say that something folds."""
    for words in {r.words for r in description.requests}:
        if (joined := _PARTICLE.sub("-", words)) != words:
            line = line.replace(words, joined)
    return line


def _size(text: str, zone: Zone) -> str:
    """'small', 'large' or 'huge' from the words before the room's name, else ''."""
    return next((ROOM_SIZES[w] for w in reversed(_before_name(text, zone)) if w in ROOM_SIZES), "")


_PLAIN_COLORS = word_set(
    """red blue green yellow pink purple orange brown black white gray grey beige cream turquoise teal navy violet lilac
    burgundy maroon mauve crimson scarlet magenta cyan tan taupe emerald mustard lavender charcoal indigo aqua fuchsia ochre"""
)
"""Names of colors that are no things: a *wine* cellar and a *rose* garden are of no color."""


def _colors(zone: Zone) -> tuple[str, ...]:
    """The colors among the words that name the room: *a black and white bathroom*, *a mint green kitchen*."""
    words = ["", *normalise(zone.words)]
    found = []
    for before, word in pairwise(words):
        if word in _PLAIN_COLORS:
            both = f"{before} {word}"
            two = bool(before) and before not in _PLAIN_COLORS and find_color(both) is not None
            found.append(both if two else word)
    return tuple(dict.fromkeys(found))


def _before_name(text: str, zone: Zone) -> list[str]:
    """The last words before the room's name."""
    sentence = text.lower().split(".")[0]
    at = sentence.find(zone.kind) if zone.kind else -1
    return sentence[: max(at, 0)].replace(",", " ").split()[-8:]


def _tidy(description: Description) -> list[Link]:
    """The links without repetitions, and without 'with' links where another link of the same pair says more."""
    out: list[Link] = []
    said = {(link.subject, a) for link in description.links if link.kind not in ("with", "join") for a in link.anchors}
    over = {(link.subject, a) for link in description.links if link.kind == "above" for a in link.anchors}
    on = {link.subject for link in description.links if link.kind in ("on", "inside", "under", "above")}
    stated = {frozenset((k.subject, a)) for k in description.links if k.stated and k.kind != "with" for a in k.anchors}
    for link in description.links:
        if not link.stated and any(frozenset((link.subject, a)) in stated for a in link.anchors):
            continue  # the text says itself how the two stand to each other
        if link.kind == "with" and (
            any((link.subject, a) in said or (a, link.subject) in said for a in link.anchors) or link.subject in on
        ):
            continue
        if link.kind == "on" and any((link.subject, a) in over for a in link.anchors):
            continue  # 'a vanity set against a wall with mirrors hanging above' has no mirrors on it
        others = tuple(a for a in link.anchors if a != link.subject)
        plain = replace(link, anchors=others)
        if (others or link.place or link.kind == "arranged") and plain not in out:
            out.append(plain)
    return out
