"""Words for new things: what of the catalogue, or of the program's own entities, a person means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import NewThings
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.semantics.words import singular

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["catalogue_words"]

_VAGUE = re.compile(r"^(?:more |new |nice |other |different |good |real |extra |additional |matching |second |third )+")
_NOTHING = frozenset(
    (
        "something",
        "thing",
        "things",
        "stuff",
        "anything",
        "one",
        "ones",
        "it",
        "else",
        "bit",
        "lot",
        "more",
        "little",
        "some",
    )
)
_LEAST = 0.55
"""A match below this is a guess by meaning."""


def catalogue_words(work: Work, item: NewThings) -> str:
    """The words of a new thing, as a singular that the catalogue knows.

    Raises:
        CannotDo: it knows nothing of the kind; the suggestions are like words that it knows.
    """
    from scenewright.assets import Catalogue

    words = _VAGUE.sub("", item.words.strip(" ,.")).strip()
    if not words or words in _NOTHING or words.split()[-1] in _NOTHING:
        raise CannotDo(
            f"It is not said what to add: '{item.words or 'it'}' names no thing.", ("add a floor lamp beside the sofa",)
        )
    with work.session.serving():
        catalogue = Catalogue.default()
    one = _singular(words)
    for said in dict.fromkeys((words, one)) if item.number == 1 else dict.fromkeys((one, words)):
        try:
            matches = catalogue.find(said, k=1, meaning=False)
        except ScenewrightError as error:
            raise CannotDo(f"{error}.") from error
        better = _for_surfaces(catalogue, said, item) if matches and matches[0].how != "exact" else None
        if better is not None:
            return better
        if matches and not (matches[0].how == "head" and matches[0].leftover and _strange(matches[0].leftover)):
            note = matches[0].note
            if note:
                work.notes.append(note)
            left = [w for w in matches[0].leftover if not _strange((w,))]
            if left:
                work.notes.append(f"the catalogue's {matches[0].entry.word} cannot be {' or '.join(left)}")
            return said
        if matches:
            work.notes.append(f"the catalogue has no {said}: a {matches[0].entry.word} stands for it")
            return said
    near = catalogue.nearest_words(one)
    hint = f" The nearest are: {', '.join(near)}." if near else ""
    raise CannotDo(f"The catalogue has nothing for '{words}'.{hint}", tuple(f"add {_article(n)} {n}" for n in near))


def _for_surfaces(catalogue: Catalogue, words: str, item: NewThings) -> str | None:
    """*A lamp on the dresser* is a table lamp: of the kinds that words may mean, one that stands on furniture."""
    if item.where is None or item.where.relation not in ("on", "centre") or not item.where.what:
        return None
    kinds = catalogue.find(words, k=1, meaning=False)
    if not kinds or kinds[0].entry.support != "floor":
        return None
    for size in ("table", "desk", "small"):
        found = catalogue.find(f"{size} {words}", k=1, meaning=False)
        if (
            found
            and found[0].how in ("exact", "synonym")
            and found[0].entry.support == "surface"
            and not found[0].leftover
        ):
            return f"{size} {words}"
    return None


def _singular(words: str) -> str:
    head, _, tail = words.partition(" of ")
    parts = head.split()
    parts[-1] = singular(parts[-1])
    return " ".join(parts) + (f" of {tail}" if tail else "")


def _strange(words: tuple[str, ...]) -> bool:
    return all(len(w) > 2 for w in words)


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"
