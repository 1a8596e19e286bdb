from .judging import ViewJudge
from .overview import overview
from .rewriting import with_views
from .standing import standing_view

__all__ = ["ViewJudge", "overview", "standing_view", "with_views"]
