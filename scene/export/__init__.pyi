from .attribution import Credit, attribution_text, credits_of
from .exporters import Exported, export_endings, find_exporter, refuse_target
from .files import attribution_files, write_attribution

__all__ = [
    "Credit",
    "Exported",
    "attribution_files",
    "attribution_text",
    "credits_of",
    "export_endings",
    "find_exporter",
    "refuse_target",
    "write_attribution",
]
