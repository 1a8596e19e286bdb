from .checkpoints import read_checkpoint
from .completion import complete_points
from .options import TrainingOptions
from .results import CHECKPOINT, TrainingResult
from .trainer import Trainer

__all__ = [
    "CHECKPOINT",
    "Trainer",
    "TrainingOptions",
    "TrainingResult",
    "complete_points",
    "read_checkpoint",
]
