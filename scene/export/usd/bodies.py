"""Rigid bodies, colliders, masses and joints as UsdPhysics.

Specification: https://openusd.org/release/api/usd_physics_page_front.html. Frames of bodies have no scale: joints and masses are in metres.
"""

from __future__ import annotations

import math

import numpy as np

from scenewright.scene.export.usd.placing import place
from scenewright.scene.export.usd.prims import Prim
from scenewright.scene.model import FloatArray
from scenewright.scene.physics import BodyJoint, BodyKind, Collider, ColliderShape, JointKind, PhysicsModel, RigidBody

__all__ = ["BodyWriter"]

_GRAVITY = 9.81


class BodyWriter:
    """Adds the bodies of a model below ``Bodies`` and its joints below ``Joints``.

    Attributes:
        prims: the Xform of each body, with its colliders; what shows a moving body goes below it.
    """

    def __init__(self, model: PhysicsModel, world: Prim) -> None:
        self.model = model
        self.world = world
        settings = world.child("PhysicsScene", "PhysicsScene")
        settings.set("physics:gravityDirection", "vector3f", [0.0, 0.0, -1.0])
        settings.set("physics:gravityMagnitude", "float", _GRAVITY)
        self._matters = Prim(f"{world.path}/PhysicsMaterials", "Scope")
        self._matter_of: dict[float, str] = {}
        scope = world.child("Bodies", "Xform")
        scope.kind = "group"
        self.prims = [self._body(scope, body) for body in model.bodies]
        if model.joints:
            joints = world.child("Joints", "Scope")
            for joint in model.joints:
                self._joint(joints, joint)
        world.children.append(self._matters)

    def _body(self, scope: Prim, body: RigidBody) -> Prim:
        prim = scope.child(body.name, "Xform")
        place(prim, body.world_from_body)
        prim.kind = "group"
        prim.set("scenewright:body", "string", body.path, custom=True)
        if body.kind is not BodyKind.FIXED:
            prim.apply("PhysicsRigidBodyAPI")
            prim.apply("PhysicsMassAPI")
            prim.set("physics:mass", "float", body.mass)
            prim.set("physics:centerOfMass", "point3f", body.centre.tolist())
            moments, axes = np.linalg.eigh(body.inertia)
            axes *= np.sign(np.linalg.det(axes))
            prim.set("physics:diagonalInertia", "float3", moments.tolist())
            prim.set("physics:principalAxes", "quatf", _quaternion(axes))
        for collider in body.colliders:
            self._collider(prim, collider)
        return prim

    def _collider(self, above: Prim, collider: Collider) -> None:
        """A guide, which pictures do not show."""
        shape = collider.shape
        prim = above.child(
            "collider", {"box": "Cube", "cylinder": "Cylinder", "sphere": "Sphere", "convex": "Mesh"}[shape]
        )
        half = np.array(collider.size)
        frame = collider.body_from_collider
        if shape is ColliderShape.BOX:
            prim.set("size", "double", 2.0)
            frame = frame @ np.diag([*half, 1.0])
            half = np.ones(3)
        elif shape is ColliderShape.CYLINDER:
            prim.set("axis", "token", "Y", uniform=True)
            prim.set("radius", "double", half[0].item())
            prim.set("height", "double", 2.0 * half[1].item())
        elif shape is ColliderShape.SPHERE:
            prim.set("radius", "double", half[0].item())
        else:
            _convex(prim, collider)
        place(prim, frame)
        if shape is not ColliderShape.CONVEX:
            prim.set("extent", "float3[]", np.stack([-half, half]).astype(np.float32))
        prim.set("purpose", "token", "guide", uniform=True)
        prim.apply("PhysicsCollisionAPI")
        prim.apply("MaterialBindingAPI")
        prim.targets["material:binding:physics"] = (self._matter(collider.friction),)

    def _matter(self, friction: float) -> str:
        if friction not in self._matter_of:
            prim = self._matters.child(f"friction_{round(friction * 100)}", "Material")
            prim.apply("PhysicsMaterialAPI")
            prim.set("physics:staticFriction", "float", friction)
            prim.set("physics:dynamicFriction", "float", friction)
            prim.set("physics:restitution", "float", 0.0)
            self._matter_of[friction] = prim.path
        return self._matter_of[friction]

    def _joint(self, scope: Prim, joint: BodyJoint) -> None:
        turns = joint.kind is JointKind.REVOLUTE
        prim = scope.child(joint.name, "PhysicsRevoluteJoint" if turns else "PhysicsPrismaticJoint")
        parent, child = (self.model.bodies[n].world_from_body for n in (joint.parent, joint.child))
        shut = np.eye(4)
        shut[:3, :3], shut[:3, 3] = _frame_along(joint.axis), joint.origin
        # the child's end of the joint is where the joint stands now
        now = np.linalg.inv(joint.world_motion(0.0)) @ shut
        for end, world_from_body, world_from_end in ((0, parent, shut), (1, child, now)):
            body_from_end = np.linalg.inv(world_from_body) @ world_from_end
            prim.set(f"physics:localPos{end}", "point3f", body_from_end[:3, 3].tolist())
            prim.set(f"physics:localRot{end}", "quatf", _quaternion(body_from_end[:3, :3]))
        prim.targets["physics:body0"] = (self.prims[joint.parent].path,)
        prim.targets["physics:body1"] = (self.prims[joint.child].path,)
        prim.set("physics:axis", "token", "X", uniform=True)
        # USD measures turns in degrees
        unit = math.degrees(1.0) if turns else 1.0
        prim.set("physics:lowerLimit", "float", joint.lower * unit)
        prim.set("physics:upperLimit", "float", joint.upper * unit)
        drive = "angular" if turns else "linear"
        prim.apply(f"PhysicsDriveAPI:{drive}")
        prim.set(f"drive:{drive}:physics:type", "token", "force", uniform=True)
        prim.set(f"drive:{drive}:physics:damping", "float", joint.damping / unit)
        prim.set(f"drive:{drive}:physics:stiffness", "float", 0.0)
        prim.set(f"drive:{drive}:physics:targetVelocity", "float", 0.0)
        prim.set("scenewright:position", "float", joint.position * unit, custom=True)
        prim.set("scenewright:friction", "float", joint.friction, custom=True)


def _convex(prim: Prim, collider: Collider) -> None:
    points = collider.vertices.astype(np.float32)
    prim.set("points", "point3f[]", points)
    prim.set("faceVertexCounts", "int[]", np.full(len(collider.faces), 3, dtype=np.int32))
    prim.set("faceVertexIndices", "int[]", collider.faces.reshape(-1).astype(np.int32))
    prim.set("subdivisionScheme", "token", "none", uniform=True)
    prim.set("extent", "float3[]", np.stack([points.min(axis=0), points.max(axis=0)]))
    prim.apply("PhysicsMeshCollisionAPI")
    prim.set("physics:approximation", "token", "convexHull", uniform=True)


def _frame_along(axis: FloatArray) -> FloatArray:
    """(3, 3) a rotation whose x is along `axis`."""
    least = np.eye(3)[int(np.abs(axis).argmin())]
    y = np.cross(axis, least)
    y /= np.linalg.norm(y)
    return np.stack([axis, y, np.cross(axis, y)], axis=1)


def _quaternion(rotation: FloatArray) -> list[float]:
    """wxyz of a rotation (3, 3)."""
    from scipy.spatial.transform import Rotation

    x, y, z, w = Rotation.from_matrix(rotation).as_quat().tolist()
    return [w, x, y, z]
