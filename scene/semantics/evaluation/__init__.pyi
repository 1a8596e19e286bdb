from .fields import CodedField, JudgedField
from .frame_cameras import with_cameras
from .imported import read_judged
from .labels import Category, Frame, boxes_of, read_lerf
from .labels_3dovs import read_3dovs
from .protocols import judge
from .report import summary

__all__ = [
    "Category",
    "CodedField",
    "Frame",
    "JudgedField",
    "boxes_of",
    "judge",
    "read_3dovs",
    "read_judged",
    "read_lerf",
    "summary",
    "with_cameras",
]
