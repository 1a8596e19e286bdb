from .drawing import drawing_bytes, shapes_bytes
from .scene_state import scene_state
from .scene_steps import scene_step
from .thing_details import thing_details
from .view_records import SceneRecord, ViewRecords

__all__ = ["SceneRecord", "ViewRecords", "drawing_bytes", "scene_state", "scene_step", "shapes_bytes", "thing_details"]
