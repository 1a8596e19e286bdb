from .server import StudioServer
from .settings import StudioLimits, StudioSettings

__all__ = ["StudioLimits", "StudioServer", "StudioSettings"]
