from .matter import MATTERS, Matter, matter_of
from .model import BodyJoint, BodyKind, Collider, ColliderShape, JointKind, PhysicsModel, RigidBody
from .reading import physics_model

__all__ = [
    "MATTERS",
    "BodyJoint",
    "BodyKind",
    "Collider",
    "ColliderShape",
    "JointKind",
    "Matter",
    "PhysicsModel",
    "RigidBody",
    "matter_of",
    "physics_model",
]
