from .bodies import Body, Pose
from .layers import Layer, Window, draw_layer
from .picture_file import read_picture_file, reduced

__all__ = ["Body", "Layer", "Pose", "Window", "draw_layer", "read_picture_file", "reduced"]
