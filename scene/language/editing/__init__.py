"""Edits of a scene, written into its program's text.

`edits` are the operations as data. `editor` writes one in its best form, evaluates the new text, and keeps it only where nothing but
its target changed (`comparison`). `program_text` finds calls and splices pieces; `arrange_edits` brings many instances to poses at once.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
