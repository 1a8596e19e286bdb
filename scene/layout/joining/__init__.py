"""Find bodies that enclose each other or interlock by design, and are treated as one: see :func:`joined_bodies`."""

from scenewright.scene.layout.joining.groups import joined_bodies

__all__ = ["joined_bodies"]
