from .install import find_blender

__all__ = [
    "find_blender",
]
