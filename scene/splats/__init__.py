"""Gaussian splats: what they are, how they are drawn, read, written, made from a scene and trained from a capture.

- :mod:`scenewright.scene.splats.gaussians`: the one dataclass; :mod:`scenewright.scene.splats.spherical_harmonics` and
:mod:`scenewright.scene.splats.covariances`: its algebra. - :mod:`scenewright.scene.splats.cameras`: the views that Gaussians
are drawn from, in OpenCV's convention. - :mod:`scenewright.scene.splats.rasterize`: one interface to gsplat on CUDA and to the
compiled kernels of :mod:`scenewright.scene.splats.cpu` elsewhere. :mod:`scenewright.scene.splats.images`: what that takes and
gives. - :mod:`scenewright.scene.splats.formats`: files. - :mod:`scenewright.scene.splats.from_mesh`: triangles as Gaussians,
over :mod:`~scenewright.scene.splats.surface_patches`, ``surface_cells``, ``surface_merging`` and ``texture_averages``.
:mod:`scenewright.scene.splats.splat_entities`: those of ``splat_call``, and :mod:`scenewright.scene.splats.hulls`: how far
they reach. :mod:`scenewright.scene.splats.scene_gaussians`: both, of a whole Scene. - :mod:`scenewright.scene.splats.capture`
and :mod:`scenewright.scene.splats.training`: photographs in, Gaussians out.

torch and numba load when a module of these is first used, never with the command line's ``--help``.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
