"""What a command makes of the settings: a process of its own may be set up by them, as no function that others call may."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.settings import open_scene
from scenewright.scene.settings import ResolvedSettings, Settings, resolve_settings

if TYPE_CHECKING:
    from scenewright.app.output import Reporter
    from scenewright.app.session import Session

__all__ = ["open_with_settings", "settings_for_machine"]

_POOLS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
"""What the numeric libraries read: torch follows OpenMP."""


def settings_for_machine(flags: Mapping[str, Any], reporter: Reporter) -> Settings:
    """Settings where no scene folder has a say. What they say of this machine is put where its parts read it.

    Raises:
        SettingsError: a value that cannot be used; the message says where it stands.
    """
    return _use(resolve_settings(flags), reporter)


def open_with_settings(
    where: str | Path, flags: Mapping[str, Any], reporter: Reporter, *, writable: bool = False
) -> tuple[Session, Settings]:
    """Open a scene; its seed and root are the settings'. What they say of this machine is put where its parts read it.

    Raises:
        ProjectError, ProgramError, ReplyError: it cannot be read.
        SettingsError: a value that cannot be used; the message says where it stands.
    """
    session, resolved = open_scene(where, flags, writable=writable)
    return session, _use(resolved, reporter)


def _use(resolved: ResolvedSettings, reporter: Reporter) -> Settings:
    # before numpy's and torch's thread pools come up, which read the environment once
    os.environ.update(resolved.as_environment())
    if resolved.values.threads is not None:
        os.environ.update(dict.fromkeys(_POOLS, str(resolved.values.threads)))
    for note in resolved.notes:
        reporter.note(f"note: {note}")
    return resolved.values
