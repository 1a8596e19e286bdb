"""Questions about a view with their answers, which one can tell from the picture alone.

Each kind of question is a function that yields what could be asked. Only things that one makes out for certain are asked about, and only
by a name that fits one of them. Of yes and no, left and right, and first and second, each is the answer equally often: the question is
worded for the answer that was drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from scenewright.app.dataset_rooms.view_facts import ViewedThing, ViewFacts, names_clash
from scenewright.scene.layout.relations import box_gap
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.words import PAIRS, plural

__all__ = ["KINDS", "ViewQuestion", "view_questions"]

_APART = 0.03
"""Share of the picture's width that lies between two things of which one is left of the other."""
_NEARER, _NEARER_METRES = 1.25, 0.4
"""Which of two things is nearer is asked from this ratio and difference of their depths on."""
_TALLER, _TALLER_METRES = 1.35, 0.15
"""The same of their heights."""
_CLOSEST = 1.6
"""How much farther the second nearest thing is than the nearest, at least."""
_MOST_COUNTED = 8
_ONLY_ONE = 0.4
"""How often things of which there is one are counted: most things are alone."""
_ON_FLOOR = 0.05
"""Metres above the floor up to which a thing stands on it."""
_RARELY_SAID = frozenset({"boxed-in sill", "building part", "other"})
"""Names of classes that few people use."""
_UNCOUNTED = frozenset(
    {
        "kitchen cabinet",
        "wall cabinet",
        "wall shelf",
        "kitchen counter",
        "counter",
        "kitchen island",
        "kitchen unit",
        "bookshelf",
    }
)
"""Things in rows that look like one, and things of which one looks like several."""
_MASSES = frozenset(
    {
        "firewood",
        "paper",
        "bedding",
        "laundry",
        "cutlery",
        "crockery",
        "hay",
        "soil",
        "grass",
        "bread",
        "cheese",
        "soap",
        "luggage",
        "sand",
    }
)
"""Heads of names that have no plural."""
_COVERS = frozenset({"curtains", "drapes", "blinds", "blind", "shutters", "tablecloth", "table runner", "rug"})
"""Things of which nobody says that they are on what they touch."""
_MIXED = frozenset({"bouquet", "chandelier", "clock", "flowers", "lamp", "light", "mirror", "plant", "tree"})
"""Last words of things that are of several materials: which counts is no fair question."""
_WIDE_FACTS = frozenset({"door", "window"})


@dataclass(frozen=True)
class ViewQuestion:
    """A question. `kind`: one of :data:`KINDS`. `things`: ids of the things that it is about."""

    kind: str
    question: str
    answer: str
    things: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"kind": self.kind, "question": self.question, "answer": self.answer, "things": list(self.things)}


def view_questions(facts: ViewFacts, width: int, most: int, random: Random) -> list[ViewQuestion]:
    """At most so many questions about a view, of as many kinds as there are.

    Args:
        width: of the picture, in pixels.
    """
    facts = facts.without(_RARELY_SAID)
    found = {kind: _shuffled(list(ask(facts, width, random)), random) for kind, ask in _ASK.items()}
    order = list(found)
    random.shuffle(order)
    out: list[ViewQuestion] = []
    while len(out) < most and any(found.values()):
        for kind in order:
            if found[kind] and len(out) < most:
                out.append(found[kind].pop())
    return out


def _shuffled(questions: list[ViewQuestion], random: Random) -> list[ViewQuestion]:
    """In a random order, those with rare answers last, which are asked first."""
    random.shuffle(questions)
    return sorted(questions, key=lambda one: _COMMON.get(one.answer, 0.0) < random.random())


_COMMON = {"1": 0.75, "2": 0.35, "white": 0.7, "brown": 0.65, "gray": 0.5, "black": 0.4}
"""Answers that most pictures have: the chance that another question of the kind goes first."""


