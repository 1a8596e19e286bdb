"""The environment of children: nothing of the user's, so that a child that is taken over finds no key or token."""

from __future__ import annotations

import os

__all__ = ["child_environment"]

_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""Some systems cannot start Python or load its libraries without these."""


def child_environment() -> dict[str, str]:
    """Variables for a child that reads what strangers made: those that it needs, and one thread for numerical libraries."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return environment | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
