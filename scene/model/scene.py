"""The scene: the instance tree of one evaluated program, with its tables, paths and frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

from scenewright.scene.errors import PathError, ScenewrightError
from scenewright.scene.model.assets import AssetRef
from scenewright.scene.model.entity import Entity
from scenewright.scene.model.library_use import LibraryUse
from scenewright.scene.model.nodes import NodeKind, NodeTable, PrimitiveKind
from scenewright.scene.model.placing import Adjust, PlaceCall, Relation
from scenewright.scene.model.room import Room
from scenewright.scene.model.surfaces import Embedding, Material
from scenewright.scene.model.values import FloatArray, IntArray
from scenewright.scene.model.views import Camera, Environment, Light
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    import trimesh

__all__ = ["SCHEMA", "Scene", "SceneDisplay", "SceneMeshes"]

SCHEMA = 1
"""Version of every JSON answer, of the wire format and of ``scene.toml``."""


class SceneMeshes(Protocol):
    """What makes the triangles of scenes: it knows the catalogues and the scene folder, which a scene does not."""

    def to_trimesh(self, scene: Scene) -> trimesh.Scene:
        """The scene for trimesh; see :meth:`Scene.to_trimesh`."""


class SceneDisplay(Protocol):
    """What shows scenes in notebooks: it stands above the core, which draws nothing."""

    def html(self, scene: Scene) -> str:
        """The viewer, in a frame."""

    def jpeg(self, scene: Scene) -> bytes:
        """A picture by the scene's first camera."""


