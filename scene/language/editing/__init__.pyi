from .arrange_plan import NEAR_DEGREES, NEAR_METRES
from .comparison import Allowed, first_difference, touched_paths
from .editor import apply_edit
from .edits import (
    Add,
    AddRelation,
    AnyEdit,
    Arrange,
    Delete,
    DropRelation,
    Duplicate,
    Move,
    Placement,
    Recolour,
    Rename,
    Replace,
    Scale,
    SetMaterial,
    SetZ,
    Turn,
    checked_edits,
    edit_from_json,
)
from .edits import (
    Edit as Edit,
)
from .helper_functions import added_to_helper, placed_by
from .lighting import with_environment, with_light_values
from .many_deletes import apply_deletions
from .many_drops import without_relations
from .many_duplicates import apply_duplicates
from .many_replaces import apply_replacements
from .number_slices import NumberSlices
from .program_numbers import ProgramNumbers
from .program_text import prepare_edits
from .room_looks import with_room_looks
from .room_size import with_room_side
from .workbench import ArrangeResult as ArrangeResult
from .workbench import EditResult as EditResult
from .workbench import Evaluate

__all__ = [
    "NEAR_DEGREES",
    "NEAR_METRES",
    "Add",
    "AddRelation",
    "Allowed",
    "AnyEdit",
    "Arrange",
    "ArrangeResult",
    "Delete",
    "DropRelation",
    "Duplicate",
    "Edit",
    "EditResult",
    "Evaluate",
    "Move",
    "NumberSlices",
    "Placement",
    "ProgramNumbers",
    "Recolour",
    "Rename",
    "Replace",
    "Scale",
    "SetMaterial",
    "SetZ",
    "Turn",
    "added_to_helper",
    "apply_deletions",
    "apply_duplicates",
    "apply_edit",
    "apply_replacements",
    "checked_edits",
    "edit_from_json",
    "first_difference",
    "placed_by",
    "prepare_edits",
    "touched_paths",
    "with_environment",
    "with_light_values",
    "with_room_looks",
    "with_room_side",
    "without_relations",
]
