"""The names of the stages of a staged run. The command line reads them for its help, so this module imports nothing heavy."""

from __future__ import annotations

from typing import Literal

__all__ = ["LAST_STAGES", "StageName"]

StageName = Literal["plan", "furniture", "wall", "ceiling", "small", "camera", "geometry", "materials", "light"]
"""The stages of a room, and those of a scene that is made of pictures."""
LAST_STAGES = ("small", "light")
"""Those that nothing comes after."""
