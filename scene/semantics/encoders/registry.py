"""Encoders by name. Each is created once per process. Plug-ins add more as entry points of the group ``scenewright.encoders``."""

from __future__ import annotations

import re
import threading

from scenewright.scene.plugins import installed_plugins, load_plugin
from scenewright.scene.semantics.encoders.base import EncoderError, PictureEncoder, TextEncoder
from scenewright.scene.semantics.encoders.exact import ExactEncoder
from scenewright.scene.semantics.encoders.minilm import MINILM, MiniLM, minilm_missing

__all__ = [
    "DEFAULT_PICTURE_ENCODER",
    "DEFAULT_TEXT_ENCODER",
    "LERF_PICTURE_ENCODER",
    "encoder_names",
    "picture_encoder",
    "picture_encoder_missing",
    "text_encoder",
    "text_encoder_missing",
]

DEFAULT_TEXT_ENCODER = MINILM
DEFAULT_PICTURE_ENCODER = "open_clip:MobileCLIP2-S2/dfndr2b"
"""A small recent model that is fast without a graphics card (Faghri et al., MobileCLIP2, 2025)."""
LERF_PICTURE_ENCODER = "open_clip:ViT-B-16/laion2b_s34b_b88k"
"""The model of LERF, LangSplat and later work, for results that are compared with theirs."""

ENTRY_POINTS = "scenewright.encoders"
_MEMBERS = ("name", "dimension", "calibrated", "encode")
"""Not the temperature: to read it may load the weights."""

_EXACT = re.compile(r"exact-([1-9]\d{0,4})")
"""Prefix of names of the exact encoder, before the length of its vectors. Its texts match only fields made with it in tests."""

_encoders: dict[str, TextEncoder] = {}
_lock = threading.Lock()


def encoder_names() -> list[str]:
    """All encoder names. Those of open_clip are patterns for models and tags."""
    plugins = installed_plugins(ENTRY_POINTS)
    return [DEFAULT_TEXT_ENCODER, DEFAULT_PICTURE_ENCODER, "open_clip:MODEL/TAG", "open_clip:MODEL/TAG@PATH", *plugins]


def text_encoder_missing(name: str = DEFAULT_TEXT_ENCODER) -> str | None:
    """None if the encoder is installed, else one line that says what is missing and how to install it. Weights that are downloaded at
    first use are not checked."""
    if name == MINILM:
        return minilm_missing()
    if _EXACT.fullmatch(name):
        return None
    if name.startswith("open_clip:"):
        from scenewright.scene.semantics.encoders.open_clip import open_clip_missing

        return open_clip_missing()
    if name not in installed_plugins(ENTRY_POINTS):
        listed = ", ".join(encoder_names())
        return f"there is no text encoder {name!r}; known are {listed}. Plug-ins offer more as '{ENTRY_POINTS}'"
    return None


def picture_encoder_missing(name: str = DEFAULT_PICTURE_ENCODER) -> str | None:
    """As :func:`text_encoder_missing`, for an encoder of pictures and texts."""
    if name == MINILM:
        return f"{MINILM} reads texts alone: for pictures name another encoder, such as {DEFAULT_PICTURE_ENCODER}"
    return text_encoder_missing(name)


def text_encoder(name: str = DEFAULT_TEXT_ENCODER) -> TextEncoder:
    """The encoder of a name. Each is created once per process.

    Raises:
        EncoderError: the encoder is not installed, or the name is unknown.
        PluginError: it cannot be loaded.
    """
    with _lock:
        if name not in _encoders:
            missing = text_encoder_missing(name)
            if missing is not None:
                raise EncoderError(missing)
            _encoders[name] = _created(name)
        return _encoders[name]


def picture_encoder(name: str = DEFAULT_PICTURE_ENCODER) -> PictureEncoder:
    """The encoder of a name, for pictures and texts.

    Raises:
        EncoderError: the encoder is not installed, the name is unknown, or it encodes only texts.
    """
    missing = picture_encoder_missing(name)
    if missing is not None:
        raise EncoderError(missing)
    encoder = text_encoder(name)
    if not (hasattr(encoder, "encode_pictures") and hasattr(encoder, "dense")):
        raise EncoderError(
            f"{name} reads texts alone: for pictures name another encoder, such as {DEFAULT_PICTURE_ENCODER}"
        )
    return encoder  # type: ignore[return-value]


def _created(name: str) -> TextEncoder:
    if name == MINILM:
        return MiniLM()
    if name.startswith("open_clip:"):
        from scenewright.scene.semantics.encoders.open_clip import OpenClip

        return OpenClip(name)
    if exact := _EXACT.fullmatch(name):
        return ExactEncoder({}, int(exact[1]))
    encoder: TextEncoder = load_plugin(installed_plugins(ENTRY_POINTS)[name], members=_MEMBERS)
    return encoder
