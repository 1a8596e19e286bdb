"""The brief: what a request asks for, as data that people and models can read and edit.

The embedded reader drafts it from a text in English (:func:`brief_of_text`), a planner model may rewrite it, and the checker judges
scenes by it (:func:`asked_of_brief`).
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
