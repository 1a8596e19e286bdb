"""Lights, cameras and environment of a scene."""

from __future__ import annotations

from dataclasses import dataclass

from scenewright.scene.model.source_span import SourceSpan
from scenewright.scene.model.values import Vec3

__all__ = ["Camera", "Environment", "Light"]


@dataclass(frozen=True, slots=True)
class Light:
    """A light in the world frame. `kind`: sun, point, spot, area, ceiling, ambient. `direction` points away from the light."""

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
    """The surroundings of the scene: words, or a picture inside the scene folder."""

    words: str | None = None
    image: str | None = None
