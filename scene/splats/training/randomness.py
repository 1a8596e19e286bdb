"""Random numbers that depend only on seed, purpose and step. A resumed training thus draws the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch

__all__ = ["generator", "numpy_generator", "torch_seeded"]


def numpy_generator(seed: int, purpose: str, step: int = 0) -> np.random.Generator:
    """numpy's generator for one purpose at one step."""
    return np.random.default_rng([seed, step, *purpose.encode()])


def generator(seed: int, purpose: str, step: int = 0) -> torch.Generator:
    """torch's generator, on the CPU, for one purpose at one step."""
    return torch.Generator().manual_seed(int(numpy_generator(seed, purpose, step).integers(2**63)))


@contextmanager
def torch_seeded(device: torch.device, seed: int, purpose: str, step: int = 0) -> Iterator[None]:
    """Seed torch's own generators for one purpose and step within the block, and restore them afterwards."""
    with torch.random.fork_rng([device] if device.type == "cuda" else []):
        torch.manual_seed(int(numpy_generator(seed, purpose, step).integers(2**63)))
        yield
