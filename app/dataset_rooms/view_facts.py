"""What one can tell about the things of a view by looking at the picture: who they are, how well one sees them, and their colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scenewright.app.dataset_rooms.room_things import RoomThing
from scenewright.app.dataset_rooms.view_labels import ThingLabel
from scenewright.scene.semantics.scene_graph import GraphNode, SceneGraph, materials_said
from scenewright.scene.semantics.words import color_name, default_lexicon, singular

__all__ = ["ViewFacts", "ViewedThing", "names_clash", "view_facts"]

_CLEAR_PIXELS, _CLEAR_SHARE = 0.004, 0.35
"""Share of the picture and of its outline from which on one makes out a thing for certain."""
_HINT_PIXELS = 0.0002
"""Share of the picture below which nobody notices a thing."""
_WHOLE = 0.8
"""Share of its outline from which on one sees how large a thing is."""
_ONE_COLOR = 0.72
"""Share of what is seen of a thing that has its colour."""
_LIT = 0.5
"""Share of what is seen of it that has the same colour in the picture, in light and shadow."""
_LONG_WORD = 4
_GENERAL = frozenset({
    "animal", "appliance", "artwork", "bathing fixture", "bathroom accessory", "bathroom fixture", "bedding",
    "bedroom furniture", "building part", "computer accessory", "container", "control", "cooking appliance",
    "crockery", "decoration", "device", "electrical appliance", "electrical fitting", "electronic device",
    "electronics", "equipment", "fixture", "food", "furniture", "furniture part", "glassware", "heating",
    "home appliance", "household appliance", "household item", "item", "kitchen appliance", "kitchen furniture",
    "kitchenware", "light fixture", "living room furniture", "living thing", "machine", "object", "office furniture",
    "opening", "ornament", "outdoor furniture", "part", "plumbing fixture", "rack", "reading matter",
    "sanitary fixture", "soft furnishing", "storage", "storage furniture", "structure", "tableware", "textile",
    "toilet fixture", "tool", "upholstered seat", "vessel", "wall decoration", "wild animal",
})  # fmt: skip
"""Kinds that are too wide for two things of them to be taken for each other."""


@dataclass(frozen=True, eq=False)
class ViewedThing:
    """A thing of a view.

    Attributes:
        clear: one makes it out for certain.
        whole: nearly all of it is in the picture and free.
        color: the plain name of its colour, by its surface and in the picture alike; '' where it has several or the light changes it.
        material: wood, metal or glass; '' where that is not sure.
        depth: metres along the camera's axis to the middle of what is seen of it.
    """

    label: ThingLabel
    clear: bool
    whole: bool
    color: str
    material: str
    depth: float

    @property
    def thing(self) -> RoomThing:
        return self.label.thing

    @property
    def name(self) -> str:
        """Of its class."""
        return self.label.thing.name


@dataclass(frozen=True, eq=False)
class ViewFacts:
    """What a view tells. `seen`: all things that somebody could notice. `absent`: names of classes of the room and of such rooms that the
    view does not show."""

    seen: tuple[ViewedThing, ...]
    absent: tuple[str, ...]
    resting: frozenset[tuple[int, int]]
    """Pairs of ids: the first rests on the second."""

    @cached_property
    def counts(self) -> Counter[str]:
        """How many things of each class could be noticed."""
        return Counter(one.name for one in self.seen)

    @cached_property
    def sure(self) -> frozenset[str]:
        """The classes of which all that could be noticed is made out for certain, and which nothing else in view can be taken for."""
        doubtful = {one.name for one in self.seen if not one.clear}
        return frozenset(
            name
            for name in self.counts
            if name not in doubtful and not any(names_clash(name, other) for other in self.counts if other != name)
        )

    @cached_property
    def single(self) -> tuple[ViewedThing, ...]:
        """The things that "the ..." means: the only ones of a class that is sure."""
        return tuple(one for one in self.seen if one.name in self.sure and self.counts[one.name] == 1)

    def without(self, names: frozenset[str]) -> ViewFacts:
        """The same without the things of some names."""
        return replace(self, seen=tuple(one for one in self.seen if one.name not in names))

    def unlike_all(self, name: str) -> bool:
        """Whether nothing in view could be taken for a thing of that name."""
        return not any(name == other or names_clash(name, other) for other in self.counts)


def view_facts(
    labels: Sequence[ThingLabel],
    color: npt.NDArray[np.uint8],
    albedo: npt.NDArray[np.float32],
    depth: npt.NDArray[np.float32],
    graph: SceneGraph,
    room_names: Sequence[str],
) -> ViewFacts:
    """What a view tells.

    Args:
        color: (H, W, 3) sRGB of the picture.
        albedo: (H, W, 3) linear colours of the surfaces.
        depth: (H, W) metres along the camera's axis.
        room_names: classes that one may ask for in vain: those of the room, and those of such rooms.
    """
    node_of_row = {node.row: number for number, node in enumerate(graph.nodes)}
    area = depth.size
    seen = []
    for label in labels:
        if label.pixels < max(_HINT_PIXELS * area, 6):
            continue
        clear = label.pixels >= _CLEAR_PIXELS * area and label.share >= _CLEAR_SHARE
        node = node_of_row.get(label.thing.row)
        seen.append(
            ViewedThing(
                label=label,
                clear=clear,
                whole=clear and label.share >= _WHOLE,
                color=_color(label.visible, color, albedo) if clear else "",
                material="" if node is None or not clear else _material(graph.nodes[node]),
                depth=float(np.median(depth[label.visible])),
            )
        )
    shown = {label.thing.name for label in labels}
    absent = tuple(sorted({name for name in room_names if name not in shown}))
    id_of_node = {node_of_row[label.thing.row]: label.thing.id for label in labels if label.thing.row in node_of_row}
    resting = frozenset(
        (id_of_node[a], id_of_node[b]) for a in id_of_node for b in graph.rests_on[a] if b in id_of_node
    )
    return ViewFacts(tuple(seen), absent, resting)


def names_clash(a: str, b: str) -> bool:
    """Whether a person who hears one name may mean, or count, a thing of the other: a *chair* and an *armchair*, a *lamp* and a *floor
    lamp*."""
    if a == b:
        return True
    heads = {singular(a.casefold().split(" of ")[0].split()[-1]), singular(b.casefold().split(" of ")[0].split()[-1])}
    if _speaks_of(a, b) or _speaks_of(b, a):
        return True
    return len(heads) == 1 or bool(_kinds(a) & _kinds(b)) or a.casefold() in _kinds(b) or b.casefold() in _kinds(a)


def _speaks_of(a: str, b: str) -> bool:
    """Whether a name has a word that the other one is made with: a *book stack* and a *bookshelf*."""
    joined = b.casefold().split()
    return any(
        len(word) >= _LONG_WORD and word in one and word != one for word in a.casefold().split() for one in joined
    )


def _kinds(name: str) -> frozenset[str]:
    """The near kinds of a class, and what else is called so."""
    lexicon = default_lexicon()
    things = lexicon.things_called(name) or (name,)
    kinds = {kind for thing in things for kind in lexicon.kinds_of(thing)}
    return frozenset(kinds | set(things)) - _GENERAL


def _color(visible: npt.NDArray[np.bool_], color: npt.NDArray[np.uint8], albedo: npt.NDArray[np.float32]) -> str:
    """The name of the colour that most of what is seen of a thing has, if its surface and the picture agree."""
    surface = _srgb(albedo[visible])
    name, share = _most_common(surface)
    if share < _ONE_COLOR or not _plainly(np.median(surface, axis=0), name):
        return ""
    picture = color[visible][:, :3] / 255.0
    lit, lit_share = _most_common(picture)
    return name if lit == name and lit_share >= _LIT else ""


def _plainly(color: npt.NDArray[np.float64], name: str) -> bool:
    """Whether people agree on the name of a colour (3,): it keeps it where it is a little lighter, darker, or more colourful."""
    grey = color.mean()
    tried = (color, color + 0.05, color - 0.05, grey + 1.6 * (color - grey))
    return all(color_name(np.clip(one, 0.0, 1.0)) == name for one in tried)


def _most_common(colors: npt.NDArray[np.float64]) -> tuple[str, float]:
    """The plain name that most of colours (N, 3) have, and the share that has it."""
    steps = np.round(np.clip(colors, 0.0, 1.0) * 16.0).astype(np.int64)
    codes, counts = np.unique(steps @ np.array([10_000, 100, 1]), return_counts=True)
    names: Counter[str] = Counter()
    for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
        names[color_name([code // 10_000 / 16.0, code // 100 % 100 / 16.0, code % 100 / 16.0])] += count
    name, most = names.most_common(1)[0]
    return name, most / max(len(colors), 1)


def _srgb(linear: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    from scenewright.scene.colorspace import srgb_from_linear

    return np.asarray(srgb_from_linear(linear), dtype=np.float64)


_WOODS = frozenset(
    [
        "wood",
        "oak",
        "walnut",
        "pine",
        "birch",
        "teak",
        "mahogany",
        "cherry",
        "maple",
        "beech",
        "ash",
        "ebony",
        "wenge",
        "rosewood",
        "cedar",
    ]
)
_SHINING = ("metal", "glass")


def _material(node: GraphNode) -> str:
    """Metal or glass, where most of the surface of a thing is; wood, where its words name a wood, and its surface is neither."""
    surface = [name for name in _SHINING if name in node.surface]
    wooden = any(word in _WOODS for text in materials_said(node) for word in text.casefold().split())
    if len(surface) == 1 and not wooden:
        return surface[0]
    return "wood" if wooden and not surface else ""
