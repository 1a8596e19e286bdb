"""Any model of open_clip as an encoder of texts, pictures and grid cells of pictures. It needs the extra `pictures`.

Source: Cherti et al., Reproducible scaling laws for contrastive language-image learning, CVPR 2023; Ilharco et al., OpenCLIP.
Names and weights: :mod:`scenewright.scene.semantics.encoders.open_clip_weights`. The model is loaded with the first vector.
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
"""Number of pictures or texts to encode at once. It limits the memory."""
WINDOWS = 8
"""Cells along the shorter side of a picture, for models without vectors of patches, which encode windows instead."""


def open_clip_missing() -> str | None:
    """None if open_clip can be loaded, else one line that says what to install."""
    absent = [m for m in ("open_clip", "torchvision", "timm") if importlib.util.find_spec(m) is None]
    if absent:
        return f"search by pictures needs {' and '.join(absent)}: pip install 'scenewright[pictures]'"
    return None


class OpenClip:
    """One model with its weights.

    `zoom`: number of tiles along the shorter side of a picture in :meth:`dense`; 2 halves the cells and takes about nine tiles for a
    square.
    """

    calibrated: Calibration | None = None

    def __init__(self, name: str, *, device: str | None = None, zoom: float = 2.0) -> None:
        """`name`: of the model and its weights. `device`: None: CUDA if available, else the CPU.

        Raises:
            EncoderError: `zoom` is below 1.
        """
        if not (math.isfinite(zoom) and zoom >= 1):
            raise EncoderError(f"zoom is {zoom}: it must be at least 1")
        self._given_name = name
        self._device = device
        self._zoom = zoom
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None
        self._grid: tuple[int, int] | None = None  # patches of a square picture, (0, 0) if the model has none

    @property
    def name(self) -> str:
        """The model's name with the weights' tag; with their digest if they came from a path; with ``random`` for random weights."""
        return self._ready().name if "@" in self._given_name else self._given_name

    @property
    def dimension(self) -> int:
        return self._ready().dimension

    @property
    def temperature(self) -> float:
        return float(self._ready().model.logit_scale.detach().exp().mean())

    def encode(self, texts: Sequence[str]) -> Rows:
        """(N, dimension) unit rows, one per text.

        Raises:
            EncoderError: a text is empty or has too many tokens, or the model cannot be loaded.
        """
        checked = checked_texts(texts)
        ready = self._ready()
        rows = [np.zeros((0, self.dimension), dtype=np.float32)]
        for first in range(0, len(checked), BATCH):
            tokens = self._tokens(ready, checked[first : first + BATCH])
            with self._lock, inference():
                rows.append(_numbers(ready.model.encode_text(tokens.to(self._where(ready)))))
        return unit_rows(np.concatenate(rows), ready.name)

    def encode_pictures(self, pictures: Sequence[Picture], masks: Sequence[Mask] | None = None) -> Rows:
        """(N, dimension) unit rows, one per picture. Without masks, an oblong picture is cropped or stretched to a square, as in the
        weights' own tests.

        Raises:
            EncoderError: a picture has a wrong shape or type, a mask is empty or has another size than its picture, or the model
                cannot be loaded.
        """
        checked = [checked_picture(p, f"picture {n}") for n, p in enumerate(pictures)]
        chosen = None if masks is None else checked_masks(checked, masks)
        rows = [np.zeros((0, self.dimension), dtype=np.float32)]
        for first in range(0, len(checked), BATCH):
            some = checked[first : first + BATCH]
            if chosen is not None:
                some = [
                    square_crop(p, m, self._side()) for p, m in zip(some, chosen[first : first + BATCH], strict=True)
                ]
            rows.append(self._of_pictures([Image.fromarray(p) for p in some]))
        return unit_rows(np.concatenate(rows), self._ready().name)

    def dense(self, picture: Picture) -> DenseMap:
        """A vector for each cell of a grid over the picture: from the model's own patches, or else from windows.

        Raises:
            EncoderError: the picture has a wrong shape or type or is more than 16 times as long as wide, or the model cannot be
                loaded.
        """
        from scenewright.scene.semantics.encoders.open_clip_dense import place_vectors

        image = checked_picture(picture)
        height, width = image.shape[:2]
        if max(height, width) > LONGEST * min(height, width):
            raise EncoderError(f"the picture is {width}x{height}: cut it, it may be {LONGEST} times as long as wide")
        ready, side = self._ready(), self._side()

        def places(squares: list[Image.Image]) -> Any:
            with self._lock, inference():
                patch_vectors = place_vectors(ready.model.visual, self._pixels(ready, squares))
                return None if patch_vectors is None else _numbers(patch_vectors)

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
        """Dense features from windows: each cell has the vector of the square around it with twice its side."""
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
        """The tokens of the texts. Tokenizers cut long texts without notice, so a first call with a larger limit looks for these.

        Raises:
            EncoderError: a text has more tokens than the model reads.
        """
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

                self._loaded = load(self._given_name, self._device or ("cuda" if torch.cuda.is_available() else "cpu"))
            return self._loaded

    @staticmethod
    def _where(ready: Loaded) -> Any:
        return ready.model.logit_scale.device

    def _side(self) -> int:
        size = self._ready().model.visual.image_size
        return int(size if isinstance(size, int) else size[0])


def _numbers(values: Any) -> Rows:
    """A torch tensor as a float32 array."""
    out: Rows = values.float().cpu().numpy()
    return out
