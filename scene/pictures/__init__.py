"""Pictures that strangers made: which may be opened, and how they become plain arrays.

`files` opens a picture's file without following what is no regular file, and `formats` says by its first bytes which format it has; only
six formats are read, and HEIC where photographs are. `decoding` is what a child does with the bytes, `serving` and `process` are the
child, `server` starts it, and `asking` gives pictures to it and checks what comes back: nothing is decoded in the host. `textures` loads
the pictures that a scene names, keeps them by content, and holds all of them together to a number of pixels.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
