"""What a process holds in memory."""

from __future__ import annotations

__all__ = ["resident_bytes"]


def resident_bytes(pid: int | None) -> int | None:
    """Of the process alone, not of its children; None where there is no such process, or it may not be looked at."""
    if pid is None:
        return None
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return None
