from .masks import LEVELS, Masks, encode_regions
from .sam import SamMasks, sam_missing
from .superpixels import superpixel_masks

__all__ = [
    "LEVELS",
    "Masks",
    "SamMasks",
    "encode_regions",
    "sam_missing",
    "superpixel_masks",
]
