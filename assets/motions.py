"""How things move, as data in ``motions.toml``: which part of a windmill turns, what rolls, what rocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from scenewright.scene.plain_data import parse_toml
from scenewright.scene.plain_files import read_plain

__all__ = ["MotionKind", "ThingMotion", "motion_of", "motion_verbs", "parts_that_move"]

_FILE = Path(__file__).parent / "motions.toml"
_MOST_BYTES = 64 << 10
_MOST_VALUES = 5_000
MotionKind = Literal["part", "about", "rock", "roll", "drive"]


@dataclass(frozen=True)
class ThingMotion:
    """How things of a kind move. `verbs`: kinds of movement, such as 'turn'. `parts`: what the part is called that moves. `every`: degrees
    after which that looks the same. `swing`: degrees by which it goes to either side, 0 where it goes round. `tip`, `axis`: of what rocks.
    `name`: what a plain word means where the part is said to move; '' for no other thing. `ahead`: degrees from its front to where it goes.
    `on_track`: the word for what comes without a piece of track of its own."""

    things: frozenset[str]
    verbs: frozenset[str]
    how: MotionKind
    parts: tuple[str, ...] = ()
    every: float = 360.0
    swing: float = 0.0
    tip: float = 0.0
    axis: str = "x"
    name: str = ""
    ahead: float = 0.0
    on_track: str = ""


@cache
def _motions() -> tuple[ThingMotion, ...]:
    return tuple(
        ThingMotion(
            frozenset(m["things"]),
            frozenset(m["verbs"]),
            m["how"],
            tuple(m.get("parts", ())),
            float(m.get("every", 360.0)),
            float(m.get("swing", 0.0)),
            float(m.get("tip", 0.0)),
            str(m.get("axis", "x")),
            str(m.get("name", "")),
            float(m.get("ahead", 0.0)),
            str(m.get("on_track", "")),
        )
        for m in _data()["motion"]
    )


@cache
def motion_verbs() -> Mapping[str, frozenset[str]]:
    """Verb in the infinitive -> the kinds of movement that it may mean."""
    kinds: dict[str, set[str]] = {}
    for kind, verbs in _data()["verbs"].items():
        for verb in verbs:
            kinds.setdefault(verb, set()).add(kind)
    return {verb: frozenset(of) for verb, of in kinds.items()}


def motion_of(thing: str, kinds: frozenset[str]) -> ThingMotion | None:
    """How an object moves by one of some kinds of movement; None where it has no such motion."""
    return next((m for m in _motions() if thing in m.things and m.verbs & kinds), None)


@cache
def parts_that_move() -> Mapping[str, tuple[ThingMotion, ...]]:
    """Name of a part -> the motions in which it moves."""
    found: dict[str, list[ThingMotion]] = {}
    for motion in _motions():
        for part in motion.parts:
            found.setdefault(part, []).append(motion)
    return {part: tuple(motions) for part, motions in found.items()}


@cache
def _data() -> dict[str, Any]:
    return parse_toml(read_plain(_FILE, _MOST_BYTES, "the motions"), most=_MOST_VALUES)
