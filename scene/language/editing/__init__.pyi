from .arrange_plan import NEAR_DEGREES, NEAR_METRES
from .comparison import Allowed, first_difference, touched_paths
from .editor import apply_edit
from .edits import AnyEdit, Arrange, Placement, checked_edits, edit_from_json
from .edits import Edit as Edit
from .number_slices import NumberSlices
from .program_numbers import ProgramNumbers
from .workbench import ArrangeResult as ArrangeResult
from .workbench import EditResult as EditResult
from .workbench import Evaluate

__all__ = [
    "NEAR_DEGREES",
    "NEAR_METRES",
    "Allowed",
    "AnyEdit",
    "Arrange",
    "ArrangeResult",
    "Edit",
    "EditResult",
    "Evaluate",
    "NumberSlices",
    "Placement",
    "ProgramNumbers",
    "apply_edit",
    "checked_edits",
    "edit_from_json",
    "first_difference",
    "touched_paths",
]
