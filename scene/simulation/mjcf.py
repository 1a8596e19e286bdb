"""A scene as MJCF, MuJoCo's own format (https://mujoco.readthedocs.io/en/stable/XMLreference.html)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

import numpy as np

from scenewright.scene.export.facing import world_from_facing
from scenewright.scene.model import Camera
from scenewright.scene.physics import BodyKind, Collider, ColliderShape, JointKind, PhysicsModel
from scenewright.scene.simulation.link_meshes import LinkMeshes
from scenewright.scene.simulation.z_up import UP, numbers, quaternion, turned_up

__all__ = ["mjcf_text"]

_STEP = 0.002
_SHOWN, _HIT = "2", "3"
"""Geom groups, as MuJoCo's viewer and models have them: what is seen, and colliders, which it hides at first."""


def mjcf_text(
    model: PhysicsModel, meshes: LinkMeshes, folder: str, name: str, *, cameras: Sequence[Camera] = ()
) -> str:
    """The MJCF of a scene. Where it begins, all bodies are as the program shows them.

    Bodies have the names of the model's. A free body has a joint ``<name>_free``. A moving part is a child of its thing; the position of
    its joint is 0 where it is shut. Contacts between a part and what it turns on are left out, since the gaps of hinges are fractions of a
    millimetre.

    Args:
        meshes: of the model.
        folder: of the meshes, from the file's own.
        name: of the model.
        cameras: of the scene: ``camera_0``, ``camera_1``, ... of the file.
    """
    root = Xml.Element("mujoco", model=name)
    Xml.SubElement(
        root, "compiler", angle="radian", meshdir=folder, texturedir=folder, autolimits="true", balanceinertia="true"
    )
    # elliptic cones with a high ratio keep what lies still from creeping; see MuJoCo's documentation, Computation, Contact
    Xml.SubElement(root, "option", timestep=str(_STEP), integrator="implicitfast", cone="elliptic", impratio="10")
    # rooms have a ceiling: with MuJoCo's own headlight most of them are dark
    visual = Xml.SubElement(root, "visual")
    Xml.SubElement(visual, "headlight", ambient="0.35 0.35 0.35", diffuse="0.45 0.45 0.45", specular="0.1 0.1 0.1")
    default = Xml.SubElement(root, "default")
    shown = Xml.SubElement(default, "default", {"class": "shown"})
    Xml.SubElement(shown, "geom", contype="0", conaffinity="0", group=_SHOWN, mass="0")
    hit = Xml.SubElement(default, "default", {"class": "collider"})
    Xml.SubElement(hit, "geom", group=_HIT, mass="0", rgba="0.2 0.6 0.9 0.4")
    _assets(root, meshes)
    world = Xml.SubElement(root, "worldbody")
    Xml.SubElement(world, "light", pos="0 0 4", dir="0.2 0.3 -1", type="directional", diffuse="0.6 0.6 0.6")
    for number, camera in enumerate(cameras):
        world.append(_camera(camera, f"camera_{number}"))
    elements: list[Xml.Element] = []
    contact = Xml.Element("contact")
    for number, body in enumerate(model.bodies):
        above = model.bodies[body.parent].world_from_body if body.parent >= 0 else np.eye(4)
        pose = turned_up(np.linalg.inv(above) @ body.world_from_body)
        element = Xml.SubElement(
            elements[body.parent] if body.parent >= 0 else world,
            "body", name=body.name, pos=numbers(pose[:3, 3]), quat=numbers(quaternion(pose)),
        )  # fmt: skip
        elements.append(element)
        if body.kind is BodyKind.FREE:
            Xml.SubElement(element, "freejoint", name=f"{body.name}_free")
        if body.kind is BodyKind.JOINTED:
            _joint(element, model, body.joint)
            Xml.SubElement(contact, "exclude", body1=model.bodies[body.parent].name, body2=body.name)
        _inertial(element, model, number)
        for mesh in meshes.shown[number]:
            Xml.SubElement(
                element, "geom", {"class": "shown", "type": "mesh", "mesh": _stem(mesh.file), "material": mesh.look}
            )
        for collider, file in zip(body.colliders, meshes.colliders[number], strict=True):
            element.append(_collider(collider, file))
    if len(contact):
        root.append(contact)
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode") + "\n"


