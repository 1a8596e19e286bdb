from .table import Files, WriteOptions

__all__ = [
    "Files",
    "WriteOptions",
]
