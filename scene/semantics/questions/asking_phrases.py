"""Noun phrases of questions as sets of things: *the second largest picture*, *cups on the table*, *the desk nearest to the door*.

The noun with its adjectives goes to a :class:`scenewright.scene.semantics.questions.asking_words.NounResolver`; what hangs on it by
a preposition, and superlatives, are decided by geometry here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from scenewright.scene.english.noun_words import Selector
from scenewright.scene.english.relations import Meaning
from scenewright.scene.english.sizes import COMPARATIVES, LENGTHS, SUPERLATIVES, Order
from scenewright.scene.semantics.queries.reading import Reading, Where, read_query
from scenewright.scene.semantics.questions.asking_answers import NotAnswered
from scenewright.scene.semantics.questions.asking_words import THINGS, FoundNodes, NounResolver
from scenewright.scene.semantics.questions.spoken import Spoken, find_relation
from scenewright.scene.semantics.scene_graph.graph import SceneGraph
from scenewright.scene.semantics.words import lexicon

__all__ = ["MEASURES", "Phrases", "Selection", "split_list"]

_ORDERS: dict[str, Order] = {
    **LENGTHS,
    **{word: SUPERLATIVES[most] for word, most in COMPARATIVES.items()},
    **{most: SUPERLATIVES[most] for most in COMPARATIVES.values()},
}
MEASURES = {word: order.measure for word, order in _ORDERS.items()}
"""Words of sizes and what each measures."""
LEAST = frozenset(word for word, order in _ORDERS.items() if not order.most)
"""Of these the least is meant."""

_WHOLE = frozenset(
    [
        "room",
        "scene",
        "picture",
        "image",
        "place",
        "here",
        "house",
        "home",
        "space",
        "view",
        "whole room",
        "whole scene",
        "entire room",
        "entire scene",
        "apartment",
    ]
)
_MIDDLES = frozenset(
    f"{m}{o}" for m in ("middle", "center") for o in ("", " of the room", " of the scene", " of the floor")
)
_FIRST_THE = re.compile(r"^(the|this|that|its|their)\b")


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes that a phrase means. `definite`: it speaks of one certain thing ('the desk', not 'a desk' or 'desks')."""

    text: str
    nodes: tuple[int, ...]
    definite: bool
    plural: bool
    notes: tuple[str, ...] = field(default=())

    @property
    def ambiguous(self) -> bool:
        """Whether one thing is spoken of, and several could be meant."""
        return self.definite and not self.plural and len(self.nodes) > 1


