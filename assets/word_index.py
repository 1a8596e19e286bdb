"""The index of objects by nouns: their words and synonyms, and the last noun of their first word."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from scenewright.assets.entry import CatalogueEntry
from scenewright.scene.semantics.words import (
    ObjectPhrase,
    Vocabulary,
    normalise,
    parse,
    singular,
    variants_of,
    word_key,
)

__all__ = ["WordIndex"]


class WordIndex:
    """An index of entries by their words. Earlier entries are preferred."""

    def __init__(
        self, entries: Sequence[CatalogueEntry], pack_rank: Mapping[str, int], added: Collection[str] = ()
    ) -> None:
        """
        Args:
            pack_rank: order of the packs.
            added: packs that the user added. What has exactly the asked word comes first there: who adds a coffee mug wants that one.
        """
        self._added = frozenset(added)
        self.entries = tuple(entries)
        self._pack_rank = pack_rank
        self._by_word: dict[str, list[tuple[CatalogueEntry, str]]] = {}
        self._by_kind: dict[str, list[CatalogueEntry]] = {}
        self._whole: dict[str, list[CatalogueEntry]] = {}
        self._fill()
        spoken = {word_key(w): w for e in reversed(self.entries) for w in (*e.stands_for, *e.words)}
        self.vocabulary = Vocabulary(spoken[k] for k in self._by_word if k in spoken)
        """All known nouns, for :func:`scenewright.scene.semantics.words.phrases.parse`."""

    def _fill(self) -> None:
        own = Vocabulary(w for e in self.entries if e.parameters for w in e.words)
        for entry in self.entries:
            if entry.pack in self._added:
                self._whole.setdefault(word_key(entry.word), []).append(entry)
            for word in entry.words:
                tokens = normalise(word)
                if word == entry.word and len(tokens) > 1 and "of" not in tokens:
                    self._by_kind.setdefault(singular(tokens[-1]), []).append(entry)
                if not entry.parameters and word not in own:
                    # A mesh called 'oak table' is a table: it stands beside the tables, not before them.
                    read = parse(word, own)
                    if read.known and read.compound == read.head and not read.leftover:
                        self._by_word.setdefault(word_key(read.head), []).append((entry, "synonym"))
                        continue
                how = "exact" if word == entry.word else "synonym"
                self._by_word.setdefault(word_key(word), []).append((entry, how))
            for word in entry.stands_for:
                self._by_word.setdefault(word_key(word), []).append((entry, "stand-in"))

    def called(self, word: str) -> list[tuple[CatalogueEntry, str]]:
        """Entries with exactly this word, each with 'exact', 'synonym' or 'stand-in'."""
        return self._by_word.get(word_key(word), [])

    def named(self, phrase: ObjectPhrase) -> list[tuple[CatalogueEntry, str]]:
        """Entries with the head's name, singular or plural, and how they match: 'exact', 'synonym', 'kind', 'stand-in', 'head'.

        Where none does, those whose last noun it is. In the order of the packs, but what only stands in for the thing comes
        last, and what the user added by exactly that word first; in a pack, those that the rest of the phrase fits first.
        """
        found: dict[str, tuple[CatalogueEntry, str]] = {}
        for spelling in variants_of(" ".join(normalise(phrase.head))):
            for entry, how in self.called(spelling):
                if entry.key not in found or how == "exact":
                    found[entry.key] = (entry, how)
        if all(how == "stand-in" for _, how in found.values()):
            found |= {e.key: (e, "kind") for e in self._by_kind.get(phrase.head, ())}
        if phrase.compound != phrase.head:
            found = {key: (entry, how if how == "stand-in" else "head") for key, (entry, how) in found.items()}
        # who added a *round table* and says just that wants it, though the words may also be read as a table that is round
        found |= {entry.key: (entry, "exact") for entry in self._whole.get(word_key(phrase.text), ())}
        said = {w for w in (*phrase.colors, *phrase.materials, *phrase.styles, *phrase.others, phrase.shape) if w}
        ways = {"exact": 0, "synonym": 1, "kind": 2, "head": 3, "stand-in": 4}

        def rank(item: tuple[CatalogueEntry, str]) -> tuple[bool, bool, int, int, int, str]:
            entry, how = item
            spoken = f"{entry.title} {entry.phrase}".lower()
            told = 0 if entry.parameters else sum(1 for w in said if w in spoken)
            others = not (how == "exact" and entry.pack in self._added)
            return (how == "stand-in", others, self._pack_rank[entry.pack], ways[how], -told, entry.key)

        return sorted(found.values(), key=rank)
