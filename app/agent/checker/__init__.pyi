from .checking import CheckedScene, check_program, check_scene
from .findings import CheckFinding, CheckReport, FindingKind, Severity

__all__ = [
    "CheckFinding",
    "CheckReport",
    "CheckedScene",
    "FindingKind",
    "Severity",
    "check_program",
    "check_scene",
]
