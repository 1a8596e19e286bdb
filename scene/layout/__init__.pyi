from .certificate import Certificate, ViolationKind
from .changes import BodyMove
from .layout import LayoutResult, solve_scene
from .model import (
    Anchor,
    AnchorKind,
    Bodies,
    Constraint,
    Numbers,
    Problem,
    Support,
    SupportSurface,
    box_corners,
    planar_rotation,
    to_room_frame,
)
from .report import LayoutReport as LayoutReport
from .report import check_scene, moved_text, report_of, slight_text
from .resting import HAIR

__all__ = [
    "HAIR",
    "Anchor",
    "AnchorKind",
    "Bodies",
    "BodyMove",
    "Certificate",
    "Constraint",
    "LayoutReport",
    "LayoutResult",
    "Numbers",
    "Problem",
    "Support",
    "SupportSurface",
    "ViolationKind",
    "box_corners",
    "check_scene",
    "moved_text",
    "planar_rotation",
    "report_of",
    "slight_text",
    "solve_scene",
    "to_room_frame",
]
