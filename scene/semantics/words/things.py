"""The lexicon of things: their names, what kinds of thing they are, and how people describe them without naming them.

It is ours, as tables of TOML in the folder ``thing_tables``: a table a thing, with `synonyms`, `loosely` (names that people use for it
though they mean another thing strictly), `kinds` (hypernyms, most specific first), `uses` (descriptions) and `parts`; files whose
name begins with ``kinds`` hold the kinds, with synonyms and kinds of their own. Embeddings put near what goes together, a *bedside
lamp* and a *bedside table*; the lexicon knows which is which.
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
    """One kind of thing. `kinds` are all that it is, its own hypernyms' included, from near to far."""

    name: str
    synonyms: tuple[str, ...] = ()
    loosely: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its own and its synonyms."""
        return (self.name, *self.synonyms)


class Lexicon:
    """Things by their names. Case, hyphens, joined spellings and number make no difference."""

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
        """The things that a noun phrase names, as ``'refrigerators'`` names ``'fridge'``."""
        return _found(self._named, noun)

    def things_loosely_called(self, noun: str) -> tuple[str, ...]:
        """Those that it is used for, though it strictly means another."""
        return _found(self._loosely, noun)

    def kinds_called(self, noun: str) -> tuple[str, ...]:
        """The kinds of thing that it names."""
        return _found(self._kind_named, noun)

    def knows(self, noun: str) -> bool:
        """Whether it names anything."""
        return bool(self.things_called(noun) or self.kinds_called(noun) or self.things_loosely_called(noun))

    def kinds_of(self, name: str) -> tuple[str, ...]:
        """All that a thing or a kind is, near to far: hypernyms of hypernyms included, and what things share its hypernyms' names."""
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
    """The tables of one file, in their order."""
    return [
        Thing(
            name=name,
            **{key: tuple(table.get(key, ())) for key in ("synonyms", "loosely", "kinds", "uses", "parts")},
        )
        for name, table in tomllib.loads(text).items()
    ]


@lru_cache(maxsize=1)
def default_lexicon() -> Lexicon:
    """The one that comes with the package. A name that several files hold becomes one thing with what all say of it."""
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
