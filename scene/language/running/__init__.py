"""From a program's text to its Scene, in a confined child process.

Hosts call `program`. It sends the text to a child process of `sandbox`, which `servers` and `fork_server` start and
:mod:`scenewright.scene.children.kernel` confines. The child runs `evaluator`: it checks the text (`policy`), runs it, and builds the tree
of the scene from its result (`build`, `rows`, `adjusts`).
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
