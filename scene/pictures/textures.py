"""Pictures that a scene names. They are read only from inside the scene folder, kept by their content, and bounded together."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.limits import TEXTURE_BYTES, TEXTURES, TEXTURES_PIXELS
from scenewright.scene.pictures.asking import DecodeRequest, answers_of
from scenewright.scene.pictures.errors import PictureError
from scenewright.scene.pictures.files import file_inside, picture_bytes, shown
from scenewright.scene.pictures.sharing import reductions
from scenewright.scene.printing import printable

__all__ = ["Picture", "Textures", "forget_textures", "load_picture", "load_textures"]

Picture = npt.NDArray[np.uint8]
"""(H, W, 4) sRGB and alpha, first row at the top. It is shared by all who use it, so it cannot be written to."""

_KEPT_BYTES = 256 << 20
"""Of decoded pictures that are kept for the next drawing or export."""
_KEPT_FACTS = 4096
_FILES_BYTES = 1 << 30
"""Of the files of all pictures of a scene."""
_HELD_BYTES = 64 << 20
"""Of the files of one scene that are held from looking at their sizes until they are decoded; others are read twice."""


@dataclass(frozen=True)
class Textures:
    """The pictures of a scene. `pictures`: by name; names of equal content have the same array. `problems`: by name, why a picture is
    missing. `notes`: what was changed of others."""

    pictures: dict[str, Picture] = field(default_factory=dict)
    problems: dict[str, PictureError] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class _Kept:
    """Decoded pictures by (sha256 of the file, factor of its reduction), the last used ones, and sizes or refusals by sha256."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pictures: OrderedDict[tuple[str, int], Picture] = OrderedDict()
        self._sizes: OrderedDict[str, tuple[int, int] | str] = OrderedDict()
        self._bytes = 0

    def picture(self, key: tuple[str, int]) -> Picture | None:
        with self._lock:
            found = self._pictures.get(key)
            if found is not None:
                self._pictures.move_to_end(key)
            return found

    def keep(self, key: tuple[str, int], picture: Picture) -> None:
        with self._lock:
            if key in self._pictures or picture.nbytes > _KEPT_BYTES // 2:
                return
            self._pictures[key] = picture
            self._bytes += picture.nbytes
            while self._bytes > _KEPT_BYTES:
                self._bytes -= self._pictures.popitem(last=False)[1].nbytes

    def size(self, digest: str) -> tuple[int, int] | str | None:
        """(width, height), or why the picture cannot be read; None where it was not looked at."""
        with self._lock:
            return self._sizes.get(digest)

    def keep_size(self, digest: str, size: tuple[int, int] | str) -> None:
        with self._lock:
            self._sizes[digest] = size
            while len(self._sizes) > _KEPT_FACTS:
                self._sizes.popitem(last=False)

    def forget(self) -> None:
        with self._lock:
            self._pictures.clear()
            self._sizes.clear()
            self._bytes = 0


_kept = _Kept()


def forget_textures() -> None:
    """Empty the memory of decoded pictures."""
    _kept.forget()


def load_picture(root: Path | None, name: str, *, job: Job | None = None) -> Picture:
    """The picture `name` of the scene folder `root`.

    Raises:
        PictureError: `root` is None, the path leaves the folder, or the file is missing, too large or not a picture.
        JobCancelled: the job was cancelled.
    """
    found = load_textures(root, [name], job=job)
    if name in found.problems:
        raise found.problems[name]
    return found.pictures[name]


def load_textures(root: Path | None, names: Iterable[str], *, job: Job | None = None) -> Textures:
    """The pictures of these names in the scene folder `root`. One that cannot be read is a problem, not an error.

    All pictures together have at most :data:`scenewright.scene.limits.TEXTURES_PIXELS` pixels: larger ones are reduced, with a note.

    Raises:
        JobCancelled: the job was cancelled.
    """
    problems: dict[str, PictureError] = {}
    names_of: dict[str, list[str]] = {}
    files = _Files()
    for at, name in enumerate(dict.fromkeys(names)):
        try:
            if at >= TEXTURES:
                raise PictureError(f"the scene names more than {TEXTURES} pictures; '{shown(name)}' is not read")
            if root is None:
                raise PictureError(f"the picture '{shown(name)}' cannot be looked up: the scene has no folder")
            digest = files.digest_of(file_inside(root, name), name)
        except PictureError as error:
            problems[name] = error
            continue
        names_of.setdefault(digest, []).append(name)
    sizes, opened = _looked_at(files, names_of, job)
    known = {digest: size for digest, size in sizes.items() if not isinstance(size, str)}
    factors = dict(zip(known, reductions([w * h for w, h in known.values()], TEXTURES_PIXELS), strict=True))
    decoded = _decoded(files, factors, opened, job)
    pictures: dict[str, Picture] = {}
    notes = []
    for digest, same in names_of.items():
        result = decoded.get(digest, sizes[digest])
        for name in same:
            if isinstance(result, np.ndarray):
                pictures[name] = result
            else:
                problems[name] = PictureError(f"'{shown(name)}' cannot be read as a picture: {result}")
        if isinstance(result, np.ndarray) and factors[digest] > 1:
            width, height = known[digest]
            notes.append(
                f"the picture '{shown(same[0])}' is reduced from {width}x{height} to {result.shape[1]}x{result.shape[0]}:"
                f" all pictures of a scene have at most {TEXTURES_PIXELS:,} pixels"
            )
    return Textures(pictures, problems, tuple(notes))