def _count(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    for name in sorted(facts.sure):
        number = facts.counts[name]
        if number > _MOST_COUNTED or _is_plural(name) or name in _UNCOUNTED or name.split()[-1] in _MASSES:
            continue
        if number > 1 or random.random() < _ONLY_ONE:
            ids = tuple(one.thing.id for one in facts.seen if one.name == name)
            yield ViewQuestion("count", f"How many {plural(name)} can be seen?", str(number), ids)


def _existence(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    there = [name for name in sorted(facts.sure) if facts.counts[name] == 1]
    missing = [name for name in facts.absent if facts.unlike_all(name)]
    random.shuffle(there)
    random.shuffle(missing)
    for yes, no in zip(there, missing, strict=False):
        name, answer = (yes, "yes") if random.random() < 0.5 else (no, "no")
        ids = tuple(one.thing.id for one in facts.seen if one.name == name)
        there_is = f"Are there any {name}" if _is_plural(name) else f"Is there {_a(name)}"
        yield ViewQuestion("existence", f"{there_is} in the picture?", answer, ids)


def _side(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    for a, b in _pairs(facts, random):
        left, right = (a, b) if a.label.box[0] < b.label.box[0] else (b, a)
        if right.label.box[0] - (left.label.box[0] + left.label.box[2]) < _APART * width:
            continue
        answer, (one, other) = random.choice([("left", (left, right)), ("right", (right, left))])
        yield ViewQuestion(
            "side",
            f"{_verb(one)} the {one.name} to the left or to the right of the {other.name} in the picture?",
            answer,
            _ids(one, other),
        )


def _nearer(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    for a, b in _pairs(facts, random):
        near, far = (a, b) if a.depth < b.depth else (b, a)
        if far.depth < max(_NEARER * near.depth, near.depth + _NEARER_METRES):
            continue
        first, second = (near, far) if random.random() < 0.5 else (far, near)
        question = f"Which is nearer to the camera, the {first.name} or the {second.name}?"
        yield ViewQuestion("nearer", question, near.name, _ids(first, second))


def _nearest(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    """Which of three things is nearest to a fourth, by the gaps between their boxes."""
    standing = [one for one in facts.single if _stands(one) and max(one.thing.size) >= 0.25]
    for one in standing:
        others = sorted(
            (_gap(one, other), other.name, other)
            for other in standing
            if other is not one and not _touch(facts, one, other)
        )
        if len(others) < 3:
            continue
        (near, _, nearest), *rest = others
        far = [other for gap, _, other in rest if gap >= max(_CLOSEST * near, near + 0.5)]
        if len(far) < 2:
            continue
        listed = [nearest, *random.sample(far, 2)]
        random.shuffle(listed)
        names = f"the {listed[0].name}, the {listed[1].name} or the {listed[2].name}"
        yield ViewQuestion(
            "nearest", f"Which of these is nearest to the {one.name}: {names}?", nearest.name, _ids(one, *listed)
        )


def _color(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    for one in facts.single:
        if one.color and one.name not in _WIDE_FACTS:
            yield ViewQuestion("color", f"What color {_verb(one).lower()} the {one.name}?", one.color, _ids(one))


def _material(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    for one in facts.single:
        if one.material and one.name not in _WIDE_FACTS and one.name.split()[-1] not in _MIXED:
            other = random.choice([name for name in ("wood", "metal", "glass") if name != one.material])
            first, second = (one.material, other) if random.random() < 0.5 else (other, one.material)
            yield ViewQuestion(
                "material", f"{_verb(one)} the {one.name} made of {first} or of {second}?", one.material, _ids(one)
            )


def _taller(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    for a, b in _pairs(facts, random):
        if not (a.whole and b.whole and _stands(a) and _stands(b)):
            continue
        high, low = (a, b) if a.thing.size[1] > b.thing.size[1] else (b, a)
        if high.thing.size[1] < max(_TALLER * low.thing.size[1], low.thing.size[1] + _TALLER_METRES):
            continue
        first, second = (high, low) if random.random() < 0.5 else (low, high)
        yield ViewQuestion(
            "taller", f"Which is taller, the {first.name} or the {second.name}?", high.name, _ids(first, second)
        )


def _on(facts: ViewFacts, width: int, random: Random) -> Iterator[ViewQuestion]:
    by_id = {one.thing.id: one for one in facts.single}
    bearers = sorted({b for _, b in facts.resting if b in by_id})
    for a, b in sorted(facts.resting):
        if a not in by_id or b not in by_id or by_id[a].name in _COVERS:
            continue
        others = [other for other in bearers if other not in (a, b) and (a, other) not in facts.resting]
        if not others:
            continue
        answer, bearer = random.choice([("yes", by_id[b]), ("no", by_id[random.choice(others)])])
        one = by_id[a]
        yield ViewQuestion("on", f"{_verb(one)} the {one.name} on the {bearer.name}?", answer, _ids(one, bearer))


_ASK: dict[str, Callable[[ViewFacts, int, Random], Iterator[ViewQuestion]]] = {
    "count": _count, "existence": _existence, "side": _side, "nearer": _nearer, "nearest": _nearest, "color": _color,
    "material": _material, "taller": _taller, "on": _on,
}  # fmt: skip
KINDS = tuple(_ASK)
"""The kinds of questions."""


def _pairs(facts: ViewFacts, random: Random) -> list[tuple[ViewedThing, ViewedThing]]:
    """Pairs of things that can be told apart by their names, none of which rests on the other; at most a few."""
    single = list(facts.single)
    random.shuffle(single)
    pairs = [
        (a, b)
        for n, a in enumerate(single)
        for b in single[n + 1 :]
        if not _touch(facts, a, b) and not names_clash(a.name, b.name)
    ]
    return pairs[:12]


def _stands(one: ViewedThing) -> bool:
    """Whether a thing stands on the floor."""
    return one.name not in _WIDE_FACTS and one.thing.pose[1] <= _ON_FLOOR


def _touch(facts: ViewFacts, a: ViewedThing, b: ViewedThing) -> bool:
    return (a.thing.id, b.thing.id) in facts.resting or (b.thing.id, a.thing.id) in facts.resting


def _gap(a: ViewedThing, b: ViewedThing) -> float:
    """Metres between the boxes of two things."""
    return max(float(box_gap(_row(a), _row(b))), 0.0)


def _row(one: ViewedThing) -> FloatArray:
    """(8,) its box, as the layout's measures take it."""
    x, y, z, yaw = one.thing.pose
    w, h, d = one.thing.size
    return np.array([x, y, z, np.cos(yaw), np.sin(yaw), w / 2.0, d / 2.0, h])


def _ids(*things: ViewedThing) -> tuple[int, ...]:
    return tuple(one.thing.id for one in things)


def _a(name: str) -> str:
    return f"an {name}" if name[:1].lower() in "aeiou" else f"a {name}"


def _verb(one: ViewedThing) -> str:
    return "Are" if _is_plural(one.name) else "Is"


def _is_plural(name: str) -> bool:
    """Whether a class has the name of several things, such as curtains and flowers."""
    return name in PAIRS or plural(name) == name
