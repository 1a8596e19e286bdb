from .writer import EmbeddedWriter

__all__ = [
    "EmbeddedWriter",
]
