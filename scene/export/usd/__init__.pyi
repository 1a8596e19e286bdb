from .exporter import USD_FORMATS, UsdExporter, export_usd, write_usd_gaussians
from .prims import Attribute, Prim, UsdStage
from .writing import usd_available

__all__ = [
    "USD_FORMATS",
    "Attribute",
    "Prim",
    "UsdExporter",
    "UsdStage",
    "export_usd",
    "usd_available",
    "write_usd_gaussians",
]
