"""Words for new things: what of the catalogue, or of the program's own entities, a person means."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.stops import CannotDo, NotNamed
from scenewright.app.agent.embedded.wanted import NewThings
from scenewright.app.agent.embedded.work import Work
from scenewright.app.word_sets import word_set
from scenewright.scene.english import article, is_slip
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.semantics.words import singular

if TYPE_CHECKING:
    from scenewright.assets import Catalogue, CatalogueMatch

__all__ = [
    "catalogue_words",
    "in_catalogue",
    "is_kind_of_many",
    "is_name_in_catalogue",
    "other_words",
    "parts_that_take_a_colour",
]

_VAGUE = re.compile(r"^(?:more |new |nice |other |different |good |real |extra |additional |matching |second |third )+")
_NOTHING = word_set(
    """something thing things stuff anything one ones it else bit lot more little some room space place way order somewhere anywhere"""
)
_BUILT = word_set("window windows door doors wall walls ceiling floor roof room rooms camera view")
"""Parts of a room and of a scene, which are no things that are added."""
_OTHERS = 8
"""Most objects that are looked at for another one of a kind."""
_NAMED = frozenset(("exact", "synonym", "kind"))
"""How the catalogue may know a word for it to have such a thing."""


def in_catalogue(work: Work, words: str) -> bool:
    """Whether the catalogue has a thing of this very name."""
    if not words or words.rsplit(maxsplit=1)[-1] in _NOTHING:
        return False
    said = dict.fromkeys((words, _singular(words)))
    return any(m.how in _NAMED for each in said for m in _catalogue(work).find(each, k=1, meaning=False))


def is_name_in_catalogue(work: Work, words: str) -> bool:
    """Whether the catalogue has a thing of this very name, with no word too many."""
    said = dict.fromkeys((words, _singular(words)))
    return any(
        m.how in _NAMED and not m.leftover for each in said for m in _catalogue(work).find(each, k=1, meaning=False)
    )


def catalogue_words(work: Work, item: NewThings) -> str:
    """The words of a new thing, as a singular that the catalogue knows.

    Raises:
        CannotDo: it knows nothing of the kind; the suggestions are like words that it knows.
    """
    words = _VAGUE.sub("", item.words.strip(" ,.")).strip()
    if not words or words in _NOTHING or words.split()[-1] in _NOTHING:
        raise NotNamed(
            f"It is not said what to add: '{item.words or 'it'}' names no thing.", ("add a floor lamp beside the sofa",)
        )
    head = words.partition(" for ")[0].split()[-1]
    if head in _BUILT:
        raise CannotDo(
            f"A {head.removesuffix('s')} is a part of the room or the scene, and no thing that I can add.",
            ("make the room 1 m wider",),
        )
    catalogue = _catalogue(work)
    one = _singular(words)
    for said in dict.fromkeys((words, one)) if item.number == 1 else dict.fromkeys((one, words)):
        try:
            found = next(iter(catalogue.find(said, k=1, meaning=False)), None)
        except ScenewrightError as error:
            raise CannotDo(f"{error}.") from error
        if found is None:
            continue
        better = _for_surfaces(catalogue, said, item) if found.how != "exact" else None
        if better is not None:
            return better
        _tell(work, said, found)
        return said
    meant = next(iter(catalogue.find(one, k=1)), None)
    if meant is not None:
        work.notes.append(_stands_in(one, meant.entry.word))
        return meant.entry.word
    near = catalogue.nearest_words(one)
    if near and is_slip(one, near[0]):
        work.notes.append(f"'{one}' was read as '{near[0]}'")
        return catalogue_words(work, replace(item, words=near[0]))
    hint = f" The nearest are: {', '.join(near)}." if near else ""
    raise NotNamed(f"The catalogue has nothing for '{words}'.{hint}", tuple(f"add {article(n)} {n}" for n in near))


def _tell(work: Work, said: str, found: CatalogueMatch) -> None:
    """Say where a match is not quite what the words say."""
    if found.how == "head" and _stranger(found):
        work.notes.append(_stands_in(said, found.entry.word))
        return
    if found.note:
        work.notes.append(found.note)
    left = [w for w in found.leftover if not _strange((w,))]
    if left:
        work.notes.append(f"the catalogue's {found.entry.word} cannot be {' or '.join(left)}")


def _stands_in(said: str, word: str) -> str:
    return f"the catalogue has no {said}: {article(word)} {word} stands in for it"


def other_words(work: Work, words: str) -> list[str]:
    """Words of the catalogue's objects whose name ends with some words, the best first."""
    return [
        m.entry.word
        for m in _catalogue(work).find(words, k=_OTHERS, meaning=False)
        if m.entry.word.endswith(words.rsplit(maxsplit=1)[-1]) and m.entry.word != words
    ]


def parts_that_take_a_colour(work: Work, words: str) -> tuple[str, ...]:
    """The words of the parts of a catalogue object, by the words that ask for it, that can be given a colour of their own."""
    found = next(iter(_catalogue(work).find(words, k=1, meaning=False)), None)
    if found is None:
        return ()
    names = (*found.entry.materials, *found.entry.colors)
    return tuple(dict.fromkeys(name.removesuffix("_color") for name in names if name not in ("paint", "color")))


def is_kind_of_many(work: Work, words: str) -> bool:
    """Whether a plural is the catalogue's own name of one thing: *flowers* in a vase, *stairs*."""
    return any(m.how == "exact" and m.entry.word == words for m in _catalogue(work).find(words, k=1, meaning=False))


def _catalogue(work: Work) -> Catalogue:
    from scenewright.assets import Catalogue

    with work.session.serving():
        return Catalogue.default()


def _stranger(found: CatalogueMatch) -> bool:
    return bool(found.leftover) and _strange(found.leftover)


def _for_surfaces(catalogue: Catalogue, words: str, item: NewThings) -> str | None:
    """*A lamp on the dresser* is a table lamp: of the kinds that words may mean, one that stands on furniture."""
    if item.where is None or item.where.relation not in ("on", "centre") or not item.where.what:
        return None
    kinds = catalogue.find(words, k=1, meaning=False)
    if not kinds or kinds[0].entry.support != "floor":
        return None
    for size, said in product(("table", "desk", "small"), dict.fromkeys((words, words.rsplit(maxsplit=1)[-1]))):
        found = catalogue.find(f"{size} {said}", k=1, meaning=False)
        if (
            found
            and found[0].how in ("exact", "synonym")
            and found[0].entry.support == "surface"
            and not found[0].leftover
        ):
            return f"{size} {said}"
    return None


def _singular(words: str) -> str:
    head, _, tail = words.partition(" of ")
    parts = head.split()
    parts[-1] = singular(parts[-1])
    return " ".join(parts) + (f" of {tail}" if tail else "")


def _strange(words: tuple[str, ...]) -> bool:
    return all(len(w) > 2 for w in words)
