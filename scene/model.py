"""What a scene is once its program has run: an instance tree and what hangs on it.

A :class:`Scene` is immutable and columnar: one row per node (entity, group, asset, room part, primitive ...) in
depth-first order, so a scene of tens of thousands of primitives costs some arrays and no object each. An
:class:`Entity` is a light view of one row. The wire format between the confined child and the host is the same
columns (:mod:`scene.wire`).

Frames: world is right-handed, +y up, objects face +z; ``parent_from_local`` maps a node's own coordinates to its
parent's, ``world_from_local`` to the world's. Column vectors: ``A @ B`` applies B first. Colours are sRGB in [0, 1].
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from scene.errors import PathError

__all__ = [
    "SCHEMA",
    "Adjust",
    "AssetRef",
    "Camera",
    "Embedding",
    "Entity",
    "Environment",
    "Light",
    "Material",
    "NodeKind",
    "NodeTable",
    "Opening",
    "PlaceCall",
    "PrimitiveKind",
    "Relation",
    "Room",
    "Scene",
    "SourceSpan",
    "slug",
]

SCHEMA = 1
"""Version of every JSON answer, of the wire format and of ``scene.toml``."""

Vec3 = tuple[float, float, float]
Vec4 = tuple[float, float, float, float]
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int32]


class NodeKind(enum.IntEnum):
    """What made a node."""

    ENTITY = 0
    """A registered function: ``library_call`` or ``place('name')``."""
    GROUP = 1
    """A shape of several parts that ``place`` put somewhere."""
    ASSET = 2
    """``asset_call``: an object of the catalogue. Its ``PrimitiveKind`` is MESH."""
    SPLAT = 3
    """``splat_call``: Gaussians of a capture. Its ``PrimitiveKind`` is SPLAT."""
    ROOM = 4
    """The node ``room`` and its parts (``floor``, ``wall_left``, ``door``, ``window`` ...)."""
    PRIMITIVE = 5
    """A leaf made by ``primitive_call``."""


class PrimitiveKind(enum.IntEnum):
    """Geometry of a leaf. Unit shapes: the cube has edge 1 and is centred; the sphere has radius 1; the cylinder and the
    cone have radius 1 and stand from y=0 to y=1 (the cone's tip is at y=1); a block is a unit cube of the blocks dialect."""

    NONE = 0
    CUBE = 1
    SPHERE = 2
    CYLINDER = 3
    CONE = 4
    MESH = 5
    SPLAT = 6
    BLOCK = 7


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """A piece of the program text: lines count from 1, columns from 0 in UTF-8 bytes, as in :mod:`ast`."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Material:
    """Surface of a primitive, in the metallic-roughness model of glTF 2.0. `emission` is a factor on the colour."""

    roughness: float = 0.6
    metallic: float = 0.0
    opacity: float = 1.0
    emission: float = 0.0
    texture: str | None = None


@dataclass(frozen=True, slots=True)
class Embedding:
    """An identity z: which one it is, in words, by a picture (path inside the scene folder) or by a named token."""

    words: str | None = None
    image: str | None = None
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A door or a window: `offset` runs along the wall from its middle, toward +x or +z; lengths in metres."""

    kind: str  # 'door' | 'window'
    wall: str  # 'left' | 'right' | 'back' | 'front'
    offset: float
    width: float
    height: float
    sill: float = 0.0


@dataclass(frozen=True, slots=True)
class Room:
    """Floor at y=0, centred on the origin; walls left (-x), right (+x), back (-z), front (+z). Metres."""

    width: float
    depth: float
    height: float
    openings: tuple[Opening, ...] = ()
    path: str = "room"


@dataclass(frozen=True, slots=True)
class Light:
    """A light in the world frame. `kind`: sun, point, spot, area, ceiling, ambient. `direction` is where it shines."""

    kind: str
    position: Vec3 | None = None
    direction: Vec3 | None = None
    intensity: float = 1.0
    color: Vec3 = (1.0, 1.0, 1.0)
    size: tuple[float, float] | None = None
    scope: str | None = None  # path of the instance whose call made it; None at module level
    span: SourceSpan | None = None


@dataclass(frozen=True, slots=True)
class Camera:
    """A view in the world frame; `fov` is vertical, in degrees."""

    eye: Vec3
    target: Vec3
    fov: float = 50.0
    scope: str | None = None
    span: SourceSpan | None = None


@dataclass(frozen=True, slots=True)
class Environment:
    """What surrounds the scene: words, or a picture inside the scene folder."""

    words: str | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A wish or a demand of the layout. `arguments` holds names as written (paths, lists of paths, 'room', walls) by
    parameter name; `paths` the same with every name resolved to full paths (a tuple, empty when it was not found)."""

    kind: str
    arguments: Mapping[str, Any]
    paths: Mapping[str, tuple[str, ...]]
    weight: float = 1.0
    hard: bool = False
    scope: str | None = None
    span: SourceSpan | None = None


@dataclass(frozen=True, slots=True)
class Adjust:
    """An ``adjust(...)`` line: totals, in the parent's frame, paths mean the tree before any adjust."""

    path: str
    move: Vec3 = (0.0, 0.0, 0.0)
    turn: float = 0.0
    scale: float | Vec3 = 1.0
    pose: tuple[tuple[float, ...], ...] | None = None
    color: Vec3 | None = None
    remove: bool = False
    words: str | None = None
    z: int = -1
    resolved: str | None = None  # full path of the instance it acts on; None when it was not found
    span: SourceSpan | None = None


@dataclass(frozen=True, slots=True)
class AssetRef:
    """An object that ``asset_call`` asked for and the host answered.

    `hull`: (K, 3) with K <= 256, metres, base centre at the origin, facing +z, at the fitted size: its bounds are the
    asset's. `id` is the sha256 of the stored file (``assets/<id>.py`` or ``.glb``), or '' where nothing could serve it.
    `node` names one node of a stored file. `parent_from_asset` maps the stored file's own coordinates to the fitted frame.
    `note` says where another thing was taken than was asked for, while the program runs; scenes do not carry it.
    `support` is what holds it up (floor, wall, ceiling, surface, rug), '' where the catalogue does not say; `clearance` what
    stays free at its front, back, left and right (its own left hand, +x), metres at the fitted size.
    """

    words: str
    size: Vec3 | None
    seed: int
    id: str
    hull: FloatArray
    node: str | None = None
    fit: FloatArray = field(default_factory=lambda: np.eye(4))
    licence: str = ""
    author: str = ""
    source: str = ""
    title: str = ""
    support: str = ""
    clearance: Vec4 = (0.0, 0.0, 0.0, 0.0)
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceCall:
    """One executed ``place(...)``: where it stands, what it was given, and the pose that it made of it.

    `pose` maps the placed shape's own frame to the frame of the entity that was running; `placed` the placed instance's
    own frame to it (they differ where the shape was moved before it was placed).
    """

    span: SourceSpan
    at: Vec3
    turn: float
    pose: FloatArray
    placed: FloatArray


@dataclass(frozen=True)
class NodeTable:
    """The columns of a tree of N nodes, depth first, every parent before its children. Row 0 is the root of frame 0."""

    parent: IntArray  # (N,), -1 at a root
    kind: npt.NDArray[np.uint8]  # (N,) NodeKind
    primitive: npt.NDArray[np.uint8]  # (N,) PrimitiveKind
    word: IntArray  # (N,) into strings: what it is
    phrase: IntArray  # (N,) into strings, -1: the fuller phrase
    name: IntArray  # (N,) into strings: the path segment without its index
    ordinal: IntArray  # (N,) which of the same-named siblings, from 0
    parent_from_local: FloatArray  # (N, 4, 4)
    color: npt.NDArray[np.float64]  # (N, 3) sRGB of a primitive; NaN elsewhere unless an adjust coloured it
    material: IntArray  # (N,) into materials, -1: default
    z: IntArray  # (N,) into embeddings after inheritance, -1: none
    asset: IntArray  # (N,) into assets, -1
    span: IntArray  # (N, 4) line, column, end line, end column of the call that made it; -1: none
    place: IntArray  # (N,) into places: the outermost place call that moved it, -1: none

    def __len__(self) -> int:
        return int(self.parent.shape[0])


_SLUG_DROP = re.compile(r"[^0-9a-zA-Z_À-￿]+")


@lru_cache(maxsize=4096)
def slug(word: str) -> str:
    """A word as a path segment: ``'Floor lamp'`` -> ``'floor_lamp'``. Never empty."""
    return _SLUG_DROP.sub("_", word.strip()).strip("_").lower() or "part"


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
        return NodeKind(int(self.scene.nodes.kind[self.index]))

    @property
    def primitive(self) -> PrimitiveKind:
        return PrimitiveKind(int(self.scene.nodes.primitive[self.index]))

    @property
    def word(self) -> str:
        return self.scene.strings[int(self.scene.nodes.word[self.index])]

    @property
    def phrase(self) -> str | None:
        i = int(self.scene.nodes.phrase[self.index])
        return None if i < 0 else self.scene.strings[i]

    @property
    def name(self) -> str:
        """The path segment without its index."""
        return self.scene.strings[int(self.scene.nodes.name[self.index])]

    @property
    def path(self) -> str:
        return self.scene.paths[self.index]

    @property
    def parent(self) -> Entity | None:
        i = int(self.scene.nodes.parent[self.index])
        return None if i < 0 else Entity(self.scene, i)

    @property
    def children(self) -> list[Entity]:
        return [Entity(self.scene, int(i)) for i in self.scene.children_of(self.index)]

    def descendants(self) -> Iterator[Entity]:
        """Every node below this one, depth first (a contiguous run of rows)."""
        for i in range(self.index + 1, self.scene.subtree_end(self.index)):
            yield Entity(self.scene, i)

    @property
    def parent_from_local(self) -> FloatArray:
        """(4, 4)"""
        local: FloatArray = self.scene.nodes.parent_from_local[self.index]
        return local

    @property
    def world_from_local(self) -> FloatArray:
        """(4, 4)"""
        world: FloatArray = self.scene.world_from_local[self.index]
        return world

    @property
    def color(self) -> Vec3 | None:
        c = self.scene.nodes.color[self.index]
        return None if np.isnan(c[0]) else (float(c[0]), float(c[1]), float(c[2]))

    @property
    def material(self) -> Material:
        i = int(self.scene.nodes.material[self.index])
        return Material() if i < 0 else self.scene.materials[i]

    @property
    def embedding(self) -> Embedding | None:
        i = int(self.scene.nodes.z[self.index])
        return None if i < 0 else self.scene.embeddings[i]

    @property
    def asset(self) -> AssetRef | None:
        i = int(self.scene.nodes.asset[self.index])
        return None if i < 0 else self.scene.assets[i]

    @property
    def span(self) -> SourceSpan | None:
        s = self.scene.nodes.span[self.index]
        return None if s[0] < 0 else SourceSpan(int(s[0]), int(s[1]), int(s[2]), int(s[3]))

    @property
    def place(self) -> PlaceCall | None:
        i = int(self.scene.nodes.place[self.index])
        return None if i < 0 else self.scene.places[i]

    @property
    def bounds(self) -> FloatArray:
        """(2, 3) tight axis-aligned box in the world frame, least corner first."""
        from scene.bounds import world_bounds

        return world_bounds(self.scene, self.index)

    @property
    def local_bounds(self) -> FloatArray:
        """(2, 3) tight axis-aligned box in the node's own frame: with ``world_from_local`` its oriented box."""
        from scene.bounds import local_bounds

        return local_bounds(self.scene, self.index)


@dataclass(frozen=True)
class Scene:
    """One evaluated program. For an animation this is frame 0; :meth:`frame` gives the others."""

    nodes: NodeTable
    strings: tuple[str, ...]
    materials: tuple[Material, ...] = ()
    embeddings: tuple[Embedding, ...] = ()
    assets: tuple[AssetRef, ...] = ()
    places: tuple[PlaceCall, ...] = ()
    room: Room | None = None
    lights: tuple[Light, ...] = ()
    cameras: tuple[Camera, ...] = ()
    environment: Environment | None = None
    relations: tuple[Relation, ...] = ()
    adjusts: tuple[Adjust, ...] = ()
    warnings: tuple[str, ...] = ()
    seed: int = 0
    root_name: str = ""
    units: str | None = None
    frames: int = 1
    later_frames: tuple[NodeTable, ...] = ()
    schema: int = SCHEMA

    # -- the tree -------------------------------------------------------------------------------------------------

    @property
    def root(self) -> Entity:
        return Entity(self, 0)

    def __len__(self) -> int:
        return len(self.nodes)

    def entities(self, *, primitives: bool = False) -> Iterator[Entity]:
        """Every node, depth first; leaves of ``primitive_call`` only when asked for."""
        for i in range(len(self.nodes)):
            if primitives or self.nodes.kind[i] != NodeKind.PRIMITIVE:
                yield Entity(self, i)

    def entity(self, index: int) -> Entity:
        if not 0 <= index < len(self.nodes):
            raise PathError(f"there is no node {index}: the scene has {len(self.nodes)}")
        return Entity(self, index)

    @cached_property
    def _child_lists(self) -> list[list[int]]:
        lists: list[list[int]] = [[] for _ in range(len(self.nodes))]
        for i, p in enumerate(self.nodes.parent.tolist()):
            if p >= 0:
                lists[p].append(i)
        return lists

    @cached_property
    def _ends(self) -> IntArray:
        n = len(self.nodes)
        ends = np.arange(1, n + 1, dtype=np.int32)
        parent = self.nodes.parent
        for i in range(n - 1, 0, -1):
            p = parent[i]
            if p >= 0 and ends[p] < ends[i]:
                ends[p] = ends[i]
        return ends

    def children_of(self, index: int) -> Sequence[int]:
        return self._child_lists[index]

    def subtree_end(self, index: int) -> int:
        """One past the last row of the subtree: rows [index, end) are the node and all below it."""
        return int(self._ends[index])

    @cached_property
    def world_from_local(self) -> FloatArray:
        """(N, 4, 4) for every node."""
        parent = self.nodes.parent
        local = self.nodes.parent_from_local
        world = local.copy()
        above = parent < 0
        while (rows := np.flatnonzero(above[parent] & (parent >= 0))).size:  # one level of the tree after the other
            world[rows] = world[parent[rows]] @ local[rows]
            above = np.zeros(len(parent), dtype=bool)
            above[rows] = True
        return world

    def parent_frame(self, index: int) -> FloatArray | None:
        """(4, 4) parent_from_world of a node; None for the root, whose parent is the world."""
        parent = int(self.nodes.parent[index])
        return None if parent < 0 else np.linalg.inv(self.world_from_local[parent])

    # -- paths ----------------------------------------------------------------------------------------------------

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Full path of every node: ``scene/desk/drawer[2]``."""
        names, ordinals, parents = self.nodes.name.tolist(), self.nodes.ordinal.tolist(), self.nodes.parent.tolist()
        out: list[str] = []
        for name, k, p in zip(names, ordinals, parents, strict=True):
            segment = self.strings[name] if k == 0 else f"{self.strings[name]}[{k}]"
            out.append(segment if p < 0 else f"{out[p]}/{segment}")
        return tuple(out)

    @cached_property
    def _path_index(self) -> dict[str, int]:
        return {p: i for i, p in enumerate(self.paths)}

    @cached_property
    def _rows_by_segment(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for i, p in enumerate(self.paths):
            rows.setdefault(p.rsplit("/", 1)[-1], []).append(i)
        return rows

    def rows_named(self, segment: str) -> Sequence[int]:
        """Rows whose own path segment, index and all, is `segment`."""
        return self._rows_by_segment.get(segment, ())

    def find_all(self, path: str, *, within: int = 0) -> list[Entity]:
        """Every node that `path` names: a full path one node, a path that starts below the root all that end in it."""
        from scene.paths import resolve

        return [Entity(self, i) for i in resolve(self, path, within=within)]

    def find(self, path: str) -> Entity:
        """The node that `path` names.

        Raises:
            PathError: no node, or several, have it; the message names the nearest, or all.
        """
        from scene.paths import resolve_one

        return Entity(self, resolve_one(self, path))

    # -- frames ---------------------------------------------------------------------------------------------------

    def frame(self, number: int) -> Scene:
        """The scene of one frame of an animation, from 0.

        Raises:
            IndexError: there is no such frame.
        """
        if not 0 <= number < self.frames:
            raise IndexError(f"there is no frame {number}: the program has {self.frames}, counted from 0")
        return self if number == 0 else replace(self, nodes=self.later_frames[number - 1], frames=1, later_frames=())

    # -- geometry -------------------------------------------------------------------------------------------------

    @cached_property
    def leaf_rows(self) -> IntArray:
        """Rows that hold geometry: primitives, assets, splats, blocks."""
        return np.flatnonzero(self.nodes.primitive != PrimitiveKind.NONE).astype(np.int32)

    @cached_property
    def bounds(self) -> FloatArray:
        """(2, 3) of the whole frame, least corner first; the unit cube for an empty scene."""
        from scene.bounds import world_bounds

        return world_bounds(self, 0)
