"""The use of torch and the model hub by encoders: limited threads, no gradients, no telemetry."""

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
    """Run torch without gradients, on :func:`scenewright.scene.threads.thread_count` threads."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(thread_count())
    try:
        with torch.inference_mode():
            yield
    finally:
        torch.set_num_threads(before)


def no_telemetry() -> None:
    """Switch the hub's telemetry off, even if its package was already imported."""
    if importlib.util.find_spec("huggingface_hub") is not None:
        constants = importlib.import_module("huggingface_hub.constants")
        constants.HF_HUB_DISABLE_TELEMETRY = True  # type: ignore[attr-defined]


def unreachable(address: str | None = None) -> str | None:
    """The reason why an address cannot be reached; None if it can. Checked before a download, since the hub's client would try for
    most of a minute.

    Args:
        address: None: the model hub's.
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
