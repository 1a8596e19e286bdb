"""Pictures, posters, signs, clothes and balloons that differ: the same one twice in a room looks like a mistake."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.selection import Choice, Item, expected_choice
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.semantics.words import plural

if TYPE_CHECKING:
    from scenewright.assets import Catalogue, CatalogueEntry

__all__ = ["shown_as", "vary_clothes", "vary_mismatched", "vary_pictures", "vary_plants", "write_menus"]

_ONE_OF_A_KIND = word_set("painting poster sign tapestry photo photograph banner print")
_CLOTHES = "textiles"
"""The category of clothes."""
_WORN = word_set("bag backpack hat cap helmet umbrella scarf towel")
"""Nouns of other things that each person has one of."""
_FREE_VARIANTS = ("style", "pattern", "kind")
_COLOURS = ("", "teal", "mustard", "terracotta", "navy", "sage green", "burgundy", "sky blue", "plum", "orange")
_MISMATCHED = r"(?:mismatched|mismatching|odd|all different|different|assorted)"
"""Words for things of which no two are alike."""
_KINDS = ("style", "pattern", "kind", "back")
_PAINTS = ("oak", "sage green", "white", "dark wood", "sky blue", "mustard")
_ANY_PLANT = "potted plant"
"""The catalogue's name of a plant of which nobody says what it is."""
_PLANTS = ("", "snake plant", "fiddle leaf fig", "", "palm", "potted cactus")
"""What a collection of plants consists of, '' for the usual one, over and over."""
_COLLECTION = 4
"""Plants from which on they are one."""
_BLACKBOARD, _MENU = "blackboard", "menu board"
_SERVING = frozenset(("shop counter", "booth", "cutlery set", "cash register", "display case"))
"""Things where people are served."""
_FESTIVE = word_set("balloon")
_BRIGHT = ("", "blue", "yellow", "green", "orange", "purple", "pink")
"""Things that are bought in as many colours as there are, and those."""


def vary_pictures(items: list[Item], catalogue: Catalogue, subjects: tuple[str, ...] = ()) -> None:
    """Give each picture of one kind its own look, where the text describes none. Those of a colour or style that the text names stay.

    Args:
        subjects: styles that suit the place, which come first.
    """
    used: dict[str, set[str]] = {}
    alike = [i for i in items if i.support == "wall" and _ONE_OF_A_KIND & set(i.choice.entry.word.lower().split())]
    for item in sorted(alike, key=lambda i: not _is_described(i, catalogue)):
        shown = used.setdefault(item.choice.entry.key, set())
        styled = set(subjects) & set(_styles(item.choice.entry))
        if (styled or item.choice.ref.id in shown) and not _is_described(item, catalogue):
            _change(item, shown, catalogue, subjects)
        shown.add(item.choice.ref.id)


def vary_clothes(items: list[Item], catalogue: Catalogue) -> None:
    """Give each of several things of one request that hang side by side, coats or school bags, and each of several balloons, a colour of
    its own, where the text names none."""
    groups: dict[int, list[Item]] = {}
    for item in items:
        worn = item.hung and (item.category == _CLOTHES or _WORN & set(item.words))
        if worn or item.choice.entry.word in _FESTIVE:
            groups.setdefault(item.request, []).append(item)
    for group in groups.values():
        if _is_described(group[0], catalogue):
            continue
        for number, item in enumerate(group[1:], 1):
            colours = _BRIGHT if item.choice.entry.word in _FESTIVE else _COLOURS
            colour = colours[number % len(colours)]
            if colour:
                _take(item, f"{colour} {item.choice.words}", catalogue)


def vary_mismatched(items: list[Item], text: str, catalogue: Catalogue) -> None:
    """Give each of several things that a text calls mismatched, *six mismatched chairs*, a kind and a colour of its own."""
    groups: dict[int, list[Item]] = {}
    for item in items:
        groups.setdefault(item.request, []).append(item)
    for group in groups.values():
        noun = group[0].choice.request.words
        odd = re.search(rf"\b{_MISMATCHED} (?:[a-z-]+ ){{0,2}}{re.escape(plural(noun))}\b", text.lower())
        if len(group) < 2 or odd is None:
            continue
        entry = group[0].choice.entry
        kinds = ["", *(kind for kind in _styles(entry, _KINDS) if kind)]
        for number, item in enumerate(group):
            kind, colour = kinds[number % len(kinds)], _PAINTS[number % len(_PAINTS)]
            for words in (f"{colour} {kind} {entry.word}", f"{colour} {entry.word}", f"{kind} {entry.word}"):
                if _take(item, " ".join(words.split()), catalogue):
                    break


