"""The settings of one command: its flags, with what the environment, the scene folder and the user's file say besides."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.scene.settings import ResolvedSettings, Settings, resolve_settings

if TYPE_CHECKING:
    from scenewright.app.output import Reporter
    from scenewright.app.session import Session

__all__ = ["open_with_settings", "settings_for_machine"]

_POOLS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
"""What the numeric libraries read: torch follows OpenMP."""


def settings_for_machine(flags: Mapping[str, Any], reporter: Reporter | None = None) -> Settings:
    """Settings where no scene folder has a say. What they say of this machine is put where its parts read it.

    Raises:
        SettingsError: a value that cannot be used; the message says where it stands.
    """
    return _use(resolve_settings(flags), reporter)


def open_with_settings(
    where: str | Path, flags: Mapping[str, Any], reporter: Reporter | None = None, *, writable: bool = False
) -> tuple[Session, Settings]:
    """Open a scene; its seed and root are the settings'.

    Raises:
        ProjectError, ProgramError, ReplyError: it cannot be read.
        SettingsError: a value that cannot be used; the message says where it stands.
    """
    from scenewright.app.session import Session

    session = Session.open(where, writable=writable)
    toml = None if session.project is None else session.project.toml
    settings = _use(resolve_settings(flags, scene=toml), reporter)
    session.seed, session.root = settings.seed, settings.root
    return session, settings


def _use(resolved: ResolvedSettings, reporter: Reporter | None) -> Settings:
    # before numpy's and torch's thread pools come up, which read the environment once
    os.environ.update(resolved.as_environment())
    if resolved.values.threads is not None:
        os.environ.update(dict.fromkeys(_POOLS, str(resolved.values.threads)))
    if reporter is not None:
        for note in resolved.notes:
            reporter.note(f"note: {note}")
    return resolved.values
