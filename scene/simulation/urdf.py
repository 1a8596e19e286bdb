"""A scene, or one of its things, as URDF (http://wiki.ros.org/urdf/XML).

A thing has a file of its own: its links and joints, and its root link's frame is at the middle of its underside. So a simulator spawns it
at its pose, fixed or free. The whole scene is one file, too: each thing hangs on the link ``world`` by a fixed or a floating joint.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

import numpy as np

from scenewright.scene.model import FloatArray
from scenewright.scene.physics import BodyKind, Collider, ColliderShape, JointKind, PhysicsModel
from scenewright.scene.simulation.link_meshes import LinkMeshes, ShownMesh
from scenewright.scene.simulation.z_up import UP, numbers, roll_pitch_yaw, turned_up

__all__ = ["thing_urdf", "world_urdf"]

_EFFORT = 100.0
_SPEED = 10.0
"""Limits that URDF asks for of each joint: N m or N, and rad/s or m/s. No motor drives these joints."""


def world_urdf(model: PhysicsModel, meshes: LinkMeshes, folder: str, name: str) -> str:
    """The URDF of a whole scene: things on the link ``world``.

    Args:
        folder: of the meshes, from the file's own.
        name: of the robot.
    """
    root = Xml.Element("robot", name=name)
    Xml.SubElement(root, "link", name="world")
    for number, body in enumerate(model.bodies):
        if body.parent < 0:
            kind = "fixed" if body.kind is BodyKind.FIXED else "floating"
            joint = Xml.SubElement(root, "joint", name=f"{body.name}_in_world", type=kind)
            Xml.SubElement(joint, "parent", link="world")
            Xml.SubElement(joint, "child", link=body.name)
            _origin(joint, turned_up(body.world_from_body))
            _links(root, model, meshes, folder, [number, *model.children(number)])
    return _text(root)


def thing_urdf(model: PhysicsModel, meshes: LinkMeshes, folder: str, number: int) -> str:
    """The URDF of one body that is on no joint, with its moving parts. Its root link has the body's name."""
    root = Xml.Element("robot", name=model.bodies[number].name)
    _links(root, model, meshes, folder, [number, *model.children(number)])
    return _text(root)


def _text(root: Xml.Element) -> str:
    Xml.indent(root)
    return '<?xml version="1.0"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _links(root: Xml.Element, model: PhysicsModel, meshes: LinkMeshes, folder: str, numbers_: Sequence[int]) -> None:
    for number in numbers_:
        body = model.bodies[number]
        link = Xml.SubElement(root, "link", name=body.name)
        inertial = Xml.SubElement(link, "inertial")
        Xml.SubElement(inertial, "origin", xyz=numbers(UP[:3, :3] @ body.centre), rpy="0 0 0")
        Xml.SubElement(inertial, "mass", value=numbers([body.mass]))
        tensor = UP[:3, :3] @ body.inertia @ UP[:3, :3].T
        places = {"ixx": (0, 0), "ixy": (0, 1), "ixz": (0, 2), "iyy": (1, 1), "iyz": (1, 2), "izz": (2, 2)}
        Xml.SubElement(inertial, "inertia", {key: f"{tensor[at]:.9g}" for key, at in places.items()})
        for mesh in meshes.shown[number]:
            _visual(link, mesh, folder)
        for collider, file in zip(body.colliders, meshes.colliders[number], strict=True):
            _collision(link, collider, f"{folder}/{file}")
        if body.kind is BodyKind.JOINTED:
            _joint(root, model, body.joint)


def _origin(element: Xml.Element, matrix: FloatArray) -> None:
    Xml.SubElement(element, "origin", xyz=numbers(matrix[:3, 3]), rpy=numbers(roll_pitch_yaw(matrix)))


def _visual(link: Xml.Element, mesh: ShownMesh, folder: str) -> None:
    visual = Xml.SubElement(link, "visual")
    geometry = Xml.SubElement(visual, "geometry")
    Xml.SubElement(geometry, "mesh", filename=f"{folder}/{mesh.file}")
    material = Xml.SubElement(visual, "material", name=mesh.look)
    Xml.SubElement(material, "color", rgba=numbers(mesh.color))
    if mesh.texture:
        Xml.SubElement(material, "texture", filename=f"{folder}/{mesh.texture}")


def _collision(link: Xml.Element, collider: Collider, file: str) -> None:
    collision = Xml.SubElement(link, "collision")
    _origin(collision, turned_up(collider.body_from_collider))
    geometry = Xml.SubElement(collision, "geometry")
    a, b, c = collider.size
    if collider.shape is ColliderShape.BOX:
        Xml.SubElement(geometry, "box", size=numbers([2.0 * a, 2.0 * c, 2.0 * b]))
    elif collider.shape is ColliderShape.SPHERE:
        Xml.SubElement(geometry, "sphere", radius=numbers([a]))
    elif collider.shape is ColliderShape.CYLINDER:
        Xml.SubElement(geometry, "cylinder", radius=numbers([a]), length=numbers([2.0 * b]))
    else:
        Xml.SubElement(geometry, "mesh", filename=file)


def _joint(root: Xml.Element, model: PhysicsModel, number: int) -> None:
    joint = model.joints[number]
    parent, child = model.bodies[joint.parent], model.bodies[joint.child]
    # a URDF joint is at 0 in the file, where it is shut
    shut = joint.world_motion(0.0) @ child.world_from_body
    element = Xml.SubElement(
        root, "joint", name=joint.name, type="revolute" if joint.kind is JointKind.REVOLUTE else "prismatic"
    )
    Xml.SubElement(element, "parent", link=parent.name)
    Xml.SubElement(element, "child", link=child.name)
    _origin(element, turned_up(np.linalg.inv(parent.world_from_body) @ shut))
    Xml.SubElement(element, "axis", xyz=numbers(UP[:3, :3] @ (shut[:3, :3].T @ joint.axis)))
    Xml.SubElement(
        element, "limit", lower=numbers([joint.lower]), upper=numbers([joint.upper]), effort=f"{_EFFORT:g}",
        velocity=f"{_SPEED:g}",
    )  # fmt: skip
    Xml.SubElement(element, "dynamics", damping=numbers([joint.damping]), friction=numbers([joint.friction]))
