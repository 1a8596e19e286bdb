from .install import find_blender
from .light import Surroundings, lamp_holders, surroundings
from .request import RenderFrame, light_part

__all__ = [
    "RenderFrame",
    "Surroundings",
    "find_blender",
    "lamp_holders",
    "light_part",
    "surroundings",
]
