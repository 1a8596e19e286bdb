"""Gaussian splats: what they are, how they are drawn, read, written, made from a scene and trained from a capture.

- :mod:`scene.splats.gaussians`: the one dataclass; :mod:`scene.splats.spherical_harmonics` and
  :mod:`scene.splats.covariances`: its algebra.
- :mod:`scene.splats.cameras`: the views that Gaussians are drawn from, in OpenCV's convention.
- :mod:`scene.splats.rasterize`: one interface to gsplat on CUDA and to the compiled kernels of
  :mod:`scene.splats.cpu` elsewhere.
  :mod:`scene.splats.images`: what that takes and gives.
- :mod:`scene.splats.formats`: files.
- :mod:`scene.splats.from_mesh`: triangles as Gaussians, over :mod:`~scene.splats.surface_patches`, ``surface_cells``,
  ``surface_merging`` and ``texture_averages``. :mod:`scene.splats.captured_entities`: those of ``splat_call``, and
  :mod:`scene.splats.hulls`: how far they reach. :mod:`scene.splats.scene_gaussians`: both, of a whole Scene.
- :mod:`scene.splats.capture` and :mod:`scene.splats.training`: photographs in, Gaussians out.

torch and numba load when a module of these is first used, never with the command line's ``--help``.
"""
