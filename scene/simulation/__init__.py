"""Scenes for simulators: MJCF for MuJoCo, URDF for PyBullet, ROS, Isaac Sim and others.

Both are written from one :class:`scenewright.scene.physics.PhysicsModel`, turned so that +z is up (`z_up`). Meshes are shared by both
(`link_meshes`); `occupancy` draws the floor for navigation, and `spawning` says where each thing stands.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
