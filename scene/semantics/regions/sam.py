"""Regions of pictures by models of the Segment Anything family, in transformers. It needs the extra `sam`.

Sources: Kirillov et al., ICCV 2023; SAM 2, Ravi et al., ICLR 2025. The model is prompted with a grid of points over the whole picture
and over four crops. Each point gives three masks, from small to large. They are kept separate as parts, objects and groups, as in
LangSplat (Qin et al., CVPR 2024, section 3.1), whose settings are the defaults. The pipeline of transformers mixes the three, so its
steps are called here one by one.
"""

from __future__ import annotations

import importlib.util
import os
import threading
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from scenewright.scene.semantics.encoders.base import checked_picture
from scenewright.scene.semantics.encoders.sessions import inference, no_telemetry, unreachable
from scenewright.scene.semantics.regions.masks import LEVELS, Labels, MaskError, Masks, layered

__all__ = ["DEFAULT_SAM", "LANGSPLAT_SAM", "SamMasks", "SamSettings", "sam_missing", "without_doubles"]

DEFAULT_SAM = "facebook/sam2.1-hiera-tiny"
"""The default model. It is small enough for a computer without a graphics card."""
LANGSPLAT_SAM = "facebook/sam-vit-huge"
"""The model of LangSplat's masks."""

_VALUES = 1 << 24
"""Largest number of mask values in memory at a time."""


@dataclass(frozen=True)
class SamSettings:
    """Settings; the defaults are LangSplat's. `points`: per side of the grid. `quality`, `stability`: least predicted IoU and least
    stability of a mask. `crop_layers`: 1 adds four crops. `box_overlap`: IoU of boxes above which the worse mask is dropped.
    `smallest`: least size in pixels of a piece or hole of a mask. `overlap`, `score`, `inner`: see :func:`without_doubles`.
    """

    points: int = 32
    quality: float = 0.7
    stability: float = 0.85
    crop_layers: int = 1
    box_overlap: float = 0.7
    smallest: int = 100
    overlap: float = 0.8
    score: float = 0.7
    inner: float = 0.5


def sam_missing() -> str | None:
    """None if Segment Anything can be loaded, else one line that says what to install."""
    absent = [m for m in ("transformers", "torchvision", "skimage") if importlib.util.find_spec(m) is None]
    return (
        f"regions by Segment Anything need {' and '.join(absent)}: pip install 'scenewright[sam]'" if absent else None
    )


class SamMasks:
    """One model with its weights, which load with the first masks.

    `name`: a repository of the hub, or a folder with its files. Weights are read only as safetensors.
    """

    def __init__(
        self, name: str = DEFAULT_SAM, settings: SamSettings | None = None, *, device: str | None = None
    ) -> None:
        self.name = name
        self.settings = settings or SamSettings()
        self._device = device
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    def masks(self, picture: npt.NDArray[np.uint8]) -> Masks:
        """Three levels of regions of a picture (H, W, 3), uint8 sRGB. Pixels without a mask belong to no region.

        Raises:
            MaskError: a package or the weights are missing.
            EncoderError: the picture has a wrong shape or type.
        """
        image = checked_picture(picture)
        height, width = image.shape[:2]
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            with inference():
                proposals = _proposals(*self._loaded, Image.fromarray(image), self.settings)
        levels: list[Labels] = []
        for masks, scores in proposals:
            cleaned = _without_specks(masks, self.settings.smallest)
            filled = cleaned.any(axis=(1, 2))
            chosen = without_doubles(cleaned[filled], scores[filled], self.settings)
            levels.append(layered(cleaned[filled][chosen], height, width))
        part, middle, group = levels
        return Masks(part, middle, group)

    def _load(self) -> tuple[Any, Any]:
        missing = sam_missing()
        if missing is not None:
            raise MaskError(missing)
        no_telemetry()
        import torch
        from transformers import AutoImageProcessor, AutoModelForMaskGeneration

        device = self._device or ("cuda" if torch.cuda.is_available() else "cpu")

        def read(*, local: bool) -> tuple[Any, Any]:
            processor = AutoImageProcessor.from_pretrained(self.name, local_files_only=local)
            model = AutoModelForMaskGeneration.from_pretrained(self.name, local_files_only=local, use_safetensors=True)
            return processor, model.to(device).eval()

        try:
            return read(local=True)
        except (OSError, ValueError) as error:
            why = "the folder cannot be read" if os.path.isdir(self.name) else unreachable()
            if why is not None:
                raise MaskError(
                    f"the weights of {self.name} are not on this computer, and {why}. Where there is a connection, run "
                    f"'hf download {DEFAULT_SAM} --local-dir FOLDER', copy FOLDER here and name it"
                ) from error
        try:
            return read(local=False)
        except (OSError, ValueError) as error:
            raise MaskError(f"{self.name} cannot be loaded: {str(error).splitlines()[0][:300]}") from error


