"""The catalogue: all objects of all packs, and the asset provider of the scene language.

``Catalogue.default()`` has our own objects, installed Sweet Home 3D libraries, the packs of plug-ins and the folders that the user
added. ``find`` searches, ``resolve`` answers ``asset_call``, and ``load`` returns the geometry.
"""

from __future__ import annotations

import functools
import importlib.metadata
import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from scenewright.assets import fitting, index
from scenewright.assets.entry import CatalogueEntry, CatalogueMatch
from scenewright.assets.geometry import Evaluate, GeometryStore, file_id
from scenewright.assets.packs import ENTRY_POINTS, Pack, ProgramPack, StoredFile, natural_size
from scenewright.assets.parts import part_of
from scenewright.assets.retrieval import COMPOUND_THRESHOLD, THRESHOLD, MeaningIndex
from scenewright.assets.standing import ObjectStanding, clearance_of
from scenewright.assets.word_index import WordIndex
from scenewright.scene.asset_provider import STORED_WORDS, TURNED_WORDS, AssetContent, AssetError
from scenewright.scene.children import KernelLevel
from scenewright.scene.data_dir import DataDir, current_data_dir, using_data_dir
from scenewright.scene.english import is_slip
from scenewright.scene.model import AssetRef, FloatArray, Scene, Vec3
from scenewright.scene.semantics.encoders import TextEncoder
from scenewright.scene.semantics.words import ObjectPhrase, Vocabulary, normalise, parse, variants_of, word_key

__all__ = ["TURNED", "AssetRequest", "Catalogue", "about_entry", "built_in_pack"]

TURNED = "turned"
"""The parameter of objects with a part that turns, in degrees."""
BUILT_IN = "scenewright"

_MOST_USERS = 16
"""Users whose catalogues are kept in memory."""
_LIKE_ENOUGH = 0.42
"""Least score of a name that is told as the nearest by meaning."""
_MOST = 50  # most matches that are computed
_SCORES = {"exact": 1.0, "synonym": 0.95, "kind": 0.8, "head": 0.6, "stand-in": 0.5}


def evaluate_confined(source: str, seed: int) -> Scene:
    from scenewright.scene.language.running import evaluate

    return evaluate(source, seed=seed)


