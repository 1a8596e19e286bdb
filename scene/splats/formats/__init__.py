"""Splat files: INRIA PLY, compressed PLY, .splat, .ksplat (read only), SPZ, SOG, and glTF with KHR_gaussian_splatting.

- `files`: the list of formats, coordinate frames, and reading and writing by file suffix.
- `decoding`: the readers. They import nothing else of the package and run in a child process (`worker`, started by `child`).
- `encoding`: the writers.

``read_gaussians`` and ``write_gaussians`` are the short form, for callers that do not need the facts about a file.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.scene.argument_values import instance_argument, path_argument
from scenewright.scene.errors import SplatError
from scenewright.scene.named_arguments import named_arguments

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
    """Something was changed or left out when a splat file was read."""


def __getattr__(name: str) -> Any:
    # torch loads when a name of `files` is used first, not with the package
    if name in _OF_FILES:
        from scenewright.scene.splats.formats import files

        return getattr(files, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@named_arguments(SplatError)
def read_gaussians(path: Path | str, *, drop_invalid: bool = False, y_up: bool = False) -> Gaussians:
    """The Gaussians of a splat file. Changed or omitted data give a :class:`SplatWarning`.

    Args:
        path: INRIA's or a compressed ``.ply``, ``.splat``, ``.spz``, ``.sog``, ``.ksplat``, or ``.glb`` with ``KHR_gaussian_splatting``.
        drop_invalid: leave out Gaussians without a finite position, colour, scale, opacity or orientation, instead of refusing the file.
        y_up: give the Gaussians in the frame of scene programs (y up) instead of the training frame (y down).

    Raises:
        SplatError: the file is missing, damaged, cut off, or of an unknown format.
    """
    from scenewright.scene.splats.formats.files import read_file

    read = read_file(path_argument(path, "path", SplatError), drop_invalid=drop_invalid, y_up=y_up)
    for note in read.notes:
        warnings.warn(f"{path}: {note}", SplatWarning, stacklevel=3)
    return read.gaussians


@named_arguments(SplatError)
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
    """Write Gaussians in the format of the path's suffix. Returns notes on data that the format cannot store.

    Args:
        gaussians: what is written.
        path: the file; its suffix chooses the format.
        drop_invalid: leave out Gaussians that are not finite, instead of raising an error.
        y_up: the Gaussians are in the frame of scene programs (y up) instead of the training frame (y down).
        spz_version: of a ``.spz``, 3 or 4.
        keep_order: write the Gaussians in the order that they have, where a format would sort them for smaller files.
        compact: smaller files, with coarser harmonics and scales.

    Raises:
        SplatError: the Gaussians cannot be written in this format.
    """
    from scenewright.scene.splats.formats.encoding import WriteOptions
    from scenewright.scene.splats.formats.files import write_file
    from scenewright.scene.splats.gaussians import Gaussians

    instance_argument(gaussians, Gaussians, "gaussians", SplatError)
    file = path_argument(path, "path", SplatError)
    options = WriteOptions(spz_version=spz_version, keep_order=keep_order, compact=compact)
    return write_file(gaussians, file, options=options, drop_invalid=drop_invalid, y_up=y_up).notes
