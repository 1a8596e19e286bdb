"""What callers give a scene folder to keep, checked: texts, libraries, authors and values of ``scene.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenewright.scene.errors import ProgramError, ProjectError
from scenewright.scene.folder.journal import MOST_LIBRARIES, Author
from scenewright.scene.language.running import is_library_name
from scenewright.scene.strict_types import shown_value
from scenewright.scene.text_files import MAX_TEXT_BYTES, normalise

__all__ = ["checked_author", "checked_changes", "checked_libraries", "checked_text"]


def checked_text(source: str) -> str:
    """The text of a program in NFC, with one kind of line end.

    Raises:
        ProjectError: 'argument': it is no text; 'too-large'.
        ProgramError: 'encoding': it holds what no UTF-8 file can.
    """
    if not isinstance(source, str):
        raise ProjectError(f"source: must be the text of a program, not {shown_value(source)}").about("source")
    text = normalise(source)
    size = len(text.encode("utf-8"))
    if size > MAX_TEXT_BYTES:
        raise ProjectError(f"a program has at most {MAX_TEXT_BYTES:,} bytes; this one has {size:,}", kind="too-large")
    return text


def checked_libraries(libraries: Mapping[str, str]) -> dict[str, str]:
    """The texts of libraries by name, as :func:`checked_text` gives them.

    Raises:
        ProjectError: 'argument': one has no name of a library; 'too-large'.
        ProgramError: 'encoding'.
    """
    wrong = next((name for name in libraries if not is_library_name(name)), None)
    if wrong is not None:
        raise ProjectError(f"{shown_value(wrong)} is no name of a library")
    texts = {name: checked_text(text) for name, text in libraries.items()}
    size = sum(len(text.encode("utf-8")) for text in texts.values())
    if size > MAX_TEXT_BYTES or len(texts) > MOST_LIBRARIES:
        raise ProjectError(
            f"a scene keeps at most {MOST_LIBRARIES:,} libraries of {MAX_TEXT_BYTES:,} bytes together; these are {len(texts):,} of "
            f"{size:,} bytes",
            kind="too-large",
        )
    return texts


def checked_author(author: Author | str) -> Author:
    """
    Raises:
        ProjectError: 'argument': nobody is called so.
    """
    try:
        return Author(author)
    except ValueError:
        raise ProjectError(f"an author is 'person', 'agent' or 'solver', not {author!r}") from None


def checked_changes(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values for ``scene.toml``, with text in NFC.

    Raises:
        ProjectError: 'argument': the seed is not a whole number, or a text cannot be encoded.
    """
    changes: dict[str, Any] = {}
    for key, value in values.items():
        if key == "seed" and (not isinstance(value, int) or isinstance(value, bool)):
            raise ProjectError(f"a seed is a whole number, not {value!r}")
        try:
            changes[key] = normalise(value) if isinstance(value, str) else value
        except ProgramError as error:
            raise ProjectError(f"the {key} cannot be kept: {error.message}") from None
    return changes
