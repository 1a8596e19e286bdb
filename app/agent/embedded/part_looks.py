"""Parts of catalogue objects that a request gives a colour: *their shades*, *the legs of the table*, *the frame of the bed*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenewright.app.agent.embedded.colours import material_of, rgb_of
from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.geometry import asset_parts, part_colors
from scenewright.scene.language.editing import Edit, Recolour
from scenewright.scene.language.vocabulary.surfaces import surface
from scenewright.scene.semantics.words import singular

__all__ = ["paint_part"]

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


def paint_part(work: Work, phrase: str, colour: str) -> tuple[str, tuple[str, ...]] | None:
    """Give a part of things a colour: what was done in words, and the things; None where a phrase names no part of something here.

    Raises:
        CannotDo: there is no such colour.
    """
    for whose, part in _readings(phrase):
        try:
            paths = work.things.find(whose)
        except (CannotDo, MustAsk):
            continue
        named = {path: word for path in paths if (word := _part_of(work, path, part)) is not None}
        if not named:
            continue
        value = _colour(colour)
        edits: list[Edit] = [Recolour(path, value, part=word) for path, word in named.items()]
        work.apply(edits)
        words = sorted({word.replace("_", " ") for word in named.values()})
        return f"coloured the {' and '.join(words)} of {work.stage.listed(tuple(named))} {colour}", tuple(named)
    return None


def _readings(phrase: str) -> Iterator[tuple[str, str]]:
    for pattern in _OF:
        found = pattern.match(phrase)
        if found is not None:
            whose = {"its": "it", "their": "them", "": "it"}.get(found["whose"], found["whose"])
            yield whose, found["part"].strip()


def _part_of(work: Work, path: str, said: str) -> str | None:
    """The word of a part of a thing, by which a colour is given to it; None where the thing has no such part."""
    scene = work.draft.scene
    ref = scene.find(path).asset
    if ref is None:
        return None
    meant = singular(re.sub(r"^(?:lamp|wooden|metal|own) ", "", said))
    return next(
        (word for word in part_colors(asset_parts(ref, work.draft.assets)) if word and _is_word(word, meant)), None
    )


def _is_word(word: str, meant: str) -> bool:
    names = [singular(each) for each in word.split("_")]
    return meant == " ".join(names) or meant in names


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
