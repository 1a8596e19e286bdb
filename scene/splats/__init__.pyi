from .cameras import Cameras
from .covariances import rotations_of_quaternions, scales_and_quaternions
from .decimation import decimated
from .from_mesh import SurfaceGaussians, gaussians_for_budget, gaussians_for_camera
from .gaussians import NO_ENTITY, Gaussians
from .hulls import measured_hull
from .rasterize import RasterSettings
from .spherical_harmonics import dc_from_rgb, sh_basis
from .splat_entities import captured_entities, splat_digests
from .surface_cells import SPREAD
from .surface_opacity import overhang

__all__ = [
    "NO_ENTITY",
    "SPREAD",
    "Cameras",
    "Gaussians",
    "RasterSettings",
    "SurfaceGaussians",
    "captured_entities",
    "dc_from_rgb",
    "decimated",
    "gaussians_for_budget",
    "gaussians_for_camera",
    "measured_hull",
    "overhang",
    "rotations_of_quaternions",
    "scales_and_quaternions",
    "sh_basis",
    "splat_digests",
]
