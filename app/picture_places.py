"""Checks the file of a picture before anything is computed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenewright.app.requests import RequestError
from scenewright.scene.atomic import require_writable

__all__ = ["refuse_picture"]


def refuse_picture(file: Path, field: str, endings: Sequence[str] = (".png",)) -> None:
    """
    Args:
        field: the field of the request that names the file.
        endings: the allowed suffixes.

    Raises:
        RequestError: the file has another suffix, is a folder, or its folder does not exist.
        ProjectError: the system refuses to write it.
    """
    if file.suffix.lower() not in endings:
        name = f"a name that ends with {' or '.join(endings)}, not {file.name!r}"
        raise RequestError(f"{field} is a picture: give it {name}", field=field)
    if file.is_dir():
        raise RequestError(f"{field} is a folder, {file}: give a file", field=field)
    if not file.absolute().parent.is_dir():
        raise RequestError(f"there is no folder {file.parent}: make it first", field=field)
    require_writable(file)
