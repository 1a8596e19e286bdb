from .contact_sheet import Tile
from .renderer import PreviewRenderer, enclosed_area, ray_scene, stage_of

__all__ = [
    "PreviewRenderer",
    "Tile",
    "enclosed_area",
    "ray_scene",
    "stage_of",
]
