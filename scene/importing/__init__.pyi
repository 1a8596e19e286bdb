from .importer import Imported, require_text
from .programs import ProgramImporter
from .registry import importers
from .replies import ReplyImporter, read_reply

__all__ = [
    "Imported",
    "ProgramImporter",
    "ReplyImporter",
    "importers",
    "read_reply",
    "require_text",
]
