"""The memory of a process, alone or with all that it started."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["family_bytes", "family_of", "family_takes_more", "resident_bytes"]


def resident_bytes(pid: int | None) -> int | None:
    """Resident memory of a process in bytes, without its children; None where the process is gone or not readable."""
    if pid is None:
        return None
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return None


def family_of(pid: int) -> list[int]:
    """The numbers of a process and of all that it started, as far as they can be seen: the process first."""
    if sys.platform.startswith("linux") and Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").exists():
        return _linux_family(pid)
    import psutil

    try:
        return [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]
    except psutil.Error:
        return [pid]


def family_takes_more(pid: int | None, most: int) -> bool:
    """Whether a process and all that it started hold more than `most` bytes of memory. Files that they map do not count. Memory that a
    forked process still shares with its parent counts in parts. A process that is gone holds nothing."""
    if pid is None:
        return False
    if not sys.platform.startswith("linux"):
        return family_bytes(pid) > most
    family = family_of(pid)
    # the cheap sum counts shared memory several times, so that it is never too small
    if sum(_fields(each, "status", (b"RssAnon:", b"RssShmem:", b"VmSwap:")) for each in family) <= most:
        return False
    return _shared_out(family) > most


def family_bytes(pid: int) -> int:
    """Bytes of memory that a process and all that it started hold. On Linux files that they map do not count, and memory that a forked
    process still shares with its parent counts in parts."""
    family = family_of(pid)
    if not sys.platform.startswith("linux"):
        return sum(resident_bytes(each) or 0 for each in family)
    return _shared_out(family)


def _shared_out(family: list[int]) -> int:
    return sum(_fields(each, "smaps_rollup", (b"Pss_Anon:", b"Pss_Shmem:", b"SwapPss:")) for each in family)


def _linux_family(pid: int) -> list[int]:
    """The kernel lists the children of each thread; reading that is far cheaper than looking at every process."""
    found, waiting = [], [pid]
    while waiting:
        each = waiting.pop()
        found.append(each)
        try:
            for thread in os.listdir(f"/proc/{each}/task"):
                with open(f"/proc/{each}/task/{thread}/children", "rb") as file:
                    waiting += map(int, file.read().split())
        except OSError:  # it ended meanwhile
            continue
    return found


def _fields(pid: int, name: str, wanted: tuple[bytes, ...]) -> int:
    """The sum in bytes of some lines in a file about a process; 0 where it is gone."""
    try:
        with open(f"/proc/{pid}/{name}", "rb") as file:
            return 1024 * sum(int(line.split()[1]) for line in file if line.startswith(wanted))
    except OSError:
        return 0
