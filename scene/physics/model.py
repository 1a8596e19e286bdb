"""The data of a scene in motion: rigid bodies, colliders, joints."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import FloatArray, IntArray, Vec3
from scenewright.scene.short_repr import short_repr

__all__ = ["BodyJoint", "BodyKind", "Collider", "ColliderShape", "JointKind", "PhysicsModel", "RigidBody"]


class ColliderShape(enum.StrEnum):
    """The shape of a collider, centred in its own frame."""

    BOX = "box"
    CYLINDER = "cylinder"
    """Along its own y."""
    SPHERE = "sphere"
    CONVEX = "convex"


class BodyKind(enum.StrEnum):
    """How a body moves."""

    FIXED = "fixed"
    FREE = "free"
    JOINTED = "jointed"
    """On its parent, by one joint."""


class JointKind(enum.StrEnum):
    """What a joint lets its child do."""

    REVOLUTE = "revolute"
    PRISMATIC = "prismatic"


@dataclass(frozen=True, eq=False)
class Collider:
    """A convex solid of a body.

    `body_from_collider`: (4, 4) rigid. `size`: half edges of a box; (radius, half length, radius) of a cylinder; the radius of a sphere,
    three times; half the extent of a convex solid; metres. `vertices` (V, 3), `faces` (F, 3): of a convex solid, in the collider's frame,
    counter-clockwise seen from outside; empty for the others. `instance`: the instance of the geometry that it stands for, -1 for none.
    `volume`: cubic metres. `mass`: kg. `friction`: sliding coefficient.
    """

    shape: ColliderShape
    body_from_collider: FloatArray
    size: Vec3
    volume: float
    mass: float
    friction: float
    instance: int
    vertices: FloatArray
    faces: npt.NDArray[np.int64]

    __repr__ = short_repr


@dataclass(frozen=True, eq=False)
class RigidBody:
    """One rigid body.

    `name`: unique in the model, made of letters, digits and underscores. `path`: of its entity; of a part of a catalogue object with the
    part's own path behind it. `word`: what it is. `world_from_body`: (4, 4) rigid, where the program shows it. `mass` (kg), `centre` (3,)
    of mass (metres) and `inertia` (3, 3) about it (kg m2), in the body's frame; mass and inertia are positive for every body.
    `instances`: (I,) the instances of the geometry that show it. `parent`, `joint`: numbers of the body and the joint that a jointed body
    is on; -1 for the others.
    """

    name: str
    path: str
    word: str
    kind: BodyKind
    world_from_body: FloatArray
    colliders: tuple[Collider, ...]
    mass: float
    centre: FloatArray
    inertia: FloatArray
    instances: IntArray
    parent: int = -1
    joint: int = -1

    __repr__ = short_repr


@dataclass(frozen=True, eq=False)
class BodyJoint:
    """A hinge or a slide between two bodies.

    `parent`, `child`: numbers of bodies. `origin`, `axis`: (3,) a point on the axis and its unit direction, in the world, where the program
    shows the parent. A positive position opens: the child turns right-handed about the axis, or slides along it. `lower`, `upper`,
    `position`: limits, and where the program shows it; 0 is shut; radians or metres. `damping`: N m s/rad or N s/m. `friction`: N m or N.
    `encloses`: whether there is a space for things behind the child, or, of a slide, in it.
    """

    name: str
    kind: JointKind
    parent: int
    child: int
    origin: FloatArray
    axis: FloatArray
    lower: float
    upper: float
    position: float
    damping: float
    friction: float
    encloses: bool = True

    __repr__ = short_repr

    def world_motion(self, position: float) -> FloatArray:
        """(4, 4) what moves the child, in the world, from where the program shows it to a position."""
        change = position - self.position
        out = np.eye(4)
        if self.kind is JointKind.PRISMATIC:
            out[:3, 3] = self.axis * change
            return out
        x, y, z = self.axis
        cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
        # Rodrigues' rotation formula
        turn = np.eye(3) + np.sin(change) * cross + (1.0 - np.cos(change)) * (cross @ cross)
        out[:3, :3] = turn
        out[:3, 3] = self.origin - turn @ self.origin
        return out


@dataclass(frozen=True, eq=False)
class PhysicsModel:
    """A scene as rigid bodies. A parent stands before its children. `geometry`: what shows them. `warnings`: for people."""

    bodies: tuple[RigidBody, ...]
    joints: tuple[BodyJoint, ...]
    geometry: SceneGeometry
    warnings: tuple[str, ...] = ()

    __repr__ = short_repr

    @cached_property
    def by_name(self) -> dict[str, int]:
        """The number of each body by its name."""
        return {body.name: number for number, body in enumerate(self.bodies)}

    def children(self, number: int) -> list[int]:
        """The numbers of the bodies on joints of a body."""
        return [i for i, body in enumerate(self.bodies) if body.parent == number]
