from .pieces import read_piece
from .reading import ReplyProgram, extract_program

__all__ = [
    "ReplyProgram",
    "extract_program",
    "read_piece",
]
