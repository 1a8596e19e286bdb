from .confinement import confinement_required, confining, require_confinement
from .evaluator import evaluate_here
from .kernel_check import what_holds
from .library_shelf import Library, LibraryFolder, LibraryShelf
from .library_texts import imported_libraries
from .policy_names import EDITOR_MODULES, LANGUAGE_MODULES, is_library_name
from .program import evaluate
from .resolved_relations import named_rows
from .worker_command import worker_environment

__all__ = [
    "EDITOR_MODULES",
    "LANGUAGE_MODULES",
    "Library",
    "LibraryFolder",
    "LibraryShelf",
    "confinement_required",
    "confining",
    "evaluate",
    "evaluate_here",
    "imported_libraries",
    "is_library_name",
    "named_rows",
    "require_confinement",
    "what_holds",
    "worker_environment",
]
