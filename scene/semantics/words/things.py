"""The lexicon of things: their names, their kinds, and how people describe them without naming them.

It was written for this project, as TOML in the folder ``thing_tables``. Each thing has a table with `synonyms`, `loosely` (names that
people use for it though strictly they mean another thing), `kinds` (hypernyms, most specific first), `uses` (descriptions) and `parts`.
Files whose name begins with ``kinds`` hold the kinds, with their own synonyms and kinds. Embeddings place things that go together near
each other (a *bedside lamp* and a *bedside table*); the lexicon tells them apart.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from scenewright.scene.semantics.words.lexicon import variants_of
from scenewright.scene.semantics.words.phrases import word_key

__all__ = ["Lexicon", "Thing", "default_lexicon"]


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the lexicon. `kinds`: its hypernyms, most specific first. `loosely`, `uses`, `parts`: see the module."""

    name: str
    synonyms: tuple[str, ...] = ()
    loosely: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its own name and its synonyms."""
        return (self.name, *self.synonyms)


class Lexicon:
    """Looks up things and kinds by name. Case, hyphens, joined spellings and number make no difference."""

    def __init__(self, things: Iterable[Thing], kinds: Iterable[Thing] = ()) -> None:
        self.things = {thing.name: thing for thing in things}
        self.kinds = {kind.name: kind for kind in kinds}
        self._named: dict[str, list[str]] = {}
        self._loosely: dict[str, list[str]] = {}
        self._kind_named: dict[str, list[str]] = {}
        for thing in self.things.values():
            _enter(self._named, thing.names, thing.name)
            _enter(self._loosely, thing.loosely, thing.name)
        for kind in self.kinds.values():
            _enter(self._kind_named, kind.names, kind.name)
        for name in {k for t in self.things.values() for k in t.kinds}:
            _enter(self._kind_named, (name,), name)

    def things_called(self, noun: str) -> tuple[str, ...]:
        """The things that a noun phrase names: ``'refrigerators'`` names ``'fridge'``."""
        return _found(self._named, noun)

    def things_loosely_called(self, noun: str) -> tuple[str, ...]:
        """The things that people use a noun phrase for, though strictly it means another."""
        return _found(self._loosely, noun)

    def kinds_called(self, noun: str) -> tuple[str, ...]:
        """The kinds that a noun phrase names."""
        return _found(self._kind_named, noun)

    def knows(self, noun: str) -> bool:
        """Whether a noun phrase names any thing or kind, also loosely."""
        return bool(self.things_called(noun) or self.kinds_called(noun) or self.things_loosely_called(noun))

    def kinds_of(self, name: str) -> tuple[str, ...]:
        """All kinds of a thing or a kind, from near to far, with kinds of kinds. A thing with the name of a kind adds its own kinds."""
        seen: dict[str, None] = {}
        waiting = list(self._own_kinds(name))
        while waiting:
            kind = waiting.pop(0)
            if kind not in seen and kind != name:
                seen[kind] = None
                waiting += self._own_kinds(kind)
        return tuple(seen)

    def _own_kinds(self, name: str) -> tuple[str, ...]:
        thing, kind = self.things.get(name), self.kinds.get(name)
        return (*(thing.kinds if thing else ()), *(kind.kinds if kind else ()))


def _enter(table: dict[str, list[str]], names: Iterable[str], thing: str) -> None:
    for name in names:
        for variant in variants_of(name.lower()):
            entries = table.setdefault(word_key(variant), [])
            if thing not in entries:
                entries.append(thing)


def _found(table: Mapping[str, list[str]], noun: str) -> tuple[str, ...]:
    out: dict[str, None] = {}
    for variant in variants_of(noun.lower()):
        out.update(dict.fromkeys(table.get(word_key(variant), ())))
    return tuple(out)


def read_things(text: str) -> list[Thing]:
    """The things in the text of one TOML file, in their order."""
    return [
        Thing(
            name=name,
            **{key: tuple(table.get(key, ())) for key in ("synonyms", "loosely", "kinds", "uses", "parts")},
        )
        for name, table in tomllib.loads(text).items()
    ]


@lru_cache(maxsize=1)
def default_lexicon() -> Lexicon:
    """The lexicon of the package. Tables of one name in several files are joined into one thing."""
    things: dict[str, Thing] = {}
    kinds: dict[str, Thing] = {}
    for file in sorted(
        files("scenewright.scene.semantics.words").joinpath("thing_tables").iterdir(), key=lambda f: f.name
    ):
        if file.name.endswith(".toml"):
            target = kinds if file.name.startswith("kinds") else things
            for thing in read_things(file.read_text("utf-8")):
                target[thing.name] = _joined(target[thing.name], thing) if thing.name in target else thing
    return Lexicon(things.values(), kinds.values())


def _joined(a: Thing, b: Thing) -> Thing:
    return Thing(
        a.name,
        *(
            tuple(dict.fromkeys((*getattr(a, key), *getattr(b, key))))
            for key in ("synonyms", "loosely", "kinds", "uses", "parts")
        ),
    )
