"""How a bench hands over what it measured."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["give", "options"]


def options(description: str | None) -> argparse.ArgumentParser:
    """The options that every bench has."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    return parser


def give(figures: Mapping[str, Any], to: Path | None) -> None:
    """Print the figures, and write them where they are wanted."""
    text = json.dumps(figures, indent=1)
    print(text)
    if to is not None:
        to.write_text(text + "\n", encoding="utf-8")
