from .dataset_recipe import DatasetRecipe, parse_dataset_recipe, read_dataset_recipe
from .errors import DatasetError
from .extras import load_extra
from .held_out import held_out_keys
from .layout_signatures import signature_likeness
from .room_plans import DrawnPlan, plan_room
from .room_writing import ROOM_FILE, WrittenRoom, write_room
from .taxonomy import Taxonomy, shipped_taxonomy
from .view_labels import encoded_mask

__all__ = [
    "ROOM_FILE",
    "DatasetError",
    "DatasetRecipe",
    "DrawnPlan",
    "Taxonomy",
    "WrittenRoom",
    "encoded_mask",
    "held_out_keys",
    "load_extra",
    "parse_dataset_recipe",
    "plan_room",
    "read_dataset_recipe",
    "shipped_taxonomy",
    "signature_likeness",
    "write_room",
]
