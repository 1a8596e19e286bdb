"""Encoders with one protocol: they map texts, pictures and grid cells of pictures to unit vectors. Models load at first use.

``text_encoder()`` compares words with words (extra `text`), ``picture_encoder()`` compares words with pictures (extra `pictures`).
"""

from scenewright.scene.semantics.encoders.base import Calibration, EncoderError, PictureEncoder, TextEncoder
from scenewright.scene.semantics.encoders.dense_map import DenseMap
from scenewright.scene.semantics.encoders.exact import ExactEncoder, entity_picture
from scenewright.scene.semantics.encoders.minilm import MiniLM
from scenewright.scene.semantics.encoders.registry import (
    DEFAULT_PICTURE_ENCODER,
    DEFAULT_TEXT_ENCODER,
    LERF_PICTURE_ENCODER,
    encoder_names,
    picture_encoder,
    picture_encoder_missing,
    text_encoder,
    text_encoder_missing,
)

__all__ = [
    "DEFAULT_PICTURE_ENCODER",
    "DEFAULT_TEXT_ENCODER",
    "LERF_PICTURE_ENCODER",
    "Calibration",
    "DenseMap",
    "EncoderError",
    "ExactEncoder",
    "MiniLM",
    "PictureEncoder",
    "TextEncoder",
    "encoder_names",
    "entity_picture",
    "picture_encoder",
    "picture_encoder_missing",
    "text_encoder",
    "text_encoder_missing",
]
