"""The lines of recipes: in which order they are read, which names of theirs a noun of a text may mean, and which a text makes needless."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from scenewright.assets.recipe_book import thing_key
from scenewright.scene.english import article
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import Description
    from scenewright.assets.recipe_book import DressingLine, RecipeLine

__all__ = [
    "after_its_hosts",
    "is_another",
    "is_refused",
    "is_stock",
    "level_of",
    "such_names",
    "untidy_words",
    "with_noun",
]

_HOSTS_OF_HOSTS = 3
"""How many things may stand on or beside each other before the lines of a recipe about them are out of order."""
_AFTER = 0.01
"""Share of a line by which another comes after it."""
_UNTIDY = re.compile(r"(?i)\b(?:cluttered|messy|untidy|disorderly|chaotic|overflowing)\b")
_FEW_WARES = 4
"""Things of one kind from which on a text says itself how many there are of the wares of a place."""


def level_of(line: DressingLine) -> Literal["light", "full"]:
    """The level from which on a line of dressing is there."""
    return "full" if line.level == "full" else "light"


def untidy_words(text: str) -> frozenset[str]:
    """The words by which a text says that its place is untidy."""
    return frozenset(word.lower() for word in _UNTIDY.findall(text))


def after_its_hosts(lines: Sequence[RecipeLine]) -> Callable[[tuple[int, RecipeLine]], float]:
    """Sort key of numbered lines: their order, and each after the lines about what it speaks of."""
    first: dict[str, int] = {}
    for number, line in enumerate(lines):
        first.setdefault(thing_key(line.thing), number)
    hosts = [{first[key] for n in line.mentioned if (key := thing_key(n)) in first} for line in lines]
    at = [float(number) for number in range(len(lines))]
    for _ in range(_HOSTS_OF_HOSTS):
        at = [max(own, *(at[h] + _AFTER for h in hosts[k] - {k}), 0.0) for k, own in enumerate(at)]
    return lambda numbered: at[numbered[0]]


_ONE_OF_A_KIND = frozenset(
    ["desk", "bed", "sofa", "counter", "stove", "fridge", "bathtub", "toilet", "piano", "stage", "altar", "bar"]
)
"""Heads of what a place has one of: a writing desk is the desk of a bedroom, and an L-shaped one that of an office."""


def such_names(line: RecipeLine, plain: str) -> tuple[str, ...]:
    """The names of a recipe's line that a plain noun may mean: *a trolley* is the shopping cart of a shop, also called shopping trolley,
    and *a stool* is no chair, although stools may stand in for chairs. Where the noun means the first of them, it means any."""
    if f" {thing_key(line.thing)}".endswith(f" {plain}"):
        return line.names
    return tuple(name for name in line.names if thing_key(name).endswith(f" {plain}"))


def is_another(thing: str, word: str) -> bool:
    head = thing.rsplit(maxsplit=1)[-1]
    return head in _ONE_OF_A_KIND and word.split()[-1:] == [head]


def is_stock(description: Description, line: RecipeLine, serving: Mapping[str, str]) -> bool:
    """Whether a line fills shelves with what the text names one of elsewhere: a baker with a loaf in the window has more of them."""
    if " fill the [" not in line.text:
        return False
    words = {serving.get(thing_key(name)) for name in line.names}
    asked = [r for r in description.requests if r.words in words and not r.expected]
    placed = {link.subject for link in description.links if link.anchors}
    return all(r.count < _FEW_WARES and r.index in placed for r in asked)


def is_refused(description: Description, line: RecipeLine) -> bool:
    return any(
        thing_key(absent).split()[-1] == thing_key(name).split()[-1]
        for absent in description.absent
        for name in line.names
    )


def with_noun(text: str, thing: str, noun: str) -> str:
    several = plural(thing)
    if several != thing and several in text:
        return text.replace(several, plural(noun), 1)
    return re.sub(rf"\ban? {re.escape(thing)}\b", f"{article(noun)} {noun}", text, count=1)
