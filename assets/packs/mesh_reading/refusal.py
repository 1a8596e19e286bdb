"""The answer to a file that is not what it should be."""

from __future__ import annotations

import re

__all__ = ["MeshRefused", "clean"]


class MeshRefused(Exception):
    """The file is not what it should be; the message says how."""


def clean(text: object) -> str:
    """Text of a stranger on one line, without control characters, 200 characters at most."""
    return re.sub(r"[\x00-\x1f\x7f]", " ", str(text))[:200]
