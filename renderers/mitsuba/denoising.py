"""Intel's Open Image Denoise, which Blender uses, too, through pyoidn."""

from __future__ import annotations

import importlib.util

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import RenderError

__all__ = ["denoised", "denoiser_problem"]

Float32 = npt.NDArray[np.float32]


def denoiser_problem() -> str | None:
    """None where the denoiser is installed, else one line that says what to install."""
    if importlib.util.find_spec("pyoidn") is None:
        return "the noise that is left stays, since pyoidn is not installed: pip install 'scenewright[mitsuba]'"
    return None


def denoised(color: Float32, albedo: Float32, normal: Float32, *, threads: int) -> Float32:
    """(H, W, 3) linear light without noise. `albedo`: (H, W, 3) base colours; `normal`: (H, W, 3) in any frame; both 0 where nothing is.

    Raises:
        RenderError: the denoiser failed.
    """
    import pyoidn

    out = np.empty_like(color)
    given = {
        pyoidn.OIDN_IMAGE_COLOR: color,
        pyoidn.OIDN_IMAGE_ALBEDO: albedo,
        pyoidn.OIDN_IMAGE_NORMAL: normal,
        pyoidn.OIDN_IMAGE_OUTPUT: out,
    }
    images = {name: np.ascontiguousarray(values, dtype=np.float32) for name, values in given.items()}
    with pyoidn.Device(pyoidn.OIDN_DEVICE_TYPE_CPU) as device:
        device.set_int("numThreads", threads)
        device.commit()
        work = pyoidn.Filter(device, pyoidn.OIDN_FILTER_TYPE_RT)
        try:
            for name, values in images.items():
                work.set_image(name, values, pyoidn.OIDN_FORMAT_FLOAT3)
            work.set_bool("hdr", True)
            work.commit()
            work.execute()
        finally:
            work.release()
        problem = device.get_error()
    if problem is not None:
        raise RenderError(f"the noise of a picture could not be removed: {problem}; draw it with denoise=false")
    return images[pyoidn.OIDN_IMAGE_OUTPUT]
