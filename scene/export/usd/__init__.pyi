from .exporter import USD_FORMATS, UsdExporter, write_usd_gaussians
from .prims import Attribute, Prim, Stage
from .writing import usd_available

__all__ = [
    "USD_FORMATS",
    "Attribute",
    "Prim",
    "Stage",
    "UsdExporter",
    "usd_available",
    "write_usd_gaussians",
]
