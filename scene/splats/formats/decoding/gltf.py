"""Gaussians in glTF and GLB: ``KHR_gaussian_splatting``.

A primitive of points with the attributes POSITION, ``KHR_gaussian_splatting:ROTATION`` (xyzw), ``:SCALE``, ``:OPACITY`` and
``:SH_DEGREE_l_COEF_n``. In the ratified version, SCALE is linear. The review draft had its logarithm, which is recognised by negative
values. Files of earlier drafts name the attributes ``_ROTATION`` or ``ROTATION``, also inside the extension, and have colour and opacity
in COLOR_0.

``KHR_gaussian_splatting_compression_spz`` and its ``_2`` store an SPZ file in a buffer view instead. By their text, unpacking converts
it to glTF's axes (left-up-front). CesiumJS and tiles made for it use the SPZ's numbers unchanged, in files that follow the draft and
lack the required `kernel` and `colorSpace`. These two fields therefore decide which of the two applies.

Axes are converted to those of a PLY file (:mod:`scenewright.scene.splats.formats.decoding.axes`). Each part has its node's matrix.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from . import spz
from .axes import GLTF_FROM_PLY, SPZ_FROM_PLY, turned
from .columns import (
    MAX_GAUSSIANS,
    SH_C0,
    SH_COUNTS,
    FloatColumn,
    GaussianPart,
    Options,
    Refused,
    clean,
    dc_of,
    logits_of,
    logs_of,
)
from .gltf_file import GltfFile, opened, placed_meshes
from .json_fields import JsonFields

__all__ = ["ENTITY", "EXTENSION", "read"]

EXTENSION = "KHR_gaussian_splatting"
ENTITY = "_ENTITY_ID"
"""Application-specific attribute for entity ids. They are floats, since such attributes may not be of type unsigned int."""

_SPZ = (
    "KHR_gaussian_splatting_compression_spz_2",
    "KHR_gaussian_splatting_compression_spz",
    "KHR_spz_gaussian_splats_compression",
    "KHR_spz_compression",
)
"""Names of the extension for SPZ data, the newest first. The last two are from drafts, with or without the base extension."""

_FLAT = 1e-30
_MAX_PARTS = 4096
_DISPLAY, _LINEAR = "srgb_rec709_display", "lin_rec709_display"
_ROUNDING = 1e-3
"""Tolerance of opacities outside [0, 1], for rounding in packing and unpacking."""


def read(source: Path, options: Options) -> list[GaussianPart]:
    """Read a glTF or GLB file.

    Raises:
        Refused: the file is not a glTF, holds no Gaussians, or refers to missing data.
    """
    file = opened(source)
    placed = placed_meshes(file.json)
    parts = _parts(file, placed)
    if not parts:
        # meshes that no node of the scene uses
        unplaced = sorted(set(range(len(file.json.list("meshes")))) - {mesh for mesh, _ in placed})
        parts = _parts(file, [(mesh, np.eye(4)) for mesh in unplaced])
        if parts:
            parts[0].notes.append("its Gaussians are in no node of its scene: they are read without a transform")
    if not parts:
        raise Refused(f"none of its primitives has the extension {EXTENSION}: it is a mesh, not Gaussians")
    parts[0].beside = file.beside
    return parts


def _parts(file: GltfFile, placed: list[tuple[int, npt.NDArray[np.float64]]]) -> list[GaussianPart]:
    parts: list[GaussianPart] = []
    if len(placed) > _MAX_PARTS:
        raise Refused(f"its nodes place {len(placed):,} meshes; at most {_MAX_PARTS:,} are read")
    for mesh, matrix in placed:
        fields = file.json.item("meshes", mesh)
        for index in range(len(fields.list("primitives"))):
            part = _primitive(file, fields.item("primitives", index), matrix)
            if part is None:
                continue
            parts.append(part)
            if len(parts) > _MAX_PARTS:
                raise Refused(f"its nodes place more than {_MAX_PARTS:,} primitives of Gaussians")
            if (total := sum(map(len, parts))) > MAX_GAUSSIANS:
                raise Refused(f"its nodes place {total:,} Gaussians or more; at most {MAX_GAUSSIANS:,} are read")
    return parts


def _primitive(file: GltfFile, fields: JsonFields, matrix: npt.NDArray[np.float64]) -> GaussianPart | None:
    extensions = _extensions(fields)
    base = extensions.object(EXTENSION) if EXTENSION in extensions else JsonFields({}, fields.where)
    inside = _extensions(base)
    packed = next((holder.object(name) for name in _SPZ for holder in (inside, extensions) if name in holder), None)
    if packed is None and EXTENSION not in extensions:
        return None
    if fields.integer("mode", 4) != 0:
        raise Refused(f"{fields.where}: 'mode' must be 0 (points)")
    if abs(float(np.linalg.det(matrix[:3, :3]))) < _FLAT:
        raise Refused(f"{fields.where} is placed by a node that flattens it: its scale is 0 along an axis")
    notes = []
    kernel, space = base.text("kernel", "ellipse"), base.text("colorSpace", _DISPLAY)
    if kernel != "ellipse":
        notes.append(f"its kernel '{clean(kernel)}' is drawn as an ellipse")
    if (projection := base.text("projection", "perspective")) != "perspective":
        notes.append(f"its projection '{clean(projection)}' is drawn as perspective")
    signs = GLTF_FROM_PLY
    if packed is not None:
        part = spz.decoded(file.view(packed.integer("bufferView")))
        ratified = {"kernel", "colorSpace"} & set(base.values)
        part = turned(part, GLTF_FROM_PLY if ratified else SPZ_FROM_PLY)
        if not ratified:
            notes.append(
                "its SPZ is of a draft without 'colorSpace': taken in the axes that it is stored in, as CesiumJS does"
            )
    else:
        attributes = _Attributes(file, fields, base)
        others = ", ".join(sorted(inside.values))
        if others and attributes.is_elsewhere:
            raise Refused(f"{fields.where} is stored with {clean(others)}, which is not read: write it without")
        if others:
            notes.append(f"'{clean(others)}' is not known, and left alone")
        part = _gaussians(attributes)
    if space == _LINEAR:
        _to_display(part)
        notes.append(
            "its colours are linear: read as the nearest sRGB; overlapping Gaussians blend a little differently"
        )
    elif space != _DISPLAY:
        notes.append(f"its colours are in '{clean(space)}' and are taken as sRGB: they will look wrong")
    part.notes = [*notes, *part.notes]
    flip = np.diag([*signs, 1.0])
    part.matrix = None if np.array_equal(matrix, np.eye(4)) else flip @ matrix @ flip
    part.details |= {"color_space": clean(space), "kernel": clean(kernel)}
    return turned(part, signs)


def _extensions(fields: JsonFields) -> JsonFields:
    return fields.object("extensions") if "extensions" in fields else JsonFields({}, fields.where)


class _Attributes:
    """A primitive's attributes by their short names, for the names of any draft."""

    def __init__(self, file: GltfFile, primitive: JsonFields, extension: JsonFields) -> None:
        self._file, self.where = file, primitive.where
        self._accessors: dict[str, int] = {}
        inner = [extension.object("attributes")] if "attributes" in extension else []
        for fields in [primitive.object("attributes"), *inner]:
            for name, value in fields.values.items():
                short = name.removeprefix(f"{EXTENSION}:")
                if short != ENTITY:
                    short = short.removeprefix("_")
                if not isinstance(value, bool) and isinstance(value, int):
                    self._accessors.setdefault(short, value)

    def __contains__(self, name: str) -> bool:
        return name in self._accessors

    @property
    def is_elsewhere(self) -> bool:
        """Whether the positions are not in the file, so that an extension would have to provide them."""
        return "POSITION" not in self or not self._file.has_values(self._accessors["POSITION"])

    def read(self, name: str, width: int, count: int | None = None) -> FloatColumn:
        """(N, width) values of an attribute. The number of positions is passed as `count` for the others; it is checked before they
        are read."""
        if name not in self._accessors:
            raise Refused(f"{self.where} lacks the attribute {EXTENSION}:{name}")
        index = self._accessors[name]
        actual = self._file.count(index)
        if count is not None and actual != count:
            raise Refused(f"{self.where}: {name} has {actual:,} values for {count:,} Gaussians")
        return self._file.accessor(index, width, name)

    def color(self, count: int) -> FloatColumn:
        """(N, 4) RGBA of COLOR_0."""
        kind: Any = self._file.json.item("accessors", self._accessors["COLOR_0"]).values.get("type")
        if kind == "VEC3":
            return np.column_stack([self.read("COLOR_0", 3, count), np.ones(count, np.float32)])
        return self.read("COLOR_0", 4, count)


