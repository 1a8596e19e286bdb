from .exporters import Exported, find_exporter, refuse_target
from .files import write_attribution

__all__ = [
    "Exported",
    "find_exporter",
    "refuse_target",
    "write_attribution",
]
