"""How encoders use torch and the model hub: within the threads that are ours, without gradients, without telemetry."""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager

from scene.threads import thread_count

__all__ = ["inference", "no_telemetry"]


@contextmanager
def inference() -> Iterator[None]:
    """Torch without gradients, on as many threads as :func:`scene.threads.thread_count` says."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(thread_count())
    try:
        with torch.inference_mode():
            yield
    finally:
        torch.set_num_threads(before)


def no_telemetry() -> None:
    """Switches the hub's telemetry off, whether its package was imported before or not."""
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    if importlib.util.find_spec("huggingface_hub") is not None:
        constants = importlib.import_module("huggingface_hub.constants")
        constants.HF_HUB_DISABLE_TELEMETRY = True  # type: ignore[attr-defined]
