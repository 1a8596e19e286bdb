from .surface_areas import instance_areas
from .surface_looks import Bools, MainColor, SurfaceLooks

__all__ = [
    "Bools",
    "MainColor",
    "SurfaceLooks",
    "instance_areas",
]
