"""The things of a scene that people would name: what stands directly in it."""

from __future__ import annotations

from scenewright.scene.model import Entity, Scene

__all__ = ["placed_things"]


def placed_things(scene: Scene) -> list[Entity]:
    """The children of the root without the room; of a scene that is one thing, such as the frame of an animation, its parts."""
    entities = list(scene.entities())
    depth, found = 1, [e for e in entities if e.path.count("/") == 1]
    while len(found) == 1 and any(e.path.count("/") > depth for e in entities):
        depth += 1
        found = [e for e in entities if e.path.count("/") == depth] or found
    return [e for e in found if e.name != "room"]
