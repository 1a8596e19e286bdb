"""One result of the doctor."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

__all__ = ["Check", "version_of"]


@dataclass(frozen=True, slots=True)
class Check:
    """One result.

    Attributes:
        state: 'ok', 'missing' (a part does not work) or 'note' (it works, with less).
        found: the finding.
        mend: how to get it.
        enables: what it would enable.
    """

    name: str
    state: str
    found: str
    mend: str = ""
    enables: str = ""


def version_of(package: str) -> str:
    """The version of an installed distribution."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "installed"
