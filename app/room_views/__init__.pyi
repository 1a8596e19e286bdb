from .choosing import chosen_views
from .insides import inside_view
from .judging import ViewJudge
from .rewriting import with_first_camera, with_views

__all__ = ["ViewJudge", "chosen_views", "inside_view", "with_first_camera", "with_views"]
