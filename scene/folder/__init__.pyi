from .project import LOCK_TIMEOUT, JournalEntry, Project, RenderedFile, RenderJob, is_scene_folder
from .scene_toml import LockedAsset

__all__ = [
    "LOCK_TIMEOUT",
    "JournalEntry",
    "LockedAsset",
    "Project",
    "RenderJob",
    "RenderedFile",
    "is_scene_folder",
]
