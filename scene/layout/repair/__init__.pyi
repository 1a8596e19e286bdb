from .judging import PosedScene
from .repair import Repaired, Unresolved, repair_poses

__all__ = [
    "PosedScene",
    "Repaired",
    "Unresolved",
    "repair_poses",
]