def vary_plants(items: list[Item], catalogue: Catalogue) -> None:
    """Let several plants of which nobody says what they are be of several kinds, as those of people who have many."""
    groups: dict[int, list[Item]] = {}
    for item in items:
        if item.choice.entry.word == _ANY_PLANT and item.support == "floor" and item.choice.request.head == "plant":
            groups.setdefault(item.request, []).append(item)
    for group in groups.values():
        counted = not group[0].choice.request.at_least  # 'four potted plants' are four of a kind
        if len(group) < _COLLECTION or counted or _is_described(group[0], catalogue):
            continue
        for number, item in enumerate(group):
            kind = _PLANTS[number % len(_PLANTS)]
            if kind and (other := _other(item.choice, kind, catalogue)) is not None:
                item.choice = other


def shown_as(word: str) -> tuple[str, ...]:
    """The names of other objects by which a thing of the catalogue may be shown here."""
    return {_BLACKBOARD: (_MENU,), _ANY_PLANT: tuple(dict.fromkeys(kind for kind in _PLANTS if kind))}.get(word, ())


def write_menus(items: list[Item], catalogue: Catalogue) -> None:
    """Let a blackboard where people are served show a menu, and no lesson."""
    if not any(item.choice.entry.word in _SERVING for item in items):
        return
    for item in items:
        if item.choice.entry.word == _BLACKBOARD and (menu := _other(item.choice, _MENU, catalogue)) is not None:
            item.choice = menu


def _other(choice: Choice, words: str, catalogue: Catalogue) -> Choice | None:
    """Another object of the same name in the scene; None where that stands on tables."""
    request = replace(choice.request, words=words, phrase=words, known=words, reading=catalogue.parse(words))
    other = expected_choice(request, catalogue)
    if other is None or other.support != choice.support:
        return None
    return replace(other, request=choice.request, name=choice.name, identity=choice.identity)


def _is_described(item: Item, catalogue: Catalogue) -> bool:
    reading = catalogue.parse(item.choice.request.phrase)
    return bool(reading.colors or reading.materials or reading.styles)


def _looks(item: Item, catalogue: Catalogue, subjects: tuple[str, ...]) -> list[str]:
    """Words for the same object with other looks: first its styles, then each of these in other colours. Where `subjects` are among its
    styles, no others are taken."""
    entry = item.choice.entry
    own = list(_styles(entry))
    styles = [style for style in subjects if style in own] or own
    plain = entry.word
    out = []
    for colour in _COLOURS:
        for style in styles or [""]:
            words = " ".join(w for w in (colour, style, plain) if w)
            read = catalogue.parse(words)
            if read.known and read.head == plain:
                out.append(words)
    return out


def _styles(entry: CatalogueEntry, kinds: tuple[str, ...] = _FREE_VARIANTS) -> dict[str, None]:
    """One word for each look that the object has, in the order of the catalogue. `kinds`: of its variants, those that are looks."""
    looks: dict[object, str] = {}
    for kind in kinds:
        for word, look in entry.variants.get(kind, {}).items():
            looks.setdefault(look, word)
    return dict.fromkeys(looks.values())


def _change(item: Item, shown: set[str], catalogue: Catalogue, subjects: tuple[str, ...]) -> None:
    """Take the first look that is not shown yet, at the size of the item."""
    for words in _looks(item, catalogue, subjects):
        if _take(item, words, catalogue, shown):
            return


def _take(item: Item, words: str, catalogue: Catalogue, shown: Collection[str] = ()) -> bool:
    """Let an item look as words say, at its size. Returns whether the catalogue has that, and nothing in `shown` looks so."""
    try:
        ref = catalogue.resolve(words, None, 0)
    except AssetError:
        return False
    if ref.id in shown:
        return False
    item.box = item.box or item.choice.size
    item.choice = replace(item.choice, words=words, ref=ref)
    return True
