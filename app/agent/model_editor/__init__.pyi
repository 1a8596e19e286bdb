from .answer import EditorAnswer, FunctionText, TextReplacement
from .editor import ModelEditor

__all__ = [
    "EditorAnswer",
    "FunctionText",
    "ModelEditor",
    "TextReplacement",
]
