from .drawing import drawing_bytes, shapes_bytes
from .html_exporter import scene_page
from .notebook_display import NotebookDisplay
from .object_shapes import object_shape_bytes
from .scene_state import scene_state
from .scene_steps import scene_step
from .scene_view import SceneView as SceneView
from .thing_details import thing_details

__all__ = [
    "NotebookDisplay",
    "SceneView",
    "drawing_bytes",
    "object_shape_bytes",
    "scene_page",
    "scene_state",
    "scene_step",
    "shapes_bytes",
    "thing_details",
]
