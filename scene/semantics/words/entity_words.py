"""The names of every entity of a scene, and the things of the lexicon that it is.

Texts are the name in the path, the word, the phrase, the title and the request of a catalogue object, and the words of the identity.
Numbers and letters that only tell instances apart (``chair_2``, ``desk_a``) are dropped. Sides (``lamp_left``) are kept apart, since
they say which thing it is, not what it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from scenewright.scene.asset_provider import stored_node
from scenewright.scene.english import SIDES, cardinal
from scenewright.scene.language.vocabulary.stated_colors import with_stated_color
from scenewright.scene.model import Entity, NodeKind, Scene
from scenewright.scene.semantics.words.phrases import ObjectPhrase, Vocabulary, normalise, parse
from scenewright.scene.semantics.words.things import Lexicon

__all__ = ["EntityWords", "lexicon_vocabulary", "nouns_of", "title_of_asset", "words_of_asset", "words_of_scene"]

_SERIAL = re.compile(r"^(?:\d+|[a-hj-z]|[ivx]+|l|r)$")
_NAMES = 2
"""The first so many texts of an entity are names. The others may be whole phrases."""
_WORDS = 48
_CHARACTERS = 300
"""So far a text is read. A docstring may be an essay, but it begins with what the thing is, and encoders read some hundred tokens."""
_LETTERS = "abcdefgh"
"""Letters that number things."""
_LONGEST_SERIAL = 6
_SHORT_SIDES = {"l": "left", "r": "right"}


@dataclass(frozen=True)
class EntityWords:
    """One entity. `texts`: all its names and phrases, plainest first, lower case. `names`: those of them that are its own name and word.
    `sides`: the sides in its name. `things`: the things of the lexicon that it is, without those that are only kinds of another one.
    `kinds`: all kinds of these things. `serial`: the number at the end of its own name (*desk_3*); None for none."""

    row: int
    path: str
    texts: tuple[str, ...]
    names: tuple[str, ...]
    phrases: tuple[ObjectPhrase, ...]
    sides: frozenset[str]
    things: tuple[str, ...]
    kinds: tuple[str, ...]
    serial: int | None = None

    @cached_property
    def keys(self) -> frozenset[str]:
        """All words of its texts, in the singular."""
        from scenewright.scene.semantics.words.lexicon import singular

        return frozenset(singular(w) for text in self.texts for w in text.split())


def words_of_scene(
    scene: Scene, lexicon: Lexicon, before: Sequence[EntityWords] = (), *, rows: Collection[int] | None = None
) -> list[EntityWords]:
    """The words of every node that is not a primitive, in the order of the tree.

    Args:
        rows: only these nodes; they are read with the names of all others. None: every node.
        before: the words of the scene before a change, by the same lexicon. Entities with unchanged names are reused.
    """
    chosen = [e for e in scene.entities() if e.kind != NodeKind.PRIMITIVE]
    said = [_texts(e) for e in chosen]
    nouns = Vocabulary((n for _, names, _ in said for n in names), lexicon_vocabulary(lexicon))
    known = {w.path: w for w in before}
    if {n for _, names, _ in said for n in names} != {n for w in before for n in w.names}:
        known = {}  # a phrase is parsed with the names of all entities
    out = []
    for entity, (texts, names, sides) in zip(chosen, said, strict=True):
        if rows is not None and entity.index not in rows:
            continue
        old = known.get(entity.path)
        if old is not None and (old.row, old.texts, old.names, old.sides) == (
            entity.index,
            tuple(texts),
            tuple(names),
            frozenset(sides),
        ):
            out.append(old)
        else:
            out.append(_entity(entity, texts, names, sides, nouns, lexicon))
    return out


def nouns_of(entities: Iterable[EntityWords], lexicon: Lexicon) -> Vocabulary:
    """The nouns for reading queries of a scene: the scene's own names and those of the lexicon."""
    return Vocabulary((n for e in entities for n in e.names), lexicon_vocabulary(lexicon))


@lru_cache(maxsize=4)
def lexicon_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """All names of things and kinds of a lexicon. There are tens of thousands, so they are cached."""
    tables = (lexicon.things, lexicon.kinds)
    return Vocabulary(name for table in tables for thing in table.values() for name in (*thing.names, *thing.loosely))


