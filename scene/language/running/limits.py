"""Resource limits of a program's process, where the system has them."""

from __future__ import annotations

import os
import sys

from scenewright.scene.language.budgets import Budgets

__all__ = ["address_space", "budget_limits", "set_budget_limits", "set_fixed_limits"]

_STACK_BYTES = 64 << 20


def address_space() -> int:
    """Bytes of address space that this process holds (Linux)."""
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def budget_limits(budgets: Budgets, base: int) -> list[tuple[int, int, int]]:
    """(what, soft, hard) of each limit that a budget sets; `base` is the address space before the program."""
    import resource

    # The soft limit of time brings SIGXCPU, which reports the line; the hard one ends the process.
    limits = [(resource.RLIMIT_CPU, budgets.cpu_seconds, budgets.cpu_seconds + 1)]
    if sys.platform.startswith("linux"):
        limits.append((resource.RLIMIT_AS, base + budgets.memory_bytes, base + budgets.memory_bytes))
    return limits


def set_budget_limits(budgets: Budgets) -> None:
    """Limit this process to its budgets. Windows cannot do this; the time limit and the output limits of the host remain."""
    if sys.platform != "win32":
        import resource

        base = address_space() if sys.platform.startswith("linux") else 0
        for what, soft, hard in budget_limits(budgets, base):
            resource.setrlimit(what, (soft, hard))


def set_fixed_limits(files: int | None) -> None:
    """Limits that no budget sets: no core dumps, a stack for deep programs; with `files`, at most that many open files,
    no file that grows, and no further process."""
    if sys.platform != "win32":
        import resource

        limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_STACK, _STACK_BYTES)]
        if files is not None:
            limits += [(resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NPROC, 0), (resource.RLIMIT_NOFILE, files)]
        for what, wanted in limits:
            ceiling = resource.getrlimit(what)[1]
            value = wanted if ceiling == resource.RLIM_INFINITY else min(wanted, ceiling)
            resource.setrlimit(what, (value, value))
