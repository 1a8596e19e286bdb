"""Where pictures may be written: asked before anything is computed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scenewright.app.output import UsageError

__all__ = ["refuse_picture"]


def refuse_picture(file: Path, option: str, endings: Sequence[str] = (".png",)) -> None:
    """
    Raises:
        UsageError: a picture that `option` asks for cannot be written there: another ending, a folder, or in a folder that is not
            there.
    """
    if file.suffix.lower() not in endings:
        raise UsageError(
            f"{option} is a picture: give it a name that ends with {' or '.join(endings)}, not {file.name!r}"
        )
    if file.is_dir():
        raise UsageError(f"{option} {file} is a folder: give a file")
    if not file.absolute().parent.is_dir():
        raise UsageError(f"there is no folder {file.parent}: make it first")
