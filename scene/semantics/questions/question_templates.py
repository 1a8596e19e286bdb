"""Generate questions with true answers from a scene graph: instruction data for vision-language models.

Templates follow ProVision (Zhang et al., 2024, section 3: single-image generators over scene graphs: count, existence,
attribute, comparison, relation, and chains of them). Answers come from the graph. Each name means one thing, so that a question has
one answer. Yes and no are equally frequent.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from scenewright.scene.english import article
from scenewright.scene.layout.relations import vertical_gap
from scenewright.scene.semantics.questions.thing_colors import told_color
from scenewright.scene.semantics.scene_graph import DIRECTIONS, SceneGraph
from scenewright.scene.semantics.words import plural

__all__ = ["QuestionAnswer", "generate_questions"]

_ABSENT = (
    *(
        "piano",
        "elephant",
        "fountain",
        "bicycle",
        "telescope",
        "aquarium",
        "ladder",
        "canoe",
        "trampoline",
        "chandelier",
    ),
    *("tractor", "anvil", "easel", "globe", "hammock", "cactus", "fireplace", "jukebox", "microscope", "rocking horse"),
    *("surfboard", "typewriter", "wheelbarrow", "harp", "lighthouse"),
)
"""Things that most scenes lack, for questions with the answer no. Those that a scene has are not asked for."""

_SAID = {
    "left_of": "to the left of", "right_of": "to the right of", "in_front_of": "in front of", "behind": "behind", "on": "on",
    "next_to": "next to", "inside": "in",
}  # fmt: skip
_OPPOSITE = {"left_of": "right_of", "right_of": "left_of", "in_front_of": "behind", "behind": "in_front_of"}
_CLEAR = 1.15
"""Least ratio of sizes or distances that are compared. A comparison of nearly equal values is no fair question."""


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A question with its answer. `kind`: count, exists, attribute, size, compare, relation, distance or multi-hop. `answer`: true or
    false, a number, a word or a path. `paths`: the things that the question is about."""

    kind: str
    question: str
    answer: bool | int | float | str
    paths: tuple[str, ...]

    @property
    def answer_text(self) -> str:
        """The answer in words."""
        if isinstance(self.answer, bool):
            return "yes" if self.answer else "no"
        return f"{self.answer:.2f}" if isinstance(self.answer, float) else str(self.answer)

    def to_json(self) -> dict[str, Any]:
        answer = round(self.answer, 4) if isinstance(self.answer, float) else self.answer
        return {"kind": self.kind, "question": self.question, "answer": answer, "paths": list(self.paths)}


def generate_questions(graph: SceneGraph, number: int, *, seed: int = 0) -> list[QuestionAnswer]:
    """At most `number` different questions, with the kinds in turn; fewer where the scene gives no more. The seed decides which."""
    draws = random.Random(seed)
    generator = _Generator(graph, draws)
    streams: dict[str, Iterator[QuestionAnswer]] = {t.__name__: _balanced(t(generator), draws) for t in _TEMPLATES}
    out: dict[str, QuestionAnswer] = {}
    while streams and len(out) < number:
        for name in list(streams):
            found = next((p for p in streams[name] if p.question not in out), None)
            if found is None:
                del streams[name]
            else:
                out[found.question] = found
                if len(out) == number:
                    break
    return list(out.values())


def _balanced(pairs: Iterator[QuestionAnswer], draws: random.Random) -> Iterator[QuestionAnswer]:
    """Shuffle questions and balance yes and no: the surplus of the more frequent answer is left out."""
    some = list(islice(pairs, 20_000))
    draws.shuffle(some)
    yes = [p for p in some if p.answer is True]
    no = [p for p in some if p.answer is False]
    other = [p for p in some if not isinstance(p.answer, bool)]
    kept = min(len(yes), len(no))
    for a, b in zip(yes[:kept], no[:kept], strict=True):
        yield from ((a, b) if draws.random() < 0.5 else (b, a))
    yield from other


