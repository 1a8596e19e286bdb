"""The catalogue of the rooms that a model is trained on: without the objects that only the tests have."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from scenewright.app.dataset_rooms.chances import chance_of
from scenewright.app.dataset_rooms.dataset_recipe import DatasetRecipe
from scenewright.assets import Catalogue, CatalogueEntry, CatalogueMatch
from scenewright.assets.packs import Pack, StoredFile
from scenewright.assets.place_names import thing_key
from scenewright.assets.user_recipes import recipe_book

__all__ = ["held_out_keys", "training_catalogue"]


def held_out_keys(recipe: DatasetRecipe, catalogue: Catalogue) -> frozenset[str]:
    """The keys of the catalogue's objects that only the test split has: those of the categories that the recipe names, and its share of the
    rest, by a hash of each key, so that an object stays on its side when others come. What a kind of room of this data set has in any
    case is drawn by no hash: a bedroom without a bed teaches nothing."""
    hold = recipe.splits.hold_out
    named = {name.casefold() for name in hold.categories}
    kept = _always_there(recipe)
    return frozenset(
        entry.key
        for entry in catalogue.entries
        if entry.word.casefold() in named
        or (
            hold.objects
            and thing_key(entry.word) not in kept
            and chance_of(recipe.seed, "held out", entry.key) < hold.objects
        )
    )


def training_catalogue(recipe: DatasetRecipe, catalogue: Catalogue) -> Catalogue:
    """The catalogue without what is held out; the same one where nothing is."""
    held = held_out_keys(recipe, catalogue)
    if not held:
        return catalogue
    return _without(catalogue, held)


@functools.lru_cache(maxsize=4)
def _without(catalogue: Catalogue, held: frozenset[str]) -> Catalogue:
    return _TrainingCatalogue(catalogue, held)


class _TrainingCatalogue(Catalogue):
    """A catalogue without some of its objects. What is called by the name of one of these has no object there: without its paper towel
    holder, a kitchen has none, rather than a towel rack on its worktop."""

    def __init__(self, whole: Catalogue, held: frozenset[str]) -> None:
        packs: list[Pack] = []
        for pack in whole.packs:
            keys = {entry.key for entry in whole.entries if entry.pack == pack.name}
            packs.append(_PartOfPack(pack, held) if keys & held else pack)
        super().__init__(packs, geometry=whole.geometry)
        self._whole, self._held = whole, held

    def find(self, words: str, k: int = 5, *, meaning: bool = True) -> list[CatalogueMatch]:
        """The objects that fit words, as in the whole catalogue; none where that has a held-out one by this name."""
        found = super().find(words, k, meaning=meaning)
        named = self._whole.find(words, 1, meaning=False)
        if named and named[0].entry.key in self._held and named[0].how in ("exact", "synonym"):
            return [match for match in found if match.head == named[0].head]
        return found


class _PartOfPack:
    """A pack without some of its objects."""

    def __init__(self, pack: Pack, left_out: Collection[str]) -> None:
        self.name = pack.name
        self._pack, self._left_out = pack, left_out

    def entries(self) -> Sequence[CatalogueEntry]:
        return [entry for entry in self._pack.entries() if entry.key not in self._left_out]

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        return self._pack.store(entry, arguments)


def _always_there(recipe: DatasetRecipe) -> frozenset[str]:
    """The things that the kinds of rooms of a data set have in any case."""
    book = recipe_book()
    found = (book.of_kind(kind) for kind in recipe.room.kind.values)
    return frozenset(thing_key(line.thing) for room in found if room is not None for line in room.has)
