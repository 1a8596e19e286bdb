from .assemblies import FloatingPart, judge_assemblies
from .bounds import RAY_SHARE, Bounds, judge_bounds
from .boxes import separating_axes
from .clearance import judge_clearance
from .collision import Collisions, find_collisions
from .columns import column_spans, grid_points, surface_heights
from .contacts import FLOOR, Contacts, find_contacts
from .depth import reach
from .evidence import FLAT, SINK, Evidence, evidence_of, metres
from .free_floor import FloorArea, free_floor
from .hulls import body_points
from .kept_spaces import KeptSpace, kept_spaces
from .meeting import Meeting
from .navigation import HIGH, LOW, RADIUS, Walkable, judge_navigation
from .openings import covered_windows, door_box, judge_doors, judge_windows
from .pairs import box_pairs, near_piece_pairs, piece_pairs
from .physics import Settled, settle
from .shapes import shapes_of_mesh
from .slight import Slight, SlightKind
from .solids import Solids, with_boxes
from .support import Supported, judge_support, unevenness
from .unusual import UnusualRest, unusual_rests
from .violations import Violation, ViolationKind
from .weight import metres_outside, outlines, weights_of

__all__ = [
    "FLAT",
    "FLOOR",
    "HIGH",
    "LOW",
    "RADIUS",
    "RAY_SHARE",
    "SINK",
    "Bounds",
    "Collisions",
    "Contacts",
    "Evidence",
    "FloatingPart",
    "FloorArea",
    "KeptSpace",
    "Meeting",
    "Settled",
    "Slight",
    "SlightKind",
    "Solids",
    "Supported",
    "UnusualRest",
    "Violation",
    "ViolationKind",
    "Walkable",
    "body_points",
    "box_pairs",
    "column_spans",
    "covered_windows",
    "door_box",
    "evidence_of",
    "find_collisions",
    "find_contacts",
    "free_floor",
    "grid_points",
    "judge_assemblies",
    "judge_bounds",
    "judge_clearance",
    "judge_doors",
    "judge_navigation",
    "judge_support",
    "judge_windows",
    "kept_spaces",
    "metres",
    "metres_outside",
    "near_piece_pairs",
    "outlines",
    "piece_pairs",
    "reach",
    "separating_axes",
    "settle",
    "shapes_of_mesh",
    "surface_heights",
    "unevenness",
    "unusual_rests",
    "weights_of",
    "with_boxes",
]
