"""Semantic labels: what kind of thing a prim is, or which part of one, and what people call it.

Labels are inherited (https://openusd.org/release/api/usd_semantics_page_front.html), so each taxonomy speaks of one level of the tree:
``class`` of things, ``part`` of what belongs to them, ``group`` of what holds them. Whatever is drawn has the class of the thing that it is
part of. Plain solids, which nobody named, have no labels of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from scenewright.scene.export.usd.prims import Prim
from scenewright.scene.geometry import AssetPart
from scenewright.scene.layout.bodies import is_one_thing, owners, room_row
from scenewright.scene.model import Entity, NodeKind, PrimitiveKind, Scene

__all__ = ["CLASS", "PART", "Labels", "SceneLabels", "label", "labels_of_part"]

CLASS, PART = "class", "part"
"""The taxonomies of kinds of things, and of their parts."""

_GROUP = "group"
_SOLIDS = frozenset(kind.name.lower() for kind in PrimitiveKind)
"""The words of what nobody named."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a prim. `taxonomy`: ``class``, ``part`` or ``group``; `word`: its label there, with spaces. `phrase`: how the program
    describes it, '' where that is no more than the word. `words`: all that it is called."""

    taxonomy: str
    word: str
    phrase: str
    words: tuple[str, ...]


class SceneLabels:
    """The labels of the nodes of a scene.

    Things are what the layout moves as one body, the parts of the room's shell, and catalogue objects wherever they stand. An entity that
    holds a catalogue object and nothing else stands for it, and has the labels of both. What holds things is a group, unless plain solids
    are right below it: they have its class.

    Attributes:
        object_of: the row of the catalogue object that each row is or stands for; -1 for none.
        class_of: the class that each row has or inherits; None for none.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._parent: list[int] = scene.nodes.parent.tolist()
        self._things = {0} if is_one_thing(scene) else set(np.unique(owners(scene)).tolist())
        room = room_row(scene)
        if room >= 0:
            self._things.update(int(row) for row in scene.children_of(room))
        rows = range(len(self._parent))
        self._solid = [_is_solid(scene.entity(row)) for row in rows]
        self._above_solids = {self._parent[row] for row in rows if self._solid[row]}
        self.object_of = self._objects()
        self._within: list[bool] = []
        self.class_of: list[str | None] = []
        self._of_row: list[Labels | None] = []
        for row, parent in enumerate(self._parent):
            self._within.append(row in self._things or (parent >= 0 and self._within[parent]))
            labels = self._labels(row, parent)
            self._of_row.append(labels)
            above = self.class_of[parent] if parent >= 0 else None
            self.class_of.append(labels.word if labels is not None and labels.taxonomy == CLASS else above)

    def of_row(self, row: int) -> Labels | None:
        """The labels of a node's own prim; None for one that has none."""
        return self._of_row[row]

    def _objects(self) -> list[int]:
        found = [row if kind == NodeKind.ASSET else -1 for row, kind in enumerate(self.scene.nodes.kind.tolist())]
        for row in range(len(found) - 1, -1, -1):
            if self.scene.nodes.kind[row] == NodeKind.ENTITY:
                below = self.scene.children_of(row)
                if len(below) == 1:
                    found[row] = found[int(below[0])]
        return found

    def _labels(self, row: int, parent: int) -> Labels | None:
        entity = self.scene.entity(row)
        if self.object_of[row] >= 0:
            if parent >= 0 and self.object_of[parent] == self.object_of[row]:
                return None
            ref = self.scene.entity(self.object_of[row]).asset
            title, asked = ("", "") if ref is None else (ref.title, ref.words)
            return _labels(CLASS, title or entity.word, entity.phrase or asked, (*_said(entity), asked, title))
        if self._solid[row]:
            return None
        if row in self._things or (row in self._above_solids and not self._within[row]):
            taxonomy = CLASS
        else:
            taxonomy = PART if self._within[row] else _GROUP
        wall = entity.kind is NodeKind.ROOM and entity.word.startswith("wall_")
        word = "wall" if wall else entity.word
        return _labels(taxonomy, word, entity.phrase, _said(entity))


def labels_of_part(part: AssetPart, whole: bool) -> Labels | None:
    """The labels of a part of a catalogue object. `whole`: it is all of the object, whose labels are those of the node that holds it."""
    if whole or (part.mesh is not None and part.word in _SOLIDS):
        return None
    return _labels(PART, part.word, part.phrase, (part.word, part.phrase))


def label(prim: Prim, labels: Labels, also: Iterable[str | None] = ()) -> None:
    """Write labels by ``SemanticsLabelsAPI``, an attribute of tokens for each taxonomy. `also`: more that it is called."""
    words = [word for word in dict.fromkeys((*labels.words, *also)) if word]
    for taxonomy, values in ((labels.taxonomy, [labels.word]), ("phrase", [labels.phrase]), ("words", words)):
        if any(values):
            prim.apply(f"SemanticsLabelsAPI:{taxonomy}")
            prim.set(f"semantics:labels:{taxonomy}", "token[]", values)


def _labels(taxonomy: str, word: str, phrase: str | None, words: Iterable[str | None]) -> Labels:
    plain = word.replace("_", " ")
    said = (text for text in words if text and text != word)
    return Labels(taxonomy, plain, phrase if phrase and phrase != plain else "", (plain, *said))


def _said(entity: Entity) -> tuple[str | None, ...]:
    identity = entity.embedding
    return entity.word, entity.phrase, None if identity is None else identity.words


def _is_solid(entity: Entity) -> bool:
    return entity.kind is NodeKind.PRIMITIVE and entity.word == entity.primitive.name.lower()
