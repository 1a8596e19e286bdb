"""Parts of catalogue objects that a request gives a colour: *their shades*, *the legs of the table*, *the frame of the bed*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from scenewright.app.agent.embedded.colours import material_of, rgb_of
from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.wanting import parts_that_take_a_colour
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.language.editing import Edit, Recolour
from scenewright.scene.language.vocabulary.surfaces import surface
from scenewright.scene.semantics.words import singular

__all__ = ["PART_WORDS", "paint_part"]

_OF = (
    whole(r"(?P<whose>its|their)(?: own)? (?P<part>[a-z ]+)"),
    whole(
        rf"(?:just |only )?the (?P<part>[a-z ]+?) (?:of"
        rf"|on) (?P<whose>{any_of('the', 'this', 'that', 'these', 'those', 'my', 'both', 'all', 'it', 'them', 'each')}\b.*)"
    ),
    whole(r"(?P<whose>(?:the|this|that|these|those|my|both|all)\b.*?)(?:'s|s') (?P<part>[a-z ]+)"),
    whole(r"(?P<whose>(?:the|this|that|these|those|my|both|all) .+) (?P<part>[a-z]+)"),
    whole(r"(?:just |only )?the (?P<part>[a-z]+)(?P<whose>)"),
)


_SURE = 3
"""How many of these say whose part it is."""
_ALSO_CALLED = {
    "shade": "dome shade lampshade hood globe",
    "lampshade": "dome shade hood globe",
    "leg": "leg foot pole stand toe base stem",
    "base": "base foot stand stem",
    "foot": "foot base stand",
    "stand": "stand pole foot base stem",
    "top": "top board tabletop worktop slab",
    "tabletop": "top board slab",
    "surface": "top board",
    "handle": "handle knob pull",
    "cushion": "cushion pad seat",
    "seat": "seat cushion pad",
    "upholstery": "cushion seat cover pad",
    "cover": "cover duvet blanket throw",
    "bedding": "duvet cover blanket",
    "duvet": "duvet blanket cover",
    "sheet": "mattress duvet",
    "linen": "duvet cover blanket sheet",
    "door": "door front",
    "drawer": "drawer front",
    "frame": "frame rail border",
    "headboard": "headboard head",
    "canopy": "canopy shade roof",
    "fabric": "canopy curtain cover",
}
"""What people call a part -> what it is called in the catalogue's objects, too."""


PART_WORDS = frozenset(_ALSO_CALLED)
"""Words that people have for parts of things."""


def paint_part(work: Work, phrase: str, colour: str, *, surely: bool = False) -> tuple[str, tuple[str, ...]] | None:
    """Give a part of things a colour: what was done in words, and the things; None where a phrase names no part of something here.

    Args:
        surely: only where the phrase says whose part it is: *the frame of the bed*, not *the bed frame*.

    Raises:
        CannotDo: there is no such colour.
    """
    for whose, part in _readings(phrase, _OF[:_SURE] if surely else _OF):
        try:
            paths = work.things.find(whose)
        except (CannotDo, MustAsk):
            continue
        named = {path: word for path in paths if (word := _coloured(work, path, part, colour)) is not None}
        if named:
            words = sorted({word.replace("_", " ") for word in named.values()})
            return f"coloured the {' and '.join(words)} of {work.stage.listed(tuple(named))} {colour}", tuple(named)
    return None


def _readings(phrase: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        found = pattern.match(phrase)
        if found is not None:
            whose = {"its": "it", "their": "them", "": "it"}.get(found["whose"], found["whose"])
            yield whose, found["part"].strip()


def _coloured(work: Work, path: str, said: str, colour: str) -> str | None:
    """The word of the part of a thing that was given a colour; None where the thing has no such part that takes one."""
    ref = work.draft.scene.find(path).asset
    if ref is None:
        return None
    meant = singular(re.sub(r"^(?:lamp|wooden|metal|own) ", "", said))
    for word in parts_that_take_a_colour(work, ref.words):
        if _is_word(word, meant):
            edits: list[Edit] = [Recolour(path, _colour(colour), part=word)]
            with suppress(CannotDo):
                work.apply(edits)
                return word
    return None


def _is_word(word: str, meant: str) -> bool:
    names = [singular(each) for each in word.split("_")]
    said = {meant, *_ALSO_CALLED.get(meant, "").split()}
    return meant == " ".join(names) or bool(said & set(names))


def _colour(colour: str) -> tuple[float, float, float]:
    """The colour in words, or that of a material.

    Raises:
        CannotDo: it is neither.
    """
    rgb = rgb_of(colour)
    if rgb is not None:
        return rgb
    material = material_of(colour)
    if material is None:
        raise CannotDo(f"There is no colour '{colour}'.", ("make it light blue",))
    red, green, blue = surface(material)[0][:3]
    return float(red), float(green), float(blue)
