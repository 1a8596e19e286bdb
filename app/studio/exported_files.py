"""What a person gets of an export: one file with a short name, packed where the format needs several."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path

from scenewright.scene.plain_files import inside_folder

__all__ = ["file_stem", "one_file"]

_MOST_LETTERS = 40
_STORED_BYTES = 32 << 20
"""Larger files are packed as they are: nobody wants to wait for some per cent."""
_HOLD_THEIR_CREDITS = (".glb", ".html")
"""Endings of files that name the works of others within: they need no list of them beside."""
_CREDITS = ".ATTRIBUTION.txt"


def file_stem(title: str) -> str:
    """The title of a scene as the name of a file that every system takes: letters, digits and hyphens, whole words as long as they fit."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", title).lower())
    if len(words) > 1 and words[0] in ("a", "an", "the"):
        del words[0]
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word[:_MOST_LETTERS]
        if len(longer) > _MOST_LETTERS:
            break
        stem = longer
    return stem or "scene"


def one_file(files: Sequence[Path], root: Path) -> Path:
    """The file that a person saves: the export itself, or a zip archive beside it that holds it with all that belongs to it.

    Args:
        files: the export first.
        root: the folder of the job, in which they lie.

    Raises:
        ProjectError: a file lies elsewhere, or is no plain file.
    """
    export, *others = [inside_folder(file, root, "the exported file") for file in files]
    if export.suffix.lower() in _HOLD_THEIR_CREDITS:
        others = [file for file in others if not file.name.endswith(_CREDITS)]
    if not others:
        return export
    packed = root / f"{export.name.partition('.')[0]}.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in (export, *others):
            how = zipfile.ZIP_STORED if file.stat().st_size > _STORED_BYTES else zipfile.ZIP_DEFLATED
            archive.write(file, file.relative_to(export.parent).as_posix(), how)
    return packed
