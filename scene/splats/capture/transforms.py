"""``transforms.json`` of nerfstudio and instant-ngp, and the JSON of Blender's synthetic scenes.

In these files cameras look along -z with +y up (OpenGL); in a Capture they look along +z with +y down. ``transform_matrix`` is
the camera's pose in the file's world, and this world is kept. ``scale``, ``offset`` and ``aabb_scale`` (instant-ngp) only place
the tool's unit cube in that world. ``applied_transform`` (nerfstudio) only says how the world was made from COLMAP's; points of
``ply_file_path`` have it applied already.

Intrinsics belong to the file or to each frame. Both tools centre the pixel (i, j) at (i + 0.5, j + 0.5), see
:mod:`scenewright.scene.splats.capture.lens`. Distortion is OpenCV's (k1 k2 p1 p2, k3) or, with ``camera_model`` OPENCV_FISHEYE or
``is_fisheye``, its fisheye's (k1 k2 k3 k4).
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.capture.fields import Fields, read_json
from scenewright.scene.splats.capture.lens import Lens
from scenewright.scene.splats.capture.model import Capture
from scenewright.scene.splats.capture.parts import Photograph, checked_pose, named_a_few
from scenewright.scene.splats.capture.pictures import PICTURE_SUFFIXES, inside, picture_size, stands_upright
from scenewright.scene.splats.capture.points import read_points

__all__ = ["BLENDER_FILES", "read_blender", "read_transforms"]

BLENDER_FILES = {f"transforms_{split}.json": split for split in ("train", "val", "test")}

_MOST_FRAMES = 100_000
_OPENGL_FROM_OPENCV = np.diag([1.0, -1.0, -1.0, 1.0])
_INTRINSICS = ("fl_x", "fl_y", "cx", "cy", "w", "h", "camera_angle_x", "camera_angle_y", "k1", "k2", "k3", "k4", "p1", "p2",
               "camera_model", "is_fisheye")  # fmt: skip
_FOCAL = ("fl_x", "fl_y", "camera_angle_x", "camera_angle_y")
_PERSPECTIVE = ("OPENCV", "PINHOLE", "SIMPLE_PINHOLE", "PERSPECTIVE", "FULL_OPENCV", "RADIAL", "SIMPLE_RADIAL")
_UNKNOWN_LENS = ("ftheta_p0", "latlong", "is_equirectangular", "orthographic")


def read_transforms(file: Path) -> Capture:
    """The capture of a ``transforms.json``. Missing pictures are left out, with a warning.

    Raises:
        CaptureError: the file or a picture's header cannot be used, or fewer than two pictures exist.
    """
    fields = read_json(file)
    frames = _Frames(file.parent)
    splits = {}
    for split in ("train", "val", "test"):
        for name in fields.texts(f"{split}_filenames"):
            splits[_plain(name)] = split
    frames.add(fields, lambda name: splits.get(_plain(name), ""))
    points, colors = None, None
    listed = fields.text("ply_file_path")
    if listed is not None:
        path = inside(file.parent, listed, fields.at("ply_file_path"))
        if path.is_file():
            points, colors = read_points(path)
        else:
            frames.warnings.append(f"{fields.at('ply_file_path')}: there is no {listed}, so there are no points")
    return frames.capture("transforms", points, colors)


def read_blender(folder: Path) -> Capture:
    """The capture of a folder with ``transforms_train.json`` and similar files. Their splits are kept.

    Raises:
        CaptureError: as :func:`read_transforms`.
    """
    frames = _Frames(folder)
    for name, split in BLENDER_FILES.items():
        if (folder / name).is_file():
            frames.add(read_json(folder / name), lambda _, split=split: split)
    return frames.capture("blender", None, None)


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./")


class _Frames:
    """The frames read so far, as photographs, with missing and resized pictures and warnings."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.photographs: list[Photograph] = []
        self.missing: list[str] = []
        self.warnings: list[str] = []
        self.resized: dict[str, list[str]] = {}

    def add(self, fields: Fields, split_of: Any) -> None:
        frames = fields.objects("frames")
        if not frames:
            raise CaptureError(f"{fields.at('frames')} is empty: a capture needs photographs with poses")
        if len(frames) > _MOST_FRAMES:
            raise CaptureError(f"{fields.at('frames')} lists {len(frames):,} frames; at most {_MOST_FRAMES:,} are read")
        shutter = fields.values.get("rolling_shutter")
        if isinstance(shutter, list) and any(shutter):
            self.warnings.append(
                f"{fields.at('rolling_shutter')} is left out: every picture counts as taken in one moment"
            )
        names = {p.name for p in self.photographs}
        for frame in frames:
            listed = frame.text("file_path")
            if listed is None:
                raise CaptureError(f"{frame.at('file_path')} is missing: a frame needs its picture's path")
            if "transform_matrix" not in frame:
                raise CaptureError(f"{frame.at('transform_matrix')} is missing: a frame needs its camera's pose")
            pose = checked_pose(frame.values["transform_matrix"], frame.at("transform_matrix"))
            path = _with_suffix(inside(self.root, listed, frame.at("file_path")))
            name = _plain(listed) if path is None else path.relative_to(self.root.absolute()).as_posix()
            if name in names:
                raise CaptureError(f"{frame.at('file_path')}: {listed} is listed twice")
            names.add(name)
            if path is None:
                self.missing.append(name)
                continue
            lens, upright = self._lens(fields, frame, path, name)
            camera_from_world = np.linalg.inv(pose @ _OPENGL_FROM_OPENCV)
            mask = self._mask(frame)
            self.photographs.append(Photograph(name, path, lens, camera_from_world, mask, split_of(listed), upright))

    def _mask(self, frame: Fields) -> Path | None:
        listed = frame.text("mask_path")
        if listed is None:
            return None
        path = inside(self.root, listed, frame.at("mask_path"))
        if not path.is_file():
            raise CaptureError(f"{frame.at('mask_path')}: there is no {listed}: restore it, or take the field out")
        return path

    def _lens(self, fields: Fields, frame: Fields, path: Path, name: str) -> tuple[Lens, bool]:
        """The lens of a frame at its picture's size, and whether the picture is read with its EXIF rotation."""
        frame_fields = [key for key in _INTRINSICS if key in frame]
        # if a frame has its own focal length, in either form, the file's is ignored
        replaced = dict.fromkeys(_FOCAL) if any(key in frame for key in _FOCAL) else {}
        values = {**fields.values, **replaced, **{key: frame.values[key] for key in frame_fields}}
        merged = Fields(values, frame.where if frame_fields else fields.where)
        unknown = [key for key in _UNKNOWN_LENS if merged.values.get(key)]
        if unknown:
            raise CaptureError(f"{merged.at(unknown[0])}: this kind of lens is not known here")
        size, turned = picture_size(path)
        lens = _lens_of(merged, size)
        upright = stands_upright(path, lens.width, lens.height)
        if upright is not None:
            return lens, upright
        # the picture is a smaller or larger copy of the one that the intrinsics are for
        width, height = size[::-1] if turned and (lens.width < lens.height) != (size[0] < size[1]) else size
        lens_size = f"{lens.width}x{lens.height}"
        if abs(width * lens.height / (height * lens.width) - 1.0) > 0.005:
            raise CaptureError(
                f"{merged.at('w')}: the intrinsics are for {lens_size}, and {path} is {width}x{height}: give the frame its own"
            )
        self.resized.setdefault(f"{lens_size} to {width}x{height}", []).append(name)
        return lens.scaled(width, height), (width, height) != size

    def capture(
        self, kind: str, points: npt.NDArray[np.float64] | None, colors: npt.NDArray[np.uint8] | None
    ) -> Capture:
        if self.missing:
            total = len(self.missing) + len(self.photographs)
            self.warnings.append(
                f"{len(self.missing)} of {total} listed pictures are missing and are left out: {named_a_few(self.missing, 20)}"
            )
        for sizes, names in self.resized.items():
            self.warnings.append(f"intrinsics are scaled from {sizes}, the size of {named_a_few(names)}")
        if len(self.photographs) < 2:
            some = "only one of its pictures is" if self.photographs else "none of its pictures are"
            lost = f" (missing: {named_a_few(self.missing, 3)})" if self.missing else ""
            raise CaptureError(f"{self.root}: {some} there{lost}, and a capture needs two at least, better 30 or more")
        return Capture(
            self.root, kind, tuple(self.photographs), tuple(self.missing), points, colors, tuple(self.warnings)
        )


