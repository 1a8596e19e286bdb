"""The instance tree of a scene as Xform prims, with what is drawn many times written once.

Three ways of sharing. A primitive whose mesh and look several others have is an instance (``instanceable``) of a prototype below
``Prototypes``; so is a catalogue object that stands in the scene twice. Many unturned siblings of one mesh and look, such as the blocks of
a wall, are one PointInstancer.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from scenewright.scene.export.usd.bodies import BodyWriter
from scenewright.scene.export.usd.homes import Homes
from scenewright.scene.export.usd.identity import identify, identify_part
from scenewright.scene.export.usd.labels import CLASS, PART, Labels, SceneLabels, label, labels_of_part
from scenewright.scene.export.usd.looks import Look, LookWriter, color_name
from scenewright.scene.export.usd.meshes import MeshWriter
from scenewright.scene.export.usd.placing import place
from scenewright.scene.export.usd.prims import Prim
from scenewright.scene.geometry import AssetPart, AssetUse, MeshData, SceneGeometry
from scenewright.scene.model import FloatArray, NodeKind, Scene
from scenewright.scene.physics import BodyKind

__all__ = ["EntityWriter"]

_MANY = 64
"""Siblings from which a PointInstancer is used."""

_MODELS = (NodeKind.ENTITY, NodeKind.ASSET, NodeKind.SPLAT, NodeKind.ROOM)
"""Nodes that people think of as things: they make what holds them a group."""

_LeafKey = tuple[int, tuple[float, float, float], object, int]


class EntityWriter:
    """Adds the nodes of one frame of a scene below a prim.

    Attributes:
        prims: the prim of each row; rows of a PointInstancer have none.
    """

    def __init__(
        self,
        scene: Scene,
        geometry: SceneGeometry | None,
        world: Prim,
        looks: LookWriter,
        *,
        bodies: BodyWriter | None = None,
    ) -> None:
        """
        Args:
            geometry: None: nothing is drawn, the nodes say only who they are.
            bodies: what moves is drawn below its body there.
        """
        self.scene = scene
        self.geometry = geometry
        self.bodies = bodies
        self.homes = None if bodies is None else Homes(scene, bodies.model)
        self._home_of: dict[int, int | None] = {}
        self.labels = SceneLabels(scene)
        self.objects = {} if geometry is None else geometry.assets
        self.world = world
        self.prototypes = Prim(f"{world.path}/Prototypes", "Scope", "class")
        self.meshes = MeshWriter(looks)
        self.prims: dict[int, Prim] = {}
        self._leaf_of: dict[int, tuple[MeshData, Look]] = self._leaves()
        self._prototype_of: dict[object, str] = {}

    def add(self) -> None:
        """Add all nodes, and then the prototypes that they refer to."""
        scene = self.scene
        groups = self._many()
        many = {row for rows in groups for row in rows}
        kinds = self._kinds()
        keys = {row: _key(leaf) for row, leaf in self._leaf_of.items() if row not in many}
        uses = Counter(keys.values())
        objects = Counter(_object_key(use) for use in self.objects.values())
        for entity in scene.entities(primitives=True):
            row = entity.index
            if row in many:
                continue
            parent = int(scene.nodes.parent[row])
            above = self._home_of[parent] if parent >= 0 else None
            home = above if self.homes is None else self.homes.of_row(row, above)
            self._home_of[row] = home
            tree = self.world if parent < 0 else self.prims[parent]
            prim = self._below(tree, above, home).child(entity.path.rsplit("/", 1)[-1], "Xform")
            self.prims[row] = prim
            prim.kind = kinds[row]
            identify(prim, entity)
            self._label(prim, row, home if home != above else None)
            place(prim, self._pose(scene.nodes.parent_from_local[row], scene.world_from_local[row], above, home))
            if row in self._leaf_of:
                self._show_leaf(prim, self._leaf_of[row], uses[keys[row]] > 1)
            use = self.objects.get(row)
            if use is not None:
                whole = self.homes is None or self.homes.whole(row)
                self._show_object(prim, row, whole and objects[_object_key(use)] > 1)
        for rows in groups:
            self._add_instancer(rows)
        if self.prototypes.children:
            self.world.children.append(self.prototypes)

    # -- what moves -----------------------------------------------------------------------------------------------------

    def _below(self, tree: Prim, above: int | None, home: int | None) -> Prim:
        """The prim that a node goes below: `tree`, or its body where that is not its parent's."""
        return tree if home == above or home is None or self.bodies is None else self.bodies.prims[home]

    def _pose(self, local: FloatArray, world: FloatArray, above: int | None, home: int | None) -> FloatArray:
        if home == above or home is None or self.bodies is None:
            return local
        return np.asarray(np.linalg.inv(self.bodies.model.bodies[home].world_from_body) @ world)

    # -- labels -------------------------------------------------------------------------------------------------------

    def _label(self, prim: Prim, row: int, apart: int | None) -> None:
        """Label the prim of a row. `apart`: the body that it is drawn below and its parent is not."""
        labels, whole = self.labels.of_row(row), self._whole_of(self.labels.object_of[row])
        if labels is not None:
            label(prim, labels, () if whole is None else (whole.word.replace("_", " "), whole.phrase))
        if apart is not None and (labels is None or labels.taxonomy != CLASS):
            self._label_apart(prim, row, apart, labels is not None)

    def _label_apart(self, prim: Prim, row: int, body: int, named: bool) -> None:
        """Repeat the class of the thing of a row, which a prim below a body does not inherit. What moves is a part, though it may not be
        `named`: things are counted by the prims that are none."""
        thing = self.labels.class_of[row]
        if thing is not None:
            label(prim, Labels(CLASS, thing, "", ()))
        if not named and self.bodies is not None and self.bodies.model.bodies[body].kind is BodyKind.JOINTED:
            word = self.bodies.model.bodies[body].word.replace("_", " ")
            label(prim, Labels(PART, word, "", (word,)))

    def _whole_of(self, row: int) -> AssetPart | None:
        """The one part of a catalogue object that is all of it, if there is one."""
        use = self.objects.get(row)
        tops = [] if use is None else [part for part in use.tree.parts if part.parent < 0]
        return tops[0] if len(tops) == 1 else None

    # -- what is drawn ------------------------------------------------------------------------------------------------

    def _leaves(self) -> dict[int, tuple[MeshData, Look]]:
        geometry = self.geometry
        if geometry is None:
            return {}
        out = {}
        for row in np.flatnonzero(geometry.mesh_of_row >= 0).tolist():
            entity = self.scene.entity(row)
            look = entity.color or (1.0, 1.0, 1.0), entity.material, geometry.texture_of_row(row)
            out[row] = (geometry.meshes[int(geometry.mesh_of_row[row])], look)
        return out

    def _show_leaf(self, prim: Prim, leaf: tuple[MeshData, Look], shared: bool) -> None:
        if not shared:
            self.meshes.add(prim, *leaf)
            return
        key = _key(leaf)
        if key not in self._prototype_of:
            prototype = self.prototypes.child(f"{leaf[0].name}_{color_name(leaf[1][0])}", "Xform")
            self.meshes.add(prototype, *leaf)
            self._prototype_of[key] = prototype.path
        self._refer(prim, self._prototype_of[key])

    def _show_object(self, prim: Prim, row: int, shared: bool) -> None:
        use = self.objects[row]
        if not shared:
            self._add_parts(prim, use, row)
            return
        key = _object_key(use)
        if key not in self._prototype_of:
            ref = self.scene.entity(row).asset
            prototype = self.prototypes.child("object" if ref is None else ref.words, "Xform")
            self._add_parts(prototype, use, None)
            self._prototype_of[key] = prototype.path
        self._refer(prim, self._prototype_of[key])

    @staticmethod
    def _refer(prim: Prim, prototype: str) -> None:
        prim.reference, prim.instanceable = prototype, True

    def _add_parts(self, above: Prim, use: AssetUse, row: int | None) -> None:
        """Add the parts of an object below `above`. `row`: of its node; None: in a prototype, which is all of one body."""
        homes = None if row is None else self.homes
        start = None if row is None else self._home_of[row]
        world = None if homes is None or row is None else self.scene.world_from_local[row] @ use.node_from_asset
        from_local = None if world is None else use.tree.asset_from_local()
        alone = sum(part.parent < 0 for part in use.tree.parts) == 1
        prims: list[Prim] = []
        home_of: list[int | None] = []
        for number, part in enumerate(use.tree.parts):
            top = part.parent < 0
            tree, around = (above, start) if top else (prims[part.parent], home_of[part.parent])
            pose = use.node_from_asset @ part.parent_from_local if top else part.parent_from_local
            home = around
            if homes is not None and row is not None and world is not None and from_local is not None:
                home = homes.of_part(row, number, around)
                pose = self._pose(pose, world @ from_local[number], around, home)
            prim = self._below(tree, around, home).child(part.path.rsplit("/", 1)[-1], "Xform")
            identify_part(prim, part)
            labels = labels_of_part(part, top and alone)
            if labels is not None:
                label(prim, labels)
            if row is not None and home is not None and home != around:
                self._label_apart(prim, row, home, labels is not None)
            place(prim, pose)
            if part.mesh is not None:
                self.meshes.add(prim, part.mesh, (part.color, part.material, part.texture))
            prims.append(prim)
            home_of.append(home)

    # -- many siblings ------------------------------------------------------------------------------------------------

    def _many(self) -> list[list[int]]:
        """The rows that PointInstancers draw, those of one together. Their poses are unturned boxes' alone: USD would
        round a rotation."""
        nodes = self.scene.nodes
        linear = nodes.parent_from_local[:, :3, :3]
        scales = np.diagonal(linear, axis1=1, axis2=2)
        straight = (linear == scales[:, None, :] * np.eye(3)).all(axis=(1, 2)) & (scales > 0.0).all(axis=1)
        groups: dict[object, list[int]] = {}
        for row, leaf in self._leaf_of.items():
            if straight[row] and nodes.kind[row] == NodeKind.PRIMITIVE and not self.scene.children_of(row):
                body = None if self.homes is None else self.homes.body(row)
                groups.setdefault((int(nodes.parent[row]), _key(leaf), body), []).append(row)
        return [rows for rows in groups.values() if len(rows) >= _MANY and self._together(rows)]

    def _together(self, rows: list[int]) -> bool:
        """Whether rows of one body are drawn below their parent."""
        homes, row = self.homes, rows[0]
        if homes is None or homes.body(row) < 0:
            return True
        parents = self.scene.nodes.parent.tolist()
        if homes.body(parents[row]) == homes.body(row):
            return True
        if homes.moves(homes.body(row)):
            return False
        # what does not move stays in the tree, unless something above it moves
        above = parents[row]
        while above >= 0 and homes.of_row(above, None) is None:
            above = parents[above]
        return bool(above < 0)

    def _add_instancer(self, rows: list[int]) -> None:
        scene = self.scene
        mesh, look = self._leaf_of[rows[0]]
        above = self.prims[int(scene.nodes.parent[rows[0]])]
        prim = above.child(f"{mesh.name}_{color_name(look[0])}", "PointInstancer")
        prototype = prim.child("prototype", "Xform")
        self.meshes.add(prototype, mesh, look)
        local = scene.nodes.parent_from_local[rows]
        positions = local[:, :3, 3].astype(np.float32)
        scales = np.diagonal(local[:, :3, :3], axis1=1, axis2=2).astype(np.float32)
        corners = np.stack([mesh.vertices.min(axis=0), mesh.vertices.max(axis=0)])
        reach = positions[:, None] + scales[:, None] * corners
        prim.set("positions", "point3f[]", positions)
        prim.set("scales", "float3[]", scales)
        prim.set("protoIndices", "int[]", np.zeros(len(rows), dtype=np.int32))
        prim.set("ids", "int64[]", np.array(rows, dtype=np.int64))
        prim.set("extent", "float3[]", np.stack([reach.min(axis=(0, 1)), reach.max(axis=(0, 1))]))
        prim.set("scenewright:paths", "string[]", [scene.paths[row] for row in rows], custom=True)
        prim.targets["prototypes"] = (prototype.path,)

    # -- kinds --------------------------------------------------------------------------------------------------------

    def _kinds(self) -> list[str | None]:
        """USD's kind of each row: a group where there are things below, else a component. Kinds are whole from the top: what is inside a
        component has none."""
        nodes = self.scene.nodes
        holds = np.zeros(len(nodes), dtype=bool)
        thing = np.isin(nodes.kind, _MODELS)
        parents = nodes.parent.tolist()
        for row in range(len(nodes) - 1, 0, -1):
            if parents[row] >= 0 and (thing[row] or holds[row]):
                holds[parents[row]] = True
        kinds: list[str | None] = []
        for row, parent in enumerate(parents):
            inside = parent >= 0 and kinds[parent] != "group"
            kinds.append(None if inside else "group" if holds[row] else "component")
        return kinds


def _key(leaf: tuple[MeshData, Look]) -> _LeafKey:
    mesh, (color, material, picture) = leaf
    return id(mesh), color, material, -1 if picture is None else id(picture)


def _object_key(use: AssetUse) -> tuple[int, bytes]:
    return id(use.tree), use.node_from_asset.tobytes()
