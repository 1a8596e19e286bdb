"""Forms of bodies in the user's cache: the surfaces of a chair are the same in every scene, and take longer to find than to read."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scenewright.scene import atomic
from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.errors import ProjectError
from scenewright.scene.layout.bodies.surfaces import BodyForm, SurfacePlaces
from scenewright.scene.layout.model import Relief, SupportSurface, Underside
from scenewright.scene.model import FloatArray
from scenewright.scene.plain_files import read_plain

__all__ = ["keep_form", "kept_form"]

_MOST_BYTES = 4 << 20
_SOURCES = ("geometry", "language", "layout/bodies", "model")
"""Folders of code that a form depends on."""
_Arrays = Mapping[str, npt.NDArray[np.float64]]


def kept_form(key: object) -> BodyForm | None:
    """The form that was kept under a key; None where there is none, or it is damaged."""
    from safetensors import SafetensorError
    from safetensors.numpy import load

    path = _path(key)
    if not path.is_file():
        return None
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(read_plain(path, _MOST_BYTES, "the cache"), _MOST_BYTES)
        return _form(load(data))
    except (ProjectError, OSError, zlib.error, SafetensorError, KeyError, ValueError, IndexError):
        return None


def keep_form(key: object, form: BodyForm) -> None:
    """Keep a form under a key, which says all that it depends on. Where the cache cannot be written, it is found anew the next time."""
    from safetensors.numpy import save

    arrays = {name: np.ascontiguousarray(values, dtype=np.float64) for name, values in _arrays(form).items()}
    data = save(arrays)
    if len(data) > _MOST_BYTES:
        return
    path = _path(key)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, zlib.compress(data, 1), durable=False)
    except OSError:
        pass


def _path(key: object) -> Path:
    name = hashlib.sha256(f"{_version()} {key!r}".encode()).hexdigest()
    return current_data_dir().cache / "forms" / name[:2] / name[2:34]


@cache
def _version() -> str:
    """A digest of the state of the code that forms depend on: with other code, nothing that was kept counts."""
    digest = hashlib.sha256()
    scene = Path(__file__).parents[2]
    for folder in _SOURCES:
        for path in sorted((scene / folder).rglob("*.py")):
            status = os.stat(path)
            digest.update(f"{path.relative_to(scene)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _arrays(form: BodyForm) -> dict[str, npt.ArrayLike]:
    out: dict[str, npt.ArrayLike] = {"foot": form.foot, "size": form.size, "boxes": form.boxes}
    for kind, surfaces in (("open", form.places.open), ("shut", form.places.shut)):
        for n, surface in enumerate(surfaces):
            out[f"{kind}{n}.polygon"] = surface.polygon
            out[f"{kind}{n}.level"] = [surface.height, surface.headroom]
            if surface.relief is not None:
                relief = surface.relief
                out |= {f"{kind}{n}.x": relief.x, f"{kind}{n}.z": relief.z, f"{kind}{n}.top": relief.top}
    below = form.places.underside
    if below is not None:
        out |= {"below.x": below.x, "below.z": below.z, "below.low": below.low}
    return out


def _form(arrays: _Arrays) -> BodyForm:
    below = None
    if "below.x" in arrays:
        below = Underside(arrays["below.x"], arrays["below.z"], arrays["below.low"])
    places = SurfacePlaces(tuple(_surfaces(arrays, "open")), tuple(_surfaces(arrays, "shut")), below)
    return BodyForm(_of(arrays["foot"], 3), _of(arrays["size"], 3), arrays["boxes"].reshape(-1, 2, 3), places)


def _surfaces(arrays: _Arrays, kind: str) -> Sequence[SupportSurface]:
    out: list[SupportSurface] = []
    while f"{kind}{len(out)}.polygon" in arrays:
        name = f"{kind}{len(out)}"
        height, headroom = _of(arrays[f"{name}.level"], 2).tolist()
        relief = None
        if f"{name}.x" in arrays:
            relief = Relief(arrays[f"{name}.x"], arrays[f"{name}.z"], arrays[f"{name}.top"])
        out.append(SupportSurface(arrays[f"{name}.polygon"].reshape(-1, 2), height, headroom, relief))
    return out


def _of(values: FloatArray, count: int) -> FloatArray:
    """The numbers of a kept array.

    Raises:
        ValueError: they are not `count`.
    """
    if values.shape != (count,):
        raise ValueError(f"{values.shape} numbers where {count} are kept")
    return values
