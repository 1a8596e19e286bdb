"""Any model of open_clip as an encoder of texts, pictures and places of pictures (Cherti et al., Reproducible scaling laws for contrastive
language-image learning, CVPR 2023; Ilharco et al., OpenCLIP). The extra `pictures` brings it.

Names and weights: :mod:`scenewright.scene.semantics.encoders.open_clip_weights`. The model is loaded when a vector is first asked for.
"""

from __future__ import annotations

import importlib.util
import math
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from scenewright.scene.semantics.encoders.base import (
    Calibration,
    EncoderError,
    Mask,
    Picture,
    Rows,
    checked_masks,
    checked_picture,
    checked_texts,
    too_long,
    unit_rows,
)
from scenewright.scene.semantics.encoders.crops import square_crop
from scenewright.scene.semantics.encoders.dense_map import DenseMap
from scenewright.scene.semantics.encoders.open_clip_weights import Loaded, load
from scenewright.scene.semantics.encoders.sessions import inference
from scenewright.scene.semantics.encoders.tiles import LONGEST, blended, layout

__all__ = ["OpenClip", "open_clip_missing"]

BATCH = 16
"""Pictures or texts at once: what bounds the memory."""
WINDOWS = 8
"""Cells along the shorter side of a picture where a model has no vectors of places and windows are asked about."""


def open_clip_missing() -> str | None:
    """None where it can be loaded, else one line that says what to install."""
    absent = [m for m in ("open_clip", "torchvision", "timm") if importlib.util.find_spec(m) is None]
    if absent:
        return f"search by pictures needs {' and '.join(absent)}: pip install 'scenewright[pictures]'"
    return None


