from .language_models import StudioModels
from .server import StudioServer
from .settings import StudioLimits, StudioSettings

__all__ = ["StudioLimits", "StudioModels", "StudioServer", "StudioSettings"]