def _with_suffix(path: Path) -> Path | None:
    """The picture's file: as listed, or with a suffix that the list omits; None if it does not exist."""
    if path.is_file():
        return path
    if path.suffix.lower() in PICTURE_SUFFIXES:
        return None
    for suffix in (".png", ".jpg", ".jpeg", *PICTURE_SUFFIXES):
        for written in (suffix, suffix.upper()):
            candidate = path.with_name(path.name + written)
            if candidate.is_file():
                return candidate
    return None


def _lens_of(fields: Fields, size: tuple[int, int]) -> Lens:
    """The lens from the intrinsics of a frame or its file. `size`: the picture's, used if they state no size."""
    width, height = fields.number("w") or size[0], fields.number("h") or size[1]
    if width != round(width) or height != round(height) or not (1 <= width <= 65535 and 1 <= height <= 65535):
        raise CaptureError(f"{fields.at('w')}: a picture cannot have {width:g}x{height:g} pixels")
    fx = _focal(fields, "fl_x", "camera_angle_x", width)
    fy = _focal(fields, "fl_y", "camera_angle_y", height)
    if fx is None and fy is None:
        raise CaptureError(f"{fields.at('fl_x')} is missing, and so is camera_angle_x: the focal length is not known")
    fx, fy = fx or fy, fy or fx
    cx, cy = fields.number("cx"), fields.number("cy")
    center = (width / 2.0 if cx is None else cx, height / 2.0 if cy is None else cy)
    k1, k2, k3, k4, p1, p2 = (fields.number(name) or 0.0 for name in ("k1", "k2", "k3", "k4", "p1", "p2"))
    camera_model = fields.text("camera_model")
    model = "OPENCV" if camera_model is None else camera_model.upper()
    where, w, h = fields.at("camera_model"), int(width), int(height)
    pinhole = [float(fx or 0.0), float(fy or 0.0), *center]
    if model == "OPENCV_FISHEYE" or fields.values.get("is_fisheye") is True:
        return Lens.checked("OPENCV_FISHEYE", [*pinhole, k1, k2, k3, k4], w, h, fields.at("fl_x"))
    if model == "EQUIRECTANGULAR":
        return Lens.checked(model, [width, height], w, h, where)
    if model not in _PERSPECTIVE:
        raise CaptureError(
            f"{where}: the lens {camera_model!r} is not known here; there are OPENCV, OPENCV_FISHEYE, EQUIRECTANGULAR"
        )
    if k4:
        raise CaptureError(
            f"{fields.at('k4')}: a fourth radial coefficient belongs to OPENCV_FISHEYE, and the lens is {model}"
        )
    if k3:
        return Lens.checked("FULL_OPENCV", [*pinhole, k1, k2, p1, p2, k3, 0.0, 0.0, 0.0], w, h, fields.at("fl_x"))
    return Lens.checked("OPENCV", [*pinhole, k1, k2, p1, p2], w, h, fields.at("fl_x"))


def _focal(fields: Fields, length: str, angle: str, size: float) -> float | None:
    """The focal length in pixels, from its own field or from the angle of view; None if both are missing."""
    focal = fields.number(length)
    if focal is not None:
        if focal <= 0:
            raise CaptureError(f"{fields.at(length)}: a focal length must be positive, and it is {focal:g}")
        return focal
    view = fields.number(angle)
    if view is None:
        return None
    if not 0 < view < math.pi:
        raise CaptureError(f"{fields.at(angle)}: an angle of view lies between 0 and pi, and it is {view:g}")
    return size / 2.0 / math.tan(view / 2.0)
