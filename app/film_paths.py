"""How the camera of a film moves, by name."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["FilmPath"]

FilmPath: TypeAlias = Literal["orbit", "walk", "pan", "cameras", "still"]
"""orbit: around the scene; walk: through a room; pan: about one place in a room; cameras: through given cameras; still: not at all."""
