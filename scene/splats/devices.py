"""Devices of torch by name."""

from __future__ import annotations

import torch

from scenewright.scene.errors import SplatError
from scenewright.scene.strict_types import shown_value

__all__ = ["device_or_dtype"]


def device_or_dtype(target: torch.device | torch.dtype | str) -> torch.device | torch.dtype:
    """Where tensors go, or what they become.

    Raises:
        SplatError: it is neither a type of numbers nor a device that is here.
    """
    if isinstance(target, (torch.dtype, torch.device)):
        return target
    try:
        device = torch.device(target) if isinstance(target, str) else None
    except RuntimeError:
        device = None
    if device is None or (device.type == "cuda" and not torch.cuda.is_available()):
        raise SplatError(f"target: must be a device that is here, such as 'cpu', not {shown_value(target)}").about(
            "target"
        )
    return device
