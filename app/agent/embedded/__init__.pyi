from .editor import EmbeddedEditor as EmbeddedEditor

__all__ = ["EmbeddedEditor"]
