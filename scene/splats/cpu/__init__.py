"""The CPU rasteriser: kernels that numba compiles once and keeps, run on as many threads as the caller allows.

A picture is made in four stages. :mod:`.projection` puts every Gaussian on the screen (EWA splatting), :mod:`.harmonics`
gives it the colour it has from there, :mod:`.binning` sorts by depth and lists for every 16 x 16 tile who touches it, and
:mod:`.blending` composes each tile front to back. :mod:`.gradients` runs the last stage again for derivatives.
:mod:`.functions` ties them to torch's autograd. Kernels hold no lock of Python's: :mod:`.workers` runs them on plain threads,
so there is no threading layer to install, and nothing that a fork or a second caller could break. :mod:`.numeric` says how they are
compiled, :mod:`.kernel_cache` how long what was compiled holds.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
