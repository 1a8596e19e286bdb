"""Prompts as files: ``app/agent/prompts/NAME.md``, with ``{{NAME}}`` where something is filled in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scenewright.app.language_models import DATA_RULE

__all__ = ["Prompt", "prompt", "prompt_file"]

_FOLDER = Path(__file__).parents[1] / "prompts"
_FIELD = re.compile(r"\{\{([A-Z_]+)\}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A filled-in prompt. `version`: of its file, such as 'writer-1f3a09bc': it changes with the text of the file alone."""

    text: str
    version: str


def prompt(name: str, values: Mapping[str, str] | None = None) -> Prompt:
    """A prompt by its name, with its fields filled in. ``DATA_RULE`` is always known.

    Raises:
        KeyError: the file has a field without a value, or a value has no field.
    """
    template = prompt_file(f"{name}.md")
    known = {"DATA_RULE": DATA_RULE, **(values or {})}
    fields = set(_FIELD.findall(template))
    if unused := sorted(set(values or {}) - fields):
        raise KeyError(f"prompt {name} has no field {unused[0]}")
    text = _FIELD.sub(lambda found: known[found[1]], template)
    return Prompt(text, f"{name}-{hashlib.sha256(template.encode()).hexdigest()[:8]}")


@cache
def prompt_file(name: str) -> str:
    """The text of a file of the prompts."""
    return (_FOLDER / name).read_text(encoding="utf-8")
