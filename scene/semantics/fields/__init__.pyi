from .aggregation import Aggregation, unit_rows
from .chance import chance_threshold
from .field import LEAST_LENGTH, Encodes, LanguageField, geometry_hash
from .field_errors import FieldError
from .field_files import read_field, write_field
from .lifting import LiftedView, Lifting
from .localisation import hits, locate
from .picture_regions import view_of_picture
from .program_field import ancestors
from .region_consensus import agreed_views
from .relevancy import BACKGROUND, CANONICAL, Relevancy
from .segmentation import THRESHOLD, WINDOW, langsplat_mask, stable_threshold
from .view_selection import covering_views, visible_gaussians

__all__ = [
    "BACKGROUND",
    "CANONICAL",
    "LEAST_LENGTH",
    "THRESHOLD",
    "WINDOW",
    "Aggregation",
    "Encodes",
    "FieldError",
    "LanguageField",
    "LiftedView",
    "Lifting",
    "Relevancy",
    "agreed_views",
    "ancestors",
    "chance_threshold",
    "covering_views",
    "geometry_hash",
    "hits",
    "langsplat_mask",
    "locate",
    "read_field",
    "stable_threshold",
    "unit_rows",
    "view_of_picture",
    "visible_gaussians",
    "write_field",
]
