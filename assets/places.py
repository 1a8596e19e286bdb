"""Where the catalogue keeps what is not a scene's: derived geometry and stored files, and the packs that a user added."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["cache_folder", "data_folder"]


def cache_folder() -> Path:
    """Derived data that can be thrown away; ``SCENEWRIGHT_CACHE`` puts it elsewhere."""
    chosen = os.environ.get("SCENEWRIGHT_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_cache_path("scenewright", appauthor=False)


def data_folder() -> Path:
    """What the user added; ``SCENEWRIGHT_HOME`` puts it elsewhere."""
    chosen = os.environ.get("SCENEWRIGHT_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("scenewright", appauthor=False)
