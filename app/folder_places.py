"""Where new scene folders are made: a free name, and no name of a file."""

from __future__ import annotations

import re
from pathlib import Path

from scenewright.app.requests import RequestError
from scenewright.app.word_sets import word_set

__all__ = ["SCENES", "free_folder", "refuse_file_name"]

SCENES = Path("scenes")
"""Parent of new scene folders, unless a request gives one."""

_MOST_NAME = 60
"""Characters of the name of a new folder."""

_FILES = word_set(
    """.png .jpg .jpeg .webp .gif .bmp .tif .tiff .exr .svg .pdf .mp4 .mov .ply .splat .ksplat .spz .sog .glb .gltf .obj .stl
    .blend .usd .usdz .py .json .md .txt .html .zip .safetensors"""
)
"""Endings of files that somebody may expect: who gives one does not mean a folder."""


def refuse_file_name(folder: Path | None, field: str, holds: str) -> None:
    """
    Args:
        folder: the folder to make; None: a default one. One that is there already may have any name.
        field: the field of the request that names it.
        holds: what will be in it, for the message.

    Raises:
        RequestError: it has the name of a file.
    """
    if folder is not None and folder.suffix.lower() in _FILES and not folder.is_dir():
        raise RequestError(
            f"{field} is a folder, with {holds} in it, and {folder.name!r} is the name of a file", field=field
        )


def free_folder(parent: Path, title: str) -> Path:
    """The first of ``parent/title``, ``parent/title_2`` ... that does not exist yet, with the title as a file name."""
    words = re.sub(r"[^\w]+", "_", title.lower()).strip("_")
    stem = "_".join(words.split("_")[:6])[:_MOST_NAME].strip("_") or "scene"
    folder = parent / stem
    number = 2
    while folder.exists():
        folder = parent / f"{stem}_{number}"
        number += 1
    return folder
