"""What draws and trains: renderers, the GPU, the compiler for its kernels, captures and films."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess

from scenewright.app.doctor.check import Check, version_of

__all__ = ["drawing_checks"]

_SECONDS = 10.0
"""Most of a command that is asked for its version."""


def drawing_checks() -> list[Check]:
    return [_preview(), _blender(), _mitsuba(), _splats(), _gpu(), _cuda_toolkit(), _captures(), _ffmpeg()]


def _preview() -> Check:
    from scenewright.renderers.preview import PreviewRenderer

    why = PreviewRenderer().available()
    return Check("preview", "ok", "open3d's ray caster") if why is None else Check("preview", "missing", why)


def _blender() -> Check:
    from scenewright.renderers.base import RenderError
    from scenewright.renderers.blender import find_blender

    try:
        install = find_blender()
    except RenderError as error:
        return Check("blender", "note", str(error))
    gpus = ", ".join(install.gpus) or "none"
    denoiser = "yes" if install.denoiser else "no"
    return Check("blender", "ok", f"{install.choice.kind} {install.version}; denoiser {denoiser}, GPUs {gpus}")


def _mitsuba() -> Check:
    enables = "path-traced pictures without Blender"
    for module in ("mitsuba", "pyoidn"):
        if importlib.util.find_spec(module) is None:
            return Check("mitsuba", "note", f"{module} is not installed", "pip install 'scenewright[mitsuba]'", enables)
    return Check(
        "mitsuba", "ok", f"Mitsuba {version_of('mitsuba')} on the CPU, denoiser of pyoidn {version_of('pyoidn')}"
    )


def _splats() -> Check:
    for package in ("torch", "numba", "gsplat"):
        if importlib.util.find_spec(package) is None:
            return Check("splats", "missing", f"{package} is not installed", f"pip install {package}")
    import torch

    if torch.cuda.is_available():
        found = f"gsplat {version_of('gsplat')} on {torch.cuda.get_device_name()}, compiled kernels on the CPU"
        return Check("splats", "ok", found)
    return Check(
        "splats", "ok", f"drawn and trained on the CPU (numba {version_of('numba')}); no CUDA device for gsplat"
    )


def _captures() -> Check:
    needs = {
        "pycolmap": "cameras from photographs",
        "pillow_heif": "HEIC pictures",
        "imageio_ffmpeg": "frames of videos",
    }
    lacking = [what for module, what in needs.items() if importlib.util.find_spec(module) is None]
    if lacking:
        return Check("captures", "note", f"without {', '.join(lacking)}", "pip install 'scenewright[capture]'")
    return Check("captures", "ok", f"{', '.join(needs.values())} (pycolmap {version_of('pycolmap')})")


def _gpu() -> Check:
    enables = "Gaussians drawn and trained by gsplat, and Blender pictures, many times as fast"
    driver = shutil.which("nvidia-smi")
    if driver is None:
        return Check("GPU", "note", "no NVIDIA driver (nvidia-smi) is here; the CPU does all of it", "", enables)
    query = [driver, "--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"]
    try:
        done = subprocess.run(query, capture_output=True, text=True, check=False, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return Check("GPU", "note", f"nvidia-smi gave no answer in {_SECONDS:.0f} s", "restart the driver", enables)
    found = "; ".join(line.strip() for line in done.stdout.splitlines() if line.strip())
    if done.returncode or not found:
        return Check("GPU", "note", "nvidia-smi finds no GPU", "install or restart its driver", enables)
    if importlib.util.find_spec("torch") is not None:
        import torch

        if not torch.cuda.is_available():
            mend = "install a build of torch for CUDA: https://pytorch.org/get-started/locally"
            return Check("GPU", "note", f"{found}; torch {torch.__version__} cannot use it", mend, enables)
    return Check("GPU", "ok", found)


def _cuda_toolkit() -> Check:
    """gsplat compiles its kernels on first use, unless its wheel has them."""
    enables = "gsplat's CUDA kernels, which are compiled on first use"
    compiler = shutil.which("nvcc")
    if compiler is not None:
        done = subprocess.run([compiler, "--version"], capture_output=True, text=True, check=False, timeout=_SECONDS)
        release = next((line for line in done.stdout.splitlines() if "release" in line), "nvcc").strip()
        host = shutil.which("c++") or shutil.which("cl")
        if host is None:
            return Check(
                "CUDA toolkit",
                "note",
                f"{release}, without a C++ compiler",
                "install g++ (Debian: apt-get install g++)",
                enables,
            )
        if shutil.which("nvidia-smi") is None:
            return Check("CUDA toolkit", "ok", f"{release}, which waits for a GPU with its driver")
        return Check("CUDA toolkit", "ok", release)
    if shutil.which("nvidia-smi") is None:
        return Check("CUDA toolkit", "note", "not here, and not needed without a GPU", "", enables)
    mend = "install the CUDA toolkit of torch's CUDA version (nvcc), or a wheel of gsplat with kernels"
    return Check("CUDA toolkit", "note", "nvcc is not on the PATH", mend, enables)


def _ffmpeg() -> Check:
    enables = "frames of videos as captures, and films of turntables and animations"
    if importlib.util.find_spec("imageio_ffmpeg") is not None:
        return Check("ffmpeg", "ok", f"of imageio-ffmpeg {version_of('imageio-ffmpeg')}")
    program = shutil.which("ffmpeg")
    if program is not None:
        return Check(
            "ffmpeg",
            "note",
            f"{program} is here; captures and films use that of imageio-ffmpeg",
            "pip install 'scenewright[capture]'",
            enables,
        )
    return Check("ffmpeg", "note", "not here", "pip install 'scenewright[capture]'", enables)
