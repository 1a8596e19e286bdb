"""Scene files of other programs (GLB, glTF, OBJ, USD) as scene programs.

A file is opened in a child process. What comes back is its node tree (:mod:`.node_tree`) and a GLB of its meshes, which is stored by its
hash. The program (:mod:`.program_text`) has one entity for each kind of node, and calls the stored meshes with ``asset_call``.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
