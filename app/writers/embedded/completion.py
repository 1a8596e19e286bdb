"""Completes a description from the recipe of its kind of room: what a person expects there and did not say.

The lines of a recipe are English, and the reader of the description reads them after the person's own sentences, so that *the bed* of a
recipe's line is the person's canopy bed. What the person named is never asked for twice, and what they refused is left out. Requests
made here are marked (:attr:`scenewright.app.writers.embedded.description.ObjectRequest.expected`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.description import Description, ObjectRequest
from scenewright.scene.semantics.words import plural, singular

if TYPE_CHECKING:
    from scenewright.assets.recipe_book import DressingLine, OptionalLine, Recipe, RecipeLine

__all__ = ["Completion", "DressLevel", "complete"]

DressLevel = str
"""'none', 'light' or 'full'."""

_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_SIZES = {"small": 0.8, "": 1.0, "large": 1.25, "huge": 1.6}


@dataclass
class Completion:
    """What was added to a description: lines as they were read, and things that the catalogue lacks."""

    lines: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


Reader = Callable[[str], list[ObjectRequest]]
"""Reads one sentence into the description, and returns the new requests."""


def complete(
    description: Description,
    recipe: Recipe,
    dressing: Sequence[DressingLine],
    read: Reader,
    known: Callable[[str], bool],
    *,
    seed: int = 0,
    level: DressLevel = "light",
) -> Completion:
    """Read the lines of a recipe into a description.

    Args:
        dressing: lines for any room.
        read: reads one sentence.
        known: whether there is an object for a noun.
        seed: chooses among what such a place may have.
        level: how much dressing.
    """
    done = Completion()
    serving: dict[str, str] = {}
    for request in description.requests:
        for line in recipe.lines:
            if _serves(request, line):
                serving.setdefault(_key(line.thing), request.words)
    area = _area(description, recipe, seed)
    _furnish_shell(description, recipe, area, seed)
    for line in _chosen(recipe, dressing, seed, level):
        key = _key(line.thing)
        if key in serving or any(_key(name) in serving for name in line.names) or _refused(description, line):
            _give_place(description, line, serving, read)
            continue
        noun = next((name for name in line.names if known(name)), None)
        if noun is None:
            done.missing.append(line.thing)
            continue
        text = _written(line, noun, serving, area)
        if text is None:
            continue
        for request in read(text):
            request.expected = True
        done.lines.append(text)
        serving[key] = noun
    return done


def _give_place(description: Description, line: RecipeLine, serving: dict[str, str], read: Reader) -> None:
    """Where the text names a thing and no place for it, it stands where the recipe says."""
    words = serving.get(_key(line.thing))
    asked = [r for r in description.requests if r.words == words and not r.expected]
    if len(asked) != 1 or any(link.subject == asked[0].index for link in description.links):
        return
    own = _BRACKETS.sub(lambda found: serving.get(_key(found[1]), found[1]), line.text)
    text = re.sub(rf"^(?:an?|two|three|four|{{n}}) {re.escape(line.thing)}\b", f"the {words}", own)
    if text != own and asked[0].count == 1:
        read(text)


def _furnish_shell(description: Description, recipe: Recipe, area: float, seed: int) -> None:
    """Size, openings, surfaces and light of the room, where the text says nothing of them."""
    chance = random.Random(f"{seed}/{recipe.name}/shell")
    low, high = recipe.proportion
    ratio = low + chance.random() * (high - low)
    depth = (area / ratio) ** 0.5
    description.usual = (round(area / depth, 2), round(depth, 2))
    description.height = recipe.height
    description.doors = description.doors or recipe.doors
    description.windows = description.windows or recipe.windows
    for place, looks in (("wall", recipe.walls), ("floor", recipe.floors)):
        if looks:
            look = looks[chance.randrange(len(looks))]
            description.surfaces.setdefault(place, look)
    if recipe.light and not description.mood:
        description.mood.append(recipe.light)


def _chosen(recipe: Recipe, dressing: Sequence[DressingLine], seed: int, level: DressLevel) -> Iterator[RecipeLine]:
    yield from recipe.has
    for optional in recipe.may:
        if _takes(recipe, optional, seed):
            yield optional
    if level == "none":
        return
    named = {_key(line.thing) for line in recipe.lines}
    for dress in recipe.dress:
        if (level == "full" or dress.level == "light") and _takes(recipe, dress, seed):
            yield dress
    if recipe.setting == "indoor":
        for dress in dressing:
            if dress.mentioned or _key(dress.thing) in named or set(dress.unless) & {recipe.name, *recipe.kinds}:
                continue
            if (level == "full" or dress.level == "light") and _takes(recipe, dress, seed):
                yield dress


def _takes(recipe: Recipe, line: OptionalLine, seed: int) -> bool:
    return random.Random(f"{seed}/{recipe.name}/{line.text}").random() < line.chance


def _area(description: Description, recipe: Recipe, seed: int) -> float:
    if description.dimensions is not None:
        return description.dimensions[0] * description.dimensions[1]
    low, high = recipe.area
    share = random.Random(f"{seed}/{recipe.name}/area").random()
    return (low + share * (high - low)) * _SIZES.get(description.size, 1.0)


def _serves(request: ObjectRequest, line: RecipeLine) -> bool:
    said = {_key(request.words), _key(request.known or request.words)}
    if said & {_key(name) for name in line.names}:
        return True
    # a desk serves as the student desk, and a king bed as the bed; but a student desk is no teacher's desk
    thing = _key(line.thing)
    return any(f" {thing}".endswith(f" {word}") or f" {word}".endswith(f" {thing}") for word in said)


def _refused(description: Description, line: RecipeLine) -> bool:
    return any(_key(absent).split()[-1] == _key(name).split()[-1] for absent in description.absent for name in line.names)


def _written(line: RecipeLine, noun: str, serving: dict[str, str], area: float) -> str | None:
    """The line as a sentence; None where it speaks of what is not there."""
    text = line.text
    if line.n is not None:
        count = line.n.of(area)
        if count == 0:
            return None
        text = text.replace("{n}", str(count))
    if noun != line.thing:
        text = _with_noun(text, line.thing, noun)
    for name in line.mentioned:
        found = serving.get(_key(name))
        if found is None:
            return None
        many = _key(name) != name.lower().replace("-", " ").replace("'", "")
        text = text.replace(f"[{name}]", plural(found) if many else found)
    return text


def _with_noun(text: str, thing: str, noun: str) -> str:
    several = plural(thing)
    if several != thing and several in text:
        return text.replace(several, plural(noun), 1)
    article = "an" if noun[:1].lower() in "aeiou" else "a"
    return re.sub(rf"\ban? {re.escape(thing)}\b", f"{article} {noun}", text, count=1)


def _key(name: str) -> str:
    words = name.lower().replace("-", " ").replace("'", "").split()
    return " ".join((*words[:-1], singular(words[-1]))) if words else ""
