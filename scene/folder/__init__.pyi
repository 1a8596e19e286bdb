from .copying import copy_scene_folder as copy_scene_folder
from .journal import undo_and_redo as undo_and_redo
from .operation_sentences import operation_sentence as operation_sentence
from .project import LOCK_TIMEOUT as LOCK_TIMEOUT
from .project import JournalEntry as JournalEntry
from .project import Project as Project
from .project import RenderedFile as RenderedFile
from .project import RenderJob as RenderJob
from .project import is_scene_folder as is_scene_folder
from .saved_views import MOST_VIEWS as MOST_VIEWS
from .saved_views import SavedView as SavedView
from .saved_views import SavedViews as SavedViews
from .saved_views import ViewPose as ViewPose
from .scene_toml import LockedAsset as LockedAsset

__all__ = [
    "LOCK_TIMEOUT",
    "MOST_VIEWS",
    "JournalEntry",
    "LockedAsset",
    "Project",
    "RenderJob",
    "RenderedFile",
    "SavedView",
    "SavedViews",
    "ViewPose",
    "copy_scene_folder",
    "is_scene_folder",
    "operation_sentence",
    "undo_and_redo",
]
