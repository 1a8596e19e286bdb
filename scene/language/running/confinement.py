"""How much of the kernel boundary must hold for a program, and who may say so.

A person at their own machine may trust a program: an argument or the variable ``SCENEWRIGHT_KERNEL`` lowers the level. A server that
runs programs of others calls :func:`require_confinement` when it starts. From then on nothing lowers the level in that process: no
variable, no argument, no request, no scene folder, no settings. It cannot be taken back.
"""

from __future__ import annotations

import os
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from scenewright.scene.children.kernel import KernelLevel
from scenewright.scene.errors import ConfinementError

__all__ = ["UnconfinedWarning", "confinement_required", "confining", "require_confinement", "wanted_level"]

_LEVELS = {"full": KernelLevel.FULL, "seccomp": KernelLevel.SECCOMP, "none": KernelLevel.NONE}

_process = KernelLevel.NONE
_lock = threading.Lock()
_here: ContextVar[KernelLevel] = ContextVar("least confinement", default=KernelLevel.NONE)


class UnconfinedWarning(UserWarning):
    """Programs run without the kernel boundary on this system."""


def require_confinement(level: KernelLevel = KernelLevel.FULL) -> None:
    """From now on, run no program of this process with less than `level` of the kernel boundary. Only a higher level changes that.

    Where the boundary does not hold, programs are refused.
    """
    global _process  # noqa: PLW0603 - the rule is one for the process, and only ever stricter
    with _lock:
        _process = max(_process, level)


@contextmanager
def confining(level: KernelLevel = KernelLevel.FULL) -> Iterator[None]:
    """As :func:`require_confinement`, for what this thread runs within the block. A block within it can only be stricter."""
    before = _here.set(max(_here.get(), level))
    try:
        yield
    finally:
        _here.reset(before)


def confinement_required() -> KernelLevel:
    """The least level that this thread may run a program with, by what was required of the process and the thread."""
    return max(_process, _here.get())


def wanted_level(kernel: KernelLevel | bool | None, least: KernelLevel = KernelLevel.NONE) -> KernelLevel:
    """The level for a program.

    Args:
        kernel: what the caller asks for: a level; True, all of it; False, nothing; None, what ``SCENEWRIGHT_KERNEL`` says, else all.
        least: the least level that the sandbox requires.

    Raises:
        ConfinementError: 'settings': the variable has no such value, or `kernel` is less than what is required. 'kernel': the boundary
            is required, and this system has none.
    """
    least = max(least, confinement_required())
    if isinstance(kernel, KernelLevel) or kernel is False:
        level = kernel if isinstance(kernel, KernelLevel) else KernelLevel.NONE
        if level < least:
            raise ConfinementError(
                f"a program was to run with the level '{level.name.lower()}' of confinement, and '{least.name.lower()}' is required "
                "here: leave the level out",
                kind="settings",
            )
        return level
    level = KernelLevel.FULL
    if kernel is None:
        name = os.environ.get("SCENEWRIGHT_KERNEL", "full").lower()
        if name not in _LEVELS:
            raise ConfinementError(f"SCENEWRIGHT_KERNEL is {name!r}: choose full, seccomp or none", kind="settings")
        level = max(_LEVELS[name], least)
    if not sys.platform.startswith("linux") and level is not KernelLevel.NONE:
        if least is not KernelLevel.NONE:
            raise ConfinementError(
                f"the kernel boundary is required for programs here, and {sys.platform} has none: run the server on Linux",
                kind="kernel",
            )
        warnings.warn(
            f"programs run in a process of their own with budgets, but without a kernel boundary on {sys.platform}: "
            "see SECURITY.md, and set SCENEWRIGHT_KERNEL=none to say that you know",
            UnconfinedWarning,
            stacklevel=4,
        )
        level = KernelLevel.NONE
    return level
