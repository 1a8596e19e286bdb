"""The memory of a process."""

from __future__ import annotations

__all__ = ["resident_bytes"]


def resident_bytes(pid: int | None) -> int | None:
    """Resident memory of a process in bytes, without its children; None where the process is gone or not readable."""
    if pid is None:
        return None
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return None
