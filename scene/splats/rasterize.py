"""One interface to rasterize Gaussians: gsplat on CUDA, the compiled kernels of :mod:`scenewright.scene.splats.cpu` on a CPU."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import torch
from torch import Tensor

from scenewright.scene.argument_values import array_argument, instance_argument, whole_argument
from scenewright.scene.errors import SplatError
from scenewright.scene.jobs import Job
from scenewright.scene.named_arguments import named_arguments
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.images import OUTPUTS, Contributors, Rasterized, RasterSettings
from scenewright.scene.strict_types import shown_value

__all__ = ["OUTPUTS", "Contributors", "RasterSettings", "Rasterized", "rasterize"]


@named_arguments(SplatError)
def rasterize(
    gaussians: Gaussians,
    cameras: Cameras,
    *,
    settings: RasterSettings | None = None,
    background: Tensor | Sequence[float] | None = None,
    sh_degree: int | None = None,
    outputs: Collection[str] = ("color", "alpha"),
    threads: int | None = None,
    job: Job | None = None,
) -> Rasterized:
    """Draw Gaussians in every view.

    Differentiable in every float tensor of the Gaussians and in the cameras' extrinsics, through color, alpha, depth and
    features.

    The image formation is that of Kerbl et al., *3D Gaussian Splatting for Real-Time Radiance Field Rendering* (SIGGRAPH 2023), with the
    constants of gsplat (Ye et al., 2024).

    Args:
        gaussians: N Gaussians in the frame that the cameras are in.
        cameras: C views of one size.
        settings: constants of the image formation; None: the defaults.
        background: (3,) colour behind everything, or a tensor (C, 3), one for each view; None: black.
        sh_degree: highest degree of the spherical harmonics to use; None: the Gaussians' own.
        outputs: names from :data:`OUTPUTS`.
        threads: of the CPU rasterizer; None: :func:`scenewright.scene.threads.thread_count`.
        job: checked between pieces on the CPU, and before drawing on a CUDA device.

    Raises:
        JobCancelled: the job was cancelled.
        SplatError: tensors differ in device or dtype, an output is unknown, features are requested but absent, the background
            has another shape, there are no views, or the tiles' lists would be too long.
    """
    instance_argument(gaussians, Gaussians, "gaussians", SplatError)
    instance_argument(cameras, Cameras, "cameras", SplatError)
    chosen = (
        RasterSettings() if settings is None else instance_argument(settings, RasterSettings, "settings", SplatError)
    )
    if isinstance(outputs, str) or not isinstance(outputs, Iterable):
        raise SplatError(f"outputs: must be a list such as ('color', 'alpha'), not {shown_value(outputs)}").about(
            "outputs"
        )
    requested = frozenset(outputs)
    _check(gaussians, cameras, requested)
    if sh_degree is not None and whole_argument(sh_degree, "sh_degree", SplatError) < 0:
        raise SplatError(f"sh_degree is {sh_degree}: it must be 0 to 3, or None for all that there are")
    degree = gaussians.degree if sh_degree is None else min(sh_degree, gaussians.degree)
    if background is not None:
        if not isinstance(background, Tensor):
            background = torch.from_numpy(array_argument(background, (3,), "background", SplatError))
        if tuple(background.shape) not in ((3,), (1, 3), (len(cameras), 3)):
            raise SplatError(
                f"the background is {tuple(background.shape)}: it must be a color (3,), or one for each of {len(cameras)} "
                f"views ({len(cameras)}, 3)"
            )
        background = background.to(gaussians.means).expand(len(cameras), 3)
    if threads is not None:
        whole_argument(threads, "threads", SplatError, least=1)
    if job is not None:
        instance_argument(job, Job, "job", SplatError)
        job.check()
    if gaussians.device.type == "cuda":
        from scenewright.scene.splats.cuda import draw as draw_on_cuda

        return draw_on_cuda(gaussians, cameras, chosen, background, degree, requested)
    from scenewright.scene.splats.cpu import drawing_for
    from scenewright.scene.splats.cpu.draw import draw
    from scenewright.scene.threads import thread_count

    with drawing_for(job):
        return draw(gaussians, cameras, chosen, background, degree, requested, thread_count(threads))


def _check(gaussians: Gaussians, cameras: Cameras, requested: frozenset[str]) -> None:
    if not len(cameras):
        raise SplatError("there is no view to draw")
    unknown = sorted(requested - set(OUTPUTS), key=str)
    if unknown:
        raise SplatError(f"there is no output {shown_value(unknown[0])}: there are {', '.join(OUTPUTS)}").about(
            "outputs"
        )
    if gaussians.device.type not in ("cpu", "cuda"):
        raise SplatError(
            f"Gaussians are drawn on 'cpu' or 'cuda', not on {gaussians.device.type!r}: move them with .to('cpu')"
        )
    tensors = {
        "means": gaussians.means,
        "quats": gaussians.quats,
        "log_scales": gaussians.log_scales,
        "logit_opacities": gaussians.logit_opacities,
        "sh": gaussians.sh,
        "features": gaussians.features,
        "camera_from_world": cameras.camera_from_world,
        "intrinsics": cameras.intrinsics,
    }
    for name, tensor in tensors.items():
        if tensor is None:
            continue
        if tensor.device != gaussians.device:
            raise SplatError(f"{name} are on {tensor.device}, means on {gaussians.device}: all must be on one device")
        if tensor.dtype not in (torch.float32, torch.float64) or (
            tensor.dtype != gaussians.means.dtype and name not in ("camera_from_world", "intrinsics")
        ):
            raise SplatError(
                f"{name} are {tensor.dtype}, means {gaussians.means.dtype}: all must be float32, or all float64"
            )
    if gaussians.device.type == "cpu":  # reading CUDA tensors would wait for the device
        numbers, focal = (cameras.camera_from_world, cameras.intrinsics), cameras.intrinsics[:, [0, 1], [0, 1]]
        if not all(bool(torch.isfinite(n).all()) for n in numbers) or not bool((focal > 0).all()):
            raise SplatError(
                "a camera has a focal length that is not positive, or numbers that are not finite: nothing can be drawn"
            )
    if "features" in requested and gaussians.features is None:
        raise SplatError("features were asked for, but these Gaussians have none")