def _entity(
    entity: Entity, texts: list[str], names: list[str], sides: set[str], nouns: Vocabulary, lexicon: Lexicon
) -> EntityWords:
    phrases = tuple(parse(t, nouns) for t in texts)
    found: dict[str, None] = {}
    for text, phrase in zip(texts, phrases, strict=True):
        for name in (
            *lexicon.things_called(text),
            *lexicon.things_called(phrase.compound),
            *lexicon.things_called(phrase.head),
        ):
            found.setdefault(name)
    # an entity called both table lamp and lamp is a table lamp
    wider = {kind for name in found for kind in lexicon.kinds_of(name)}
    things = tuple(name for name in found if name not in wider)
    kinds: dict[str, None] = {}
    for name in things or _by_last_word(phrases, lexicon):
        kinds.update(dict.fromkeys(lexicon.kinds_of(name)))
    for phrase in phrases:  # 'a wooden toy': a kind, where the lexicon has no thing of that name
        kinds.update(dict.fromkeys(k for noun in (phrase.compound, phrase.head) for k in lexicon.kinds_called(noun)))
    for kind in list(kinds):
        kinds.update(dict.fromkeys(lexicon.kinds_of(kind)))
    return EntityWords(
        entity.index,
        entity.path,
        tuple(texts),
        tuple(names),
        phrases,
        frozenset(sides),
        things,
        tuple(kinds),
        _serial(entity.name),
    )


def _by_last_word(phrases: Sequence[ObjectPhrase], lexicon: Lexicon) -> list[str]:
    """The things that the last words of names call: a *parts bin* is of the kinds of a bin, though no lexicon lists it."""
    words = [(p.head if " " in p.head else p.compound).rpartition(" ")[2] for p in phrases[:_NAMES]]
    return [name for word in words for name in lexicon.things_called(word)]


def _serial(name: str) -> int | None:
    """The number that ends a name of several words: 3 for *desk_3*, *desk_three* and *desk_c*."""
    tokens = normalise(name.partition("[")[0].replace("_", " "))
    last = tokens[-1] if len(tokens) > 1 else ""
    if len(last) == 1 and last in _LETTERS:
        return _LETTERS.index(last) + 1
    return cardinal(last) if len(last) <= _LONGEST_SERIAL else None


def words_of_asset(entity: Entity) -> str | None:
    """The words that asked for a catalogue object; without the colours that they state where an ``adjust`` gave it another."""
    if entity.asset is None:
        return None
    stored = stored_node(entity.asset.words)
    if stored is not None:
        return stored
    recoloured = not np.isnan(entity.scene.nodes.color[entity.index, 0])
    return with_stated_color(entity.asset.words, None) if recoloured else entity.asset.words


def title_of_asset(entity: Entity) -> str | None:
    """The title of a catalogue object. A node of a stored file has none of its own: the title is that of the whole file."""
    asset = entity.asset
    return None if asset is None or stored_node(asset.words) is not None else asset.title


def _texts(entity: Entity) -> tuple[list[str], list[str], set[str]]:
    identity = entity.embedding
    own = identity is not None and (entity.parent is None or entity.parent.embedding != identity)
    said = (
        entity.name,
        entity.word,
        entity.phrase,
        title_of_asset(entity),
        words_of_asset(entity),
        identity.words if own and identity is not None else None,
    )
    sides: set[str] = set()
    texts: dict[str, None] = {}
    names: dict[str, None] = {}
    for at, text in enumerate(said):
        tokens = normalise((text or "").replace("_", " "))
        kept = [t for t in tokens if t not in SIDES and not _SERIAL.match(t)] if len(tokens) > 1 else tokens
        sides |= (
            {_SHORT_SIDES.get(t, t) for t in tokens if t in SIDES or t in _SHORT_SIDES} if len(tokens) > 1 else set()
        )
        read = " ".join(kept[:_WORDS])[:_CHARACTERS].rstrip()
        if read:
            texts.setdefault(read)
            if at < _NAMES:
                names.setdefault(read)
    return list(texts), list(names), sides
