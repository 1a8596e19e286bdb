from .drawing import drawing_bytes, shapes_bytes
from .html_exporter import scene_page
from .object_shapes import object_shape_bytes
from .scene_state import scene_state
from .scene_steps import scene_step
from .scene_view import SceneView
from .thing_details import thing_details
from .view_records import SceneRecord, ViewRecords

__all__ = [
    "SceneRecord",
    "SceneView",
    "ViewRecords",
    "drawing_bytes",
    "object_shape_bytes",
    "scene_page",
    "scene_state",
    "scene_step",
    "shapes_bytes",
    "thing_details",
]
