from .graph_picture import draw_graph
from .picture import draw_plan

__all__ = [
    "draw_graph",
    "draw_plan",
]
