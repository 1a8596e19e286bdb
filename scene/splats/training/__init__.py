"""Training of Gaussians from photographs with known cameras.

- `trainer`: the loop. Each step draws one photograph with :func:`scenewright.scene.splats.rasterize.rasterize`, on CPU or CUDA.
- `options`: the settings. `schedules`: rates and resolution over the run. `initialization`, `completion` and `plane_sweep`: the
  first Gaussians. `strategies`: adding and removing Gaussians. `learned` and `adam`: parameters and optimizers.
- `targets`: the photographs at any size. `losses` (with `ssim`): the objective. `corrections`: exposures and poses.
- `evaluation` (with `metrics`): scores of held-out photographs. `checkpoints`: resuming. `results`: the output folder.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
