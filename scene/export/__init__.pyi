from .exporters import Exported, export_endings, find_exporter, refuse_target
from .files import attribution_files, write_attribution

__all__ = [
    "Exported",
    "attribution_files",
    "export_endings",
    "find_exporter",
    "refuse_target",
    "write_attribution",
]
