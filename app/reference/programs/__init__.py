"""The tiny programs of the reference: one for each function, primitive and table. Those of relations are in the table of relations."""

from __future__ import annotations

from pathlib import Path

__all__ = ["program_of"]

_FOLDER = Path(__file__).parent


def program_of(name: str) -> str:
    """The text of the program that shows an entry; '' where there is none."""
    file = _FOLDER / f"{name}.py"
    return file.read_text(encoding="utf-8") if file.is_file() else ""
