"""Where what lies about in a room belongs, as data in ``tidying.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scenewright.assets.place_names import thing_key
from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain

__all__ = ["Belonging", "belonging_of"]

_FILE = Path(__file__).parent / "tidying.toml"
_MOST_BYTES = 64 << 10
_MOST_VALUES = 5_000


@dataclass(frozen=True)
class Belonging:
    """Where things of a group belong. `hosts`: what they are put on or into, the best first. `not_on`: furniture that they do not belong
    on. `aside`: without such a host they go to the wall. `away`: whether they are taken away: 'no', 'yes' (where there is no place for
    them) or 'always'."""

    name: str
    words: frozenset[str]
    categories: frozenset[str]
    hosts: tuple[str, ...]
    not_on: tuple[str, ...]
    aside: bool
    away: str

    def rank(self, names: Iterable[str]) -> int | None:
        """How good a host is that has some names, 0 for the best; None for what is none."""
        keys = [thing_key(name) for name in names]
        ranks = (at for at, host in enumerate(self.hosts) if any(_is_such(key, thing_key(host)) for key in keys))
        return next(ranks, None)

    def is_odd_on(self, names: Iterable[str]) -> bool:
        """Whether things of the group do not belong on what has some names."""
        keys = [thing_key(name) for name in names]
        return any(_is_such(key, thing_key(host)) for key in keys for host in self.not_on)


def _is_such(key: str, name: str) -> bool:
    return key == name or key.endswith(f" {name}")


@cache
def _groups() -> tuple[Belonging, ...]:
    data = parse_toml(read_plain(_FILE, _MOST_BYTES, "where things belong"), most=_MOST_VALUES)
    return tuple(
        Belonging(
            str(group["name"]),
            frozenset(thing_key(word) for word in group.get("words", ())),
            frozenset(group.get("categories", ())),
            tuple(group["hosts"]),
            tuple(group["not_on"]),
            bool(group.get("aside", False)),
            str(group["away"]),
        )
        for group in data["group"]
    )


def belonging_of(names: Iterable[str], category: str) -> Belonging | None:
    """Where a thing belongs that has some names and is of a category of the catalogue; None where nobody says."""
    keys = {thing_key(name) for name in names}
    named = next((group for group in _groups() if keys & group.words), None)
    return named or next((group for group in _groups() if category in group.categories), None)