def _proposals(
    processor: Any, model: Any, image: Image.Image, settings: SamSettings
) -> list[tuple[npt.NDArray[np.bool_], npt.NDArray[np.float32]]]:
    """For each level, masks (M, H, W) without near duplicates by box, and their scores: predicted IoU times stability."""
    import torch

    target = processor.size.get("longest_edge", processor.size.get("height"))
    boxes, points, crops, ones = processor.generate_crop_boxes(
        image, target, settings.crop_layers, 512 / 1500, settings.points, 1
    )
    inputs = processor(images=crops, return_tensors="pt")
    sizes = inputs["original_sizes"].tolist()
    shapes = inputs["reshaped_input_sizes"].tolist() if "reshaped_input_sizes" in inputs else [None] * len(crops)
    by_level: list[tuple[list[Any], list[Any], list[Any]]] = [([], [], []) for _ in LEVELS]
    for crop, size in enumerate(sizes):
        embedded = model.get_image_embeddings(inputs["pixel_values"][crop : crop + 1].to(model.device))
        embeddings = {"image_embeddings": embedded}
        if isinstance(embedded, tuple):  # SAM-HQ
            embeddings = {"image_embeddings": embedded[0], "intermediate_embeddings": embedded[1]}
        batch = min(max(_VALUES // (3 * size[0] * size[1]), 1), 64)
        for first in range(0, points.shape[1], batch):
            some = slice(first, first + batch)
            answer = model(
                input_points=points[:, some, crop : crop + 1].to(model.device),
                input_labels=ones[:, some, crop : crop + 1].to(model.device),
                **embeddings,
            )
            (values,) = processor.post_process_masks(
                answer["pred_masks"].cpu(),
                [size],
                mask_threshold=0.0,
                reshaped_input_sizes=[shapes[crop]],
                binarize=False,
            )
            quality = answer["iou_scores"][0].float().cpu()
            for level, (masks, scores, where) in enumerate(by_level):
                surface, good = values[:, level], quality[:, level]
                stability = (surface > 1).flatten(1).sum(1) / (surface > -1).flatten(1).sum(1).clamp(min=1)
                kept = (good > settings.quality) & (stability > settings.stability)
                if not bool(kept.any()):
                    continue
                # this call only drops masks cut off by their crop, and moves the others to their place in the picture
                more = processor.filter_masks(
                    surface[kept][:, None], (good * stability)[kept][:, None], sizes[0], boxes[crop], 0.0, 0.0
                )
                masks.extend(more[0])
                scores.append(more[1])
                where.append(more[2])
    out = []
    for masks, scores, where in by_level:
        if not masks:
            out.append((np.zeros((0, *sizes[0]), dtype=np.bool_), np.zeros(0, dtype=np.float32)))
            continue
        kept, best, *_ = processor.post_process_for_mask_generation(
            masks, torch.cat(scores), torch.cat(where), settings.box_overlap
        )
        out.append((np.stack([np.asarray(m, dtype=np.bool_) for m in kept]), best.numpy().astype(np.float32)))
    return out


def without_doubles(
    masks: npt.NDArray[np.bool_], scores: npt.NDArray[np.float32], settings: SamSettings
) -> npt.NDArray[np.intp]:
    """The rows to keep of masks (M, H, W) with scores (M,), best first. LangSplat calls this mask NMS.

    A mask is dropped if its score is not above `score`, or if its IoU with a better mask is above `overlap`. It is also dropped if at
    least 85 % of it lies in another mask of which it covers less than half, and 1 - (its fraction inside) * (the fraction it covers)
    is above `inner`. If no score is high enough, the best three masks are kept.
    """
    order = np.argsort(-scores, kind="stable")
    if len(order) == 0:
        return order
    flat = masks[order].reshape(len(order), -1)
    common = np.zeros((len(order), len(order)))
    for first in range(0, flat.shape[1], 1 << 16):
        piece = flat[:, first : first + (1 << 16)].astype(np.float32)
        common += piece @ piece.T
    areas = np.maximum(np.diag(common), 1)
    ratio = common / (areas[:, None] + areas[None, :] - common)
    worse = np.triu(ratio, 1).max(axis=0) > settings.overlap
    inside, covered = common / areas[None, :], common / areas[:, None]  # of column in row; of row by column
    nested = (covered < 0.5) & (inside >= 0.85) & (1 - inside * covered > settings.inner)
    np.fill_diagonal(nested, val=False)
    good = scores[order] > settings.score
    if not good.any():
        good[:3] = True
    kept: npt.NDArray[np.intp] = order[good & ~worse & ~nested.any(axis=0)]
    return kept


def _without_specks(masks: npt.NDArray[np.bool_], smallest: int) -> npt.NDArray[np.bool_]:
    """Masks without pieces and holes of fewer than `smallest` pixels."""
    from skimage.morphology import remove_small_holes, remove_small_objects

    out = np.zeros_like(masks)
    for row, mask in enumerate(masks):
        out[row] = remove_small_holes(remove_small_objects(mask, max_size=smallest - 1), max_size=smallest - 1)
    return out