class Phrases:
    """Reads noun phrases against one scene."""

    def __init__(self, graph: SceneGraph, resolver: NounResolver) -> None:
        self.graph = graph
        self.resolver = resolver
        self.spoken = Spoken(graph)
        self.view = False
        self._found: dict[str, Sequence[FoundNodes]] = {}

    def _find(self, bare: str) -> Sequence[FoundNodes]:
        if bare not in self._found:
            self._found[bare] = self.resolver.find(bare)
        return self._found[bare]

    # -- selection ------------------------------------------------------------------------------------------------------

    def need(self, text: str) -> Selection:
        """The things that a phrase means.

        Raises:
            NotAnswered: there are none.
        """
        found = self.select(text)
        if not found.nodes:
            raise NotAnswered(self.missing(text), notes=found.notes)
        return found

    def missing(self, text: str) -> str:
        """What to say of a phrase that nothing fits, with what there is."""
        bare = bare_phrase(text)
        split = find_relation(bare, start=1)
        if split is not None and lexicon.singular(split.before) in THINGS and self.select(split.after).nodes:
            return f"nothing is {bare[len(split.before) :].strip()}"
        if split is not None and self.plain(split.before):
            if not self.select(split.after).nodes and not self.special(split.after):
                return self.missing(split.after)
            return f"no {lexicon.singular(split.before)} in this scene is {bare[len(split.before) :].strip()}"
        kinds = list(dict.fromkeys(n.word for i, n in enumerate(self.graph.nodes) if i not in self.graph.grounds))
        return f"there is nothing called {bare!r} in this scene; it has {', '.join(kinds[:12])}{' ...' if len(kinds) > 12 else ''}"

    def select(self, text: str) -> Selection:
        """The things that a phrase means; none where nothing fits. One thing is listed once: of a thing and the group that it alone makes
        up, the outer."""
        definite = bool(_FIRST_THE.match(text.strip()))
        bare = bare_phrase(text)
        notes: list[str] = []
        nodes = self._select(bare, notes)
        tokens = bare.split()
        plural = bool(tokens) and self._plural(bare)
        return Selection(bare, tuple(self.distinct(nodes, plural)), definite, plural, tuple(dict.fromkeys(notes)))

    def _plural(self, bare: str) -> bool:
        split = find_relation(bare, start=1)
        words = (bare if split is None else split.before).split()
        return bool(words) and words[-1] not in lexicon.PAIRS and lexicon.singular(words[-1]) != words[-1]

    def _select(self, bare: str, notes: list[str]) -> list[int]:
        if not bare:
            return []
        if self.whole(bare):
            return [0]
        reading = read_query(bare)
        named = [] if reading.selectors else self.plain(bare, exact=True)
        if not (named or reading.selectors or reading.where):
            named = self.plain(bare)
        if named:
            return named
        refused: NotAnswered | None = None
        for one in (reading, *reading.others):
            try:
                found = self._meant(one, notes)
            except NotAnswered as error:
                refused = refused or error
                continue
            if found:
                return found
        if refused is not None:
            raise refused
        return []

    # -- what a reading means ---------------------------------------------------------------------------------------------

    def _meant(self, reading: Reading, notes: list[str]) -> list[int]:
        """The nodes that a reading of a phrase means, as queries read it."""
        reading = self._with_of(reading)
        noun = " ".join((*reading.sides, reading.noun)) if reading.noun else "thing"
        several = bool(reading.selectors) or self._plural(noun)
        some = [0] if self.whole(noun) else self.distinct(self.plain(noun), several)
        if reading.where or reading.selectors:
            some = [i for i in some if i not in self.graph.grounds or noun in ("wall", "floor", "walls")]
        for where in sorted(reading.where, key=lambda w: w.kind in ("nearest", "farthest")):
            some = self._placed(some, where, notes) if some else some
        for selector in reading.selectors:
            some = self._ordered(some, selector, notes)
        return some

    def _with_of(self, reading: Reading) -> Reading:
        """*A chest of drawers* as one noun, where the scene has something that is called so."""
        for at, where in enumerate(reading.where):
            if where.kind == "part_of" and not where.negated and reading.noun:
                noun = f"{reading.noun} of {where.targets[0].noun}"
                if self._find(noun):
                    rest = (*reading.where[:at], *where.targets[0].where, *reading.where[at + 1 :])
                    return replace(reading, noun=noun, where=rest)
        return reading

    def _placed(self, some: list[int], where: Where, notes: list[str]) -> list[int]:
        """Those of `some` that are where a reading says."""
        if where.negated:
            held = set(self._placed(some, replace(where, negated=False), notes))
            return [i for i in some if i not in held]
        kind = where.kind
        if kind in ("corner", "ceiling", "middle"):
            return self._in_place(some, kind, where.side)
        if kind == "side":
            across = self.graph.spatial.across_view(np.array(some)) if some else np.zeros(0)
            middle = (float(across.min()) + float(across.max())) / 2.0 if some else 0.0
            left = where.side == "left"
            return [i for i, x in zip(some, across.tolist(), strict=True) if (x < middle) == left and x != middle]
        if not where.targets:  # a wall, the floor
            side = where.side if where.side in ("left", "right", "back", "front") else ""
            after = "floor" if kind == "floor" else f"{side} wall".strip()
            return self.related(some, Meaning("against" if kind == "against" else "on"), after, notes)
        if kind == "centre" and self.whole(bare_phrase(where.targets[0].text)):
            return self._in_place(some, "middle", "")
        if self.special(where.targets[0].text):
            return self._in_place(some, bare_phrase(where.targets[0].text).split()[-1], where.targets[0].text)
        others = [self._target(target) for target in where.targets]
        nodes = others[0].nodes
        if kind == "except":
            return [i for i in some if i not in nodes]
        if kind == "part_of":
            return [i for i in some if any(self.graph.holds(k, i) for k in nodes)]
        if kind in ("with", "supports", "holds"):
            return [i for i in some if any(self._carries(i, k, kind) for k in nodes)]
        return self._related_to(some, where.meaning, others, notes)

    def _carries(self, i: int, k: int, kind: str) -> bool:
        """Whether a thing has another: as a part, in it or on it."""
        part, inside = self.graph.holds(i, k), i in self.graph.within[k]
        if kind == "holds":
            return inside
        return self.graph.stands_on(k, i) or (kind == "with" and (part or inside))

    def _target(self, reading: Reading) -> Selection:
        """What a relation is to.

        Raises:
            NotAnswered: it is nothing here.
        """
        if not (reading.where or reading.selectors):
            return self.need(reading.text)
        notes: list[str] = []
        nodes = self.distinct(self._meant(reading, notes), self._plural(reading.noun))
        if not nodes:
            raise NotAnswered(self.missing(reading.text), notes=tuple(notes))
        definite = bool(_FIRST_THE.match(reading.text))
        return Selection(bare_phrase(reading.text), tuple(nodes), definite, self._plural(reading.noun), tuple(notes))

    def plain(self, bare: str, *, exact: bool = False) -> list[int]:
        """Nodes of a noun with its adjectives. `exact`: only where the phrase is a node's own name."""
        if exact and not any(bare in (n.word, n.name.replace("_", " ")) for n in self.graph.nodes):
            return []
        found = self._find(bare)
        nodes = [(self.graph.by_path[f.path], f.score) for f in found if f.path in self.graph.by_path]
        if not nodes:
            return self._side_of(bare)
        best = max(score for _, score in nodes)
        # a word of its own before what only ends in it: 'the table' where there is a coffee table too
        if not self._plural(bare) and best >= 1.0:
            return [i for i, score in nodes if score >= 1.0]
        return [i for i, _ in nodes]

    def _side_of(self, bare: str) -> list[int]:
        """'the left desk': of several the one on that side of the main camera's picture."""
        tokens = bare.split()
        if len(tokens) < 2 or tokens[0] not in ("left", "right", "middle"):
            return []
        some = self.distinct(self.plain(" ".join(tokens[1:])), False)
        if len(some) < 2:
            return []
        order = [some[k] for k in np.argsort(self.graph.spatial.across_view(np.array(some)), kind="stable")]
        return [order[{"left": 0, "right": -1, "middle": len(order) // 2}[tokens[0]]]]

    def whole(self, bare: str) -> bool:
        """Whether a phrase names the scene or its room as a whole."""
        found = self._find(bare)
        if not found or bare == "room":
            return bare in _WHOLE
        return self.graph.by_path.get(found[0].path) == 0

    def special(self, text: str) -> bool:
        """Whether a phrase names a place of every room that is no node: a corner, the ceiling."""
        words = bare_phrase(text).split()
        if " ".join(words) in _MIDDLES:
            return True
        return bool(words) and words[-1] in ("corner", "corners", "ceiling") and self.graph.room is not None

    # -- by geometry ----------------------------------------------------------------------------------------------------

    def related(
        self, some: Sequence[int], meaning: Meaning, after: str, notes: list[str], *, direct: bool = False
    ) -> list[int]:
        """Those of `some` that are in a relation to what a phrase means; where it is denied, the others.

        Raises:
            NotAnswered: the phrase means nothing here.
        """
        kind = meaning.kind
        if meaning.denied:
            held = set(self.related(some, replace(meaning, denied=False), after, notes, direct=direct))
            return [i for i in some if i not in held]
        if self.special(after):
            place = "middle" if bare_phrase(after) in _MIDDLES else bare_phrase(after).split()[-1]
            return self._in_place(some, place, after)
        parts = split_list(after) if kind == "between" else [after]
        return self._related_to(some, meaning, [self.need(p) for p in parts], notes, direct=direct)

    def _related_to(
        self,
        some: Sequence[int],
        meaning: Meaning,
        others: Sequence[Selection],
        notes: list[str],
        *,
        direct: bool = False,
    ) -> list[int]:
        """Those of `some` that are in a relation to some other things; a denial is left to who asks."""
        kind = meaning.kind
        if kind == "between":
            pairs = [o.nodes for o in others]
            if len(pairs) == 1 and len(pairs[0]) >= 2:
                pairs = [pairs[0][:1], pairs[0][1:2]]
            if len(pairs) != 2:
                raise NotAnswered("'between' asks for two things: between the bed and the window", "relation")
            return sorted({i for b in pairs[0] for c in pairs[1] if b != c for i in self.spoken.between(some, b, c)})
        other = others[0]
        notes.extend(other.notes)
        if kind in ("nearest", "farthest"):
            return self.nearest([i for i in some if i not in other.nodes], other.nodes, farthest=kind == "farthest")
        if other.ambiguous:
            notes.append(f"there are {len(other.nodes)} that 'the {other.text}' can mean; any of them counts")
        found = {i for b in other.nodes for i in self.spoken.fitting(meaning, some, b, direct=direct, view=self.view)}
        return sorted(found)

    def _in_place(self, some: Sequence[int], place: str, text: str) -> list[int]:
        if not len(some):
            return []
        rows = np.array(some)
        spatial = self.graph.spatial
        if place == "middle":
            whole, room = self.graph.boxes[0], self.graph.room
            x, z, wide, deep = whole[0], whole[2], whole[5], whole[6]
            if room is not None:
                x, z, wide, deep = 0.0, 0.0, room.width / 2.0, room.depth / 2.0
            at = self.graph.boxes[rows]
            central = (np.abs(at[:, 0] - x) <= wide / 3.0) & (np.abs(at[:, 2] - z) <= deep / 3.0)
            return [int(i) for i in rows[central]]
        if place == "ceiling":
            free = np.array([not self.graph.rests_on[i] for i in some], dtype=bool)
            return [int(i) for i in rows[spatial.holds("hanging", rows) & free]]
        holds = spatial.holds("in_corner", rows)
        sides = [w for w in ("left", "right", "back", "front") if re.search(rf"\b{w}\b", text)]
        for wall in sides:
            holds &= spatial.wall_gap(rows, wall) <= 0.8
        return [int(i) for i in rows[holds]]

    def nearest(self, some: Sequence[int], others: Sequence[int], *, farthest: bool = False) -> list[int]:
        """Of some things those nearest to any of others, or farthest from all; ties within a millimetre."""
        pairs = {i: [k for k in others if k != i and not self.graph.related(i, k)] for i in some}
        gaps = {i: float(self.graph.spatial.nearness([i] * len(k), k).min()) for i, k in pairs.items() if k}
        if not gaps:
            return []
        best = max(gaps.values()) if farthest else min(gaps.values())
        return [i for i, gap in gaps.items() if abs(gap - best) <= 1e-3]

    def _ordered(self, some: list[int], selector: Selector, notes: list[str]) -> list[int]:
        """'The second largest picture on the wall', 'the leftmost cup', 'the larger ones'."""
        if not some or selector.measure in ("screen_depth", "middle"):
            if len(some) > 1:
                notes.append("which of them is nearest to whoever looks is not judged: all of them count")
            return some
        rows = np.array(some)
        if selector.measure == "screen_x":
            value = self.graph.spatial.across_view(rows)
        else:
            value = np.array([self.measure(selector.measure, i) for i in some])
        value = value if selector.most else -value
        if selector.comparative:
            return [int(i) for i in rows[value > (value.min() + value.max()) / 2.0]]
        ranks = np.unique(np.round(-value, 3))
        nth = selector.ordinal
        return [int(i) for i in rows[np.round(-value, 3) == ranks[nth - 1]]] if nth <= len(ranks) else []

    def measure(self, what: str, i: int) -> float:
        """A size of a node: height, width, depth, length (the longer level side), thickness (the least), size (its volume), level
        (how high its middle is)."""
        w, h, d = self.graph.nodes[i].size
        room = self.graph.room
        if (
            room is not None
            and i in self.graph.grounds
            and self.graph.nodes[i].wall is None
            and self.graph.nodes[i].name != "floor"
        ):
            w, h, d = room.width, room.height, room.depth  # between its walls
        return {
            "height": h,
            "width": w,
            "depth": d,
            "length": max(w, d),
            "thickness": min(w, h, d),
            "size": w * h * d,
            "level": self.graph.nodes[i].position[1] + h / 2.0,
        }[what]

    def distinct(self, nodes: Sequence[int], plural: bool) -> list[int]:
        """Of nodes in nodes one: a group of several is those, a thing made of one is the thing."""
        chosen = sorted(set(nodes))
        out = []
        for at, i in enumerate(chosen):
            node = self.graph.nodes[i]
            word = node.word.split()[-1] if node.word else ""
            if node.kind == "group" or lexicon.singular(word) != word:
                inner = chosen[at + 1 : bisect_left(chosen, int(self.graph.end[i]))]
                if len(self.graph.topmost(inner)) >= 2:
                    continue
            out.append(i)
        return self.graph.topmost(out)


def bare_phrase(text: str) -> str:
    """A phrase without articles, fillers and what says only 'here'."""
    text = re.sub(r"\b(?:please|exactly|currently|actually|visible|present|there)\b", " ", text.strip(" ,.?!"))
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"^(?:(?:the|a|an|any|some|all|of|each|every|this|that|these|those|its|one of)\s+)+", "", text)
    trimmed = re.sub(
        r"\s*\b(?:in|inside|of|within) (?:the|this) (?:whole |entire )?(?:scene|picture|image|view)$", "", text
    )
    return trimmed.strip()


def split_list(text: str) -> list[str]:
    """'the shower, the bathtub or the towel rail' -> its three parts."""
    parts = re.split(r"\s*,\s*(?:and |or )?|\s+(?:and|or)\s+", text.strip(" ?:"))
    return [p.strip() for p in parts if p.strip()]
