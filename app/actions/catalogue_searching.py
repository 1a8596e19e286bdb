"""The actions that search the catalogues by words and list their packs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import Field

from scenewright.app.actions.action import FreeAction
from scenewright.app.requests import Request
from scenewright.scene.errors import QueryError
from scenewright.scene.jobs import Job
from scenewright.scene.short_repr import short_repr
from scenewright.scene.texts import CATALOGUE_WORDS, readable_text

if TYPE_CHECKING:
    from scenewright.assets import Catalogue, CatalogueEntry, CatalogueMatch

_RELATED = 0.38
"""Least likeness in meaning of a related object."""
_SHARED = 0.25
"""What a shared word counts beside likeness in meaning."""
_LESS = 0.49
"""A related object has a lower score than any that fits."""

__all__ = ["PACKS", "SEARCH_CATALOGUE", "CatalogueFound", "CataloguePacks", "PacksRequest", "SearchCatalogueRequest"]


class SearchCatalogueRequest(Request):
    """What to search for."""

    words: str = ""
    """English words; empty: list all objects."""
    number: int = Field(default=5, ge=1)
    """Most results."""
    related: bool = False
    """Also list objects that are near in meaning, after those that fit."""


@dataclass(frozen=True)
class CatalogueFound:
    """`matches`: best first. `listed`: all entries, if the request has no words. `nearest`: similar words, if nothing matches.
    `missing`: why the search by meaning is not available; None if it is. `problems`: of the packs."""

    words: str
    matches: tuple[CatalogueMatch, ...] = ()
    listed: tuple[CatalogueEntry, ...] = ()
    nearest: tuple[str, ...] = ()
    missing: str | None = None
    problems: tuple[str, ...] = ()

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        if self.listed:
            return {"words": self.words, "matches": [_entry(e) for e in self.listed]}
        rows = [
            {
                **_entry(m.entry),
                "score": round(m.score, 4),
                "how": m.how,
                "attributes": {k: list(v) if isinstance(v, tuple) else v for k, v in m.attributes.items()},
                "leftover": list(m.leftover),
                "note": m.note,
            }
            for m in self.matches
        ]
        found = {"words": self.words, "matches": rows, "searched_by_meaning": self.missing is None}
        return found if rows else {**found, "nearest": list(self.nearest)}


def search_catalogue(request: SearchCatalogueRequest, job: Job) -> CatalogueFound:
    """Find objects by words, synonyms and meaning.

    Raises:
        QueryError: the words are more than :data:`scenewright.scene.texts.CATALOGUE_WORDS` allows.
    """
    from scenewright.assets import Catalogue

    catalogue = Catalogue.default()
    words = readable_text(request.words, "the words", CATALOGUE_WORDS, QueryError)
    if not words:
        listed = sorted(catalogue.entries, key=lambda e: (e.category, e.word))
        return CatalogueFound(request.words, listed=tuple(listed))
    matches = tuple(catalogue.find(words, k=request.number))
    if request.related and len(matches) < request.number:
        matches += _related(catalogue, words, matches)[: request.number - len(matches)]
    nearest = () if matches else tuple(catalogue.nearest_words(words))
    problems = tuple(catalogue.problems)
    return CatalogueFound(request.words, matches, (), nearest, catalogue.meaning_missing, problems)


def _related(catalogue: Catalogue, words: str, found: tuple[CatalogueMatch, ...]) -> tuple[CatalogueMatch, ...]:
    """Objects that share a word with the search or are near in meaning, the nearest first."""
    from scenewright.assets import CatalogueMatch
    from scenewright.scene.semantics.words import normalise

    taken = {match.entry.key for match in found}
    asked = [word for word in normalise(words)[-1:] if len(word) > 2]  # the last word is mostly the thing itself
    near: dict[str, float] = {}
    if catalogue.meaning_missing is None:
        near = {entry.key: score for entry, _, score in catalogue.meaning.nearest(words)}
    scores = {}
    for entry in catalogue.entries:
        shared = any(set(asked) & set(normalise(word)) for word in entry.words)
        score = near.get(entry.key, 0.0)
        if entry.key not in taken and (shared or score >= _RELATED):
            scores[entry.key] = _LESS * min(score + (_SHARED if shared else 0.0), 1.0)
    best = sorted(scores, key=lambda key: (-scores[key], key))
    return tuple(CatalogueMatch(catalogue.entry(key), round(scores[key], 4), "related", words) for key in best)


def _entry(entry: CatalogueEntry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "word": entry.word,
        "synonyms": list(entry.synonyms),
        "stands_for": list(entry.stands_for),
        "phrase": entry.phrase,
        "category": entry.category,
        "support": entry.support,
        "size": [round(s, 4) for s in entry.size],
        "licence": entry.licence,
        "author": entry.author,
        "pack": entry.pack,
    }


class PacksRequest(Request):
    """Lists all packs; it has no fields."""


@dataclass(frozen=True)
class CataloguePacks:
    """`licences`: number of objects with each licence, by pack. `folders`: those that the user added, by pack. `problems`: files that
    cannot be used, with the reason."""

    licences: Mapping[str, Mapping[str, int]]
    folders: Mapping[str, str]
    problems: tuple[str, ...]

    def report(self) -> dict[str, object]:
        """All of it as data."""
        rows = [
            {
                "pack": pack,
                "objects": sum(counts.values()),
                "licences": dict(counts),
                "folder": self.folders.get(pack),
            }
            for pack, counts in self.licences.items()
        ]
        return {"packs": rows, "problems": list(self.problems)}


def packs(request: PacksRequest, job: Job) -> CataloguePacks:
    """List the packs in use."""
    from scenewright.assets import Catalogue
    from scenewright.assets.packs import FolderPack

    catalogue = Catalogue.default()
    licences: dict[str, Counter[str]] = {}
    for entry in catalogue.entries:
        licences.setdefault(entry.pack, Counter())[entry.licence or "unknown"] += 1
    folders = {p.name: str(p.folder) for p in catalogue.packs if isinstance(p, FolderPack)}
    for name in folders:
        licences.setdefault(name, Counter())
    return CataloguePacks(licences, folders, tuple(catalogue.problems))


SEARCH_CATALOGUE = FreeAction(
    "search_catalogue", "Find objects of the catalogues by words.", SearchCatalogueRequest, search_catalogue
)
PACKS = FreeAction("packs", "List the packs of objects in use.", PacksRequest, packs)
