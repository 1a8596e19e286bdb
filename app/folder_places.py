"""Refuses the name of a file where a folder is to be made."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.requests import RequestError
from scenewright.app.word_sets import word_set

__all__ = ["refuse_file_name"]

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
