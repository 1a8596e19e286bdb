"""Bounding boxes of shapes, for programs that measure them."""

from __future__ import annotations

import numpy as np

from scenewright.scene.language.vocabulary.argument_types import ShapeLike
from scenewright.scene.language.vocabulary.evaluation import current
from scenewright.scene.language.vocabulary.shapes import Shape, as_shape, leaves_of
from scenewright.scene.model import FloatArray
from scenewright.scene.model.bounds import EMPTY_BOUNDS, leaf_extents

__all__ = [
    "compute_shape_center",
    "compute_shape_max",
    "compute_shape_min",
    "compute_shape_sizes",
    "measure",
]


def measure(shape: Shape) -> FloatArray:
    """(2, 3) least and greatest corner of a shape's tight axis-aligned box in the caller's frame; the unit cube's for the empty shape."""
    kinds, matrices, assets = leaves_of(shape.parts())
    if not len(kinds):
        return EMPTY_BOUNDS.copy()
    refs = current().assets
    lo, hi = leaf_extents(kinds, matrices, [None if a < 0 else refs[a].hull for a in assets])
    return np.stack([lo.min(axis=0), hi.max(axis=0)])


def compute_shape_min(shape: ShapeLike) -> FloatArray:
    """(3,) least corner of the box.

    Args:
        shape: what is measured, in the frame of the running entity. The empty shape counts as a unit cube about the origin.

    Returns:
        an array (3,) in scene units, of the tight box along the axes.
    """
    return np.array(measure(as_shape(shape, "shape of compute_shape_min"))[0])


def compute_shape_max(shape: ShapeLike) -> FloatArray:
    """(3,) greatest corner of the box.

    Args:
        shape: what is measured, in the frame of the running entity. The empty shape counts as a unit cube about the origin.

    Returns:
        an array (3,) in scene units, of the tight box along the axes.
    """
    return np.array(measure(as_shape(shape, "shape of compute_shape_max"))[1])


def compute_shape_center(shape: ShapeLike) -> FloatArray:
    """(3,) centre of the box.

    Args:
        shape: what is measured, in the frame of the running entity. The empty shape counts as a unit cube about the origin.

    Returns:
        an array (3,) in scene units, of the tight box along the axes.
    """
    return np.array(measure(as_shape(shape, "shape of compute_shape_center")).mean(axis=0))


def compute_shape_sizes(shape: ShapeLike) -> FloatArray:
    """(3,) edge lengths of the box.

    Args:
        shape: what is measured, in the frame of the running entity. The empty shape counts as a unit cube about the origin.

    Returns:
        an array (3,) in scene units, of the tight box along the axes.
    """
    lo, hi = measure(as_shape(shape, "shape of compute_shape_sizes"))
    return np.array(hi - lo)
