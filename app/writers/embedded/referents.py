"""What a noun phrase stands for: things that were asked for, or places of the room."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["NOTHING", "Ref", "Target"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A request, or `count` of its instances."""

    index: int
    count: int | None = None


@dataclass
class Target:
    """What a phrase stands for: requests (`refs`), a `place` of the room (`number` of them, where the text says), a
    `region` of either; or nothing at all."""

    refs: list[Ref] = field(default_factory=list)
    place: str = ""
    region: str = ""
    detail: str = ""
    each: bool = False
    new: bool = False
    part: str = ""
    number: int | None = None
    nothing: bool = False


NOTHING = Target(nothing=True)
