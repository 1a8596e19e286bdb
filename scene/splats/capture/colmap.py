"""COLMAP's sparse models, text and binary: cameras, images and points3D.

The formats are COLMAP's own (https://colmap.github.io/format.html). They are not read by pycolmap for two reasons: it allocates
memory for a claimed count before checking that the file holds the data, and it reads tracks, which are most of the file and not
needed. Rigs and frames of newer versions are ignored, since images.* still holds each picture's pose.
"""

from __future__ import annotations

import mmap
import os
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.plain_files import inside_folder, names_in, open_plain, refused_as
from scenewright.scene.splats.capture.lens import MODELS, Lens
from scenewright.scene.splats.capture.points import MOST_POINTS, Colors, Points, finite_points

__all__ = ["ColmapImage", "ColmapModel", "find_model", "read_model"]

_NAMES = {number: name for name, (number, _) in MODELS.items()}
_LONGEST_NAME = 1024
_NUMBER = re.compile(r"[0-9]{1,9}")
_MOST_BYTES = 8 << 30
_LONGEST_LINE = 64 << 20
_MODEL_FOLDERS = ("sparse", "colmap/sparse", "colmap", "dense/sparse", "dense/0/sparse", ".")


@dataclass(frozen=True, eq=False)
class ColmapImage:
    """A picture's name, its lens at the camera's size, and its pose: (4, 4), rigid."""

    name: str
    lens: Lens
    camera_from_world: npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ColmapModel:
    """A sparse model: its images, its (P, 3) points or None, and their (P, 3) colors."""

    folder: Path
    images: tuple[ColmapImage, ...]
    points: Points | None
    colors: Colors | None
    warnings: tuple[str, ...]


def find_model(folder: Path) -> Path | None:
    """The folder of the model in the usual places in or below `folder`; None if there is none.

    Of several numbered models (``sparse/0``, ``sparse/1``) it is the first.

    Raises:
        CaptureError: it lies behind a link out of `folder`, or a folder holds too many files.
    """
    for place in _MODEL_FOLDERS:
        for candidate in (folder / place / "0", folder / place, *_numbered(folder / place)):
            if _is_model(candidate):
                with refused_as(CaptureError):
                    inside_folder(candidate, folder, "the model")
                return candidate
    return None


def _is_model(folder: Path) -> bool:
    return any(all((folder / f"{part}{end}").is_file() for part in ("cameras", "images")) for end in (".bin", ".txt"))


def _numbered(folder: Path) -> list[Path]:
    """The subfolders with a number as name, sorted by number."""
    if not folder.is_dir():
        return []
    with refused_as(CaptureError):
        numbers = [name for name in names_in(folder, "the capture") if _NUMBER.fullmatch(name)]
    return [folder / name for name in sorted(numbers, key=lambda name: (int(name), name))]


def _larger_beside(folder: Path) -> tuple[str, ...]:
    """A warning if another model beside this one seems to have more pictures.

    COLMAP numbers the models of a capture that fell apart in the order of their start, not by size.
    """
    if not folder.absolute().name.isdecimal():
        return ()
    sizes = {p: f.stat().st_size for p in _numbered(folder.absolute().parent) if (f := _images_file(p)).is_file()}
    largest = max(sizes, key=lambda p: sizes[p], default=folder)
    if sizes.get(folder.absolute(), 0) >= sizes.get(largest, 0):
        return ()
    return (f"{folder} is used, and {largest.name} beside it seems to hold more pictures: name {largest} to use that",)


def _images_file(folder: Path) -> Path:
    return folder / ("images.bin" if (folder / "images.bin").is_file() else "images.txt")


