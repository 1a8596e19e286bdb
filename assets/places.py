"""Folders of the catalogue outside of scenes, of the user that this thread works for: the cache of geometry and files, and packs."""

from __future__ import annotations

from pathlib import Path

from scenewright.scene.data_dir import current_data_dir

__all__ = ["cache_folder", "data_folder"]


def cache_folder() -> Path:
    """The folder for derived data, which can be deleted; see :mod:`scenewright.scene.data_dir`."""
    return current_data_dir().cache


def data_folder() -> Path:
    """The folder for the user's data; see :mod:`scenewright.scene.data_dir`."""
    return current_data_dir().data
