from .asking import PICTURE_READERS, DecodeRequest, PictureAnswer, answers_of
from .errors import PictureError
from .files import PHOTOGRAPH_BYTES, picture_bytes
from .formats import FORMATS, PHOTOGRAPH_FORMATS, picture_format
from .textures import Picture, Textures, forget_textures, load_picture, load_textures

__all__ = [
    "FORMATS",
    "PHOTOGRAPH_BYTES",
    "PHOTOGRAPH_FORMATS",
    "PICTURE_READERS",
    "DecodeRequest",
    "Picture",
    "PictureAnswer",
    "PictureError",
    "Textures",
    "answers_of",
    "forget_textures",
    "load_picture",
    "load_textures",
    "picture_bytes",
    "picture_format",
]