@dataclass(frozen=True, repr=False)
class Scene:
    """One evaluated program. For an animation it holds all frames and shows frame 0; :meth:`frame` gives the others.

    Frame: the world's, right-handed, +y up, units of `units` (metres where it is None). Colours are sRGB in [0, 1].

    Attributes:
        nodes: one row a node, depth first; :meth:`entities` gives them as objects.
        strings, materials, embeddings, assets, places: the tables that columns of `nodes` index.
        room: floor plan and openings; None for a scene without a room.
        lights, cameras, environment: those of the program, in the world frame; None: it states no environment.
        relations: what must hold between instances, as ``relate`` stated it.
        adjusts: changes to parts of instances, as ``adjust`` stated them.
        warnings: what the evaluation noticed, for people.
        libraries: those that the program imported.
        seed: random seed of the evaluation.
        root_name: name of the function that is the scene.
        units: as the program names them; None: it names none.
        frames: number of frames; `later_frames`: the nodes of all but the first.
        schema: version of the columns.
        meshes: what makes its triangles; None for a scene that was made without the catalogues. `display`: what shows it in notebooks; None
            likewise.
    """

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
    libraries: tuple[LibraryUse, ...] = ()
    seed: int = 0
    root_name: str = ""
    units: str | None = None
    frames: int = 1
    later_frames: tuple[NodeTable, ...] = ()
    schema: int = SCHEMA
    meshes: SceneMeshes | None = field(default=None, compare=False)
    display: SceneDisplay | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        size = "" if self.room is None else f", room {self.room.width:g} x {self.room.depth:g} x {self.room.height:g}"
        frames = "" if self.frames == 1 else f", {self.frames} frames"
        return f"Scene({self.root_name!r}, {len(self.nodes):,} nodes{size}{frames})"

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the viewer, without a server. None for a scene that was made without the catalogues."""
        return None if self.display is None else self.display.html(self)

    def _repr_jpeg_(self) -> bytes | None:
        """What is shown where a notebook's HTML is not: in notebooks that nobody trusts yet, and on web sites that list them."""
        return None if self.display is None else self.display.jpeg(self)

    def __getstate__(self) -> dict[str, object]:
        """What a copy of the scene in another process gets: not the catalogues, which belong to this one."""
        return {**self.__dict__, "meshes": None, "display": None}

    # -- the tree -------------------------------------------------------------------------------------------------

    @property
    def root(self) -> Entity:
        """The node that all others are part of."""
        return Entity(self, 0)

    def __len__(self) -> int:
        return len(self.nodes)

    def entities(self, *, primitives: bool = False) -> Iterator[Entity]:
        """Every node, depth first. `primitives` includes the leaves of ``primitive_call``."""
        rows = range(len(self.nodes)) if primitives else np.flatnonzero(self.nodes.kind != NodeKind.PRIMITIVE).tolist()
        for i in rows:
            yield Entity(self, i)

    def entity(self, index: int) -> Entity:
        """The node in a row of the node table, from 0. :meth:`find` takes a path.

        Raises:
            PathError: there is no such row.
        """
        if isinstance(index, bool) or not isinstance(index, (int, np.integer)):
            raise PathError(f"a node is asked for by its row, not by {cut(repr(index), 40)}: find takes a path").about(
                "index"
            )
        if not 0 <= index < len(self.nodes):
            raise PathError(f"there is no node {index}: the scene has {len(self.nodes)}").about("index")
        return Entity(self, int(index))

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
        """Rows of the parts of the node in a row, in the order of the program."""
        return self._child_lists[index]

    def subtree_end(self, index: int) -> int:
        """One past the last row of the subtree. Rows [index, end) are the node and its descendants."""
        return int(self._ends[index])

    @cached_property
    def world_from_local(self) -> FloatArray:
        """(N, 4, 4) world_from_local of every node."""
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
        """Rows whose own path segment (with its index) is `segment`."""
        return self._rows_by_segment.get(segment, ())

    def find_all(self, path: str, *, within: int = 0) -> list[Entity]:
        """Every node that `path` names. A full path names one node; a partial path names all nodes whose path ends in it."""
        from scenewright.scene.paths import resolve

        return [Entity(self, i) for i in resolve(self, path, within=within)]

    def find(self, path: str) -> Entity:
        """The node that `path` names.

        Raises:
            PathError: no node or several match; the message names similar paths, or all matches.
        """
        from scenewright.scene.paths import resolve_one

        return Entity(self, resolve_one(self, path))

    # -- frames ---------------------------------------------------------------------------------------------------

    def frame(self, number: int) -> Scene:
        """The scene of one frame of an animation, from 0.

        Raises:
            IndexError: there is no such frame.
            PathError: the number is no whole number.
        """
        if isinstance(number, bool) or not isinstance(number, (int, np.integer)):
            raise PathError(f"number: a frame is a whole number, not {cut(repr(number), 40)}").about("number")
        if not 0 <= number < self.frames:
            raise IndexError(f"there is no frame {number}: the program has {self.frames}, counted from 0")
        return self if number == 0 else replace(self, nodes=self.later_frames[number - 1], frames=1, later_frames=())

    # -- geometry -------------------------------------------------------------------------------------------------

    def to_trimesh(self) -> trimesh.Scene:
        """The scene for trimesh, in the scene's own frame (+y up) and units.

        The graph has the shape of the instance tree. Its nodes are named by path, parts of catalogue objects ``<path>/<part>``; their
        metadata hold path, word and entity id. ``metadata['warnings']`` lists what could not be converted.

        Raises:
            ScenewrightError: the scene was made without the catalogues; scenes of ``scenewright.evaluate`` and of sessions have them.
        """
        if self.meshes is None:
            raise ScenewrightError(
                "this scene has no catalogues to take its meshes from: scenewright.evaluate(...) gives one that has"
            )
        return self.meshes.to_trimesh(self)

    @cached_property
    def leaf_rows(self) -> IntArray:
        """Rows that hold geometry: primitives, assets, splats, blocks."""
        return np.flatnonzero(self.nodes.primitive != PrimitiveKind.NONE).astype(np.int32)

    @cached_property
    def bounds(self) -> FloatArray:
        """(2, 3) of the whole frame, least corner first; the unit cube for an empty scene."""
        from scenewright.scene.model.bounds import world_bounds

        return world_bounds(self, 0)