def _camera(camera: Camera, name: str) -> Xml.Element:
    """It looks along -z, with y up (MuJoCo's XML reference, body/camera)."""
    eye = np.asarray(camera.eye)
    pose = UP @ world_from_facing(eye, np.asarray(camera.target) - eye)
    axes = numbers(pose[:3, :2].T)
    return Xml.Element("camera", name=name, pos=numbers(pose[:3, 3]), xyaxes=axes, fovy=numbers([camera.fov]))


def _stem(file: str) -> str:
    return file.removesuffix(".obj")


def _assets(root: Xml.Element, meshes: LinkMeshes) -> None:
    asset = Xml.SubElement(root, "asset")
    looks = {mesh.look: mesh for own in meshes.shown for mesh in own}
    for texture in dict.fromkeys(mesh.texture for mesh in looks.values() if mesh.texture):
        Xml.SubElement(asset, "texture", name=texture.removesuffix(".png"), type="2d", file=texture)
    for look, mesh in looks.items():
        material = Xml.SubElement(
            asset, "material", name=look, rgba=numbers(mesh.color), specular=f"{0.5 * (1.0 - mesh.roughness):.3g}",
            shininess=f"{1.0 - mesh.roughness:.3g}", emission=f"{min(mesh.emission, 1.0):.3g}",
            metallic=f"{mesh.metallic:.3g}", roughness=f"{mesh.roughness:.3g}",
        )  # fmt: skip
        if mesh.texture:
            material.set("texture", mesh.texture.removesuffix(".png"))
    for own in meshes.shown:
        for mesh in own:
            Xml.SubElement(asset, "mesh", name=_stem(mesh.file), file=mesh.file, inertia="shell")
    for file in dict.fromkeys(file for named in meshes.colliders for file in named if file):
        Xml.SubElement(asset, "mesh", name=_stem(file), file=file, inertia="shell")


def _joint(element: Xml.Element, model: PhysicsModel, number: int) -> None:
    joint = model.joints[number]
    child = model.bodies[joint.child]
    axis = UP[:3, :3] @ (child.world_from_body[:3, :3].T @ joint.axis)
    Xml.SubElement(
        element,
        "joint",
        name=joint.name,
        type="hinge" if joint.kind is JointKind.REVOLUTE else "slide",
        axis=numbers(axis),
        range=numbers([joint.lower, joint.upper]),
        ref=numbers([joint.position]),
        damping=numbers([joint.damping]),
        frictionloss=numbers([joint.friction]),
    )


def _inertial(element: Xml.Element, model: PhysicsModel, number: int) -> None:
    body = model.bodies[number]
    turn = UP[:3, :3]
    inertia = turn @ body.inertia @ turn.T
    xx, yy, zz = np.diag(inertia).tolist()
    full = [xx, yy, zz, inertia[0, 1], inertia[0, 2], inertia[1, 2]]
    Xml.SubElement(
        element, "inertial", pos=numbers(turn @ body.centre), mass=numbers([body.mass]),
        fullinertia=" ".join(f"{v:.9g}" for v in full),
    )  # fmt: skip


def _collider(collider: Collider, file: str) -> Xml.Element:
    pose = turned_up(collider.body_from_collider)
    a, b, c = collider.size
    geom = Xml.Element("geom", {"class": "collider", "pos": numbers(pose[:3, 3]), "quat": numbers(quaternion(pose))})
    geom.set("friction", f"{collider.friction:.3g} 0.005 0.0001")
    if collider.shape is ColliderShape.BOX:
        geom.set("type", "box")
        geom.set("size", numbers([a, c, b]))
    elif collider.shape is ColliderShape.SPHERE:
        geom.set("type", "sphere")
        geom.set("size", numbers([a]))
    elif collider.shape is ColliderShape.CYLINDER:
        geom.set("type", "cylinder")
        geom.set("size", numbers([a, b]))
    else:
        geom.set("type", "mesh")
        geom.set("mesh", _stem(file))
    return geom
