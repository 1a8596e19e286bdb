"""One node of a scene, as an object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.model.assets import AssetRef
from scenewright.scene.model.nodes import NodeKind, PrimitiveKind
from scenewright.scene.model.placing import PlaceCall
from scenewright.scene.model.source_span import SourceSpan
from scenewright.scene.model.surfaces import Embedding, Material
from scenewright.scene.model.values import FloatArray, Vec3

if TYPE_CHECKING:
    from scenewright.scene.model.scene import Scene

__all__ = ["Entity"]


class Entity:
    """A view of one node of a scene. Two views are equal when they show the same row of the same scene."""

    __slots__ = ("index", "scene")

    def __init__(self, scene: Scene, index: int) -> None:
        self.scene = scene
        self.index = index

    def __repr__(self) -> str:
        return f"Entity({self.path!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entity) and other.scene is self.scene and other.index == self.index

    def __hash__(self) -> int:
        return hash((id(self.scene), self.index))

    @property
    def kind(self) -> NodeKind:
        """What kind of call made the node."""
        return NodeKind(int(self.scene.nodes.kind[self.index]))

    @property
    def primitive(self) -> PrimitiveKind:
        """The geometry of a leaf; NONE for what has parts."""
        return PrimitiveKind(int(self.scene.nodes.primitive[self.index]))

    @property
    def word(self) -> str:
        """What kind of thing it is, such as 'armchair'."""
        return self.scene.strings[int(self.scene.nodes.word[self.index])]

    @property
    def phrase(self) -> str | None:
        """How the program describes it, such as 'a green armchair'; None where it says no more than the word."""
        i = int(self.scene.nodes.phrase[self.index])
        return None if i < 0 else self.scene.strings[i]

    @property
    def name(self) -> str:
        """The path segment without its index."""
        return self.scene.strings[int(self.scene.nodes.name[self.index])]

    @property
    def path(self) -> str:
        """Full path, from the root on: ``scene/desk/drawer[2]``."""
        return self.scene.paths[self.index]

    @property
    def parent(self) -> Entity | None:
        """The node that it is part of; None for the root."""
        i = int(self.scene.nodes.parent[self.index])
        return None if i < 0 else Entity(self.scene, i)

    @property
    def children(self) -> list[Entity]:
        """Its parts, in the order of the program."""
        return [Entity(self.scene, int(i)) for i in self.scene.children_of(self.index)]

    def descendants(self) -> Iterator[Entity]:
        """All descendants of this node, depth first (a contiguous run of rows)."""
        for i in range(self.index + 1, self.scene.subtree_end(self.index)):
            yield Entity(self.scene, i)

    @property
    def parent_from_local(self) -> FloatArray:
        """(4, 4) own coordinates to the parent's."""
        local: FloatArray = self.scene.nodes.parent_from_local[self.index]
        return local

    @property
    def world_from_local(self) -> FloatArray:
        """(4, 4) own coordinates to the world's."""
        world: FloatArray = self.scene.world_from_local[self.index]
        return world

    @property
    def color(self) -> Vec3 | None:
        """sRGB, each in [0, 1]; None where the node itself has none."""
        c = self.scene.nodes.color[self.index]
        return None if np.isnan(c[0]) else (float(c[0]), float(c[1]), float(c[2]))

    @property
    def material(self) -> Material:
        """Roughness, metalness, texture and so on; the defaults where the program says none."""
        i = int(self.scene.nodes.material[self.index])
        return Material() if i < 0 else self.scene.materials[i]

    @property
    def embedding(self) -> Embedding | None:
        """The identity that ``embed`` gave it; None without one."""
        i = int(self.scene.nodes.z[self.index])
        return None if i < 0 else self.scene.embeddings[i]

    @property
    def asset(self) -> AssetRef | None:
        """The object of the catalogue that it is; None where it is none."""
        i = int(self.scene.nodes.asset[self.index])
        return None if i < 0 else self.scene.assets[i]

    @property
    def span(self) -> SourceSpan | None:
        """Where the call that made it stands in the program; None for what no call made, such as a wall of a room."""
        s = self.scene.nodes.span[self.index]
        return None if s[0] < 0 else SourceSpan(int(s[0]), int(s[1]), int(s[2]), int(s[3]))

    @property
    def place(self) -> PlaceCall | None:
        """The ``place`` call that set its pose; None without one."""
        i = int(self.scene.nodes.place[self.index])
        return None if i < 0 else self.scene.places[i]

    @property
    def bounds(self) -> FloatArray:
        """(2, 3) tight axis-aligned box in the world frame, least corner first."""
        from scenewright.scene.model.bounds import world_bounds

        return world_bounds(self.scene, self.index)

    @property
    def local_bounds(self) -> FloatArray:
        """(2, 3) tight axis-aligned box in the node's own frame: with ``world_from_local`` its oriented box."""
        from scenewright.scene.model.bounds import local_bounds

        return local_bounds(self.scene, self.index)
