"""Scenes as OpenUSD: ``.usd``, ``.usdc``, ``.usda`` and ``.usdz``.

A scene becomes a tree of prims, which are plain data here (`prims`): entities as Xforms (`entities`, `identity`), their triangles
(`meshes`), materials (`looks`), cameras and lights (`views`), captures (`gaussians`); with physics, `bodies` with joints, and `homes` says
what is drawn below which. A child process writes the tree with Pixar's library (`writing`, `inside_usd`): Blender carries a build of that
library of its own, and a process can hold only one of them. `package` makes the zip file of ``.usdz``.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