class OpenClip:
    """One model with its weights.

    `zoom`: tiles along the shorter side of a picture in :meth:`dense`; 2 gives cells of half the size, and some nine tiles for a square.
    """

    calibrated: Calibration | None = None

    def __init__(self, name: str, *, device: str | None = None, zoom: float = 2.0) -> None:
        """
        Raises:
            EncoderError: a zoom under 1.
        """
        if not (math.isfinite(zoom) and zoom >= 1):
            raise EncoderError(f"zoom is {zoom}: it must be at least 1")
        self._asked = name
        self._device = device
        self._zoom = zoom
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None
        self._grid: tuple[int, int] | None = None  # places of a square, (0, 0) where the model has none

    @property
    def name(self) -> str:
        """With the weights' tag, their digest where they came from a path, ``random`` where they are none."""
        return self._ready().name if "@" in self._asked else self._asked

    @property
    def dimension(self) -> int:
        return self._ready().dimension

    @property
    def temperature(self) -> float:
        return float(self._ready().model.logit_scale.detach().exp().mean())

    def encode(self, texts: Sequence[str]) -> Rows:
        """(N, dimension) rows of length 1, one a text.

        Raises:
            EncoderError: an empty text, one of more tokens than the model takes, or it cannot be loaded.
        """
        asked = checked_texts(texts)
        ready = self._ready()
        rows = [np.zeros((0, self.dimension), dtype=np.float32)]
        for first in range(0, len(asked), BATCH):
            tokens = self._tokens(ready, asked[first : first + BATCH])
            with self._lock, inference():
                rows.append(_numbers(ready.model.encode_text(tokens.to(self._where(ready)))))
        return unit_rows(np.concatenate(rows), ready.name)

    def encode_pictures(self, pictures: Sequence[Picture], masks: Sequence[Mask] | None = None) -> Rows:
        """(N, dimension) rows of length 1, one a picture. Without masks an oblong picture is cut or squeezed to a square as the weights
        were tested.

        Raises:
            EncoderError: a picture of another shape or type, a mask of another size than its picture, an empty one, or the model
                cannot be loaded.
        """
        given = [checked_picture(p, f"picture {n}") for n, p in enumerate(pictures)]
        chosen = None if masks is None else checked_masks(given, masks)
        rows = [np.zeros((0, self.dimension), dtype=np.float32)]
        for first in range(0, len(given), BATCH):
            some = given[first : first + BATCH]
            if chosen is not None:
                some = [
                    square_crop(p, m, self._side()) for p, m in zip(some, chosen[first : first + BATCH], strict=True)
                ]
            rows.append(self._of_pictures([Image.fromarray(p) for p in some]))
        return unit_rows(np.concatenate(rows), self._ready().name)

    def dense(self, picture: Picture) -> DenseMap:
        """A vector for every cell of a grid over the picture: of the model's own places, else of windows.

        Raises:
            EncoderError: a picture of another shape or type, one more than 16 times as long as wide, or the model cannot be loaded.
        """
        from scenewright.scene.semantics.encoders.open_clip_dense import place_vectors

        image = checked_picture(picture)
        height, width = image.shape[:2]
        if max(height, width) > LONGEST * min(height, width):
            raise EncoderError(f"the picture is {width}x{height}: cut it, it may be {LONGEST} times as long as wide")
        ready, side = self._ready(), self._side()

        def places(squares: list[Image.Image]) -> Any:
            with self._lock, inference():
                found = place_vectors(ready.model.visual, self._pixels(ready, squares))
                return None if found is None else _numbers(found)

        if self._grid is None:
            first = places([Image.new("RGB", (side, side))])
            self._grid = (0, 0) if first is None else first.shape[1:3]
        if self._grid == (0, 0):
            return self._windows(image)
        plan = layout(height, width, side, self._grid, self._zoom)
        scaled = Image.fromarray(image).resize(plan.size[::-1], Image.Resampling.BICUBIC)

        def of_tiles(corners: list[tuple[int, int]]) -> Rows:
            boxes = [(c * plan.cell, r * plan.cell, c * plan.cell + side, r * plan.cell + side) for r, c in corners]
            out: Rows = places([scaled.crop(box) for box in boxes])
            return out

        vectors = unit_rows(blended(plan, ready.dimension, of_tiles, BATCH), ready.name)
        cell = (plan.cell * height / plan.size[0], plan.cell * width / plan.size[1])
        return DenseMap(vectors, height, width, cell)

    def _windows(self, image: Picture) -> DenseMap:
        """Each cell's vector is that of the square of twice its side about it."""
        height, width = image.shape[:2]
        cell = min(height, width) / WINDOWS
        rows, columns = max(round(height / cell), 1), max(round(width / cell), 1)
        down, across = height / rows, width / columns
        whole, reach = Image.fromarray(image), max(round(cell), 1)
        vectors = []
        boxes = [(round((c + 0.5) * across), round((r + 0.5) * down)) for r in range(rows) for c in range(columns)]
        for first in range(0, len(boxes), BATCH):
            some = [whole.crop((x - reach, y - reach, x + reach, y + reach)) for x, y in boxes[first : first + BATCH]]
            vectors.append(self._of_pictures(some))
        joined = unit_rows(np.concatenate(vectors), self._ready().name)
        return DenseMap(joined.reshape(rows, columns, -1), height, width, (down, across))

    def _of_pictures(self, images: list[Image.Image]) -> Rows:
        ready = self._ready()
        with self._lock, inference():
            return _numbers(ready.model.encode_image(self._pixels(ready, images)))

    def _pixels(self, ready: Loaded, images: list[Image.Image]) -> Any:
        import torch

        return torch.stack([ready.preprocess(i) for i in images]).to(self._where(ready))

    def _tokens(self, ready: Loaded, texts: list[str]) -> Any:
        """Tokenizers cut without a word. One that has more to say than the model reads also says it where more is read."""
        limit = int(ready.tokenizer.context_length)
        longer = ready.tokenizer([*texts, "a"], context_length=limit + BATCH)
        short = longer[-1, limit:]
        for text, row in zip(texts, longer, strict=False):
            if bool((row[limit:] != short).any()):
                tokens = int((ready.tokenizer([text], context_length=8 * limit)[0, :] != short[0]).sum())
                raise too_long(ready.name, text, tokens, limit)
        return ready.tokenizer(texts)

    def _ready(self) -> Loaded:
        with self._lock:
            if self._loaded is None:
                missing = open_clip_missing()
                if missing is not None:
                    raise EncoderError(missing)
                import torch

                self._loaded = load(self._asked, self._device or ("cuda" if torch.cuda.is_available() else "cpu"))
            return self._loaded

    @staticmethod
    def _where(ready: Loaded) -> Any:
        return ready.model.logit_scale.device

    def _side(self) -> int:
        size = self._ready().model.visual.image_size
        return int(size if isinstance(size, int) else size[0])


def _numbers(values: Any) -> Rows:
    """Out of torch."""
    out: Rows = values.float().cpu().numpy()
    return out
