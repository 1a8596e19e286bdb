"""Cameras and lights of a scene as prims.

Lights are in the units of :mod:`scenewright.scene.lights`, watts and metres; ``normalize`` keeps the power of a light whatever its size.
"""

from __future__ import annotations

import math

import numpy as np

from scenewright.scene.export.facing import world_from_facing
from scenewright.scene.export.usd.placing import place
from scenewright.scene.export.usd.prims import Prim
from scenewright.scene.lights import SPOT_INNER_SHARE, SPOT_OUTER_DEGREES, PhysicalLight, length_scale, physical_lights
from scenewright.scene.model import Scene

__all__ = ["add_cameras", "add_lights"]

_APERTURE = 0.24
"""Height of a camera's film, in tenths of a scene unit, as USD measures it: 24 mm where the unit is a metre."""
_ASPECT = 4.0 / 3.0
_NEAR, _FAR = 0.01, 1000.0


def add_cameras(above: Prim, scene: Scene) -> None:
    """The program's cameras, in their order. USD has a film of a width, too: it is that of a 4:3 picture."""
    if not scene.cameras:
        return
    scope = above.child("Cameras", "Scope")
    unit = length_scale(scene)
    for camera in scene.cameras:
        prim = scope.child("camera", "Camera")
        eye, target = np.asarray(camera.eye), np.asarray(camera.target)
        place(prim, world_from_facing(eye, target - eye))
        prim.set("projection", "token", "perspective")
        prim.set("verticalAperture", "float", _APERTURE)
        prim.set("horizontalAperture", "float", _APERTURE * _ASPECT)
        prim.set("focalLength", "float", _APERTURE / 2.0 / math.tan(math.radians(camera.fov) / 2.0))
        prim.set("focusDistance", "float", float(np.linalg.norm(target - eye)))
        prim.set("clippingRange", "float2", [_NEAR * unit, _FAR * unit])


def add_lights(above: Prim, scene: Scene) -> None:
    """The program's lights, in their order."""
    lights = physical_lights(scene)
    if not lights:
        return
    scope = above.child("Lights", "Scope")
    for light in lights:
        _ADDERS[light.kind](scope, light)


def _lit(scope: Prim, light: PhysicalLight, type_name: str, intensity: float) -> Prim:
    prim = scope.child(light.kind, type_name)
    prim.set("inputs:color", "color3f", list(light.color))
    prim.set("inputs:intensity", "float", intensity)
    if light.kind != "ambient":
        prim.set("inputs:normalize", "bool", True)
        place(prim, world_from_facing(np.asarray(light.position), np.asarray(light.direction)))
    return prim


def _sun(scope: Prim, light: PhysicalLight) -> None:
    # normalized, the intensity is the irradiance of a surface that faces the light
    _lit(scope, light, "DistantLight", light.strength).set("inputs:angle", "float", 0.53)


def _ambient(scope: Prim, light: PhysicalLight) -> None:
    _lit(scope, light, "DomeLight", light.strength)


def _point(scope: Prim, light: PhysicalLight) -> None:
    _ball(scope, light)


def _ball(scope: Prim, light: PhysicalLight) -> Prim:
    # radiance = intensity / area, and power = pi * area * radiance
    prim = _lit(scope, light, "SphereLight", light.strength / math.pi)
    r = light.radius
    prim.set("inputs:radius", "float", r)
    prim.set("extent", "float3[]", np.array([[-r] * 3, [r] * 3], dtype=np.float32))
    return prim


def _spot(scope: Prim, light: PhysicalLight) -> None:
    prim = _ball(scope, light)
    prim.apply("ShapingAPI")
    prim.set("inputs:shaping:cone:angle", "float", SPOT_OUTER_DEGREES)
    prim.set("inputs:shaping:cone:softness", "float", 1.0 - SPOT_INNER_SHARE)


def _area(scope: Prim, light: PhysicalLight) -> None:
    prim = _lit(scope, light, "RectLight", light.strength / math.pi)
    width, height = light.size
    prim.set("inputs:width", "float", width)
    prim.set("inputs:height", "float", height)
    corner = np.array([width / 2.0, height / 2.0, 0.0], dtype=np.float32)
    prim.set("extent", "float3[]", np.stack([-corner, corner]))


_ADDERS = {"sun": _sun, "ambient": _ambient, "point": _point, "spot": _spot, "area": _area}
