"""Hides the values of keys in messages and logs."""

from __future__ import annotations

import os

__all__ = ["without_keys"]

_SHORTEST = 8
"""Characters. A shorter value may be an ordinary word."""


def without_keys(text: str) -> str:
    """`text` without the values of keys, tokens, secrets and passwords in the environment."""
    for name, value in os.environ.items():
        secret = any(word in name.upper() for word in ("KEY", "TOKEN", "SECRET", "PASSWORD"))
        if secret and len(value) >= _SHORTEST:
            text = text.replace(value, f"<{name}>")
    return text
