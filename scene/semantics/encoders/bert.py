"""The forward pass of BERT (Devlin et al., NAACL 2019) in numpy.

A short text takes a few milliseconds. The libraries that run such models take seconds to import, which is longer than all else that a
sentence asks of the model.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

__all__ = ["Bert"]

Float32 = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Bert:
    """A BERT encoder with its weights by their published names."""

    weights: dict[str, Float32]
    layers: int
    heads: int
    epsilon: float

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The model of a folder with ``config.json`` and ``model.safetensors``.

        Raises:
            OSError: a file cannot be read.
            ValueError: it is no BERT with the exact GELU, or its weights are damaged.
        """
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        if config.get("model_type") != "bert" or config.get("hidden_act") != "gelu":
            raise ValueError(f"{folder} holds no BERT with GELU")
        try:
            weights = load_file(folder / "model.safetensors")
        except SafetensorError as error:
            raise ValueError(str(error)) from error
        return cls(weights, config["num_hidden_layers"], config["num_attention_heads"], config["layer_norm_eps"])

    def __call__(self, tokens: npt.NDArray[np.int64]) -> Float32:
        """(B, T, D) vectors of tokens (B, T): texts of one length, none of it padding."""
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][tokens]
        x = x + w["embeddings.position_embeddings.weight"][: tokens.shape[1]]
        x = x + w["embeddings.token_type_embeddings.weight"][0]
        x = self._normed(x, "embeddings.LayerNorm")
        for number in range(self.layers):
            name = f"encoder.layer.{number}"
            x = self._normed(x + self._attended(x, f"{name}.attention"), f"{name}.attention.output.LayerNorm")
            inner = _gelu(self._linear(x, f"{name}.intermediate.dense"))
            x = self._normed(x + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        return x

    def _attended(self, x: Float32, name: str) -> Float32:
        b, t, d = x.shape
        query, key, value = (
            self._linear(x, f"{name}.self.{part}").reshape(b, t, self.heads, d // self.heads).swapaxes(1, 2)
            for part in ("query", "key", "value")
        )
        scores = query @ key.swapaxes(2, 3) / np.float32(math.sqrt(d // self.heads))
        scores = np.exp(scores - scores.max(axis=3, keepdims=True))
        mixed = (scores / scores.sum(axis=3, keepdims=True)) @ value
        return self._linear(mixed.swapaxes(1, 2).reshape(b, t, d), f"{name}.output.dense")

    def _linear(self, x: Float32, name: str) -> Float32:
        return np.asarray(x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"])

    def _normed(self, x: Float32, name: str) -> Float32:
        x = x - x.mean(axis=-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + np.float32(self.epsilon))
        return np.asarray(x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"])


def _gelu(x: Float32) -> Float32:
    from scipy.special import erf

    return np.asarray(x * np.float32(0.5) * (np.float32(1.0) + erf(x * np.float32(math.sqrt(0.5)))))
