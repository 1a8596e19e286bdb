from .copying import copy_scene_folder as copy_scene_folder
from .journal import undo_and_redo as undo_and_redo
from .project import LOCK_TIMEOUT as LOCK_TIMEOUT
from .project import JournalEntry as JournalEntry
from .project import Project as Project
from .project import RenderedFile as RenderedFile
from .project import RenderJob as RenderJob
from .project import is_scene_folder as is_scene_folder
from .scene_toml import LockedAsset as LockedAsset

__all__ = [
    "LOCK_TIMEOUT",
    "JournalEntry",
    "LockedAsset",
    "Project",
    "RenderJob",
    "RenderedFile",
    "copy_scene_folder",
    "is_scene_folder",
    "undo_and_redo",
]
