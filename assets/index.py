"""The shipped index of our own objects: sizes, parameters, hulls and word vectors.

``index.json`` has one record for each object, by its path under ``objects/``. ``index.safetensors`` has the hulls (float32) by geometry
key, and the vectors of all words (float16). An object whose file has changed is measured again when it is used;
``python -m scenewright.assets.build_index`` updates the index.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import SCHEMA, FloatArray

__all__ = ["INDEX_VERSION", "OBJECTS", "ShippedIndex", "shipped_index"]

OBJECTS = Path(__file__).with_name("objects")
RECORDS = Path(__file__).with_name("index.json")
ARRAYS = Path(__file__).with_name("index.safetensors")
INDEX_VERSION = 1


@dataclass(frozen=True)
class ShippedIndex:
    """`objects` by path: sha256, size, phrase, parameters, painted. `hulls` by geometry key. `vectors` by word."""

    objects: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    hulls: Mapping[str, FloatArray] = field(default_factory=dict)
    vectors: Mapping[str, npt.NDArray[np.float32]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def shipped_index() -> ShippedIndex:
    """The index beside this file; an empty one if it is missing or of another version."""
    from safetensors.numpy import load_file

    if not RECORDS.is_file() or not ARRAYS.is_file():
        return ShippedIndex()
    records = json.loads(RECORDS.read_text(encoding="utf-8"))
    if records.get("schema") != SCHEMA or records.get("version") != INDEX_VERSION:
        return ShippedIndex()
    arrays = load_file(ARRAYS)
    vectors = arrays.pop("vectors").astype(np.float32)
    hulls: dict[str, FloatArray] = {k.removeprefix("hull/"): v for k, v in arrays.items()}
    return ShippedIndex(records["objects"], hulls, dict(zip(records["words"], vectors, strict=True)))
