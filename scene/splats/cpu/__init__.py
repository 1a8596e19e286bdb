"""The CPU rasterizer: numba kernels, compiled once and cached, which run on as many threads as the caller allows.

A picture is made in four stages. :mod:`.projection` projects every Gaussian to the screen (EWA splatting). :mod:`.harmonics`
evaluates its colour. :mod:`.binning` sorts by depth and lists the Gaussians of every 16 x 16 tile. :mod:`.blending` composes
each tile front to back; :mod:`.gradients` runs this stage again for derivatives. :mod:`.functions` connects them to torch's
autograd. Kernels release Python's global lock, so :mod:`.workers` runs them on plain threads. This needs no threading layer, and
survives forks and several callers. :mod:`.numeric` compiles the kernels, :mod:`.kernel_cache` stores them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