def read_model(folder: Path) -> ColmapModel:
    """The model in a folder: binary if cameras.bin exists, else text.

    Raises:
        CaptureError: a file is cut off, claims more data than it holds, or has an unusable value.
    """
    binary = (folder / "cameras.bin").is_file()
    end = ".bin" if binary else ".txt"
    lenses = dict((_binary_cameras if binary else _text_cameras)(folder / f"cameras{end}"))
    images = []
    names = set()
    path = folder / f"images{end}"
    for name, quaternion, shift, camera in (_binary_images if binary else _text_images)(path):
        where = f"{path}: {name}"
        if camera not in lenses:
            raise CaptureError(f"{where}: its camera {camera} is not in cameras{end}")
        if name in names:
            raise CaptureError(f"{where}: it is listed twice")
        names.add(name)
        images.append(ColmapImage(name, lenses[camera], _pose(quaternion, shift, where)))
    if not images:
        raise CaptureError(f"{path}: it lists no pictures")
    images.sort(key=lambda image: image.name)
    points_file = folder / f"points3D{end}"
    if not points_file.is_file():
        notes = (*_larger_beside(folder), f"there is no {points_file.name}, so there are no points")
        return ColmapModel(folder, tuple(images), None, None, notes)
    all_points, all_colors = (_binary_points if binary else _text_points)(points_file)
    points, colors = finite_points(all_points, all_colors)
    lost = len(all_points) - len(points)
    warnings = _larger_beside(folder)
    if lost:
        warnings += (f"{points_file.name}: {lost} points that are not finite are left out",)
    return ColmapModel(
        folder, tuple(images), points if len(points) else None, colors if len(points) else None, warnings
    )


def _pose(quaternion: tuple[float, ...], shift: tuple[float, ...], where: str) -> npt.NDArray[np.float64]:
    """(4, 4) pose from a quaternion wxyz and a translation."""
    from scipy.spatial.transform import Rotation

    length = float(np.linalg.norm(quaternion))
    if not (np.isfinite(length) and np.isfinite(shift).all()):
        raise CaptureError(f"{where}: its pose is not finite")
    if not 0.5 < length < 2.0:
        raise CaptureError(f"{where}: its quaternion has the length {length:g}, and a rotation's is 1")
    pose = np.eye(4)
    w, x, y, z = quaternion
    pose[:3, :3], pose[:3, 3] = Rotation.from_quat([x, y, z, w]).as_matrix(), shift
    return pose


# -- binary -------------------------------------------------------------------------------------------------------------


class _Bytes:
    """A binary file that is read from the front. Reads beyond its end are errors."""

    def __init__(self, path: Path) -> None:
        try:
            with refused_as(CaptureError), open_plain(path, _MOST_BYTES, "the model", root=path.parent) as file:
                size = os.fstat(file.fileno()).st_size
                self.view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b"")
        except OSError as error:
            raise CaptureError(f"{path} cannot be read: {error.strerror or error}") from None
        self.path = path
        self.at = 0

    def take(self, kind: struct.Struct, what: str) -> tuple[float, ...]:
        if self.at + kind.size > len(self.view):
            raise CaptureError(f"{self.path} is cut off: it ends at byte {len(self.view):,} within {what}")
        values = kind.unpack_from(self.view, self.at)
        self.at += kind.size
        return values

    def skip(self, count: int, size: int, what: str) -> None:
        if count > (len(self.view) - self.at) // size:
            raise CaptureError(
                f"{self.path}: {what} claims {count:,} entries of {size} bytes, and the file has {len(self.view) - self.at:,} left"
            )
        self.at += count * size

    def count(self, least: int, what: str) -> int:
        """Read the number of entries that follow, and check that the file has at least `least` bytes for each."""
        (number,) = self.take(_COUNT, f"the count of {what}")
        self.skip(int(number), least, f"the count of {what}")
        self.at -= int(number) * least
        return int(number)

    def name(self, what: str) -> str:
        window = bytes(self.view[self.at : self.at + _LONGEST_NAME])
        end = window.find(b"\0")
        if end < 0:
            raise CaptureError(f"{self.path}: the name of {what} does not end")
        self.at += end + 1
        return _decoded(window[:end], f"{self.path}: the name of {what}")


_COUNT = struct.Struct("<Q")
_CAMERA = struct.Struct("<iiQQ")
_IMAGE = struct.Struct("<i7di")
_POINT = struct.Struct("<Q3d3BdQ")


def _decoded(text: bytes, where: str) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        raise CaptureError(f"{where} is no UTF-8") from None


def _binary_cameras(path: Path) -> Iterator[tuple[int, Lens]]:
    file = _Bytes(path)
    for index in range(file.count(_CAMERA.size, "cameras")):
        what = f"camera {index + 1}"
        number, model, width, height = map(int, file.take(_CAMERA, what))
        if model not in _NAMES:
            raise CaptureError(f"{path}: {what} has the model {model}, which is not known")
        params = file.take(struct.Struct(f"<{MODELS[_NAMES[model]][1]}d"), what)
        yield number, Lens.checked(_NAMES[model], params, width, height, f"{path}: camera {number}")


