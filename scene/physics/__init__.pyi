from .matter import MATTERS, Matter, matter_of
from .model import BodyKind, Collider, ColliderShape, Joint, JointKind, PhysicsModel, RigidBody
from .reading import physics_model

__all__ = [
    "MATTERS",
    "BodyKind",
    "Collider",
    "ColliderShape",
    "Joint",
    "JointKind",
    "Matter",
    "PhysicsModel",
    "RigidBody",
    "matter_of",
    "physics_model",
]
