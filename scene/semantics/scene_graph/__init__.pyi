from .box_lengths import lengths_of
from .box_shares import footprint_overlap, in_footprint, share_within
from .graph import GRAPH_TRIANGLES, GraphNode, SceneGraph, scene_graph
from .graph_text import INSTRUCTIONS, graph_json
from .main_view import SeenThing, seen_of
from .said_looks import colors_said, materials_said, shape_said
from .shown_colors import has_color, metal_name
from .spatial import DIRECTIONS, Spatial

__all__ = [
    "DIRECTIONS",
    "GRAPH_TRIANGLES",
    "INSTRUCTIONS",
    "GraphNode",
    "SceneGraph",
    "SeenThing",
    "Spatial",
    "colors_said",
    "footprint_overlap",
    "graph_json",
    "has_color",
    "in_footprint",
    "lengths_of",
    "materials_said",
    "metal_name",
    "scene_graph",
    "seen_of",
    "shape_said",
    "share_within",
]
