from .layout_feedback import layout_judge
from .model_writer import ModelWriter

__all__ = [
    "ModelWriter",
    "layout_judge",
]
