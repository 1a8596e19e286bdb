"""Finds Gaussians that hang in free space before what the cameras of a capture see.

A camera sees the first surface on each ray: the depth at which half of the light is gone (the median depth, Kerbl et al. 2024 among
others). A Gaussian well before that depth lies in space that this camera looks through. What is part of a surface lies at this depth in
the cameras that see it, and behind it in those from which it is hidden. So cameras vote, as in the free space of occupancy maps (Hornung et
al., Autonomous Robots 34, 2013): a Gaussian is a floater if cameras look through it and next to none sees it as a surface.

Cameras also look through glass. It is voted away, too, where the surfaces behind it have more than half of the light.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.jobs import Job
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.covariances import covariances
from scenewright.scene.splats.floaters import SHOWN
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.rasterize import rasterize

__all__ = ["MOST_CAMERAS", "ray_floaters"]

BoolArray = npt.NDArray[np.bool_]
Float32 = npt.NDArray[np.float32]

MOST_CAMERAS = 48
"""So many cameras vote, evenly chosen from all: each costs a picture."""
_LONGEST = 320
"""Longer side of these pictures, in pixels."""
_WINDOW = 5
"""Side in pixels of the window whose least depth counts: the depth at one pixel is that of a Gaussian's centre, or beyond an edge."""
_STANDARD_DEVIATIONS = 3.0
"""So much of a Gaussian along the ray must lie before the surface."""
_MARGIN = 0.05
"""And so much of the surface's depth must be free behind it. As much to either side counts as the surface."""
_NOTICED = 0.1
"""Least opacity of a floater. Fainter ones are a haze that training has balanced against what is behind it: a capture of a fox lost 0.8 dB
on held-out photographs without them, and 0.02 dB, as without as many of any others, where these stayed."""
_VOTES = 3
"""Least cameras that look through a floater. More must do so than see it as a surface."""


def ray_floaters(gaussians: Gaussians, cameras: Sequence[Cameras], *, job: Job | None = None) -> BoolArray:
    """(N,) which Gaussians hang in space that the cameras look through.

    Args:
        cameras: those of the photographs, one view each, in the frame of the Gaussians.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    out = np.zeros(len(gaussians), dtype=bool)
    rows = np.flatnonzero((gaussians.opacities >= SHOWN).cpu().numpy())
    if not len(rows) or len(cameras) < _VOTES:
        return out
    chosen = [cameras[k] for k in np.linspace(0, len(cameras) - 1, min(len(cameras), MOST_CAMERAS)).round().astype(int)]
    shown = gaussians.detach().to("cpu").select(rows)
    free = np.zeros(len(rows), dtype=np.int32)
    surface = np.zeros(len(rows), dtype=np.int32)
    spread = covariances(shown.quats, shown.scales)
    for number, camera in enumerate(chosen):
        job.tick(number / len(chosen), f"looking through camera {number + 1} of {len(chosen)}")
        through, seen = _votes(shown, spread, _smaller(camera), job)
        free += through
        surface += seen
    noticed = (shown.opacities >= _NOTICED).numpy()
    out[rows[noticed & (free >= _VOTES) & (free > surface)]] = True
    return out


def _smaller(camera: Cameras) -> Cameras:
    factor = min(1.0, _LONGEST / max(camera.width, camera.height))
    return camera.scaled(max(round(camera.width * factor), 1), max(round(camera.height * factor), 1))


def _votes(gaussians: Gaussians, spread: torch.Tensor, camera: Cameras, job: Job) -> tuple[BoolArray, BoolArray]:
    """(N,) through which Gaussians one camera looks, and which it sees as a surface. `spread`: (N, 3, 3) covariances."""
    from scipy.ndimage import minimum_filter

    with torch.no_grad():
        drawn = rasterize(gaussians, camera, outputs=("median_depth",), job=job.quiet()).median_depth
    assert drawn is not None
    depth = drawn[0].numpy()
    nearest = minimum_filter(np.where(depth > 0.0, depth, np.inf), _WINDOW)
    pose = camera.camera_from_world[0].to(gaussians.means)
    at = gaussians.means @ pose[:3, :3].T + pose[:3, 3]
    z = at[:, 2]
    inside = z > 0.0
    pixels = at @ camera.intrinsics[0].to(at).T
    across, down = ((pixels[:, k] / z.clamp_min(1e-9)).floor().clamp(-1, 1 << 20).long() for k in (0, 1))
    inside &= (across >= 0) & (across < camera.width) & (down >= 0) & (down < camera.height)
    ray = pose[2, :3]
    deviation = torch.einsum("i,nij,j->n", ray, spread, ray).clamp_min(0.0).sqrt().numpy()
    picked, away = inside.numpy(), z.numpy()
    least, here = (np.zeros(len(away), dtype=np.float32) for _ in range(2))
    for values, picture in ((least, nearest), (here, depth)):
        values[picked] = picture[down[inside].numpy(), across[inside].numpy()]
    through = picked & np.isfinite(least) & (away + _STANDARD_DEVIATIONS * deviation < (1.0 - _MARGIN) * least)
    surface = picked & ~through & (here > 0.0) & (np.abs(away - here) <= _MARGIN * here + deviation)
    return through, surface
