"""The settings of a command applied to its process. Only the command line writes the environment: no library function may."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.settings import open_scene
from scenewright.scene.settings import ResolvedSettings, Settings, resolve_settings

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.app.terminal.output import Reporter

__all__ = ["open_with_settings", "settings_for_machine"]

_POOLS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
"""Environment variables that numeric libraries read; torch follows OpenMP."""


def settings_for_machine(flags: Mapping[str, Any], reporter: Reporter) -> Settings:
    """Resolve the settings without a scene folder, and write those about this machine to the environment.

    Raises:
        SettingsError: a value cannot be used; the message says where it is set.
    """
    return _use(resolve_settings(flags), reporter)


def open_with_settings(
    where: str | Path, flags: Mapping[str, Any], reporter: Reporter, *, writable: bool = False
) -> tuple[Session, Settings]:
    """Open a scene with the seed and root of the settings, and write the settings about this machine to the environment.

    Raises:
        ProjectError, ProgramError, ReplyError: it cannot be read.
        SettingsError: a value cannot be used; the message says where it is set.
    """
    session, resolved = open_scene(where, flags, writable=writable)
    return session, _use(resolved, reporter)


def _use(resolved: ResolvedSettings, reporter: Reporter) -> Settings:
    # before the thread pools of numpy and torch start: they read the environment once
    os.environ.update(resolved.as_environment())
    if resolved.values.threads is not None:
        os.environ.update(dict.fromkeys(_POOLS, str(resolved.values.threads)))
    if resolved.values.memory is not None:
        _hold_to(resolved.values.memory << 30)
    for note in resolved.notes:
        reporter.note(f"note: {note}")
    return resolved.values


def _hold_to(memory_bytes: int) -> None:
    """Limit the memory that this process, and each process that it starts, may ask the system for; past it they get a MemoryError.
    Windows has no such limit."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    allowed = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, allowed))
