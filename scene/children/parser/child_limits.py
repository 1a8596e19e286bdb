"""What a child that opens a stranger's file gives up first. Imported by name from its own folder, with nothing of ours."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

__all__ = ["bound_resources", "close_folders"]

_PR_SET_PDEATHSIG = 1
"""Of <linux/prctl.h>."""


def bound_resources(memory: int, cpu_seconds: int) -> None:
    """Bytes of address space and seconds of processor from here on, and no core dump; on Linux, an end with the thread that waits."""
    _end_with_host()
    try:
        import resource
    except ImportError:  # not a Unix: the host's wall clock remains
        return
    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, cpu_seconds), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (bound, hard))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS
            continue


def _end_with_host() -> None:
    """The thread that started this process waits for it, so its end is that of the host, or nobody reads the answer any more."""
    if sys.platform != "linux":
        return
    import ctypes
    import signal

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), *(ctypes.c_ulong(0),) * 3)


def close_folders(source: Path, target: Path, *, readable: Sequence[Path] = ()) -> bool:
    """Whether the kernel now holds this process to the interpreter's files, the file `source`, the folders `readable`, and the
    folder `target`, in which it may write."""
    if sys.platform != "linux":
        return False
    try:
        from py_landlock import AccessFs, Landlock, LandlockError
    except ImportError:
        return False
    folders = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), "/usr/lib", "/usr/lib64", "/lib", "/lib64"}
    folders.update(map(str, readable))
    system = ("/etc/ld.so.cache", "/etc/mime.types", "/dev/urandom", "/dev/null")
    files = [p for p in (str(source), *system) if Path(p).exists()]
    rules = Landlock(strict=False).allow_read(*sorted(p for p in folders if Path(p).is_dir()))
    try:
        rules.add_path_rule(*files, access=AccessFs.READ_FILE).allow_read_write(str(target)).apply()
    except (LandlockError, OSError):
        return False
    return True
