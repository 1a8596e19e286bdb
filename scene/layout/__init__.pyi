from .certificate import Certificate, Violation, ViolationKind
from .changes import BodyMove
from .consequences import Consequences, consequences
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
from .riders import JudgedScene, judge_scene, riders, supports

__all__ = [
    "HAIR",
    "Anchor",
    "AnchorKind",
    "Bodies",
    "BodyMove",
    "Certificate",
    "Consequences",
    "Constraint",
    "JudgedScene",
    "LayoutReport",
    "LayoutResult",
    "Numbers",
    "Problem",
    "Support",
    "SupportSurface",
    "Violation",
    "ViolationKind",
    "box_corners",
    "check_scene",
    "consequences",
    "judge_scene",
    "moved_text",
    "planar_rotation",
    "report_of",
    "riders",
    "slight_text",
    "solve_scene",
    "supports",
    "to_room_frame",
]
