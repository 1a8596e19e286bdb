from .surface_areas import instance_areas
from .surface_looks import Bools, SurfaceLooks

__all__ = [
    "Bools",
    "SurfaceLooks",
    "instance_areas",
]