def _binary_images(path: Path) -> Iterator[tuple[str, tuple[float, ...], tuple[float, ...], int]]:
    file = _Bytes(path)
    for index in range(file.count(_IMAGE.size + 9, "images")):
        what = f"image {index + 1}"
        values = file.take(_IMAGE, what)
        name = file.name(what)
        (observations,) = file.take(_COUNT, what)
        file.skip(int(observations), 24, f"{what} ({name})")
        yield name, values[1:5], values[5:8], int(values[8])


def _binary_points(path: Path) -> tuple[Points, Colors]:
    file = _Bytes(path)
    count = file.count(_POINT.size, "points")
    if count > MOST_POINTS:
        raise CaptureError(f"{path}: it has {count:,} points; at most {MOST_POINTS:,} are read")
    points, colors = np.empty((count, 3)), np.empty((count, 3), dtype=np.uint8)
    for index in range(count):
        _, *values, _, track = file.take(_POINT, f"point {index + 1}")
        points[index], colors[index] = values[:3], values[3:]
        file.skip(int(track), 8, f"the track of point {index + 1}")
    return points, colors


# -- text ---------------------------------------------------------------------------------------------------------------


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file with their numbers, from 1."""
    try:
        with refused_as(CaptureError), open_plain(path, _MOST_BYTES, "the model", root=path.parent) as file:
            number = 0
            while line := file.readline(_LONGEST_LINE):
                number += 1
                if len(line) == _LONGEST_LINE:
                    raise CaptureError(f"{path}: line {number} does not end")
                yield number, _decoded(line, f"{path}: line {number}").strip()
    except OSError as error:
        raise CaptureError(f"{path} cannot be read: {error.strerror or error}") from None


def _has_content(line: str) -> bool:
    return bool(line) and not line.startswith("#")


def _numbers(words: list[str], kind: Callable[[str], float], where: str) -> list[float]:
    try:
        return [kind(word) for word in words]
    except (ValueError, OverflowError):
        raise CaptureError(f"{where}: a number is expected in {' '.join(words)[:80]!r}") from None


def _text_cameras(path: Path) -> Iterator[tuple[int, Lens]]:
    for at, line in _lines(path):
        if not _has_content(line):
            continue
        where, words = f"{path}: line {at}", line.split()
        if len(words) < 5:
            raise CaptureError(f"{where}: a camera is: number, model, width, height, parameters")
        number, width, height = map(int, _numbers([words[0], *words[2:4]], int, where))
        yield number, Lens.checked(words[1], _numbers(words[4:], float, where), width, height, where)


def _text_images(path: Path) -> Iterator[tuple[str, tuple[float, ...], tuple[float, ...], int]]:
    lines = _lines(path)
    for at, line in lines:
        if not _has_content(line):
            continue
        where, words = f"{path}: line {at}", line.split(maxsplit=9)
        if len(words) != 10 or len(words[9]) > _LONGEST_NAME:
            raise CaptureError(f"{where}: an image is: number, quaternion wxyz, translation, camera, name")
        values = _numbers(words[1:8], float, where)
        (camera,) = _numbers(words[8:9], int, where)
        yield words[9], tuple(values[:4]), tuple(values[4:]), int(camera)
        next(lines, None)  # skip the line of its observations, which may be empty


def _text_points(path: Path) -> tuple[Points, Colors]:
    points: list[list[float]] = []
    colors: list[list[int]] = []
    for at, line in _lines(path):
        if not _has_content(line):
            continue
        where, words = f"{path}: line {at}", line.split(maxsplit=8)
        if len(words) < 8:
            raise CaptureError(f"{where}: a point is: number, x y z, red green blue, error, track")
        if len(points) == MOST_POINTS:
            raise CaptureError(f"{path}: it has more than {MOST_POINTS:,} points")
        points.append(_numbers(words[1:4], float, where))
        color = [int(value) for value in _numbers(words[4:7], int, where)]
        if not all(0 <= value <= 255 for value in color):
            raise CaptureError(f"{where}: a color's channels lie between 0 and 255, and it is {color}")
        colors.append(color)
    return np.array(points, dtype=np.float64).reshape(-1, 3), np.array(colors, dtype=np.uint8).reshape(-1, 3)
