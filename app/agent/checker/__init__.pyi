from .checking import CheckedScene, check_program, check_scene
from .findings import CheckReport, Finding, FindingKind, Severity

__all__ = [
    "CheckReport",
    "CheckedScene",
    "Finding",
    "FindingKind",
    "Severity",
    "check_program",
    "check_scene",
]