class _Generator:
    """The material of templates: things with unambiguous names, and kinds with all their things."""

    def __init__(self, graph: SceneGraph, draws: random.Random) -> None:
        self.graph = graph
        self.draws = draws
        things = [i for i, n in enumerate(graph.nodes) if i not in graph.grounds and max(n.size) > 0.0]
        self.kinds: dict[str, list[int]] = defaultdict(list)
        for i in things:
            self.kinds[graph.nodes[i].word].append(i)
        last = {k.split()[-1] for k in self.kinds if " " in k}
        self.named = {some[0]: kind for kind, some in self.kinds.items() if len(some) == 1 and kind not in last}
        self.single = sorted(self.named, key=lambda i: graph.nodes[i].path)

    def path(self, i: int) -> str:
        return self.graph.nodes[i].path

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Ordered pairs of named things in random order. Neither is a part of the other."""
        both = [(a, b) for a in self.single for b in self.single if not self.graph.related(a, b)]
        self.draws.shuffle(both)
        yield from both


def _count(g: _Generator) -> Iterator[QuestionAnswer]:
    last = {k.split()[-1]: k for k in g.kinds if " " in k}
    for kind, some in sorted(g.kinds.items()):
        if kind not in last:
            yield QuestionAnswer("count", f"How many {plural(kind)} are there?", len(some), tuple(map(g.path, some)))


def _exists(g: _Generator) -> Iterator[QuestionAnswer]:
    words = {t for n in g.graph.nodes for w in n.words for t in w.lower().split()}
    for kind, some in sorted(g.kinds.items()):
        yield QuestionAnswer("exists", f"Is there {_a(kind)}?", True, tuple(map(g.path, some)))
    for name in _ABSENT:
        if not set(name.split()) & words:
            yield QuestionAnswer("exists", f"Is there {_a(name)}?", False, ())


def _attribute(g: _Generator) -> Iterator[QuestionAnswer]:
    for i, kind in g.named.items():
        color = told_color(g.graph, i)
        if color is not None:
            yield QuestionAnswer("attribute", f"What color is the {kind}?", color.value, (g.path(i),))


def _size(g: _Generator) -> Iterator[QuestionAnswer]:
    for i, kind in g.named.items():
        for k, how in enumerate(("wide", "tall", "deep")):
            yield QuestionAnswer("size", f"How {how} is the {kind}?", g.graph.nodes[i].size[k], (g.path(i),))


def _compare(g: _Generator) -> Iterator[QuestionAnswer]:
    for a, b in g.pairs():
        for k, how in enumerate(("wider", "taller")):
            first, second = g.graph.nodes[a].size[k], g.graph.nodes[b].size[k]
            if max(first, second) > _CLEAR * min(first, second):
                question = f"Is the {g.named[a]} {how} than the {g.named[b]}?"
                yield QuestionAnswer("compare", question, first > second, (g.path(a), g.path(b)))


def _directions(g: _Generator) -> Iterator[QuestionAnswer]:
    """Ask for a direction that holds, and for the opposite one."""
    boxes = g.graph.boxes
    for a, b in g.pairs():
        if float(vertical_gap(boxes[a], boxes[b])) >= 0.0 or float(g.graph.spatial.gap([a], [b])[0]) > 3.0:
            continue
        for kind in DIRECTIONS:
            if bool(g.graph.spatial.holds(kind, [a], [b])[0]):
                for asked, value in ((kind, True), (_OPPOSITE[kind], False)):
                    question = f"Is the {g.named[a]} {_SAID[asked]} the {g.named[b]}?"
                    yield QuestionAnswer("relation", question, value, (g.path(a), g.path(b)))


def _support(g: _Generator) -> Iterator[QuestionAnswer]:
    for a, b in g.pairs():
        for kind, holders in (("on", g.graph.rests_on), ("inside", g.graph.within)):
            value = g.graph.stands_on(a, b) if kind == "on" else b in holders[a]
            if any(holders[i] for i in (a, b)):
                question = f"Is the {g.named[a]} {_SAID[kind]} the {g.named[b]}?"
                yield QuestionAnswer("relation", question, value, (g.path(a), g.path(b)))


def _distance(g: _Generator) -> Iterator[QuestionAnswer]:
    for a, b in g.pairs():
        gap = float(g.graph.spatial.gap([a], [b])[0])
        if a < b and gap > 0.02:
            question = f"How far is the {g.named[a]} from the {g.named[b]}?"
            yield QuestionAnswer("distance", question, gap, (g.path(a), g.path(b)))


def _nearest(g: _Generator) -> Iterator[QuestionAnswer]:
    """Ask for the thing of a kind that is clearly nearest to another thing, and for its colour (two hops)."""
    for kind, some in sorted(g.kinds.items()):
        for b in g.single:
            some_apart = [i for i in some if not g.graph.related(i, b)]
            if len(some) < 2 or len(some_apart) < len(some):
                continue
            gaps = g.graph.spatial.gap(some, [b] * len(some))
            order = np.argsort(gaps, kind="stable")
            if gaps[order[1]] < _CLEAR * gaps[order[0]] + 0.02:
                continue
            nearest = some[int(order[0])]
            paths = (g.path(nearest), g.path(b))
            yield QuestionAnswer("distance", f"Which {kind} is nearest to the {g.named[b]}?", g.path(nearest), paths)


def _hops(g: _Generator) -> Iterator[QuestionAnswer]:
    """Ask about the things on another thing: how many there are, and whether the largest is taller than a third thing."""
    for b in g.single:
        for kind, some in sorted(g.kinds.items()):
            on = [i for i in some if g.graph.stands_on(i, b) or g.graph.holds(b, i)]
            if any(g.graph.holds(b, i) for i in on):
                continue  # whether a part is *on* its whole is only a matter of wording
            if on:
                question = f"How many {plural(kind)} are on the {g.named[b]}?"
                yield QuestionAnswer("multi-hop", question, len(on), (*map(g.path, on), g.path(b)))
            if len(on) != 1:
                continue
            for c in g.single:
                first, second = g.graph.nodes[on[0]].size[1], g.graph.nodes[c].size[1]
                if c not in (b, on[0]) and max(first, second) > _CLEAR * min(first, second):
                    question = f"Is the {kind} on the {g.named[b]} taller than the {g.named[c]}?"
                    yield QuestionAnswer("multi-hop", question, first > second, (g.path(on[0]), g.path(b), g.path(c)))


_TEMPLATES: Sequence[Callable[[_Generator], Iterator[QuestionAnswer]]] = (
    _count, _exists, _attribute, _size, _compare, _directions, _support, _distance, _nearest, _hops,
)  # fmt: skip


def _a(kind: str) -> str:
    return f"{article(kind)} {kind}"
