"""The mark that asks a person at a terminal for a line."""

from __future__ import annotations

import sys

__all__ = ["show_prompt"]


def show_prompt() -> None:
    """Show the mark, on standard error: standard output is for results."""
    sys.stderr.write("> ")
    sys.stderr.flush()
