from .exporters import Exported, export_endings, find_exporter, refuse_target
from .files import write_attribution

__all__ = [
    "Exported",
    "export_endings",
    "find_exporter",
    "refuse_target",
    "write_attribution",
]
