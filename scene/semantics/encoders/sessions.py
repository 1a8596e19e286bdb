"""How encoders use torch and the model hub: within the threads that are ours, without gradients, without telemetry."""

from __future__ import annotations

import importlib
import importlib.util
import socket
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from scenewright.scene.threads import thread_count

__all__ = ["inference", "no_telemetry", "unreachable"]

_SECONDS = 10.0


@contextmanager
def inference() -> Iterator[None]:
    """Torch without gradients, on as many threads as :func:`scenewright.scene.threads.thread_count` says."""
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
    if importlib.util.find_spec("huggingface_hub") is not None:
        constants = importlib.import_module("huggingface_hub.constants")
        constants.HF_HUB_DISABLE_TELEMETRY = True  # type: ignore[attr-defined]


def unreachable(address: str | None = None) -> str | None:
    """Why a download from an address cannot begin, None where it may: asked first, as the hub's client would try for most of a minute.

    Args:
        address: None: of the model hub.
    """
    constants = importlib.import_module("huggingface_hub.constants")
    if address is None and constants.HF_HUB_OFFLINE:
        return "HF_HUB_OFFLINE is set"
    host = urllib.parse.urlsplit(address or constants.ENDPOINT).hostname
    if host is None or urllib.request.getproxies():
        return None
    try:
        socket.create_connection((host, 443), timeout=_SECONDS).close()
    except OSError as error:
        return f"{host} cannot be reached ({error})"
    return None