class Catalogue:
    """The objects of several packs, in the order of preference."""

    def __init__(
        self,
        packs: Sequence[Pack],
        *,
        geometry: GeometryStore,
        encoder: TextEncoder | None = None,
        folder: Path | None = None,
    ) -> None:
        """
        Args:
            packs: in order of preference.
            geometry: store of files and hulls.
            encoder: encoder for the search by meaning; None: the default one, when it is first needed.
            folder: folder for the cache of vectors; None: the user's cache.
        """
        self.packs = tuple(packs)
        self.geometry = geometry
        self.problems: list[str] = []
        self._encoder = encoder
        self._folder = folder
        self._lock = threading.RLock()

    def __repr__(self) -> str:
        return f"Catalogue({len(self.packs)} packs)"

    @classmethod
    def default(cls) -> Catalogue:
        """The catalogue of our objects, installed libraries, plug-ins and the folders of the user that this thread works for; one for
        each user (:mod:`scenewright.scene.data_dir`)."""
        from scenewright.assets.packs import packs_stamp
        from scenewright.scene.language.running import confinement_required

        return _default(current_data_dir(), confinement_required(), packs_stamp())

    @classmethod
    def built_in(cls, *, evaluate: Evaluate = evaluate_confined, cache: Path | None = None) -> Catalogue:
        """The catalogue of only our own objects."""
        shipped = index.shipped_index()
        geometry = GeometryStore(evaluate, folder=cache, shipped=shipped.hulls)
        return cls([built_in_pack(geometry)], geometry=geometry, folder=cache)

    @functools.cached_property
    def added(self) -> Catalogue | None:
        """The catalogue of only what the user added; None if that is nothing."""
        from scenewright.assets.packs import FolderPack

        packs = [pack for pack in self.packs if isinstance(pack, FolderPack)]
        return self.only(packs) if packs else None

    def only(self, packs: Sequence[Pack]) -> Catalogue:
        """The catalogue of some of the packs."""
        return Catalogue(packs, geometry=self.geometry, encoder=self._encoder, folder=self._folder)

    # -- what there is ------------------------------------------------------------------------------------------------

    @functools.cached_property
    def entries(self) -> tuple[CatalogueEntry, ...]:
        """All objects of all packs. A pack that cannot be read is left out and named in :attr:`problems`."""
        entries: list[CatalogueEntry] = []
        with self._lock:
            for pack in self.packs:
                try:
                    entries.extend(pack.entries())
                except AssetError as error:
                    self.problems.append(f"{pack.name}: {error}")
                self.problems.extend(getattr(pack, "problems", ()))
        return tuple(entries)

    @functools.cached_property
    def _by_key(self) -> dict[str, CatalogueEntry]:
        return {e.key: e for e in self.entries}

    @functools.cached_property
    def _pack_rank(self) -> dict[str, int]:
        return {pack.name: i for i, pack in enumerate(self.packs)}

    @functools.cached_property
    def _words(self) -> WordIndex:
        from scenewright.assets.packs import FolderPack

        added = [pack.name for pack in self.packs if isinstance(pack, FolderPack)]
        return WordIndex(self.entries, self._pack_rank, added)

    @property
    def vocabulary(self) -> Vocabulary:
        """All nouns of the catalogue, for :func:`scenewright.scene.semantics.words.phrases.parse`."""
        return self._words.vocabulary

    @functools.cached_property
    def meaning(self) -> MeaningIndex:
        """The search by meaning over all entries."""
        shipped = index.shipped_index().vectors if self._encoder is None else None
        return MeaningIndex(self.entries, shipped=shipped, folder=self._folder, encoder=self._encoder)

    @property
    def meaning_missing(self) -> str | None:
        """Why the search by meaning is not available; None if it is."""
        return self.meaning.missing

    def entry(self, key: str) -> CatalogueEntry:
        """The object with a key.

        Raises:
            AssetError: there is no such object.
        """
        if key not in self._by_key:
            raise AssetError(f"the catalogue has no object {key!r}")
        return self._by_key[key]

    def parse(self, words: str) -> ObjectPhrase:
        """Parse a noun phrase with the catalogue's nouns. How far a part is turned is no part of it."""
        return parse(TURNED_WORDS.sub("", words), self.vocabulary)

    # -- search -------------------------------------------------------------------------------------------------------

    def find(self, words: str, k: int = 5, *, meaning: bool = True) -> list[CatalogueMatch]:
        """The objects that fit `words`, best first, at most `k`; empty if none fits.

        Args:
            words: a noun phrase ('a small red leather armchair') or an entry's key.
            k: most results.
            meaning: False leaves out the search by meaning, which loads a model.
        """
        if words in self._by_key:
            entry = self._by_key[words]
            return [CatalogueMatch(entry, 1.0, "exact", entry.word)]
        phrase = self._kind_by_size(self.parse(words))
        if not phrase.head:
            return []
        named = [self._match(entry, _SCORES[how], how, phrase) for entry, how in self._words.named(phrase)[:_MOST]]
        if meaning and (not named or named[0].how == "head") and self.meaning.missing is None:
            meant = self._by_meaning(phrase, COMPOUND_THRESHOLD if named else THRESHOLD)
            taken = {m.entry.key for m in meant}
            named = [*meant, *(m for m in named if m.entry.key not in taken)]
        return named[:k]

    def _kind_by_size(self, phrase: ObjectPhrase) -> ObjectPhrase:
        """The phrase with a size as part of its noun, where objects are called so: a *low wooden table* is a low table, not a table
        made lower."""
        if phrase.compound != phrase.head:
            return phrase
        for size in phrase.sizes:
            name = f"{size} {phrase.head}"
            if self._words.called(name):
                return replace(phrase, head=name, compound=name, sizes=tuple(s for s in phrase.sizes if s != size))
        return phrase

    def _match(self, entry: CatalogueEntry, score: float, how: str, phrase: ObjectPhrase) -> CatalogueMatch:
        choice = fitting.choose(entry, phrase)
        return CatalogueMatch(entry, round(score, 4), how, phrase.head, choice.arguments, choice.leftover)

    def _by_meaning(self, phrase: ObjectPhrase, threshold: float) -> list[CatalogueMatch]:
        near = [(e, score) for e, _, score in self.meaning.nearest(phrase.compound) if score >= threshold]
        # Among nearly equal scores the order of the packs decides.
        near.sort(key=lambda item: (-round(item[1], 2), self._pack_rank[item[0].pack], item[0].key))
        return [self._match(entry, min(score, 0.94), "embedding", phrase) for entry, score in near[:_MOST]]

    def nearest_words(self, words: str, k: int = 3) -> list[str]:
        """At most `k` names of the catalogue that words without a match may mean: those that they are a slip of the pen of, and the
        nearest by meaning. Names that merely share letters are none: *tools* are no *stools*."""
        phrase = self.parse(words)
        names = sorted({w for e in self.entries for w in e.words})
        near = [name for name in names if is_slip(phrase.compound, name)]
        if phrase.head and self.meaning.missing is None:
            near += [w for _, w, score in self.meaning.nearest(phrase.compound)[: 3 * k] if score >= _LIKE_ENOUGH]
        once: dict[str, str] = {}  # spellings, singular and plural of a word count as one
        for word in near:
            once.setdefault(word_key(variants_of(" ".join(normalise(word)))[-1]), word)
        return list(once.values())[:k]

    # -- the language's provider --------------------------------------------------------------------------------------

    def resolve(self, words: str, size: Vec3 | None, seed: int) -> AssetRef:
        """The best object for `words`, fitted to `size` (width, height, depth in metres; None: the size that the words imply).

        `seed`: seed of objects that use random numbers; it also chooses among equally good objects of a pack.

        Raises:
            AssetError: no object fits the words, or the size is not three positive lengths.
        """
        _check_size(size)
        stored = STORED_WORDS.fullmatch(words.strip())
        if stored is not None:
            return self._resolve_stored(words, stored[1], stored[2], size, seed)
        matches = self.find(words, k=_MOST)
        if not matches:
            raise AssetError(self._unserved(words))
        best = matches[0]
        equal = [m for m in matches if (m.how, m.entry.pack, m.score) == (best.how, best.entry.pack, best.score)]
        return self._fit(equal[seed % len(equal)] if len(equal) > 1 else best, words, size, seed)

    def _unserved(self, words: str) -> str:
        near = self.nearest_words(words)
        hint = f"; nearest: {', '.join(near)}" if near else ""
        missing = self.meaning.missing
        without = f" (searched by name only: {missing})" if missing else ""
        return f"the catalogue has nothing for {words!r}{hint}{without}"

    def instance(self, pack: Pack, entry: CatalogueEntry) -> AssetRef:
        """An object of any pack at its natural size; the pack need not be in the catalogue.

        Raises:
            AssetError: its file cannot be read.
        """
        stored = pack.store(entry, {})
        about = about_entry(entry)
        standing = ObjectStanding(entry.support, clearance_of(entry.clearance), entry.size)
        asset_id = self.geometry.keep(stored, about, standing)
        fit, hull = _fitted(self.geometry.hull(stored, 0), stored.upright, entry.size)
        return AssetRef(entry.key, None, 0, id=asset_id, hull=hull, fit=fit, **about, **standing.at(entry.size))

    def _turned(self, entry: CatalogueEntry, words: str) -> float:
        """Degrees by which words have the part of an object turned that turns; 0 where they say nothing of it.

        Raises:
            AssetError: the object has no such part.
        """
        said = TURNED_WORDS.search(words)
        if said is not None and TURNED not in entry.parameters:
            raise AssetError(f"{entry.word!r} has no part that turns: {words!r}")
        return 0.0 if said is None else float(said[1])

    def _fit(self, match: CatalogueMatch, words: str, size: Vec3 | None, seed: int) -> AssetRef:
        entry, phrase = match.entry, self._kind_by_size(self.parse(words))
        pack = self.packs[self._pack_rank[entry.pack]]
        choice = fitting.choose(entry, phrase)
        arguments = {k: v for k, v in choice.arguments.items() if entry.parameters.get(k) != v}
        turned = self._turned(entry, words)
        stored = pack.store(entry, arguments)
        hull = self.geometry.hull(stored, seed)
        natural = entry.size if not entry.parameters else natural_size(hull)
        target = size or fitting.target_size(natural, choice.factors, phrase.dimensions, phrase.head, phrase.shape)
        # a variant may have chosen another length than the default, which the natural size is that of
        lengths = fitting.size_arguments({**entry.parameters, **arguments}, natural, target)
        if lengths:
            stored = pack.store(entry, arguments | lengths)
            hull = self.geometry.hull(stored, seed)
            arguments |= lengths
            if size is None:
                # The object has been built with its length parameters. Below it is scaled only along axes without one.
                target = fitting.reached_target(entry.parameters, natural_size(hull), target)
        about = about_entry(entry)
        standing = ObjectStanding(entry.support, clearance_of(entry.clearance), natural)
        fit, fitted = _fitted(hull, stored.upright, target)
        if turned:
            # it keeps the size that it has at rest
            stored = pack.store(entry, arguments | {TURNED: turned})
            moving = self.geometry.hull(stored, seed)
            fitted = moving @ (fit[:3, :3] @ stored.upright.T).T + fit[:3, 3]
        asset_id = self.geometry.keep(stored, about, standing)
        return AssetRef(
            words, size, seed, id=asset_id, hull=fitted, fit=fit, note=match.note, **about, **standing.at(target)
        )

    def _resolve_stored(self, words: str, asset_id: str, node: str | None, size: Vec3 | None, seed: int) -> AssetRef:
        kept = self.geometry.kept(asset_id)
        if kept is None:
            raise AssetError(f"there is no stored asset {asset_id}: it is in the scene folder that it was made in")
        request = AssetRequest(words, size, seed)
        return self.stored_reference(kept.stored, kept.about, request, node=node, standing=kept.standing)

    def stored_reference(
        self,
        stored: StoredFile,
        about: Mapping[str, str],
        request: AssetRequest,
        *,
        node: str | None = None,
        target: Vec3 | None = None,
        standing: ObjectStanding | None = None,
    ) -> AssetRef:
        """A stored file, or one node of it, fitted to the size of the request, else to `target`, else at its natural size.

        Args:
            standing: support and clearance of the whole file; those of a single node are unknown.

        Raises:
            AssetError: the file cannot be evaluated or parsed, or has no such node.
        """
        hull = self.geometry.hull(stored, request.seed, node)
        natural = natural_size(hull)
        reached = request.size or target or natural
        fit, fitted = _fitted(hull, stored.upright, reached)
        stands = ObjectStanding() if standing is None or node is not None else standing
        return AssetRef(
            request.words,
            request.size,
            request.seed,
            id=file_id(stored.data),
            hull=fitted,
            node=node,
            fit=fit,
            **about,
            **stands.at(reached, natural),
        )

    def load(self, ref: AssetRef) -> AssetContent:
        """The geometry of a reference, in the frame of its stored file.

        Raises:
            AssetError: the stored file is missing or cannot be read.
        """
        kept = self.geometry.kept(ref.id)
        if kept is None:
            raise AssetError(f"the stored file of {ref.words!r} ({ref.id[:12]}) is not in the cache: resolve it again")
        content = self.geometry.content(kept[0], ref.seed)
        return content if ref.node is None else part_of(content, ref.node)


