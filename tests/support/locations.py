"""Paths in the repository."""

from __future__ import annotations

from pathlib import Path

__all__ = ["DATA", "GOLDEN", "QUERIES", "REPOSITORY", "SOURCES", "SUPPORT", "TESTS"]

TESTS = Path(__file__).resolve().parents[1]
SUPPORT = TESTS / "support"
DATA = TESTS / "data"
GOLDEN = TESTS / "golden"
QUERIES = TESTS / "queries"
REPOSITORY = TESTS.parent
SOURCES = REPOSITORY / "src"
"""The entry for the module search path of a process that imports this checkout."""
