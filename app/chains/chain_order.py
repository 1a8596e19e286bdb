"""What a worker is told of a job: its steps, its scene, and its folders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from scenewright.app.requests import Request

__all__ = ["ChainOrder"]


class ChainOrder(Request):
    """A chain of actions to run."""

    steps: tuple[dict[str, Any], ...] = Field(min_length=1, max_length=100)
    """The steps, each with the field ``kind`` and the fields of that action's request. Paths to read are absolute or begin with ``{job}``;
    paths to write are relative to `folder`."""
    scene: str | None = None
    """The scene that the first steps work on: a scene folder, .py or .md. It is copied before a step changes it. None: a step makes one."""
    folder: Path
    """Folder to write into. It exists and is empty."""
    cache: Path
    """Folder for what the steps share and nobody wants afterwards."""