class _Files:
    """The files of the pictures of one scene, by the sha256 of their content. Small contents are kept until they are decoded."""

    def __init__(self) -> None:
        self._digests: dict[tuple[int, int], str] = {}
        self._paths: dict[str, Path] = {}
        self._data: dict[str, bytes] = {}
        self._bytes = 0

    def digest_of(self, path: Path, name: str) -> str:
        """The digest of a file, which is read once, whatever its names.

        Raises:
            PictureError: it cannot be read, or the files of the scene are too large together.
        """
        try:
            status = path.stat()
            inode = (status.st_dev, status.st_ino)
            if inode in self._digests and status.st_ino:
                return self._digests[inode]
            if self._bytes + status.st_size > _FILES_BYTES and status.st_size <= TEXTURE_BYTES:
                raise PictureError(f"the pictures of the scene have more than {_FILES_BYTES:,} bytes together")
            data = picture_bytes(path)
        except OSError as error:
            reason = printable(error.strerror or str(error))
            raise PictureError(f"'{shown(name)}' cannot be read as a picture: {reason}") from None
        except PictureError as error:
            raise PictureError(f"'{shown(name)}' cannot be read as a picture: {error}") from None
        digest = self._digests[inode] = hashlib.sha256(data).hexdigest()
        self._paths[digest] = path
        self._bytes += len(data)
        if self._bytes <= _HELD_BYTES:
            self._data[digest] = data
        return digest

    def request(self, digest: str, reduce: int = 1) -> DecodeRequest:
        """A request for the picture of this digest."""

        def again() -> bytes:
            try:
                data = picture_bytes(self._paths[digest])
            except OSError as error:
                raise PictureError(printable(error.strerror or str(error))) from None
            if hashlib.sha256(data).hexdigest() != digest:
                raise PictureError("it changed while it was read")
            return data

        return DecodeRequest(self._data.get(digest, again), "rgba", reduce=reduce)


def _looked_at(
    files: _Files, digests: Iterable[str], job: Job | None
) -> tuple[dict[str, tuple[int, int] | str], dict[str, Picture]]:
    """By digest: (width, height) of each picture, or why it cannot be read; and the pixels of those that had to be opened for it, as far
    as they fit beside the others."""
    sizes = {digest: _kept.size(digest) for digest in digests}
    missing = [digest for digest, size in sizes.items() if size is None]
    # half, since what is opened here may have to be reduced afterwards
    left = TEXTURES_PIXELS // 2 - sum(size[0] * size[1] for size in sizes.values() if isinstance(size, tuple))
    answers = answers_of([files.request(digest) for digest in missing], most_pixels=left, job=job)
    opened = {}
    for digest, answer in zip(missing, answers, strict=True):
        size = answer.error or answer.facts["size"]
        sizes[digest] = size
        _kept.keep_size(digest, size)
        if answer.pixels is not None:
            opened[digest] = answer.pixels
            _kept.keep((digest, 1), answer.pixels)
    return {digest: size for digest, size in sizes.items() if size is not None}, opened


def _decoded(
    files: _Files, factors: dict[str, int], opened: dict[str, Picture], job: Job | None
) -> dict[str, Picture | str]:
    """The pixels of each picture that is to be reduced by a factor, or why it cannot be read, by digest."""
    out: dict[str, Picture | str] = {}
    missing = []
    for digest, factor in factors.items():
        kept = opened.get(digest) if factor == 1 else None
        kept = _kept.picture((digest, factor)) if kept is None else kept
        if kept is None:
            missing.append(digest)
        else:
            out[digest] = kept
    opened.clear()
    answers = answers_of([files.request(digest, factors[digest]) for digest in missing], job=job)
    for digest, answer in zip(missing, answers, strict=True):
        if answer.pixels is None:
            out[digest] = answer.error
            _kept.keep_size(digest, answer.error)
        else:
            out[digest] = answer.pixels
            _kept.keep((digest, factors[digest]), answer.pixels)
    return out
