"""Folders of the catalogue outside of scenes: the cache of geometry and files, and the user's packs."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["cache_folder", "data_folder"]


def cache_folder() -> Path:
    """The folder for derived data, which can be deleted: ``SCENEWRIGHT_CACHE``, else the platform's cache folder."""
    chosen = os.environ.get("SCENEWRIGHT_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_cache_path("scenewright", appauthor=False)


def data_folder() -> Path:
    """The folder for the user's data: ``SCENEWRIGHT_HOME``, else the platform's data folder."""
    chosen = os.environ.get("SCENEWRIGHT_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("scenewright", appauthor=False)
