"""What custom must know of a thing, and of its tie to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

__all__ = ["Furniture", "NamedFurniture", "NamedTie", "Tie"]


class Furniture(Protocol):
    """A thing on the floor. `words`: what it is called, lower case, the noun last. `category`: of the catalogue, '' where unknown.
    `support`: 'floor', 'wall', 'ceiling' or 'surface'. `said`: all words that describe it. `width`, `height`, `depth`: metres.
    `looked_over`: whether people are at its front and look over it, as at a desk: what they look at is what it faces."""

    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def category(self) -> str: ...
    @property
    def support(self) -> str: ...
    @property
    def said(self) -> frozenset[str]: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def depth(self) -> float: ...
    @property
    def looked_over(self) -> bool: ...


class Tie(Protocol):
    """How a thing belongs to another. `kind`, `detail`: such as near, around, 'left'. `rank`: its number among `total` things with this
    tie."""

    @property
    def kind(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def rank(self) -> int: ...
    @property
    def total(self) -> int: ...


@dataclass(frozen=True, slots=True)
class NamedFurniture:
    """A thing that is known by its words and its size."""

    words: tuple[str, ...]
    width: float
    height: float
    depth: float
    category: str = ""
    support: str = "floor"
    said: frozenset[str] = frozenset()

    @property
    def looked_over(self) -> bool:
        from scenewright.scene.layout.bodies import looks_over

        return looks_over((" ".join(self.words),))


@dataclass(frozen=True, slots=True)
class NamedTie:
    """A tie of one thing alone."""

    kind: str
    detail: str = ""
    rank: int = 0
    total: int = 1