class AssetRequest(NamedTuple):
    """The arguments of an ``asset_call``."""

    words: str
    size: Vec3 | None
    seed: int


def about_entry(entry: CatalogueEntry) -> dict[str, str]:
    """Licence, author, source and title of an object, for exports."""
    return {"licence": entry.licence, "author": entry.author, "source": entry.source, "title": entry.title}


def built_in_pack(geometry: GeometryStore) -> ProgramPack:
    """The pack of our own objects, with the records of the shipped index."""
    return ProgramPack(BUILT_IN, index.OBJECTS, lambda: geometry, known=index.shipped_index().objects)


@functools.lru_cache(maxsize=_MOST_USERS)
def _default(user: DataDir, least: KernelLevel, stamp: tuple[tuple[str, int], ...]) -> Catalogue:
    """The catalogue of a user. Its objects run with `least` confinement, whichever thread asks for them. `stamp`: of the user's packs."""
    from scenewright.assets.packs import SweetHome3DPack, installed_libraries, user_packs

    def evaluated(source: str, seed: int) -> Scene:
        from scenewright.scene.language.running import confining

        with confining(least):
            return evaluate_confined(source, seed)

    geometry = GeometryStore(evaluated, folder=user.cache, shipped=index.shipped_index().hulls)
    with using_data_dir(user):
        packs: list[Pack] = [built_in_pack(geometry), *user_packs(lambda: geometry)]
    problems: list[str] = []
    for point in sorted(importlib.metadata.entry_points(group=ENTRY_POINTS), key=lambda p: p.name):
        try:
            offered = point.load()()
        except Exception as error:  # noqa: BLE001 - a broken plug-in is reported and must not break the catalogue
            problems.append(f"the pack {point.name!r} cannot be loaded: {type(error).__name__}: {error}")
            continue
        if offered is not None:
            packs.append(offered)
    if libraries := installed_libraries(personal=user.personal):
        packs.append(SweetHome3DPack(libraries, folder=user.cache))
    catalogue = Catalogue(packs, geometry=geometry, folder=user.cache)
    catalogue.problems.extend(problems)
    return catalogue


def _check_size(size: Vec3 | None) -> None:
    if size is not None and not (len(size) == 3 and all(math.isfinite(v) and 0 < v < 1e6 for v in size)):
        raise AssetError(f"size={tuple(size)!r}: three positive lengths in metres, width, height, depth")


def _fitted(hull: FloatArray, upright: FloatArray, target: Vec3) -> tuple[FloatArray, FloatArray]:
    """``parent_from_asset`` (4, 4), which puts an upright hull onto the origin at the target size, and the transformed hull."""
    low, high = hull.min(axis=0), hull.max(axis=0)
    foot = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    extent = high - low
    scale = np.where(extent > 1e-9, np.array(target) / np.maximum(extent, 1e-9), 1.0)
    fit = np.eye(4)
    fit[:3, :3] = scale[:, None] * upright
    fit[:3, 3] = -scale * foot
    return fit, (hull - foot) * scale
