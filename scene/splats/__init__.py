"""Gaussian splats: the data, rasterization, file formats, conversion of scenes, and training from captures.

- `gaussians`: the data class. `spherical_harmonics` and `covariances`: its mathematics.
- `cameras`: views in OpenCV's convention.
- `rasterize`: one interface to gsplat on CUDA and to the compiled kernels of `cpu`. `images`: its settings and results.
- `formats`: reading and writing of files.
- `from_mesh`: triangles as Gaussians, by way of `surface_patches`, `surface_cells`, `surface_merging` and `texture_averages`.
- `splat_entities`: the Gaussians of ``splat_call`` entities. `hulls`: their extent. `scene_gaussians`: a whole Scene as Gaussians.
- `capture` and `training`: from photographs to Gaussians.

torch and numba load with the first use of one of these modules, never with the command line's ``--help``.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
