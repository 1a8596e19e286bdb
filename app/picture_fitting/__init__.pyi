from .bodies import Body, Pose
from .fitting import Fit, fit_picture
from .layers import DrawnLayer, LayerWindow, draw_layer
from .picture_file import read_picture_file, reduced
from .writing import Fitted, FittedThing, fit_session

__all__ = [
    "Body",
    "DrawnLayer",
    "Fit",
    "Fitted",
    "FittedThing",
    "LayerWindow",
    "Pose",
    "draw_layer",
    "fit_picture",
    "fit_session",
    "read_picture_file",
    "reduced",
]
