from .clustering import ClusterError, neighbour_graph
from .naming import EncodesTexts
from .object_boxes import UprightBox, facing_front, upright_box
from .program import CapturedScene, take_apart
from .room_fit import RoomFit, fit_room
from .text import PARTS_FILE, program_text

__all__ = [
    "PARTS_FILE",
    "CapturedScene",
    "ClusterError",
    "EncodesTexts",
    "RoomFit",
    "UprightBox",
    "facing_front",
    "fit_room",
    "neighbour_graph",
    "program_text",
    "take_apart",
    "upright_box",
]
