"""What an answer calls the things of a scene: *the coffee table*, *chair_3* where there are several chairs, *2 books and a vase*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

from scenewright.scene.english import CARDINALS, article
from scenewright.scene.semantics.questions.asking_answers import listed
from scenewright.scene.semantics.questions.telling_apart import apart_by_color, apart_by_make
from scenewright.scene.semantics.scene_graph import SceneGraph
from scenewright.scene.semantics.words import default_lexicon, lexicon, lexicon_vocabulary, normalise, parse, plural

__all__ = ["ThingNames", "a", "bare_noun", "number_of", "verb_be"]

_SIDES = frozenset(("left", "right", "front", "back", "middle", "centre", "center", "upper", "lower", "inner", "outer"))
_MANY = 6
"""So many things of one kind are listed by their names; more are only counted."""


class ThingNames:
    """The names of the N nodes of a graph."""

    def __init__(self, graph: SceneGraph) -> None:
        self.graph = graph
        self.words = [_word_of(graph, i) for i in range(len(graph))]
        self.kinds = [_kind_of(word) for word in self.words]
        self.labels = [_label_of(graph, i) or word for i, word in enumerate(self.words)]
        own = [i for i in range(len(graph)) if not self._repeats_whole(i)]
        self.counts = Counter(self.words[i] for i in own)
        self.label_counts = Counter(self.labels[i] for i in own)
        self._apart: dict[str, tuple[dict[int, str], dict[int, str]]] = {}
        self.sided = Counter(side for i in own if (side := self._sided(i)))

    def _repeats_whole(self, i: int) -> bool:
        """Whether a node is part of another of the same name, which is one thing for people."""
        parent = self.graph.nodes[i].parent
        return parent >= 0 and self.words[parent] == self.words[i]

    def _sided(self, i: int) -> str:
        """*left desk* for ``desk_left``; '' for other names."""
        last = normalise(self.graph.nodes[i].name.split("[")[0])
        return f"{last[-1]} {self.words[i]}" if len(last) > 1 and last[-1] in _SIDES else ""

    @cached_property
    def _alike(self) -> dict[str, list[int]]:
        """Label -> the things of that name, without parts of others of the name."""
        out: dict[str, list[int]] = {}
        for i, label in enumerate(self.labels):
            if not self._repeats_whole(i):
                out.setdefault(label, []).append(i)
        return out

    def _told_apart(self, i: int, colored: bool) -> str:
        """The color, material or size by which a thing differs from all others of its name; '' for none."""
        label = self.labels[i]
        if label not in self._apart:
            some = self._alike.get(label, [])
            others = [k for k, word in enumerate(self.words) if word == label and k not in some]
            whole = not others and not any(label in (self.words[k], self.labels[k]) for k in self.graph.grounds)
            color = apart_by_color(self.graph, some) if whole else {}
            self._apart[label] = (color, apart_by_make(self.graph, some) if whole else {})
        color, make = self._apart[label]
        return (color.get(i, "") if colored else "") or make.get(i, "")

    def the(self, i: int, *, kind_said: bool = False, colored: bool = True) -> str:
        """One thing as people say it; its path below the root where neither its name nor its looks tell it from others. `kind_said`:
        whether the sentence says its kind already. `colored`: whether its color may tell it from others."""
        node, word = self.graph.nodes[i], self.words[i]
        if i == 0:
            return f"the {word}"
        if node.kind == "room" and node.wall is not None and node.name.startswith("wall"):
            return f"the {node.wall} wall"
        side = self._sided(i)
        if side and self.sided[side] == 1:
            return f"the {side}"
        if self.label_counts[self.labels[i]] <= 1:
            return f"the {self.labels[i]}"
        if self.counts[word] <= 1 and word:
            return f"the {word}"
        if node.kind == "room" and node.wall is not None:
            alike = [k for k, n in enumerate(self.graph.nodes) if n.wall == node.wall and self.words[k] == word]
            return f"the {word} in the {node.wall} wall" if len(alike) == 1 else node.name
        apart = self._told_apart(i, colored)
        if apart:
            return f"the {apart} {'one' if kind_said else self.labels[i]}"
        path = node.path.split("/", 1)[-1]
        told = set(normalise(path)) & {v for t in normalise(word)[-1:] for v in (t, *lexicon.variants_of(t))}
        if path.isalpha() or " " in path:
            path = f"'{path}'"
        return path if told or not word or kind_said else f"{path} ({a(word)})"

    def numbered(self, i: int) -> str:
        """*armchair 2*: one of several things of a name by its number among them, which the list of the scene shows too."""
        alike = self._alike.get(self.labels[i], [])
        return f"{self.labels[i]} {alike.index(i) + 1}" if len(alike) > 1 and i in alike else self.the(i)

    def shown(self, i: int) -> str:
        """The kind of a thing in a list: its name, with what its word says beyond it (*white pillow*)."""
        label, word = self.labels[i], self.words[i]
        return word if label in word or self.label_counts[label] > 1 else label

    def be(self, nodes: Sequence[int]) -> str:
        """*Is* or *are* after the names of things: curtains are, though they are one thing."""
        last = normalise(self.labels[nodes[0]])[-1:] if len(nodes) == 1 else []
        return "are" if len(nodes) != 1 or (last and a(last[0]) == last[0]) else "is"

    def several(
        self,
        nodes: Sequence[int],
        most: int = 12,
        *,
        kind_said: bool = False,
        colored: bool = True,
        together: bool = False,
    ) -> str:
        """Things by their names: *the sofa, picture and picture[1]*. Beyond `most`, only the number of the rest is given, or all are named
        as one: *the 8 chairs*. `together`: they are named as one, where they are all things of a name."""
        if (together or len(nodes) > most) and (whole := self._all_of(nodes)):
            return whole
        names = [self.the(i, kind_said=kind_said, colored=colored) for i in nodes]
        if any(name.startswith("'") for name in names):  # one style for all paths
            names = [name if name.startswith(("the ", "'")) or " (" in name else f"'{name}'" for name in names]
        return listed(names, most)

    def _all_of(self, nodes: Sequence[int]) -> str:
        """*The 4 lockers*, where these are all lockers; '' for other things."""
        label = self.labels[nodes[0]] if nodes else ""
        if len(nodes) < 2 or sorted(nodes) != self._alike.get(label, []):
            return ""
        if any(word == label for k, word in enumerate(self.words) if k not in nodes):
            return ""
        return f"the {len(nodes)} {plural(label)}"

    def grouped(self, nodes: Sequence[int]) -> str:
        """Things by kind: *2 books, a vase and a television*."""
        counts = Counter(self.shown(i) for i in nodes)
        return listed([a(word) if n == 1 else f"{n} {plural(word)}" for word, n in counts.items()], 40)

    def told(self, nodes: Sequence[int]) -> str:
        """Things by kind, and where there are few, those of which there are several by their names, too."""
        counts = Counter(self.shown(i) for i in nodes)
        told = []
        for word, n in counts.items():
            some = [i for i in nodes if self.shown(i) == word]
            if n == 1:
                one = self.the(some[0])
                wall = self.graph.nodes[some[0]].kind == "room" and one != f"the {word}"
                alone = one.removeprefix("the ") in (word, self.labels[some[0]], self.words[some[0]])
                told.append(a(word) if alone and not wall else one)
            else:
                names = "" if n > _MANY or self._all_of(some) else f" ({self.several(some, kind_said=True)})"
                told.append(f"{n} {plural(word)}{names}")
        return listed(told, 40)


@lru_cache(maxsize=1024)
def _kind_of(word: str) -> str:
    """A word without its color, size and the like: *sofa* for *blue sofa*."""
    read = parse(word, lexicon_vocabulary(default_lexicon()))
    compound = read.compound
    return compound if compound and normalise(word)[-1:] == normalise(compound)[-1:] else word


def _label_of(graph: SceneGraph, i: int) -> str:
    """The name of a node as people would say it; '' where it ends in a number, a letter or a side, which only tell it from others."""
    said = normalise(graph.nodes[i].name.split("[")[0])
    if (
        not said
        or len(said[-1]) < 2
        or said[-1].isdigit()
        or said[-1] in _SIDES
        or (graph.nodes[i].kind == "room" and i == 0)
    ):
        return ""
    return graph.nodes[i].name.split("[")[0].replace("_", " ")


def _word_of(graph: SceneGraph, i: int) -> str:
    node = graph.nodes[i]
    return re.sub(r"(?<=\w\w) [a-z]$", "", node.word) or node.name.split("[")[0].replace("_", " ")


def a(noun: str) -> str:
    """A noun with its article; none for what is plural."""
    last = noun.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1] if noun else ""
    if (
        not noun
        or last in _UNCOUNTED
        or last in lexicon.PAIRS
        or (lexicon.singular(last) != last and not last.endswith("ss"))
    ):
        return noun
    return f"{article(noun)} {noun}"


def bare_noun(noun: str) -> str:
    """A noun phrase without its article and its number: *dining chairs* for *the two dining chairs*."""
    return _LEAD.sub("", noun)


def number_of(number: int, noun: str) -> str:
    """*No chairs*, *one chair*, *6 chairs*. `noun`: singular or plural, perhaps with what follows it: *chairs at the table*."""
    head, rest = _head(_LEAD.sub("", noun))
    if head.split() and head.split()[-1] in _UNCOUNTED:
        return f"no {head}{rest}" if not number else f"{number_of(number, 'piece')} of {head}{rest}"
    if number == 1:
        return f"one {lexicon.variants_of(head)[-1]}{rest}"
    words = head.split()
    many = head if words and (words[-1] in lexicon.PAIRS or lexicon.singular(words[-1]) != words[-1]) else plural(head)
    return f"{number or 'no'} {many}{rest}"


_UNCOUNTED = frozenset(
    ("furniture", "equipment", "clothing", "luggage", "bedding", "cutlery", "crockery", "jewellery", "lighting", "tableware", "food",
     "bread", "grass", "water", "snow", "firewood", "stuff", "rubbish", "laundry", "lumber", "gravel")
)  # fmt: skip
"""Nouns without an article: *there is furniture*, which nobody counts."""
_LEAD = re.compile(
    rf"^(?:(?:of|all|both|the|an?|any|some|other|different|each|every|exactly|{'|'.join(word for word in CARDINALS if word != 'one')}|\d+)"
    r"(?: of)? (?=\w))+"
)
_AFTER = re.compile(
    r" (?=(?:that|which|who|with|without|in|on|at|of|under|near|next|behind|beside|above|below|between|against|around|from|"
    r"to|facing|inside|not|hanging|standing|made|by|along|closest|nearest|left|right|taller|bigger|smaller|wider|are|is)\b(?!-))"
)


def _head(noun: str) -> tuple[str, str]:
    found = _AFTER.search(noun)
    return (noun, "") if found is None else (noun[: found.start()], noun[found.start() :])


def verb_be(number: int) -> str:
    """*Is* for one thing, *are* for any other number."""
    return "is" if number == 1 else "are"
