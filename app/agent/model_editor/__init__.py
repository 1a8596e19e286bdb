"""Edits a scene by a language model: typed edits first, then exact replacements in the text, whole functions last.

``editor`` conducts a turn; ``answer`` is what the model gives; ``rewriting`` writes functions and replacements into the program;
``prompting`` says what the model is told.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
