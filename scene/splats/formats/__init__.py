"""Splat files: INRIA PLY, compressed PLY, .splat, .ksplat (read), SPZ, SOG, and glTF with KHR_gaussian_splatting.

- :mod:`scenewright.scene.splats.formats.files`: what there is, frames, and reading and writing by suffix. -
:mod:`scenewright.scene.splats.formats.decoding`: the readers, which run in a child
(:mod:`~scenewright.scene.splats.formats.worker`, its host :mod:`~scenewright.scene.splats.formats.child`) and stand alone.
:mod:`scenewright.scene.splats.formats.encoding`: the writers.

``read_gaussians`` and ``write_gaussians`` are the short form, for callers to whom the facts of a file are nothing.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scenewright.scene.splats.formats.files import FORMATS, Format, SplatFile, WrittenSplats, read_file, write_file
    from scenewright.scene.splats.gaussians import Gaussians

__all__ = [
    "FORMATS",
    "Format",
    "SplatFile",
    "SplatWarning",
    "WrittenSplats",
    "read_file",
    "read_gaussians",
    "write_file",
    "write_gaussians",
]

_OF_FILES = {"FORMATS", "Format", "SplatFile", "WrittenSplats", "read_file", "write_file"}


class SplatWarning(UserWarning):
    """A splat file was read or written with something changed or left out."""


def __getattr__(name: str) -> Any:
    # torch loads with the first name of `files` that is asked for, not with the package
    if name in _OF_FILES:
        from scenewright.scene.splats.formats import files

        return getattr(files, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def read_gaussians(path: Path | str, *, drop_invalid: bool = False, y_up: bool = False) -> Gaussians:
    """The Gaussians of a splat file; what was changed or left out is a :class:`SplatWarning`. See
    :func:`scenewright.scene.splats.formats.files.read_file`.

    Raises:
        SplatError: the file is not there, damaged, cut off, or nothing that is known.
    """
    from scenewright.scene.splats.formats.files import read_file

    read = read_file(Path(path), drop_invalid=drop_invalid, y_up=y_up)
    for note in read.notes:
        warnings.warn(f"{path}: {note}", SplatWarning, stacklevel=2)
    return read.gaussians


def write_gaussians(
    gaussians: Gaussians,
    path: Path | str,
    *,
    drop_invalid: bool = False,
    y_up: bool = False,
    spz_version: int = 3,
    keep_order: bool = False,
    compact: bool = False,
) -> tuple[str, ...]:
    """Write Gaussians in the format of the path's suffix; the answer is what the format does not keep. See
    :func:`scenewright.scene.splats.formats.files.write_file`.

    Raises:
        SplatError: they cannot be written so.
    """
    from scenewright.scene.splats.formats.encoding import WriteOptions
    from scenewright.scene.splats.formats.files import write_file

    options = WriteOptions(spz_version=spz_version, keep_order=keep_order, compact=compact)
    return write_file(gaussians, Path(path), options=options, drop_invalid=drop_invalid, y_up=y_up).notes
