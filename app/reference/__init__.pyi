from .entries import all_entries, find_entry
from .entry import Argument, Entry, EntryKind
from .example_scenes import EXAMPLES, Example
from .pages import picture_names, reference_pages
from .writing import write_reference

__all__ = [
    "EXAMPLES",
    "Argument",
    "Entry",
    "EntryKind",
    "Example",
    "all_entries",
    "find_entry",
    "picture_names",
    "reference_pages",
    "write_reference",
]
