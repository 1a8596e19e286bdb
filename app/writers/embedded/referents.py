"""What a noun phrase refers to: requests, or places of the room."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["NOTHING", "Ref", "Target"]


@dataclass(frozen=True, slots=True)
class Ref:
    """All instances of the request with this index, or `count` of them."""

    index: int
    count: int | None = None


@dataclass
class Target:
    """What a phrase refers to: requests (`refs`), a `place` of the room (`number` of them, where the text gives one) or a `region` of
    either. `each`: of all that it refers to; `singly`: one at a time, as in *on each wall*. `nothing`: it refers to none of these.
    `new`: the requests were made for this phrase."""

    refs: list[Ref] = field(default_factory=list)
    place: str = ""
    region: str = ""
    detail: str = ""
    each: bool = False
    singly: bool = False
    new: bool = False
    part: str = ""
    number: int | None = None
    nothing: bool = False


NOTHING = Target(nothing=True)
