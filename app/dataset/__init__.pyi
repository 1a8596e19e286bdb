from .building import DatasetDone, build_dataset
from .dataset_options import DatasetOptions
from .near_duplicates import LAYOUT_LIKENESS, PICTURE_DISTANCE

__all__ = ["LAYOUT_LIKENESS", "PICTURE_DISTANCE", "DatasetDone", "DatasetOptions", "build_dataset"]
