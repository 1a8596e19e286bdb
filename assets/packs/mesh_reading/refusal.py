"""The error for files that cannot be used."""

from __future__ import annotations

import re

__all__ = ["MeshRefused", "clean"]


class MeshRefused(Exception):
    """The file cannot be used; the message gives the reason."""


def clean(text: object) -> str:
    """Text of an untrusted file on one line, without control characters, at most 200 characters long."""
    return re.sub(r"[\x00-\x1f\x7f]", " ", str(text))[:200]