def _gaussians(attributes: _Attributes) -> GaussianPart:
    if attributes.is_elsewhere:
        raise Refused(f"{attributes.where}: POSITION refers to no values")
    notes: list[str] = []
    means = attributes.read("POSITION", 3)
    count = len(means)
    if count > MAX_GAUSSIANS:
        raise Refused(f"{attributes.where} has {count:,} Gaussians; at most {MAX_GAUSSIANS:,} are read")
    xyzw = attributes.read("ROTATION", 4, count)
    scales = attributes.read("SCALE", 3, count)
    if (scales < 0.0).any():
        notes.append("its scales are logarithms, as in the draft of the extension")
        log_scales = scales
    else:
        log_scales = logs_of(scales)
    if "OPACITY" in attributes:
        opacities = attributes.read("OPACITY", 1, count)[:, 0]
        if ((opacities < -_ROUNDING) | (opacities > 1.0 + _ROUNDING)).any():
            raise Refused(f"{attributes.where}: OPACITY has values outside of 0 to 1")
    elif "COLOR_0" in attributes:
        opacities = attributes.color(count)[:, 3]
    else:
        raise Refused(f"{attributes.where} has neither OPACITY nor COLOR_0")
    if "SH_DEGREE_0_COEF_0" in attributes:
        dc = attributes.read("SH_DEGREE_0_COEF_0", 3, count)
    elif "COLOR_0" in attributes:
        notes.append("its colours are those of COLOR_0: it has no spherical harmonics of degree 0")
        dc = dc_of(attributes.color(count)[:, :3])
    else:
        raise Refused(f"{attributes.where} has neither SH_DEGREE_0_COEF_0 nor COLOR_0")
    degree = 0
    while degree < 3 and f"SH_DEGREE_{degree + 1}_COEF_0" in attributes:
        degree += 1
    if "SH_DEGREE_4_COEF_0" in attributes:
        notes.append("spherical harmonics of degree 4 are left out: degree 3 is the highest that is drawn")
    sh = np.empty((count, SH_COUNTS[degree], 3), dtype=np.float32)
    sh[:, 0] = dc
    for level in range(1, degree + 1):
        for order in range(2 * level + 1):
            sh[:, level * level + order] = attributes.read(f"SH_DEGREE_{level}_COEF_{order}", 3, count)
    ids = None
    if ENTITY in attributes:
        ids = attributes.read(ENTITY, 1, count)[:, 0].astype(np.int32)
    quats = np.ascontiguousarray(xyzw[:, [3, 0, 1, 2]])
    return GaussianPart(means, quats, log_scales, logits_of(opacities), sh, ids, notes=notes)


def _to_display(part: GaussianPart) -> None:
    """Convert linear colours to sRGB: the constant part by the transfer function, the others by its slope there (IEC 61966-2-1)."""
    linear = np.maximum(part.sh[:, 0].astype(np.float64) * SH_C0 + 0.5, 0.0)
    low = linear <= 0.0031308
    safe = np.where(low, 1.0, linear)
    display = np.where(low, 12.92 * linear, 1.055 * safe ** (1 / 2.4) - 0.055)
    slope = np.where(low, 12.92, 1.055 / 2.4 * safe ** (1 / 2.4 - 1.0))
    part.sh = np.concatenate([dc_of(display)[:, None], part.sh[:, 1:] * slope[:, None].astype(np.float32)], axis=1)
