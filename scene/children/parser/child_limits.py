"""What a child that opens a stranger's file gives up first. Imported by name from its own folder, with nothing of ours."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

__all__ = ["MOST_WRITTEN", "bound_resources", "close_folders", "confine", "half_available", "too_much_memory"]

MOST_WRITTEN = 2 << 30
"""Bytes of one file that a child writes, unless its worker says otherwise."""
_OPEN_FILES = 64
_LEAST_MEMORY = 256 << 20
"""Where hardly any memory is free, a child still gets this much: it may fit when another process ends."""
_PR_SET_PDEATHSIG = 1
"""Of <linux/prctl.h>."""


def confine(
    source: Path,
    target: Path,
    *,
    memory: int,
    cpu_seconds: int,
    written: int = MOST_WRITTEN,
    readable: Sequence[Path] = (),
) -> tuple[int, bool]:
    """Give up what reading `source` and writing into the folder `target` does not need. To be called after all imports.

    Returns (bytes of memory that remain, whether the kernel holds the process in files and system calls).
    """
    # imported while files can be reached
    from forbidden_calls import forbid_calls  # type: ignore[import-not-found]

    bound = bound_resources(memory, cpu_seconds, written=written)
    closed = close_folders(source, target, readable=readable)
    return bound, forbid_calls() and closed


def too_much_memory(bound: int) -> str:
    """The refusal of a file that needs more than `bound` bytes of memory, as a clause about the file."""
    return (
        f"it needs more than {bound / (1 << 30):.1f} GiB of memory, which is what one file gets here: make it smaller"
    )


def bound_resources(
    memory: int, cpu_seconds: int, *, written: int = MOST_WRITTEN, open_files: int = _OPEN_FILES
) -> int:
    """From here on: bytes of address space, at most half of the memory that is available now, seconds of processor, size of written
    files, few open files and no core dump; on Linux, an end with the thread that waits. Returns the bytes of address space."""
    _end_with_host()
    bound = min(memory, max(half_available(), _LEAST_MEMORY))
    try:
        import resource
    except ImportError:  # not a Unix: the host's wall clock remains
        return bound
    limits = (
        (resource.RLIMIT_AS, _address_space() + bound),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, limit in limits:
        _, hard = resource.getrlimit(kind)
        both = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (both, both))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS
            continue
    return bound


def half_available() -> int:
    """Half of the bytes of memory that this machine or container has left; very many where it does not say."""
    left = [int(value) for value in (_field("/proc/meminfo", "MemAvailable:", 1024), _left_in_group()) if value]
    return min(left, default=1 << 62) // 2


def _left_in_group() -> int | None:
    """What the control group (version 2) of the process has left; None without a limit."""
    try:
        name = next(
            line for line in Path("/proc/self/cgroup").read_text("utf-8").splitlines() if line.startswith("0::")
        )
        group = Path("/sys/fs/cgroup") / name[3:].strip().lstrip("/")
        group = group if (group / "memory.max").is_file() else Path("/sys/fs/cgroup")
        most = (group / "memory.max").read_text("utf-8").strip()
        used = int((group / "memory.current").read_text("utf-8"))
    except (OSError, ValueError, StopIteration):
        return None
    if not most.isdecimal():
        return None
    unused = _field(str(group / "memory.stat"), "inactive_file", 1) or 0  # of the page cache, which makes room
    return max(int(most) - used + unused, 1)


def _field(file: str, name: str, unit: int) -> int | None:
    try:
        lines = Path(file).read_text("utf-8").splitlines()
        return next(int(line.split()[1]) * unit for line in lines if line.split()[0] == name)
    except (OSError, ValueError, IndexError, StopIteration):
        return None


def _address_space() -> int:
    """Bytes of address space that this process has now: libraries take most of it, and some map many gigabytes."""
    return _field("/proc/self/status", "VmSize:", 1024) or 0


def _end_with_host() -> None:
    """The thread that started this process waits for it, so its end is that of the host, or nobody reads the answer any more."""
    if sys.platform != "linux":
        return
    import ctypes
    import signal

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), *(ctypes.c_ulong(0),) * 3)


def close_folders(
    source: Path, target: Path | None, *, readable: Sequence[Path] = (), executable: Sequence[Path] = ()
) -> bool:
    """Whether the kernel now holds this process to the interpreter's files, the file `source`, the folders `readable`, the programs
    `executable`, and the folder `target`, in which it may write; None: it may write nowhere."""
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
        rules.add_path_rule(*files, access=AccessFs.READ_FILE)
        if target is not None:
            rules.allow_read_write(str(target))
        if executable:
            rules.allow_execute(*map(str, executable))
        rules.apply()
    except (LandlockError, OSError):
        return False
    return True
