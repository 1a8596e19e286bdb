"""From a program's text to its Scene, in a confined child process.

`program` is what hosts call. It asks a child of `sandbox` (started by `servers` and `fork_server`, confined by
:mod:`scenewright.scene.children.kernel`), which runs `evaluator`: the text is checked (`policy`), run, and its result laid out as a tree
(`build`, `rows`, `adjusts`).
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
