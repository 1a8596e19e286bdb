"""Edits of a scene, written into its program's text.

`edits` holds the operations as data. `editor` writes one in its best form, evaluates the new text, and keeps it only if nothing but
the target changed (`comparison`). `program_text` finds calls and replaces pieces; `arrange_edits` moves many instances at once.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
