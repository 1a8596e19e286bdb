from .client import open_chat
from .data_blocks import DATA_RULE, MOST_GRAPH, data_block, data_line
from .layout_feedback import layout_judge
from .model_writer import ModelWriter

__all__ = [
    "DATA_RULE",
    "MOST_GRAPH",
    "ModelWriter",
    "data_block",
    "data_line",
    "layout_judge",
    "open_chat",
]
