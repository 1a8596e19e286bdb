from .choosing import chosen_views
from .judging import ViewJudge
from .rewriting import with_views

__all__ = ["ViewJudge", "chosen_views", "with_views"]
