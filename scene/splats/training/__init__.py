"""From photographs with known cameras to Gaussians.

- :mod:`scenewright.scene.splats.training.trainer`: the loop. It draws one photograph a step with
:func:`scenewright.scene.splats.rasterize.rasterize`, on a CPU and on CUDA alike. - ``options``: what is asked for;
``schedules``: what of it when; ``initialization``: the first Gaussians; ``strategies``: where Gaussians are added and removed;
``adam``: how they move. - ``targets``: the photographs at any size; ``losses`` (with ``ssim``): how far off a picture is;
``corrections``: exposures and poses. - ``evaluation`` (with ``metrics``): held-out photographs; ``checkpoints``: going on
later; ``results``: the folder that a training leaves.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
