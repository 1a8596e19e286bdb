from .beside import beside_picture
from .keeping import PictureFiles
from .manner import CLEVR, FREE, Manner
from .reading import FoundThing, PictureScene, scene_of_picture

__all__ = [
    "CLEVR",
    "FREE",
    "FoundThing",
    "Manner",
    "PictureFiles",
    "PictureScene",
    "beside_picture",
    "scene_of_picture",
]
