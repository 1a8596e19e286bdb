from .number_motion import MovedBodies
from .poses import arrangement, poses_in, write_poses
from .repair import repair_program
from .wrongs import Wrongs

__all__ = [
    "MovedBodies",
    "Wrongs",
    "arrangement",
    "poses_in",
    "repair_program",
    "write_poses",
]
