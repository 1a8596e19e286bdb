"""Judges language fields by true pictures of entities."""

from __future__ import annotations

import numpy as np

from scenewright.scene.semantics.encoders import ExactEncoder
from scenewright.scene.semantics.evaluation import Category, Frame, boxes_of
from scenewright.scene.semantics.fields import LanguageField, Relevancy
from scenewright.scene.semantics.fields.segmentation import palette
from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["true_frame", "word_iou"]


def true_frame(shown: np.ndarray, word: dict[int, str], camera: Cameras, number: int, *, least: int = 64) -> Frame:
    """True masks and boxes of a view by word. `shown`: (H, W) entity of each pixel. Entities of fewer than `least` pixels are ignored."""
    categories: dict[str, Category] = {}
    for row in np.unique(shown[shown >= 0]).tolist():
        mask, called = shown == row, word[row]
        if mask.sum() < least:
            continue
        had, boxes = categories.get(called), boxes_of(mask)
        if had is not None:
            mask, boxes = mask | had.mask, np.concatenate([had.boxes, boxes])
        categories[called] = Category(mask, boxes)
    return Frame(f"view_{number}", camera.width, camera.height, categories, camera)


def word_iou(
    field: LanguageField, gaussians: Gaussians, frames: list[Frame], encoder: ExactEncoder, words: list[str]
) -> float:
    """Intersection over union of masks, where each pixel gets the word of the highest relevancy; mean over frames and words."""
    asked = Relevancy.of(field, encoder, words)
    found = []
    for frame in frames:
        assert frame.camera is not None
        picture = palette(asked.of_pixels(gaussians, frame.camera)[0], background=0.6)
        for word, category in frame.categories.items():
            mask = picture == words.index(word)
            found.append(float((mask & category.mask).sum() / max((mask | category.mask).sum(), 1)))
    return float(np.mean(found))
