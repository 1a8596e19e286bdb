"""Bodies that enclose each other or interlock by design, which are taken as one: see :func:`joined_bodies`."""

from scenewright.scene.layout.joining.groups import joined_bodies

__all__ = ["joined_bodies"]
