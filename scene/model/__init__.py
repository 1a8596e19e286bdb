"""The result of running a scene program: an instance tree with its materials, assets, lights and cameras.

A :class:`Scene` is immutable and columnar: one row per node (entity, group, asset, room part, primitive ...) in
depth-first order. A scene of tens of thousands of primitives therefore takes a few arrays, not an object per node.
An :class:`Entity` is a light view of one row. The wire format between the sandboxed child process and the host has the same
columns (:mod:`scenewright.scene.language.running.wire`).

Import all names from this package. :mod:`.scene` and :mod:`.entity` build on the columns of :mod:`.nodes` and the tables
they index (:mod:`.surfaces`, :mod:`.assets`). :mod:`.room`, :mod:`.views` and :mod:`.placing` hold the rest of the scene.

Frames: world is right-handed, +y up, objects face +z; ``parent_from_local`` maps a node's own coordinates to its
parent's, ``world_from_local`` to the world's. Column vectors: ``A @ B`` applies B first. Colours are sRGB in [0, 1].
"""

from scenewright.scene.model.assets import AssetRef, Support
from scenewright.scene.model.entity import Entity
from scenewright.scene.model.library_use import LibraryUse
from scenewright.scene.model.nodes import NodeKind, NodeTable, PrimitiveKind, slug
from scenewright.scene.model.part_joints import HINGE_SIDES, HingeSide, PartJoint
from scenewright.scene.model.placing import Adjust, PlaceCall, Relation
from scenewright.scene.model.room import Opening, Room
from scenewright.scene.model.scene import SCHEMA, Scene, SceneDisplay, SceneMeshes
from scenewright.scene.model.source_span import SourceSpan
from scenewright.scene.model.surfaces import Embedding, Material
from scenewright.scene.model.values import Array, FloatArray, IntArray, Point, Rows, Vec3, Vec4
from scenewright.scene.model.views import Camera, Environment, Light

__all__ = [
    "HINGE_SIDES",
    "SCHEMA",
    "Adjust",
    "Array",
    "AssetRef",
    "Camera",
    "Embedding",
    "Entity",
    "Environment",
    "FloatArray",
    "HingeSide",
    "IntArray",
    "LibraryUse",
    "Light",
    "Material",
    "NodeKind",
    "NodeTable",
    "Opening",
    "PartJoint",
    "PlaceCall",
    "Point",
    "PrimitiveKind",
    "Relation",
    "Room",
    "Rows",
    "Scene",
    "SceneDisplay",
    "SceneMeshes",
    "SourceSpan",
    "Support",
    "Vec3",
    "Vec4",
    "slug",
]
