"""Resolve noun phrases of questions into sets of nodes: *the second largest picture*, *cups on the table*, *the desk nearest to the door*.

A :class:`scenewright.scene.semantics.questions.asking_words.NounResolver` finds the nodes of the noun with its adjectives. Relations
and superlatives are decided by geometry here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from scenewright.scene.english import DEFINITES, DETERMINERS, OWN
from scenewright.scene.model import Camera
from scenewright.scene.semantics.queries import (
    HOLDS,
    Places,
    Reading,
    Sight,
    Where,
    nth_of,
    read_query,
    selected_numbers,
    side_selector,
)
from scenewright.scene.semantics.questions.asked_units import said_area, said_length
from scenewright.scene.semantics.questions.asking_answers import NotAnswered
from scenewright.scene.semantics.questions.asking_words import FoundNodes, NounResolver
from scenewright.scene.semantics.questions.attribute_words import parsed_attributes
from scenewright.scene.semantics.questions.missing_things import missing
from scenewright.scene.semantics.questions.phrase_selection import Selection
from scenewright.scene.semantics.questions.phrase_words import (
    PRONOUNS,
    bare_phrase,
    claim_of,
    split_list,
    with_attributes_first,
)
from scenewright.scene.semantics.questions.thing_names import ThingNames
from scenewright.scene.semantics.scene_graph import SceneGraph, has_color
from scenewright.scene.semantics.words import lexicon

__all__ = ["Phrases"]

_WHOLE = frozenset(
    ["room", "scene", "picture", "image", "place", "here", "house", "home", "space", "view", "whole room", "whole scene", "entire room",
     "entire scene", "apartment", "building", "shop", "store", "studio", "flat"]
)  # fmt: skip
_FIRST_THE = re.compile(rf"^(?:{DEFINITES})\b")
_NO_NOUN = re.compile(
    rf"(?<=\w)(?<!\bof)(?<!\ball)(?<!\bboth) (?:{'|'.join(sorted(DETERMINERS - {'its', 'their', 'his', 'her', 'that'}))}) \w"
)
"""A determiner inside a noun: another noun and a verb that is not known stand before it."""


_MEDIUM = re.compile(r"^(?:medium(?:[ -]sized?)?|(?:middle|mid|average)[ -]sized?) (?P<what>.+)$")
_BOTH = re.compile(r"(?<=\w),? and (?:the|a|an|my|our|your) \w")
"""A list of things with articles of their own."""


class Phrases:
    """Resolves noun phrases in one scene."""

    def __init__(self, graph: SceneGraph, resolver: NounResolver, names: ThingNames | None = None) -> None:
        self.graph = graph
        self.names = names or ThingNames(graph)
        """What answers call the things."""
        self.resolver = resolver
        self.places = Places(graph)
        self.view = OWN
        self.unit = ""
        """The unit that the question asks for (:mod:`scenewright.scene.semantics.questions.asked_units`); '' for metres."""
        self.camera: Camera | None = None
        """The main view; None: the scene's first camera."""
        self.people = False
        """Whether the question asks who, not what."""
        self.given: tuple[int, ...] = ()
        """What *it* and *they* mean: the things of the answer before."""
        self._found: dict[str, Sequence[FoundNodes]] = {}

    def _find(self, bare: str) -> Sequence[FoundNodes]:
        if bare not in self._found:
            self._found[bare] = self.resolver.find(bare)
        return self._found[bare]

    def length(self, value: float) -> str:
        """A length in metres as an answer says it."""
        return said_length(value, self.unit, self.graph.unit)

    def area(self, value: float) -> str:
        """An area in square metres as an answer says it."""
        return said_area(value, self.unit, self.graph.unit)

    # -- selection ------------------------------------------------------------------------------------------------------

    def need(self, text: str) -> Selection:
        """The things that a phrase means.

        Raises:
            NotAnswered: the scene has none.
        """
        both = _BOTH.search(text)
        if both is not None and not self._whole_name(text):
            parts = [self.need(part) for part in split_list(text)]
            nodes = tuple(sorted({i for one in parts for i in one.nodes}))
            return Selection(bare_phrase(text), nodes, True, True, tuple(n for one in parts for n in one.notes))
        found = self.select(text)
        if not found.nodes:
            raise NotAnswered(missing(self, text), notes=found.notes)
        return found

    def _whole_name(self, text: str) -> bool:
        """Whether a text with *and* is one phrase: *the lamp between the bed and the wall*, or the name of a thing."""
        return bool(re.search(r"\bbetween\b", text)) or bool(self.plain(bare_phrase(text), exact=True))

    def fits_any(self, text: str) -> bool:
        """Whether anything in the scene fits a phrase."""
        return bool(self.select(text).nodes)

    def select(self, text: str) -> Selection:
        """The things that a phrase means; none where nothing fits. A thing is listed once: of a group and its only member, only the group
        is kept."""
        if self.given and text.strip() in PRONOUNS:
            return Selection(text.strip(), self.given, True, len(self.given) > 1)
        definite = bool(_FIRST_THE.match(text.strip()))
        bare = with_attributes_first(bare_phrase(text))
        notes: list[str] = []
        medium = _MEDIUM.match(bare)
        nodes = self._medium(medium["what"]) if medium is not None else []
        nodes = nodes or self._select(bare, definite, notes)
        tokens = bare.split()
        plural = bool(tokens) and self._plural(bare)
        own = [i for i in nodes if self.graph.nodes[i].kind == "room"]
        if definite and not plural and own:  # the door of the room, not that of a locker
            nodes = own
        return Selection(bare, tuple(self.distinct(nodes, plural)), definite, plural, tuple(dict.fromkeys(notes)))

    def _medium(self, what: str) -> list[int]:
        """Of an odd number of things, the one of the middle size; none for other numbers, or where sizes are alike."""
        some = sorted(self.distinct(self.plain(what), True), key=lambda i: self.measure("size", i))
        sizes = [self.measure("size", i) for i in some]
        middle = len(some) // 2
        if len(some) % 2 == 0 or len(some) < 3 or not 1.05 * sizes[0] < sizes[middle] < sizes[-1] / 1.05:
            return []
        return [some[middle]]

    def _plural(self, bare: str) -> bool:
        claim = claim_of(bare)
        words = (bare if claim is None else claim.subject).split()
        return bool(words) and words[-1] not in lexicon.PAIRS and lexicon.singular(words[-1]) != words[-1]

    def _select(self, bare: str, definite: bool, notes: list[str]) -> list[int]:
        if not bare:
            return []
        if self.whole(bare):
            return [0]
        if set(bare.split()) <= DETERMINERS:
            raise NotAnswered(f"{bare!r} alone names no thing: say what you mean")
        reading = read_query(bare)
        if _NO_NOUN.search(reading.noun):
            raise NotAnswered(f"I cannot read {bare!r} as the name of a thing: ask in plainer words")
        named = [] if reading.selectors else self.plain(bare, exact=True)
        if not (named or reading.selectors or reading.where or reading.denied):
            named = self.plain(bare)
        if named:
            own = [i for i in named if self.names.labels[i] == bare and " " in bare]
            return own if definite and own else named  # 'the mobile robot', beside a small one
        refused: NotAnswered | None = None
        for one in (reading, *reading.others):
            if reading.others and self._denies_lone(one):
                continue
            try:
                found = self._meant(replace(one, definite=definite), notes)
            except NotAnswered as error:
                refused = refused or error
                continue
            if found:
                return found
        if refused is not None:
            raise refused
        return (
            self._doubtful(bare, notes)
            if definite and not (reading.selectors or reading.where or reading.denied)
            else []
        )

    def _doubtful(self, bare: str, notes: list[str]) -> list[int]:
        """The nodes that may be meant by the name of a thing that must exist, with a note that says why it is not sure."""
        found = [f for f in self.resolver.nearly(bare) if f.path in self.graph.by_path]
        notes.extend(dict.fromkeys(f.doubt for f in found))
        return [self.graph.by_path[f.path] for f in found]

    def _denies_lone(self, reading: Reading) -> bool:
        """Whether the only thing of its kind is told by what it is not: *the things on the bed that are not green*, with one bed."""
        targets = [t for w in reading.where for t in w.targets if t.denied]
        return any(len(self.distinct(self.plain(t.noun), False)) <= 1 for t in targets)

    # -- what a reading means ---------------------------------------------------------------------------------------------

    def _meant(self, reading: Reading, notes: list[str]) -> list[int]:
        """The nodes that a query's reading of a phrase means."""
        reading = self._with_of(reading)
        noun = " ".join((*reading.sides, reading.noun)) if reading.noun else "thing"
        several = bool(reading.selectors) or self._plural(noun)
        some = [0] if self.whole(noun) else self.distinct(self.plain(noun), several)
        if noun == "thing":
            some = [i for i in some if i not in self.graph.grounds]
        for denied in reading.denied:
            some = [i for i in some if not self.has_attributes(i, denied, some)]
        for where in sorted(reading.where, key=lambda w: w.kind in ("nearest", "farthest")):
            found = self.placed(some, where, notes) if some else some
            if not found and some and reading.definite:
                found = self._nearly(some, where, notes)
            some = found
        for selector in reading.selectors:
            some = selected_numbers(self.places, some, selector)
        return some

    def _with_of(self, reading: Reading) -> Reading:
        """Read *a chest of drawers* as one noun, if the scene has a thing of that name."""
        for at, where in enumerate(reading.where):
            if where.kind == "part_of" and not where.negated and reading.noun:
                noun = f"{reading.noun} of {where.targets[0].noun}"
                if self._find(noun):
                    rest = (*reading.where[:at], *where.targets[0].where, *reading.where[at + 1 :])
                    return replace(reading, noun=noun, where=rest)
        return reading

    def placed(self, some: Sequence[int], where: Where, notes: list[str]) -> list[int]:
        """The nodes of `some` for which a relation holds; for a negated one, the others.

        Raises:
            NotAnswered: the scene has no such target.
        """
        if where.negated:
            held = set(self.placed(some, replace(where, negated=False), notes))
            return [i for i in some if i not in held]
        if where.kind == "side":
            return selected_numbers(self.places, some, side_selector(where.side))
        if where.kind == "except":
            left_out = self.targets(where, notes)[0].nodes
            return [i for i in some if not any(self.places.includes(k, i) for k in left_out)]
        if where.kind in ("nearest", "farthest"):
            others = self.targets(where, notes)[0].nodes
            return self.nearest(some, others, farthest=where.kind == "farthest", ordinal=where.ordinal)
        return [i for i, degree in self._degrees(some, where, notes).items() if degree >= HOLDS]

    def _nearly(self, some: Sequence[int], where: Where, notes: list[str]) -> list[int]:
        """The nodes for which a relation holds best, where it holds for none but the phrase presupposes that one exists."""
        if where.negated or where.kind in ("side", "except", "nearest", "farthest"):
            return []
        degrees = self._degrees(some, where, notes)
        best = max(degrees.values(), default=0.0)
        if best > 0.0:
            notes.append("nothing is quite so placed; what comes nearest to it is meant")
        return [i for i, degree in degrees.items() if degree == best > 0.0]

    def _degrees(self, some: Sequence[int], where: Where, notes: list[str]) -> dict[int, float]:
        """Node -> the degree to which the relation holds for it, in [0, 1]."""
        if not where.targets:
            return {i: self.places.alone(where.kind, i, where.side) for i in some}
        others = self.targets(where, notes)
        if where.kind == "between":
            return {i: self._between(i, others) for i in some}
        if others[0].ambiguous:
            notes.append(f"there are {len(others[0].nodes)} that 'the {others[0].text}' can mean; any of them counts")
        meaning, sight = where.meaning, self.sight()
        degrees = {i: max(self.places.meant(meaning, i, b, sight=sight) for b in others[0].nodes) for i in some}
        if where.kind == "with":
            degrees = {i: max(d, *(self.places.together(i, b) for b in others[0].nodes)) for i, d in degrees.items()}
        return degrees

    def sight(self) -> Sight:
        """Whose left and right the question means."""
        viewers = self.need(self.view.viewer).nodes if self.view.viewer else ()
        return Sight(self.view.kind, viewers[0] if viewers else -1)

    def _between(self, i: int, others: Sequence[Selection]) -> float:
        pairs = {(b, c) for b in others[0].nodes for c in others[-1].nodes if b != c}
        if not pairs:
            raise NotAnswered("'between' asks for two things: between the bed and the window", "relation")
        return max(self.places.between(i, b, c) for b, c in pairs)

    def targets(self, where: Where, notes: list[str]) -> list[Selection]:
        """The targets of a relation; empty for a place of the room.

        Raises:
            NotAnswered: the scene lacks one of them.
        """
        out = [self._target(target) for target in where.targets]
        notes.extend(note for one in out for note in one.notes)
        return out

    def _target(self, reading: Reading) -> Selection:
        """The nodes of one target of a relation.

        Raises:
            NotAnswered: the scene has no such target.
        """
        if not (reading.where or reading.selectors or reading.denied):
            return self.need(reading.text)
        notes: list[str] = []
        nodes = self.distinct(self._meant(reading, notes), self._plural(reading.noun))
        if not nodes:
            raise NotAnswered(missing(self, reading.text), notes=tuple(notes))
        definite = bool(_FIRST_THE.match(reading.text))
        return Selection(bare_phrase(reading.text), tuple(nodes), definite, self._plural(reading.noun), tuple(notes))

    def plain(self, bare: str, *, exact: bool = False) -> list[int]:
        """The nodes of a noun with its adjectives. `exact`: none unless the phrase is some node's own name."""
        bare = bare.replace("-", " ") if exact else bare
        if exact and not any(bare in (n.word, n.name.replace("_", " ")) for n in self.graph.nodes):
            return []
        found = self._find(bare)
        nodes = [(self.graph.by_path[f.path], f.score) for f in found if f.path in self.graph.by_path]
        if not nodes:
            return self._side_of(bare)
        best = max(score for _, score in nodes)
        # an exact name goes before a name that ends in it: 'the table', beside a coffee table
        if not self._plural(bare) and best >= 1.0:
            return [i for i, score in nodes if score >= 1.0]
        return [i for i, _ in nodes]

    def _side_of(self, bare: str) -> list[int]:
        """For *the left desk*: of several desks, the one on that side of the main camera's picture."""
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
            return bare in _WHOLE or (not found and bare in self.graph.nodes[0].word.split())
        return self.graph.by_path.get(found[0].path) == 0

    def has_attributes(self, i: int, words: str, among: Sequence[int]) -> bool:
        """Whether a node of `among` has all attributes of `words`."""
        read = parsed_attributes(words)
        if not all(has_color(self.graph, i, color) for color in read.colors):
            return False
        rest = [w for w in words.split() if w not in {t for c in read.colors for t in c.split()} | {"and"}]
        if not rest:
            return True
        head = lexicon.singular(self.graph.nodes[i].word.split()[-1]) if self.graph.nodes[i].word else "thing"
        found = self.plain(f"{' '.join(rest)} {head}")
        return any(k == i or self.graph.related(i, k) for k in found if k in among or self.graph.related(i, k))

    # -- by geometry ----------------------------------------------------------------------------------------------------

    def nearest(
        self, some: Sequence[int], others: Sequence[int], *, farthest: bool = False, ordinal: int = 1
    ) -> list[int]:
        """The nodes of `some` at the `ordinal`-th distance to the nearest of `others`, counted from the nearest or the farthest."""
        order = self.places.by_distance(some, others, farthest=farthest)
        return [i for i, _ in nth_of(order, ordinal)]

    def measure(self, what: str, i: int) -> float:
        """A measure of a node in metres: height, width, depth, length (the longer horizontal side), thickness (the least side), level (the
        height of its middle); or size, its volume in cubic metres."""
        w, h, d = self.size(i)
        return {
            "height": h,
            "width": w,
            "depth": d,
            "length": max(w, d),
            "thickness": min(w, h, d),
            "size": w * h * d,
            "level": self.graph.nodes[i].position[1] + h / 2.0,
        }[what]

    def size(self, i: int) -> tuple[float, float, float]:
        """Width, height and depth of a node in metres; of the scene, the room and its floor, those of the space between the walls."""
        w, h, d = self.graph.nodes[i].size
        room = self.graph.room
        if room is None or i not in self.graph.grounds or self.graph.nodes[i].wall is not None:
            return w, h, d
        return room.width, h if self.graph.nodes[i].name == "floor" else room.height, room.depth

    def distinct(self, nodes: Sequence[int], plural: bool) -> list[int]:
        """Nodes without nested ones: a group of several chosen things gives the things, and a thing goes before its parts."""
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
